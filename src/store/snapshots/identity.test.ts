import fc from "fast-check";
import { expect, test } from "vitest";
import { renumber, type Tables, tablesOf } from "#core/register/canonical.ts";
import { type PlainRow, registerFromRows } from "#core/register/from-rows.ts";
import { mergeRows } from "#core/register/merge.ts";
import { type IdentityHead, identityOf } from "./identity.ts";

const head: IdentityHead = {
  name: "by",
  extracted: "2018-12-31",
  covers: { benefits: "2014-01-01..2018-12-31" },
  simulated: false,
};
const rows: PlainRow[] = [
  { person_id: "b", benefit: "dagpenge", from: "2018-01-01", to: "2018-02-01" },
  { person_id: "a", benefit: "kontanthjaelp", from: "2018-01-01", degree: 0.5 },
  { person_id: "a", benefit: "dagpenge", from: "2017-01-01", to: "2017-03-31" },
];

function idOf(benefits: readonly PlainRow[], other: Partial<IdentityHead> = {}): string {
  const { tables, dictionaries } = registerFromRows({ extracted: "2018-12-31", tables: { benefits } });
  const words = renumber(tables, dictionaries);
  const sorted: Tables = Object.fromEntries(tablesOf(tables).map((one) => [one.table, mergeRows(one).rows]));
  return identityOf({ ...head, ...other }, sorted, words);
}

test("the same rows in any order have the same id", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
      expect(idOf(shuffled)).toBe(idOf(rows));
    }),
  );
});

test("another row, day, name or key gives another id", () => {
  const others = [
    idOf(rows.slice(1)),
    idOf([...rows, { person_id: "c", benefit: "dagpenge", from: "2018-01-01" }]),
    idOf(rows.with(1, { ...rows[1], degree: 0.6 })),
    idOf(rows.with(1, { ...rows[1], person_id: "c" })),
    idOf(rows, { extracted: "2018-12-30" }),
    idOf(rows, { name: "anden" }),
    idOf(rows, { key: "1234abcd" }),
    idOf(rows, { simulated: true }),
    idOf(rows, { covers: {} }),
  ];
  expect(new Set([idOf(rows), ...others]).size).toBe(others.length + 1);
});
