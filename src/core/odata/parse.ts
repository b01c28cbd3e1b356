import { broken } from "../faults/fault.ts";
import { didYouMean } from "../text/nearest.ts";
import { type Text, verbatim } from "../text/text.ts";
import { comparisons, type Expression, functionNames, type Property, typeOf, type ValueType } from "./expression.ts";
import { expectations, syntax, type Token, tokensOf } from "./token.ts";

/** A set of rows that expressions are about. */
export type Named = { readonly name: string; readonly properties: readonly Property[] };

/**
 * A filter as an expression whose names are the set's and whose types agree. What binds tightest: `not`, then the
 * comparisons, then `and`, then `or`.
 *
 * @throws BrokenInput odata-syntax, odata-unknown-name, odata-types, odata-unsupported, each with the column
 */
export function parseFilter(text: string, set: Named): Expression {
  const reader: Reader = { tokens: tokensOf(text, FILTER), at: 0, set };
  const expression = parseOr(reader);
  const rest = peek(reader);
  if (unanswered.includes(rest.text)) throw unsupported(rest);
  if (rest.kind !== "end") throw syntax(FILTER, rest, expectations.operator);
  mustBeTrue(expression, reader.tokens[0]);
  return expression;
}

/** Operators of OData that a filter may not use here. */
const unanswered = ["add", "sub", "mul", "div", "divby", "mod", "in", "has"];

function unsupported({ text, column }: Token) {
  return broken("odata-unsupported", { what: text }, { path: `query.${FILTER}`, column });
}

const FILTER = "$filter";

type Reader = { readonly tokens: readonly Token[]; at: number; readonly set: Named };
type Rule = (reader: Reader) => Expression;

function peek({ tokens, at }: Reader): Token {
  return tokens[Math.min(at, tokens.length - 1)];
}

function take(reader: Reader): Token {
  const token = peek(reader);
  reader.at += 1;
  return token;
}

/** Takes the next token when it is the one that is asked for. */
function takes(reader: Reader, kind: Token["kind"], ...texts: readonly string[]): Token | undefined {
  const token = peek(reader);
  return token.kind === kind && texts.includes(token.text) ? take(reader) : undefined;
}

function mustTake(reader: Reader, mark: string, expected: Text): void {
  if (takes(reader, "mark", mark) === undefined) throw syntax(FILTER, peek(reader), expected);
}

/** What a rule reads, which must be true or false. */
function truth(reader: Reader, rule: Rule): Expression {
  const first = peek(reader);
  const expression = rule(reader);
  mustBeTrue(expression, first);
  return expression;
}

function parseOr(reader: Reader): Expression {
  return chain(reader, "or", parseAnd);
}

function parseAnd(reader: Reader): Expression {
  return chain(reader, "and", parseEquality);
}

function chain(reader: Reader, kind: "and" | "or", rule: Rule): Expression {
  const first = peek(reader);
  let left = rule(reader);
  while (takes(reader, "name", kind) !== undefined) {
    mustBeTrue(left, first);
    left = { kind, left, right: truth(reader, rule) };
  }
  return left;
}

function mustBeTrue(expression: Expression, first: Token): void {
  const type = typeOf(expression);
  if (type !== "boolean" && type !== "null") throw syntax(FILTER, first, expectations.truth);
}

/** `eq` and `ne` bind looser than the comparisons of size. */
function parseEquality(reader: Reader): Expression {
  return comparing(reader, ["eq", "ne"], parseSize);
}

function parseSize(reader: Reader): Expression {
  return comparing(reader, ["gt", "ge", "lt", "le"], parseUnary);
}

function comparing(reader: Reader, operators: readonly string[], rule: Rule): Expression {
  let left = rule(reader);
  for (
    let taken = takes(reader, "name", ...operators);
    taken !== undefined;
    taken = takes(reader, "name", ...operators)
  ) {
    const { text, column } = taken;
    const operator = comparisons.find((one) => one === text);
    const right = rule(reader);
    if (operator === undefined || !areAlike(left, right)) throw unlike(left, right, text, column);
    left = { kind: "compare", operator, left, right };
  }
  return left;
}

function areAlike(left: Expression, right: Expression): boolean {
  const [one, other] = [typeOf(left), typeOf(right)];
  return one === other || one === "null" || other === "null";
}

function unlike(left: Expression, right: Expression, operator: string, column: number) {
  const words = { option: FILTER, left: typeWords[typeOf(left)], right: typeWords[typeOf(right)], operator, column };
  return broken("odata-types", words, { path: `query.${FILTER}`, column });
}

function parseUnary(reader: Reader): Expression {
  const isNot = peek(reader).text === "not" && peek(reader).kind === "name";
  if (!isNot) return parsePrimary(reader);
  take(reader);
  return { kind: "not", of: truth(reader, parseUnary) };
}

function parsePrimary(reader: Reader): Expression {
  const token = take(reader);
  if (token.kind === "mark" && token.text === "(") {
    const inner = parseOr(reader);
    mustTake(reader, ")", expectations.close);
    return inner;
  }
  if (token.kind === "name") return parseNamed(token, reader);
  if (token.kind === "mark" || token.kind === "end") throw syntax(FILTER, token, expectations.operand);
  return { kind: "literal", type: token.kind, value: literals[token.kind](token.text) };
}

const literals: Readonly<Record<ValueType, (text: string) => string | number | boolean>> = {
  string: (text) => text,
  number: (text) => Number(text),
  date: (text) => text,
  boolean: (text) => text === "true",
};

/** A name is `null`, a function that is called, or a property. */
function parseNamed(token: Token, reader: Reader): Expression {
  if (token.text === "null") return { kind: "literal", type: "null", value: null };
  const isCall = peek(reader).kind === "mark" && peek(reader).text === "(";
  if (isCall) return parseCall(token, reader);
  const { type } = findProperty(token, reader.set, FILTER);
  return { kind: "property", type, name: token.text };
}

function parseCall(token: Token, reader: Reader): Expression {
  const name = functionNames.find((one) => one === token.text);
  if (name === undefined) throw unsupported(token);
  mustTake(reader, "(", expectations.open);
  const left = words(reader);
  mustTake(reader, ",", expectations.comma);
  const right = words(reader);
  mustTake(reader, ")", expectations.close);
  return { kind: "call", name, of: [left, right] };
}

/** What a function is given: a text. */
function words(reader: Reader): Expression {
  const first = peek(reader);
  const expression = parseUnary(reader);
  const type = typeOf(expression);
  if (type !== "string" && type !== "null") throw syntax(FILTER, first, expectations.words);
  return expression;
}

/** The property of a set that a token names. @throws BrokenInput odata-unknown-name, with the nearest name */
export function findProperty({ text, column }: Token, { name, properties }: Named, option: string): Property {
  const found = properties.find((one) => one.name === text);
  if (found !== undefined) return found;
  const hint = didYouMean(
    text,
    properties.map((one) => one.name),
    { da: "Felterne står i /api/odata/$metadata.", en: "The properties are in /api/odata/$metadata." },
  );
  throw broken(
    "odata-unknown-name",
    { option, name: text, set: name, hint, column },
    { path: `query.${option}`, column },
  );
}

const typeWords: Readonly<Record<ValueType | "null", Text>> = {
  string: { da: "en tekst", en: "a text" },
  number: { da: "et tal", en: "a number" },
  date: { da: "en dato", en: "a date" },
  boolean: { da: "sandt eller falsk", en: "true or false" },
  null: verbatim("null"),
};
