/** What a value can be. A date is `2018-09-30`, as text. */
export type ValueType = "string" | "number" | "date" | "boolean";
export type Value = string | number | boolean | null;

/** A field of a row. */
export type Property = { readonly name: string; readonly type: ValueType };

export const comparisons = ["eq", "ne", "gt", "ge", "lt", "le"] as const;
export type Comparison = (typeof comparisons)[number];

export const functionNames = ["contains", "startswith", "endswith"] as const;
export type FunctionName = (typeof functionNames)[number];

/** An expression of a filter whose types agree; `null` is of every type. */
export type Expression =
  | { readonly kind: "literal"; readonly type: ValueType | "null"; readonly value: Value }
  | { readonly kind: "property"; readonly type: ValueType; readonly name: string }
  | { readonly kind: "not"; readonly of: Expression }
  | { readonly kind: "and" | "or"; readonly left: Expression; readonly right: Expression }
  | { readonly kind: "compare"; readonly operator: Comparison; readonly left: Expression; readonly right: Expression }
  | { readonly kind: "call"; readonly name: FunctionName; readonly of: readonly [Expression, Expression] };

/** What an expression comes to. */
export function typeOf(expression: Expression): ValueType | "null" {
  return expression.kind === "literal" || expression.kind === "property" ? expression.type : "boolean";
}

/** An expression as it is written in a query; every pair is in parentheses, so that it is read the same everywhere. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case "literal":
      return printLiteral(expression);
    case "property":
      return expression.name;
    case "not":
      return `not (${printExpression(expression.of)})`;
    case "and":
    case "or":
      return `(${printExpression(expression.left)} ${expression.kind} ${printExpression(expression.right)})`;
    case "compare":
      return `(${printExpression(expression.left)} ${expression.operator} ${printExpression(expression.right)})`;
    case "call":
      return `${expression.name}(${expression.of.map(printExpression).join(",")})`;
  }
}

function printLiteral({ type, value }: { readonly type: ValueType | "null"; readonly value: Value }): string {
  return type === "string" ? `'${String(value).replaceAll("'", "''")}'` : String(value);
}
