import type { DuckDBConnection } from "@duckdb/node-api";
import { computeRead } from "#core/indicators/compute.ts";
import { getIndicator } from "#core/indicators/indicator.ts";
import type { IndicatorRow } from "#core/indicators/row.ts";
import { dimensionsOf, missingQuery, queryOf } from "./answer.ts";
import { measures } from "./cases/all.ts";
import { openTwin } from "./load.ts";
import { indicators, law, type ReadRegister } from "./read.ts";
import type { Facts, TwinCase } from "./twin-case.ts";

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
 * Asks engine and twin the same of registers: of each measure every register one of the measure's questions, turn by
 * turn, or all of them. While the twin works on one question, the engine answers the one before.
 *
 * @returns every difference, and how many figures were compared
 */
export async function compareRegisters(registers: readonly ReadRegister[], all = false) {
  const connection = await openTwin(registers);
  const asked = Object.values(measures).flatMap((cases) =>
    cases.map((question, at) => ({ question, chosen: all ? registers : shareOf(registers, at, cases.length) })),
  );
  const differences: Difference[] = [];
  let compared = 0;
  let answer = askTwin(connection, asked[0].question, asked[0].chosen);
  for (const [at, { question, chosen }] of asked.entries()) {
    const twin = await answer;
    const next = asked[at + 1];
    if (next !== undefined) answer = askTwin(connection, next.question, next.chosen);
    for (const one of chosen) {
      const rows = askEngine(question, one);
      compared += rows.length;
      differences.push(...differencesOf(question, one, rows, twin));
    }
  }
  connection.closeSync();
  return { differences, compared };
}

/** The part of registers that one of several questions is put to: neighbours, which a database reads at a stroke. */
function shareOf(registers: readonly ReadRegister[], at: number, questions: number): readonly ReadRegister[] {
  const bound = (k: number) => Math.floor((registers.length * k) / questions);
  return registers.slice(bound(at), bound(at + 1));
}

function askEngine(question: TwinCase, { read, span }: ReadRegister): readonly IndicatorRow[] {
  const { indicator, by, where, parameters } = question;
  return computeRead(getIndicator(indicators, indicator), read, { law, ...span, by, where, parameters, full: true })
    .rows;
}

/** Of one register: what its figures are, by period and words of the dimensions. */
type Half = ReadonlyMap<string, readonly [value: number, persons: number]>;

/** By register; of a register without any figure, nothing. */
type Halves = ReadonlyMap<number, Half>;

type TwinAnswer = {
  readonly missing: ReadonlyMap<string, string>;
  readonly numerator: Halves;
  readonly denominator: Halves | undefined;
};

const none: Half = new Map();

async function askTwin(
  connection: DuckDBConnection,
  question: TwinCase,
  chosen: readonly ReadRegister[],
): Promise<TwinAnswer> {
  const numbers = chosen.map(({ register }) => register.number);
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE windows AS SELECT * FROM all_windows
      WHERE register BETWEEN ${Math.min(...numbers)} AND ${Math.max(...numbers)}`,
  );
  const missing = await connection.runAndReadAll(missingQuery(question));
  return {
    missing: new Map(missing.getRows().map(([register, period, reason]) => [`${register} ${period}`, String(reason)])),
    numerator: await askHalf(connection, question, question.numerator),
    denominator: question.denominator && (await askHalf(connection, question, question.denominator)),
  };
}

async function askHalf(connection: DuckDBConnection, question: TwinCase, facts: Facts): Promise<Halves> {
  const found = await connection.runAndReadAll(queryOf(question, facts));
  const halves = new Map<number, Map<string, readonly [number, number]>>();
  for (const [register, ...row] of found.getRows()) {
    const words = row.map(String);
    const half = halves.get(Number(register)) ?? new Map();
    halves.set(Number(register), half.set(words.slice(0, -2).join(" "), [Number(words.at(-2)), Number(words.at(-1))]));
  }
  return halves;
}

function differencesOf(
  question: TwinCase,
  { register }: ReadRegister,
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
  const numerator = twin.numerator.get(register.number) ?? none;
  const denominator = twin.denominator?.get(register.number) ?? none;
  for (const row of rows) {
    const at = `${register.number} ${row.period.id}`;
    const dims = Object.values(row.dims).join(" ");
    const reason = twin.missing.get(at);
    if (reason !== undefined) {
      if (row.missing !== reason) report(row.period.id, dims, row.missing ?? row.value, reason);
      continue;
    }
    const key = (facts: Facts) =>
      [row.period.id, ...dimensionsOf(question, facts).map((one) => row.dims[one])].join(" ");
    seen.add(key(question.numerator));
    const [value, persons] = numerator.get(key(question.numerator)) ?? [0, 0];
    if (question.denominator === undefined) {
      const expected = Number.isNaN(value) || (persons === 0 && isMean(question)) ? "division-by-zero" : value;
      if (!isSame(row.missing ?? row.value, expected)) report(row.period.id, dims, row.missing ?? row.value, expected);
      if (row.missing === undefined && row.n !== persons) report(row.period.id, dims, `n ${row.n}`, `n ${persons}`);
      continue;
    }
    const [base] = denominator.get(key(question.denominator)) ?? [0, 0];
    const share = base === 0 ? (question.without ?? "division-by-zero") : value / base;
    if (!isSame(row.missing ?? row.value, share)) report(row.period.id, dims, row.missing ?? row.value, share);
    if (!isSame(row.numerator, value)) report(row.period.id, dims, `numerator ${row.numerator}`, `numerator ${value}`);
    if (!isSame(row.denominator, base))
      report(row.period.id, dims, `denominator ${row.denominator}`, `denominator ${base}`);
  }
  for (const [key, [value]] of numerator) {
    const [period] = key.split(" ");
    if (seen.has(key) || twin.missing.has(`${register.number} ${period}`)) continue;
    report(period, key, "no row", value);
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
