import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { BrokenInput } from "../faults/fault.ts";
import { type Entity, evaluate, isAsked, pinned } from "./evaluate.ts";
import {
  comparisons,
  type Expression,
  functionNames,
  printExpression,
  type Value,
  type ValueType,
} from "./expression.ts";
import { nextLink, pageOf } from "./page.ts";
import { parseFilter } from "./parse.ts";
import { parseQuery } from "./query.ts";

const set = {
  name: "Goals",
  properties: [
    { name: "Plan", type: "string" },
    { name: "Latest", type: "number" },
    { name: "AsOf", type: "date" },
    { name: "Simulated", type: "boolean" },
  ],
} as const;

/** Expressions whose types agree, three deep at most. */
const words = fc.string({ maxLength: 8 });
const days = fc.date({ min: new Date("1990-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });
const literals: Record<ValueType, fc.Arbitrary<Expression>> = {
  string: words.map((value) => ({ kind: "literal", type: "string", value })),
  number: fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map((value) => ({ kind: "literal", type: "number", value: value === 0 ? 0 : value })),
  date: days.map((value) => ({ kind: "literal", type: "date", value: value.toISOString().slice(0, 10) })),
  boolean: fc.boolean().map((value) => ({ kind: "literal", type: "boolean", value })),
};
const nothing: fc.Arbitrary<Expression> = fc.constant({ kind: "literal", type: "null", value: null });
const properties = set.properties.map(({ name, type }): Expression => ({ kind: "property", name, type }));
const operandOf = (type: ValueType) =>
  fc.oneof(
    literals[type],
    fc.constantFrom(...properties.filter((one) => one.kind === "property" && one.type === type)),
  );

const comparison: fc.Arbitrary<Expression> = fc
  .constantFrom<ValueType>("string", "number", "date")
  .chain((type) => fc.tuple(fc.constantFrom(...comparisons), operandOf(type), fc.oneof(operandOf(type), nothing)))
  .map(([operator, left, right]) => ({ kind: "compare", operator, left, right }));
const call: fc.Arbitrary<Expression> = fc
  .tuple(fc.constantFrom(...functionNames), operandOf("string"), operandOf("string"))
  .map(([name, left, right]) => ({ kind: "call", name, of: [left, right] }));
const { truth } = fc.letrec<{ truth: Expression }>((tie) => ({
  truth: fc.oneof(
    { maxDepth: 3 },
    fc.oneof(comparison, call, operandOf("boolean")),
    tie("truth").map((of): Expression => ({ kind: "not", of })),
    fc
      .tuple(fc.constantFrom("and" as const, "or" as const), tie("truth"), tie("truth"))
      .map(([kind, left, right]): Expression => ({ kind, left, right })),
  ),
}));

const rows: fc.Arbitrary<Entity> = fc.record({
  Plan: fc.option(words),
  Latest: fc.option(fc.double({ noNaN: true })),
  AsOf: fc.option(days.map((one) => one.toISOString().slice(0, 10))),
  Simulated: fc.option(fc.boolean()),
});

test("an expression that is printed and read again is the same", () => {
  fc.assert(
    fc.property(truth, (one) => {
      expect(parseFilter(printExpression(one), set)).toEqual(one);
    }),
  );
});

/** Another evaluator, by the table of the specification (OData 4.01, part 2, 5.1.1.1): unknown is `undefined`. */
function plainly(one: Expression, row: Entity): Value | undefined {
  if (one.kind === "literal") return one.value ?? undefined;
  if (one.kind === "property") return row[one.name] ?? undefined;
  if (one.kind === "not") {
    const of = plainly(one.of, row);
    return of === undefined ? undefined : !of;
  }
  const [a, b] =
    one.kind === "call" ? one.of.map((of) => plainly(of, row)) : [plainly(one.left, row), plainly(one.right, row)];
  if (one.kind === "and")
    return a === false || b === false ? false : a === undefined || b === undefined ? undefined : true;
  if (one.kind === "or")
    return a === true || b === true ? true : a === undefined || b === undefined ? undefined : false;
  if (one.kind === "call") {
    if (a === undefined || b === undefined) return undefined;
    const [text, part] = [String(a), String(b)];
    if (one.name === "contains") return text.split(part).length > 1 || part === "";
    return one.name === "startswith"
      ? text.slice(0, part.length) === part
      : part === "" || (text.length >= part.length && text.slice(-part.length) === part);
  }
  if (one.kind !== "compare") return undefined;
  if (one.operator === "eq") return Object.is(a, b) || a === b;
  if (one.operator === "ne") return !(Object.is(a, b) || a === b);
  if (a === undefined || b === undefined || a === null || b === null) return false;
  const order = a < b ? -1 : a > b ? 1 : 0;
  return { gt: order > 0, ge: order >= 0, lt: order < 0, le: order <= 0 }[one.operator];
}

test("an expression comes to what a plain evaluator says", () => {
  fc.assert(
    fc.property(truth, rows, (one, row) => {
      expect(evaluate(one, row)).toBe(plainly(one, row) ?? null);
    }),
    { numRuns: 500 },
  );
});

test("a row that a filter lets through has one of the values that are pinned", () => {
  const few = fc.constantFrom("a", "b", "c");
  const named = few.map(
    (value): Expression => ({
      kind: "compare",
      operator: "eq",
      left: properties[0],
      right: { kind: "literal", type: "string", value },
    }),
  );
  const { filter } = fc.letrec<{ filter: Expression }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 3 },
      fc.oneof(named, call),
      fc
        .tuple(fc.constantFrom("and" as const, "or" as const), tie("filter"), tie("filter"))
        .map(([kind, left, right]): Expression => ({ kind, left, right })),
    ),
  }));
  fc.assert(
    fc.property(filter, few, (one, Plan) => {
      if (isAsked(one, { Plan })) expect(pinned(one, "Plan")?.includes(Plan) ?? true).toBe(true);
    }),
  );
});

