import { describe, expect, it } from "vitest";
import { spellBalance } from "#core/indicators/balance.ts";
import { computeRead, type IndicatorRow } from "#core/indicators/compute.ts";
import type { ParameterValues } from "#core/indicators/formula.ts";
import { getIndicator } from "#core/indicators/indicator.ts";
import type { Contribution } from "#core/indicators/read-cell.ts";
import { indicators, law, type ReadRegister, readNasty } from "./compare.ts";

/** So many generated registers are held to the laws. */
const REGISTERS = 10_000;

function some(every: number): ReadRegister[] {
  return Array.from({ length: REGISTERS / every }, (_, k) => readNasty(k * every));
}

function rowsOf({ read, span }: ReadRegister, id: string, by: readonly string[], parameters: ParameterValues = {}) {
  return computeRead(getIndicator(indicators, id), read, { law, ...span, by, parameters, full: true });
}

describe("Running spells", () => {
  it("after a period are those before it, and those begun, less those ended: to the person, by benefit", () => {
    for (const { read, span } of some(1))
      for (const by of [["benefit"], ["benefit", "municipality"]]) {
        const moved = spellBalance(read, law, { ...span, by }).filter((row) => row.moved !== 0);
        expect(moved).toEqual([]);
      }
  });

  it("move between the cells of any other breakdown, and what moves out of one moves into another", () => {
    let movers = 0;
    for (const { read, span } of some(10)) {
      const rows = spellBalance(read, law, { ...span, by: ["visitation"] });
      movers += rows.filter(({ moved }) => moved !== 0).length;
      for (const period of new Set(rows.map((row) => row.period.id))) {
        const own = rows.filter((row) => row.period.id === period);
        expect(own.reduce((sum, row) => sum + row.moved, 0)).toBe(0);
      }
    }
    expect(movers).toBeGreaterThan(0);
  });

  it("on the next day are the day's, and those that begin on it, less those that ended with the day", () => {
    for (const { read, span } of some(20)) {
      const rows = spellBalance(read, law, { ...span, by: [] });
      const running = new Map(
        rowsOf({ read, span, periods: [] }, "loebende-forloeb", []).rows.map((row) => [row.period.id, row]),
      );
      // Those that run on the last day are those that go on after it, and those that end with it.
      for (const { period, after } of rows) {
        const { value } = running.get(period.id) ?? {};
        if (value !== undefined) expect(value).toBeGreaterThanOrEqual(after);
      }
    }
  });
});

describe("Parts", () => {
  const asked: readonly (readonly [string, readonly string[], ParameterValues?])[] = [
    ["fuldtidspersoner", ["benefit", "municipality", "sex", "age", "visitation", "unit", "duration"]],
    ["personer", ["benefit", "sex", "age", "visitation"]],
    ["offentligt-forsoergede", ["sex", "unit", "municipality", "duration"]],
    ["tilgang", ["benefit", "municipality", "visitation", "age", "duration"]],
    ["afgang", ["benefit", "status", "destination", "unit"]],
    ["samtaler", ["conversation", "benefit", "visitation", "municipality"]],
    ["langtidsforsoergede", ["benefit", "sex", "visitation"], { days: "40" }],
    ["aktiveringsgrad", ["offer", "sex", "visitation", "benefit"]],
    ["jobordrer", ["occupation", "municipality"]],
  ];

  it.each(asked)("of %s add up to the whole where they are said to", (id, dimensions, parameters) => {
    for (const register of some(25)) {
      const whole = rowsOf(register, id, [], parameters);
      for (const dimension of dimensions) {
        const parts = rowsOf(register, id, [dimension], parameters);
        if (!parts.addsUp.includes(dimension)) continue;
        for (const row of whole.rows) {
          const own = parts.rows.filter(({ period, missing }) => period.id === row.period.id && missing === undefined);
          if (row.missing !== undefined || own.length === 0) continue;
          expect(sumOf(own, "value")).toBeCloseTo(row.numerator ?? row.value ?? Number.NaN, 9);
        }
      }
    }
  });

  it("are said not to add up where a person can be in several, and in some register do not", () => {
    const over = some(5).some((register) => {
      const [whole, parts] = [rowsOf(register, "personer", []), rowsOf(register, "personer", ["benefit"])];
      expect(parts.addsUp).not.toContain("benefit");
      return whole.rows.some((row) => {
        const own = parts.rows.filter(({ period }) => period.id === row.period.id);
        return row.value !== undefined && sumOf(own, "value") > row.value;
      });
    });
    expect(over).toBe(true);
  });
});

describe("Persons", () => {
  it("are at least as many as full-time persons, of each benefit in each municipality", () => {
    for (const register of some(1)) {
      const by = ["benefit", "municipality"];
      const persons = new Map(rowsOf(register, "personer", by).rows.map((row) => [keyOf(row), row.value]));
      for (const row of rowsOf(register, "fuldtidspersoner", by).rows)
        if (row.value !== undefined) expect(persons.get(keyOf(row)) ?? 0).toBeGreaterThanOrEqual(row.value - 1e-9);
    }
  });

  const behind = [
    "fuldtidspersoner",
    "personer",
    "tilgang",
    "varighed",
    "aktiveringsgrad",
    "samarbejdsgrad",
    "tilfredshed",
  ];

  it.each(behind)("behind each cell of %s give the cell when counted again", (id) => {
    for (const { read, span } of some(50)) {
      const question = { law, ...span, persons: true, full: true };
      for (const row of computeRead(getIndicator(indicators, id), read, question).rows) {
        if (row.persons === undefined) continue;
        const again = (list: readonly Contribution[]) => list.reduce((sum, { amount }) => sum + amount, 0);
        const { numerator, denominator } = row.persons;
        const isMean = id === "tilfredshed";
        const top = isMean ? again(numerator) / numerator.length : again(numerator);
        if (row.missing === undefined) expect(top).toBeCloseTo(row.numerator ?? row.value ?? Number.NaN, 9);
        if (denominator !== undefined) expect(again(denominator)).toBeCloseTo(row.denominator ?? Number.NaN, 9);
        expect(new Set(numerator.map((one) => one.id)).size).toBe(numerator.length);
      }
    }
  });
});

function keyOf({ period, dims }: IndicatorRow): string {
  return JSON.stringify([period.id, dims]);
}

/** The sum of the counts of rows: of shares, of their numerators. */
function sumOf(rows: readonly IndicatorRow[], _: "value"): number {
  return rows.reduce((sum, row) => sum + (row.numerator ?? row.value ?? 0), 0);
}
