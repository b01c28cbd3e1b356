import fc from "fast-check";
import { expect, test } from "vitest";
import { formatDay, isDay, OPEN_END } from "../calendar/day.ts";
import { registerFromRows } from "./from-rows.ts";
import { findConflicts } from "./keys.ts";
import { mergeRows, unite, type WeightedSpan } from "./merge.ts";
import { columnOf } from "./order.ts";

const benefit = (person_id: string, from: string, to: string, degree = 1, municipality = "165") => ({
  person_id,
  benefit: "dagpenge",
  from,
  to,
  degree,
  municipality,
});
const merged = (...benefits: ReturnType<typeof benefit>[]) =>
  mergeRows(registerFromRows({ extracted: "2018-12-31", tables: { benefits } }).tables.benefits!);
const written = ({ rows }: ReturnType<typeof merged>) =>
  Array.from({ length: rows.count }, (_, i) => {
    const [from, to] = [rows.columns.from[i], rows.columns.to[i]];
    if (!isDay(from) || !isDay(to)) throw new Error("not days");
    return `${formatDay(from)}..${to === OPEN_END ? "" : formatDay(to)} ${rows.columns.degree[i]}`;
  });

test("rows alike in everything are one, and its degree is not doubled", () => {
  const twice = merged(benefit("a", "2018-01-01", "2018-01-31", 0.5), benefit("a", "2018-01-01", "2018-01-31", 0.5));
  expect(written(twice)).toEqual(["2018-01-01..2018-02-01 0.5"]);
  expect(twice).toMatchObject({ duplicates: 1, joined: 0 });
});

test("touching rows of the same degree become one", () => {
  const touching = merged(benefit("a", "2018-01-01", "2018-01-31"), benefit("a", "2018-02-01", ""));
  expect(written(touching)).toEqual(["2018-01-01.. 1"]);
  expect(touching).toMatchObject({ duplicates: 0, joined: 2 });
});

test("where rows overlap their degrees are added, to at most one", () => {
  const overlapping = merged(
    benefit("a", "2018-01-01", "2018-01-31", 0.5),
    benefit("a", "2018-01-15", "2018-02-15", 0.6),
  );
  expect(written(overlapping)).toEqual([
    "2018-01-01..2018-01-15 0.5",
    "2018-01-15..2018-02-01 1",
    "2018-02-01..2018-02-16 0.6",
  ]);
});

test("another municipality, another person and a gap are left alone", () => {
  const apart = merged(
    benefit("a", "2018-01-01", "2018-01-31"),
    benefit("a", "2018-01-01", "2018-01-31", 1, "169"),
    benefit("b", "2018-01-01", "2018-01-31"),
    benefit("a", "2018-02-02", "2018-02-28"),
  );
  expect(apart).toMatchObject({ rows: { count: 4 }, duplicates: 0, joined: 0 });
});

test("uniting keeps every day's weight, and leaves nothing that overlaps or touches its like", () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 10 }), fc.constantFrom(0.25, 0.5, 1))
    .map(([from, days, weight]): WeightedSpan => ({ from, to: from + days, weight }));
  const weightOn = (spans: readonly WeightedSpan[], day: number) =>
    spans.filter(({ from, to }) => from <= day && day < to).reduce((sum, { weight }) => sum + weight, 0);
  fc.assert(
    fc.property(fc.array(span), (spans) => {
      const parts = unite(spans);
      for (let day = 0; day < 41; day++) expect(weightOn(parts, day)).toBe(Math.min(1, weightOn(spans, day)));
      for (const [i, part] of parts.entries())
        if (i > 0 && parts[i - 1].to === part.from) expect(parts[i - 1].weight).not.toBe(part.weight);
      expect(unite(parts)).toEqual(parts);
    }),
  );
});

test("merged rows are sorted by person and first day whatever order they came in", () => {
  const row = fc.record({
    person_id: fc.constantFrom("a", "b", "c"),
    benefit: fc.constantFrom("dagpenge", "kontanthjaelp"),
    from: fc.integer({ min: 10, max: 28 }).map((day) => `2018-01-${day}`),
    to: fc.constant("2018-01-30"),
  });
  fc.assert(
    fc.property(fc.array(row), (benefits) => {
      const { rows } = mergeRows(registerFromRows({ extracted: "2018-12-31", tables: { benefits } }).tables.benefits!);
      const [person, from] = [columnOf(rows, "person_id"), columnOf(rows, "from")];
      for (let i = 1; i < rows.count; i++)
        expect(person[i - 1] < person[i] || (person[i - 1] === person[i] && from[i - 1] <= from[i])).toBe(true);
    }),
  );
});

test("two events alike in everything stay two", () => {
  const costs = [
    { date: "2018-01-01", amount: 100 },
    { date: "2018-01-01", amount: 100 },
  ];
  const rows = registerFromRows({ extracted: "2018-12-31", tables: { costs } }).tables.costs!;
  expect(mergeRows(rows)).toMatchObject({ rows: { count: 2 }, duplicates: 0 });
});

test("rows of one id that differ contradict each other, and equal ones do not", () => {
  const persons = [
    { person_id: "a", sex: "mand" },
    { person_id: "b", sex: "mand" },
    { person_id: "a", sex: "mand" },
    { person_id: "b", sex: "kvinde" },
  ];
  const rows = registerFromRows({ extracted: "2018-12-31", tables: { persons } }).tables.persons!;
  expect(findConflicts(rows).map(({ row, earlier }) => [rows.columns.sex[row], rows.columns.sex[earlier]])).toEqual([
    [2, 1],
  ]);
});
