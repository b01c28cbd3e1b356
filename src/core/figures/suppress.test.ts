import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BrokenInput } from "../faults/fault.ts";
import {
  isSmall,
  isSmallShare,
  type Sum,
  type SuppressedTable,
  suppressTable,
  withheld,
  withhold,
} from "./suppress.ts";

const LIMIT = 5;

test("too few are from 1 to one below the limit: nobody is shown", () => {
  expect([0, 1, 4, 5, 100].map((count) => isSmall(count, LIMIT))).toEqual([false, true, true, false, false]);
});

test.each([
  [3, 100, true],
  [0, 3, true],
  [0, 100, false],
  [100, 100, false],
  [97, 100, true],
  [50, 100, false],
])("the share of %i of %i shows too few: %s", (numerator, denominator, small) => {
  expect(isSmallShare(numerator, denominator, LIMIT)).toBe(small);
});

describe("a list with its total", () => {
  const sums: Sum[] = [{ total: "all", parts: ["a", "b", "c", "d"] }];
  const list = (a: number, b: number, c: number, d: number) =>
    new Map(Object.entries({ a, b, c, d, all: a + b + c + d }));

  test("without small cells is shown whole", () => {
    expect(withhold(list(5, 9, 0, 30), sums, LIMIT)).toEqual(new Set());
  });

  test("gives up the smallest further cell beside a small one", () => {
    expect(withhold(list(3, 9, 20, 30), sums, LIMIT)).toEqual(new Set(["a", "b"]));
  });

  test("gives up one more when two leave too little room", () => {
    expect(withhold(list(1, 2, 6, 30), sums, LIMIT)).toEqual(new Set(["a", "b", "c"]));
  });

  test("never hides a 0, and gives up the total when no part is left", () => {
    expect(withhold(list(3, 3, 0, 0), sums, LIMIT)).toEqual(new Set(["a", "b", "all"]));
  });
});

test("a share with few outside it loses its numerator, for the denominator gives the rest away", () => {
  const counts = new Map(Object.entries({ inWork: 60, notInWork: 3, all: 63 }));
  expect(withhold(counts, [{ total: "all", parts: ["inWork", "notInWork"] }], LIMIT)).toEqual(
    new Set(["notInWork", "inWork"]),
  );
});

test("what stands in two tables of a report is withheld in both", () => {
  const counts = new Map(Object.entries({ men: 40, women: 3, young: 20, old: 23, all: 43 }));
  const bySex: Sum = { total: "all", parts: ["men", "women"] };
  const byAge: Sum = { total: "all", parts: ["young", "old"] };
  expect(withhold(counts, [bySex, byAge], LIMIT)).toEqual(new Set(["women", "men"]));
});

test("sums that do not hold are refused", () => {
  const counts = new Map(Object.entries({ a: 3, b: 4, all: 8 }));
  expect(() => withhold(counts, [{ total: "all", parts: ["a", "b"] }], LIMIT)).toThrow(BrokenInput);
  expect(() => withhold(counts, [{ total: "all", parts: ["a", "c"] }], LIMIT)).toThrow(BrokenInput);
});

test("a table loses the smallest further cell of the row and the column, and the corner that ties them", () => {
  const table = suppressTable(
    [
      [3, 9, 50],
      [20, 30, 60],
      [70, 80, 90],
    ],
    LIMIT,
  );
  expect(table.cells).toEqual([
    [withheld, withheld, 50],
    [withheld, withheld, 60],
    [70, 80, 90],
  ]);
  expect([table.rowTotals, table.columnTotals, table.total]).toEqual([[62, 110, 240], [93, 119, 200], 412]);
});

/** All cells of a table, its totals as last row and column. */
function withTotals({ cells, rowTotals, columnTotals, total }: SuppressedTable) {
  return [...cells.map((row, i) => [...row, rowTotals[i]]), [...columnTotals, total]];
}

/**
 * How far a reader who knows the shown cells and the sums can move a withheld cell up (1) or down (−1) from its true
 * value: the greatest flow around through the cell. With the signs of the totals turned, rows and columns sum to 0, so
 * that a change of the table is a flow between rows and columns (Cox 1995, "Network models for complementary cell
 * suppression"). Found by whole units along shortest paths, another way than the one under test.
 */
function reach(shown: (number | object)[][], truth: number[][], at: [number, number], way: 1 | -1): number {
  const [height, width] = [truth.length, truth[0].length];
  const room: number[][][] = truth.map((row, i) =>
    row.map((count, j) => {
      if (typeof shown[i][j] === "number") return [0, 0];
      const up = 20;
      const down = count - 1;
      return (i === height - 1) !== (j === width - 1) ? [down, up] : [up, down];
    }),
  );
  const [i, j] = at;
  const turned = (i === height - 1) !== (j === width - 1);
  const forward = way === 1 ? !turned : turned;
  const [source, sink] = forward ? [height + j, i] : [i, height + j];
  const most = room[i][j][forward ? 0 : 1];
  room[i][j] = [0, 0];
  const capacity = (a: number, b: number) =>
    a < height === b < height ? 0 : a < height ? room[a][b - height][0] : room[b][a - height][1];
  let flow = 0;
  for (; flow < most; flow++) {
    const before = new Map([[source, source]]);
    for (const [node] of before)
      for (let next = 0; next < height + width; next++)
        if (!before.has(next) && capacity(node, next) > 0) before.set(next, node);
    if (!before.has(sink)) break;
    for (let node = sink; node !== source; node = before.get(node) ?? source) {
      const from = before.get(node) ?? source;
      const [edge, side] = from < height ? [room[from][node - height], 0] : [room[node][from - height], 1];
      edge[side]--;
      edge[1 - side]++;
    }
  }
  return flow;
}

const count = fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 60 }));
const counts = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  );

test("nobody who solves the sums of a table can place a withheld cell more narrowly than the limit", () => {
  fc.assert(
    fc.property(counts, fc.constantFrom(3, 5), (rows, limit) => {
      const shown = withTotals(suppressTable(rows, limit));
      const truth = withTotals(suppressTable(rows, 0));
      const numbers = truth.map((row) => row.map(Number));
      for (const [i, row] of shown.entries())
        for (const [j, cell] of row.entries()) {
          if (typeof cell === "number") {
            expect(cell).toBe(truth[i][j]);
            expect(isSmall(cell, limit)).toBe(false);
          } else {
            const width = reach(shown, numbers, [i, j], 1) + reach(shown, numbers, [i, j], -1);
            expect(width).toBeGreaterThanOrEqual(limit);
            expect(truth[i][j]).not.toBe(0);
          }
        }
    }),
    { numRuns: 300 },
  );
});

test("a table of large cells is shown whole", () => {
  fc.assert(
    fc.property(counts, (rows) => {
      const large = rows.map((row) => row.map((n) => (n < LIMIT ? 0 : n)));
      expect(suppressTable(large, LIMIT)).toEqual(suppressTable(large, 0));
    }),
  );
});

test("a year of every municipality is done in a moment", () => {
  const rows = Array.from({ length: 98 }, (_, i) => Array.from({ length: 12 }, (__, j) => (i * i * 7 + j * 31) % 60));
  const hidden = suppressTable(rows, LIMIT)
    .cells.flat()
    .filter((cell) => typeof cell !== "number").length;
  const small = rows.flat().filter((n) => isSmall(n, LIMIT)).length;
  expect(hidden).toBeGreaterThan(small);
  expect(hidden).toBeLessThan(3 * small);
});