describe("A filter", () => {
  const row = { Plan: "aalborg-2018", Latest: 12.5, AsOf: "2018-09-30", Simulated: false };
  it.for([
    ["Plan eq 'aalborg-2018' and Latest gt 12", true],
    ["Latest lt 12 or AsOf ge 2018-09-30", true],
    ["not (Latest lt 12) and not Simulated", true],
    ["Latest gt 1 or Latest lt 0 and Simulated", true],
    ["(Latest gt 1 or Latest lt 0) and Simulated", false],
    ["contains(Plan,'borg') and startswith(Plan,'aal') and endswith(Plan,'2018')", true],
    ["contains(Plan, 'x') eq false", true],
    ["Latest eq null", false],
    ["Latest ne null", true],
    ["Latest gt -1.5e1", true],
    ["12.5 eq Latest", true],
  ] as const)("%s is %s", ([filter, holds]) => {
    expect(isAsked(parseFilter(filter, set), row)).toBe(holds);
  });

  it("knows a quote that is written twice", () => {
    expect(isAsked(parseFilter("Plan eq 'O''Brien'", set), { Plan: "O'Brien" })).toBe(true);
  });

  it.for([
    ["Latest gt", "odata-syntax", 10],
    ["Latest gt 'x'", "odata-types", 8],
    ["Plan eq 'x", "odata-syntax", 9],
    ["(Latest gt 1", "odata-syntax", 13],
    ["Latest gt 1 Plan", "odata-syntax", 13],
    ["Lateste gt 1", "odata-unknown-name", 1],
    ["tolower(Plan) eq 'x'", "odata-unsupported", 1],
    ["Latest add 1 eq 2", "odata-unsupported", 8],
    ["Plan in ('a','b')", "odata-unsupported", 6],
    ["Latest", "odata-syntax", 1],
    ["contains(Latest,'x')", "odata-syntax", 10],
    ["", "odata-syntax", 1],
  ] as const)("«%s» is refused: %s at character %i", ([filter, code, column]) => {
    expect(faultOf(() => parseFilter(filter, set))).toMatchObject({ code, place: { path: "query.$filter", column } });
  });
});

function faultOf(read: () => unknown) {
  try {
    read();
  } catch (error) {
    if (error instanceof BrokenInput) return error.faults[0];
    throw error;
  }
  return undefined;
}

describe("A query", () => {
  it("is read option by option; those of our own are left alone", () => {
    const options = {
      $select: "Latest, Plan",
      $orderby: "Latest desc,Plan",
      $top: "5",
      $skip: "2",
      $count: "true",
      asOf: "x",
    };
    expect(parseQuery(options, set)).toEqual({
      select: ["Plan", "Latest"],
      orderBy: [
        { name: "Latest", descending: true },
        { name: "Plan", descending: false },
      ],
      ...{ top: 5, skip: 2, count: true, given: 0 },
    });
  });

  it.for([
    [{ $expand: "Parts" }, "odata-unsupported"],
    [{ $apply: "groupby((Plan))" }, "odata-unsupported"],
    [{ $format: "atom" }, "odata-unsupported"],
    [{ $top: "-1" }, "odata-syntax"],
    [{ $count: "yes" }, "odata-syntax"],
    [{ $orderby: "Latest down" }, "odata-syntax"],
    [{ $orderby: "Plan,,Latest" }, "odata-syntax"],
    [{ $select: "Plan Latest" }, "odata-syntax"],
    [{ $select: "Plans" }, "odata-unknown-name"],
  ] as const)("%o is refused: %s", ([options, code]) => {
    expect(faultOf(() => parseQuery({ ...options }, set))?.code).toBe(code);
  });

  it("whose pages are laid together gives each row once, in order", () => {
    const many = fc.array(fc.record({ Plan: words, Latest: fc.option(fc.integer({ min: 0, max: 3 })) }));
    const few = fc.nat({ max: 8 });
    fc.assert(
      fc.property(
        many,
        few,
        fc.option(few, { nil: undefined }),
        fc.integer({ min: 1, max: 4 }),
        (all, skip, top, size) => {
          const options = {
            $orderby: "Latest desc",
            $skip: String(skip),
            ...(top !== undefined && { $top: String(top) }),
          };
          const pages: Entity[] = [];
          for (let next: number | undefined = 0; next !== undefined; ) {
            const page = pageOf(all, parseQuery({ ...options, $skiptoken: String(next) }, set), size);
            pages.push(...page.rows);
            next = page.next;
          }
          expect(pages).toEqual(pageOf(all, parseQuery(options, set), Number.POSITIVE_INFINITY).rows);
        },
      ),
    );
  });

  it("counts what the filter leaves, whatever is given of it", () => {
    const all = [1, 2, 3, 4].map((Latest) => ({ Plan: "a", Latest }));
    const query = parseQuery({ $filter: "Latest gt 1", $top: "1", $count: "true", $select: "Latest" }, set);
    expect(pageOf(all, query)).toEqual({ rows: [{ Latest: 2 }], count: 3 });
  });

  it("goes on at a link that asks the same", () => {
    const link = nextLink("http://localhost:3000/api/odata/Goals", { $filter: "Plan eq 'a&b'", $skiptoken: "1" }, 2);
    const { pathname, searchParams } = new URL(link);
    expect([pathname, searchParams.get("$filter"), searchParams.get("$skiptoken")]).toEqual([
      ...["/api/odata/Goals", "Plan eq 'a&b'", "2"],
    ]);
  });
});
