import type { Comparison, Expression, FunctionName, Value } from "./expression.ts";

/** A row by the names of its properties; null where there is nothing. */
export type Entity = Readonly<Record<string, Value>>;

/**
 * What an expression comes to in a row. Nothing is equal to nothing only, and neither above nor below anything; what
 * is asked of a text that is not there is neither true nor false, and so null.
 */
export function evaluate(expression: Expression, row: Entity): Value {
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "property":
      return row[expression.name] ?? null;
    case "not": {
      const of = evaluate(expression.of, row);
      return of === null ? null : of !== true;
    }
    case "and":
      return both(evaluate(expression.left, row), evaluate(expression.right, row), false);
    case "or":
      return both(evaluate(expression.left, row), evaluate(expression.right, row), true);
    case "compare":
      return compares[expression.operator](evaluate(expression.left, row), evaluate(expression.right, row));
    case "call": {
      const [of, what] = expression.of.map((one) => evaluate(one, row));
      return typeof of === "string" && typeof what === "string" ? calls[expression.name](of, what) : null;
    }
  }
}

/** Whether a row is one that a filter asks for. */
export function isAsked(filter: Expression | undefined, row: Entity): boolean {
  return filter === undefined || evaluate(filter, row) === true;
}

/** Of two truths, the one that decides if either has it: false of `and`, true of `or`; null where it is unknown. */
function both(left: Value, right: Value, decides: boolean): Value {
  if (left === decides || right === decides) return decides;
  return left === null || right === null ? null : !decides;
}

const compares: Readonly<Record<Comparison, (left: Value, right: Value) => boolean>> = {
  eq: (left, right) => left === right,
  ne: (left, right) => left !== right,
  gt: (left, right) => left !== null && right !== null && left > right,
  ge: (left, right) => left !== null && right !== null && left >= right,
  lt: (left, right) => left !== null && right !== null && left < right,
  le: (left, right) => left !== null && right !== null && left <= right,
};

const calls: Readonly<Record<FunctionName, (of: string, what: string) => boolean>> = {
  contains: (of, what) => of.includes(what),
  startswith: (of, what) => of.startsWith(what),
  endswith: (of, what) => of.endsWith(what),
};

/**
 * The values that a property must have one of for a filter to hold, when the filter tells; so that what cannot be asked
 * for need not be computed.
 *
 * @example pinned(parseFilter("Plan eq 'a'", { name: "Goals", properties: [{ name: "Plan", type: "string" }] }), "Plan") // ["a"]
 */
export function pinned(filter: Expression | undefined, property: string): readonly Value[] | undefined {
  if (filter === undefined) return undefined;
  if (filter.kind === "compare") {
    const { operator, left, right } = filter;
    const [named, value] = left.kind === "property" ? [left, right] : [right, left];
    const tells = operator === "eq" && named.kind === "property" && named.name === property && value.kind === "literal";
    return tells ? [value.value] : undefined;
  }
  if (filter.kind !== "and" && filter.kind !== "or") return undefined;
  const [left, right] = [pinned(filter.left, property), pinned(filter.right, property)];
  if (filter.kind === "and") return left ?? right;
  return left === undefined || right === undefined ? undefined : [...new Set([...left, ...right])];
}
