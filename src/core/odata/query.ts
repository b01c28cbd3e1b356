import { broken } from "../faults/fault.ts";
import type { Text } from "../text/text.ts";
import type { Expression } from "./expression.ts";
import { findProperty, type Named, parseFilter } from "./parse.ts";
import { expectations, syntax, type Token, tokensOf } from "./token.ts";

/** What is asked of a set. */
export type Query = {
  readonly filter?: Expression;
  /** The names of the properties that are wanted, in the order of the set; all without it. */
  readonly select?: readonly string[];
  readonly orderBy: readonly { readonly name: string; readonly descending: boolean }[];
  readonly top?: number;
  readonly skip: number;
  /** Whether to say how many rows there are in all. */
  readonly count: boolean;
  /** How many rows of the answer were given on earlier pages. */
  readonly given: number;
};

/** The options of a query as they are written. */
export type Options = Readonly<Record<string, string | undefined>>;

const known = ["$filter", "$select", "$orderby", "$top", "$skip", "$count", "$skiptoken", "$format"];

/**
 * Reads the options of a query on a set. Those without `$` are the program's own and are left alone.
 *
 * @throws BrokenInput odata-unsupported for an option that is not answered; odata-syntax, odata-unknown-name, odata-types
 */
export function parseQuery(options: Options, set: Named): Query {
  checkKnown(options);
  const { $filter, $select, $orderby, $top, $skip, $count, $skiptoken } = options;
  const select = $select === undefined || $select.trim() === "*" ? undefined : parseSelect($select, set);
  return {
    ...($filter !== undefined && { filter: parseFilter($filter, set) }),
    ...(select && { select }),
    orderBy: $orderby === undefined ? [] : parseOrder($orderby, set),
    ...($top !== undefined && { top: wholeNumber("$top", $top) }),
    skip: $skip === undefined ? 0 : wholeNumber("$skip", $skip),
    count: $count !== undefined && flag("$count", $count),
    given: $skiptoken === undefined ? 0 : wholeNumber("$skiptoken", $skiptoken),
  };
}

/** Sees that every option is one that is answered. @throws BrokenInput odata-unsupported */
export function checkKnown(options: Options): void {
  for (const [option, value] of Object.entries(options)) {
    if (option.startsWith("$") && !known.includes(option)) throw broken("odata-unsupported", { what: option });
    if (option === "$format" && !/^(json|application\/json.*)$/.test(value ?? ""))
      throw broken("odata-unsupported", { what: `$format=${value}` });
  }
}

function parseSelect(text: string, set: Named): string[] {
  const asked = new Set(
    listed(text, "$select").map(([token, more]) => {
      if (more !== undefined) throw syntax("$select", more, expectations.comma);
      return findProperty(token, set, "$select").name;
    }),
  );
  return set.properties.map(({ name }) => name).filter((name) => asked.has(name));
}

function parseOrder(text: string, set: Named): Query["orderBy"] {
  return listed(text, "$orderby").map(([token, way, more]) => {
    const { name } = findProperty(token, set, "$orderby");
    const wrong = way !== undefined && !["asc", "desc"].includes(way.text) ? way : more;
    if (wrong !== undefined) throw syntax("$orderby", wrong, expectations.way);
    return { name, descending: way?.text === "desc" };
  });
}

/** The tokens between commas; each part begins with a name. */
function listed(text: string, option: string): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokensOf(text, option)) {
    const part = parts[parts.length - 1];
    const isComma = token.kind === "mark" && token.text === ",";
    if (part.length === 0 && token.kind !== "name") throw syntax(option, token, expectations.name);
    if (isComma) parts.push([]);
    else if (token.kind !== "end") part.push(token);
  }
  return parts;
}

function wholeNumber(option: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw wrong(option, text, expectations.whole);
}

function flag(option: string, text: string): boolean {
  if (text === "true" || text === "false") return text === "true";
  throw wrong(option, text, expectations.flag);
}

function wrong(option: string, text: string, expected: Text) {
  return syntax(option, { text, column: 1 }, expected);
}
