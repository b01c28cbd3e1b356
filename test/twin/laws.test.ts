import { describe, expect, it } from "vitest";
import { addDays, type Day, parseDay } from "#core/calendar/day.ts";
import { periodAround } from "#core/calendar/period.ts";
import { spellBalance } from "#core/indicators/balance.ts";
import { computeRead } from "#core/indicators/compute.ts";
import { type Formula, type ParameterValues, readyMeasure } from "#core/indicators/formula.ts";
import { getIndicator } from "#core/indicators/indicator.ts";
import type { Contribution } from "#core/indicators/read-cell.ts";
import type { IndicatorRow } from "#core/indicators/row.ts";
import { countInto, startTable } from "#core/register/counting/table.ts";
import { sumAt } from "#core/register/counting/tally.ts";
import { windowsOf } from "#core/register/counting/windows.ts";
import type { AsOf } from "#core/register/reading/as-of.ts";
import { indicators, law, type ReadRegister, readNasty } from "./read.ts";

/** Some of the generated registers that engine and twin are compared on. */
function some(count: number): ReadRegister[] {
  return Array.from({ length: count }, (_, k) => readNasty(k * 7));
}

function rowsOf({ read, span }: ReadRegister, id: string, by: readonly string[], parameters: ParameterValues = {}) {
  return computeRead(getIndicator(indicators, id), read, { law, ...span, by, parameters, full: true });
}

describe("Running spells", () => {
  it("move between the cells of any other breakdown, and what moves out of one moves into another", () => {
    let movers = 0;
    for (const { read, span } of some(300)) {
      const rows = spellBalance(read, law, { ...span, by: ["visitation"] });
      movers += rows.filter(({ moved }) => moved !== 0).length;
      for (const period of new Set(rows.map((row) => row.period.id))) {
        const own = rows.filter((row) => row.period.id === period);
        expect(own.reduce((sum, row) => sum + row.moved, 0)).toBe(0);
      }
    }
    expect(movers).toBeGreaterThan(0);
  });

  it("on a day are those of the day before, and those that begin on it, less those that ended with the day before", () => {
    for (const { read } of some(40)) {
      const days = dailySpells(read, parseDay("2016-03-01"), parseDay("2016-05-31"));
      for (const [t, { running, ended }] of days.slice(0, -1).entries())
        expect(days[t + 1].running).toBe(running + days[t + 1].begun - ended);
    }
  });
});

/** Day by day: the spells running on it, those that begin on it, and those whose last day it is. */
function dailySpells(read: AsOf, from: Day, last: Day) {
  const days = Array.from({ length: last - from + 1 }, (_, k) => periodAround(addDays(from, k), "day"));
  const persons = { from: 0, to: read.register.dictionaries.person.words.length };
  const reading = { ...read, law, windows: windowsOf(days), persons, known: new Map() };
  const count = (formula: Formula) => {
    const { data } = readyMeasure({ table: "benefits", of: "spells", ...formula }, {});
    const table = startTable(days.length, "benefits");
    if (data !== undefined)
      countInto(table, reading, data.count(reading, new Map()), { where: {}, by: [], persons: false });
    return days.map((_, w) => sumAt(table.tally, 0, w));
  };
  const running = count({ measure: "on-day", count: "units" });
  const [begun, ended] = [count({ measure: "begun" }), count({ measure: "ended" })];
  return days.map((_, k) => ({ running: running[k], begun: begun[k], ended: ended[k] }));
}

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

  const named = asked.map(([id, dimensions, parameters]) => ({ id, dimensions, parameters }));
  it.each(named)("of $id add up to the whole where they are said to", ({ id, dimensions, parameters }) => {
    for (const register of some(120)) {
      const whole = rowsOf(register, id, [], parameters);
      for (const dimension of dimensions) {
        const parts = rowsOf(register, id, [dimension], parameters);
        if (!parts.addsUp.includes(dimension)) continue;
        for (const row of whole.rows) {
          const own = parts.rows.filter(({ period, missing }) => period.id === row.period.id && missing === undefined);
          if (row.missing !== undefined || own.length === 0) continue;
          expect(sumOf(own)).toBeCloseTo(row.numerator ?? row.value ?? Number.NaN, 9);
        }
      }
    }
  });

  it("are said not to add up where a person can be in several, and in some register do not", () => {
    const over = some(500).some((register) => {
      const [whole, parts] = [rowsOf(register, "personer", []), rowsOf(register, "personer", ["benefit"])];
      expect(parts.addsUp).not.toContain("benefit");
      return whole.rows.some((row) => {
        const own = parts.rows.filter(({ period }) => period.id === row.period.id);
        return row.value !== undefined && sumOf(own) > row.value;
      });
    });
    expect(over).toBe(true);
  });
});

describe("The persons", () => {
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
    for (const { read, span } of some(100)) {
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

/** The sum of the counts of rows: of shares, of their numerators. */
function sumOf(rows: readonly IndicatorRow[]): number {
  return rows.reduce((sum, row) => sum + (row.numerator ?? row.value ?? 0), 0);
}
