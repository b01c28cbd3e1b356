import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { readIndicators } from "#connectors/data-files/indicators.ts";
import { readLaw } from "#connectors/data-files/law.ts";
import { parseDay } from "#core/calendar/day.ts";
import { addToMonth, type Month, parseMonth } from "#core/calendar/month.ts";
import type { Period } from "#core/calendar/period.ts";
import { computeRead, type IndicatorRow } from "#core/indicators/compute.ts";
import { getIndicator } from "#core/indicators/indicator.ts";
import { type SeriesUnit, seriesOf } from "#core/register/counting/windows.ts";
import { registerFromRows } from "#core/register/from-rows.ts";
import { type AsOf, readAsOf } from "#core/register/reading/as-of.ts";
import type { Law } from "#core/register/reading/law.ts";
import { contactRuleFile } from "#core/rules/contacts.ts";
import { home } from "../meta/tree.ts";
import { dimensionsOf, missingQuery, queryOf } from "./answer.ts";
import { measures } from "./cases/all.ts";
import { drawsFrom } from "./draws.ts";
import { type Asked, openTwin } from "./load.ts";
import { type NastyRegister, nastyRegister } from "./nasty.ts";
import type { Facts, TwinCase } from "./twin-case.ts";

const data = join(home, "data");
export const indicators = readIndicators(data);

/** The law of the field, with contact rules that fall due within the short span of the registers. */
export const law: Law = {
  ...readLaw(data),
  contacts: contactRuleFile.parse({
    contacts: [
      {
        benefits: ["dagpenge"],
        conversations: ["jobsamtale"],
        least: "1",
        dueMonths: "1",
        validTo: "2017-03-31",
        source: "test",
      },
      {
        benefits: ["dagpenge"],
        conversations: ["jobsamtale", "opfoelgning"],
        least: "2",
        afterMonths: "1",
        dueMonths: "3",
        source: "test",
      },
      {
        benefits: ["kontanthjaelp"],
        visitation: ["jobparat"],
        conversations: ["jobsamtale"],
        least: "1",
        dueWeeks: "3",
        source: "test",
      },
      { benefits: ["sygedagpenge"], conversations: ["opfoelgning"], least: "1", dueWeeks: "2", source: "test" },
    ],
  }).contacts,
};

/** What a register is asked for: a stretch of months, and the unit of its series. */
type Span = { readonly from: Month; readonly to: Month; readonly unit: SeriesUnit };

const lengths = { month: 3, quarter: 6, year: 24, rolling12: 2 } as const;

function spanOf(number: number): Span {
  const draws = drawsFrom(number * 7919 + 1);
  const unit = draws.one(["month", "month", "quarter", "year", "rolling12"] as const);
  const last = addToMonth(parseMonth("2017-12"), 1 - lengths[unit]);
  const from = addToMonth(parseMonth("2016-01"), draws.whole(0, last - parseMonth("2016-01")));
  return { unit, from, to: addToMonth(from, lengths[unit] - 1) };
}

/** A register read as of its day, and what it is asked for. */
export type ReadRegister = { readonly read: AsOf; readonly span: Span; readonly periods: readonly Period[] };

/** The generated register of a number, read. */
export function readNasty(number: number): ReadRegister {
  return readRegister(nastyRegister(number), spanOf(number));
}

function readRegister({ plain, asOf }: NastyRegister, span: Span): ReadRegister {
  const periods = seriesOf(span.from, span.to, span.unit).flat();
  return { span, periods, read: readAsOf(registerFromRows(plain), parseDay(asOf)) };
}

/** One figure on which engine and twin disagree. */
export type Difference = {
  readonly register: number;
  readonly case: string;
  readonly period: string;
  readonly dims: string;
  readonly engine: string;
  readonly twin: string;
};

/**
 * Asks engine and twin the same of registers: of each measure every register one of the measure's questions, chosen by
 * its number, or all of them.
 *
 * @returns every difference, and how many figures were compared
 */
export async function compareRegisters(numbers: readonly number[], all = false) {
  const registers = numbers.map((number) => {
    const register = nastyRegister(number);
    return { register, ...readRegister(register, spanOf(number)) };
  });
  const connection = await openTwin(registers);
  const differences: Difference[] = [];
  let compared = 0;
  for (const cases of Object.values(measures))
    for (const [at, question] of cases.entries()) {
      const chosen = registers.filter(({ register }) => all || register.number % cases.length === at);
      if (chosen.length === 0) continue;
      const twin = await askTwin(connection, question, chosen);
      for (const one of chosen) {
        const rows = askEngine(question, one.read, one.span);
        compared += rows.length;
        differences.push(...differencesOf(question, one, rows, twin));
      }
    }
  connection.closeSync();
  return { differences, compared };
}

