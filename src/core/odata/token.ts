import { broken } from "../faults/fault.ts";
import type { Text } from "../text/text.ts";
import type { ValueType } from "./expression.ts";

/** The smallest piece of an expression that means something, and the character it begins at, counted from 1. */
export type Token = {
  readonly kind: "name" | "mark" | "end" | ValueType;
  /** As it is written; of a string, what it stands for. */
  readonly text: string;
  readonly column: number;
};

/** How each kind is written; the first that fits is it. */
const forms: readonly (readonly [Token["kind"], RegExp])[] = [
  ["date", /\d{4}-\d{2}-\d{2}(?![\w-])/y],
  ["number", /[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y],
  ["string", /'(?:[^']|'')*'/y],
  ["boolean", /(?:true|false)(?!\w)/y],
  ["name", /[A-Za-z_]\w*/y],
  ["mark", /[(),]/y],
];

/**
 * The tokens of an expression, the end of it last.
 *
 * @throws BrokenInput odata-syntax, with the column
 * @example tokensOf("Value gt 2", "$filter")[1] // { kind: "name", text: "gt", column: 7 }
 */
export function tokensOf(text: string, option: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    if (/\s/.test(text[at])) {
      at += 1;
      continue;
    }
    const { kind, written } = tokenAt(text, at, option);
    tokens.push({ kind, text: kind === "string" ? unquoted(written) : written, column: at + 1 });
    at += written.length;
  }
  return [...tokens, { kind: "end", text: "", column: text.length + 1 }];
}

function tokenAt(text: string, at: number, option: string): { kind: Token["kind"]; written: string } {
  for (const [kind, form] of forms) {
    form.lastIndex = at;
    const [written] = form.exec(text) ?? [];
    if (written !== undefined) return { kind, written };
  }
  const expected = text[at] === "'" ? expectations.quote : expectations.anything;
  throw syntax(option, { text: text.slice(at, at + 20), column: at + 1 }, expected);
}

function unquoted(written: string): string {
  return written.slice(1, -1).replaceAll("''", "'");
}

/** The fault of an expression that cannot be read at a token. */
export function syntax(option: string, { text, column }: Pick<Token, "text" | "column">, expected: Text) {
  const value = text === "" ? end : text;
  return broken("odata-syntax", { option, column, value, expected }, { path: `query.${option}`, column });
}

const end: Text = { da: "slutningen", en: "the end" };

/** What can be expected where something else stands. */
export const expectations = {
  anything: {
    da: "et navn, et tal, en tekst i '…' eller en parentes",
    en: "a name, a number, a text in '…' or a parenthesis",
  },
  quote: { da: "et afsluttende '", en: "a closing '" },
  operand: { da: "et felt, en værdi, «not» eller en parentes", en: "a property, a value, «not» or a parenthesis" },
  operator: { da: "eq, ne, gt, ge, lt, le, and eller or", en: "eq, ne, gt, ge, lt, le, and or or" },
  open: { da: "en begyndende parentes", en: "an opening parenthesis" },
  close: { da: "en afsluttende parentes", en: "a closing parenthesis" },
  comma: { da: "et komma", en: "a comma" },
  truth: { da: "noget, der er sandt eller falsk", en: "something that is true or false" },
  words: { da: "en tekst", en: "a text" },
  way: { da: "asc eller desc", en: "asc or desc" },
  whole: { da: "et helt tal fra 0", en: "a whole number from 0" },
  flag: { da: "true eller false", en: "true or false" },
  name: { da: "et felts navn", en: "the name of a property" },
} as const satisfies Readonly<Record<string, Text>>;