function askEngine(question: TwinCase, read: AsOf, span: Span): readonly IndicatorRow[] {
  const { indicator, by, where, parameters } = question;
  return computeRead(getIndicator(indicators, indicator), read, { law, ...span, by, where, parameters, full: true })
    .rows;
}

type TwinAnswer = {
  readonly missing: ReadonlyMap<string, string>;
  readonly numerator: ReadonlyMap<string, readonly [value: number, persons: number]>;
  readonly denominator: ReadonlyMap<string, readonly [value: number, persons: number]> | undefined;
};

async function askTwin(
  connection: DuckDBConnection,
  question: TwinCase,
  chosen: readonly Asked[],
): Promise<TwinAnswer> {
  const numbers = chosen.map(({ register }) => register.number).join(", ");
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE windows AS SELECT * FROM all_windows WHERE register IN (${numbers})`,
  );
  const missing = await connection.runAndReadAll(missingQuery(question));
  return {
    missing: new Map(missing.getRows().map(([register, period, reason]) => [`${register} ${period}`, String(reason)])),
    numerator: await askHalf(connection, question, question.numerator),
    denominator: question.denominator && (await askHalf(connection, question, question.denominator)),
  };
}

async function askHalf(connection: DuckDBConnection, question: TwinCase, facts: Facts) {
  const found = await connection.runAndReadAll(queryOf(question, facts));
  return new Map(
    found.getRows().map((row): [string, readonly [number, number]] => {
      const words = row.map(String);
      const key = words.slice(0, -2).join(" ");
      return [key, [Number(words.at(-2)), Number(words.at(-1))]];
    }),
  );
}

function differencesOf(
  question: TwinCase,
  { register }: Asked,
  rows: readonly IndicatorRow[],
  twin: TwinAnswer,
): Difference[] {
  const name = JSON.stringify({
    indicator: question.indicator,
    ...question.parameters,
    by: question.by,
    where: question.where,
  });
  const found: Difference[] = [];
  const report = (period: string, dims: string, engine: unknown, other: unknown) =>
    found.push({ register: register.number, case: name, period, dims, engine: String(engine), twin: String(other) });
  const seen = new Set<string>();
  for (const row of rows) {
    const at = `${register.number} ${row.period.id}`;
    const dims = Object.values(row.dims).join(" ");
    const reason = twin.missing.get(at);
    if (reason !== undefined) {
      if (row.missing !== reason) report(row.period.id, dims, row.missing ?? row.value, reason);
      continue;
    }
    const key = (facts: Facts) => [at, ...dimensionsOf(question, facts).map((one) => row.dims[one])].join(" ");
    seen.add(key(question.numerator));
    const [value, persons] = twin.numerator.get(key(question.numerator)) ?? [0, 0];
    if (question.denominator === undefined) {
      const expected = Number.isNaN(value) || (persons === 0 && isMean(question)) ? "division-by-zero" : value;
      if (!isSame(row.missing ?? row.value, expected)) report(row.period.id, dims, row.missing ?? row.value, expected);
      if (row.missing === undefined && row.n !== persons) report(row.period.id, dims, `n ${row.n}`, `n ${persons}`);
      continue;
    }
    const [base] = twin.denominator?.get(key(question.denominator)) ?? [0, 0];
    const share = base === 0 ? (question.without ?? "division-by-zero") : value / base;
    if (!isSame(row.missing ?? row.value, share)) report(row.period.id, dims, row.missing ?? row.value, share);
    if (!isSame(row.numerator, value)) report(row.period.id, dims, `numerator ${row.numerator}`, `numerator ${value}`);
    if (!isSame(row.denominator, base))
      report(row.period.id, dims, `denominator ${row.denominator}`, `denominator ${base}`);
  }
  for (const key of twin.numerator.keys()) {
    const [number, period] = key.split(" ");
    if (Number(number) !== register.number || seen.has(key) || twin.missing.has(`${number} ${period}`)) continue;
    report(period, key, "no row", twin.numerator.get(key)?.[0]);
  }
  return found;
}

function isMean({ numerator }: TwinCase): boolean {
  return numerator.reading === "mean" || numerator.reading === "median";
}

function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== "number" || typeof other !== "number") return one === other;
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other));
}
