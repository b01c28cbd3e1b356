import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readChecked } from "#connectors/data-files/yaml.ts";
import { missingReasons } from "#core/figures/figure.ts";
import { flag, text, unit, where } from "#core/format/scalars.ts";
import { seriesUnits } from "#core/register/counting/windows.ts";
import { home } from "../meta/tree.ts";

const number = z.string().transform(Number);
const missing = z.enum(missingReasons);

/** A row of an answer: the period, a code of each dimension, and the figure or why there is none. */
const row = z
  .looseObject({
    period: z.string(),
    value: number.optional(),
    unit: unit.optional(),
    missing: missing.optional(),
    numerator: number.optional(),
    denominator: number.optional(),
    n: number.optional(),
  })
  .transform(({ period, value, unit, missing, numerator, denominator, n, ...dims }) => ({
    period,
    dims: where.parse(dims),
    figure: { value, unit, missing, numerator, denominator, n },
  }));
export type Row = z.output<typeof row>;

const work = z.strictObject({ da: z.string(), en: z.string(), sums: z.array(z.string()).default([]) });

const indicatorAsk = z.strictObject({
  indicator: z.string(),
  parameters: z.record(z.string(), z.string()).default({}),
  where: where.default({}),
  by: z.array(z.string()).default([]),
  from: z.string(),
  to: z.string(),
  unit: z.enum(seriesUnits),
  asOf: z.string().optional(),
  full: flag,
  expect: z.array(row),
  work,
});
export type IndicatorAsk = z.output<typeof indicatorAsk>;

const share = z.strictObject({ value: number, unit });
const refusionAsk = z.strictObject({
  refusion: z.strictObject({ person: z.string(), day: z.string() }),
  expect: z.strictObject({ week: number.optional(), state: share, municipality: share }),
  work,
});
export type RefusionAsk = z.output<typeof refusionAsk>;

/** A cell of a published table; null where it is withheld. */
const cell = z.string().transform((written) => (written === "null" ? null : Number(written)));
const withholdAsk = z.strictObject({
  withhold: z.strictObject({
    limit: number,
    rows: z.array(z.string()),
    columns: z.array(z.string()),
    counts: z.array(z.array(number)),
  }),
  expect: z.strictObject({
    cells: z.array(z.array(cell)),
    rowTotals: z.array(cell),
    columnTotals: z.array(cell).optional(),
    total: cell.optional(),
  }),
  work,
});
export type WithholdAsk = z.output<typeof withholdAsk>;

const workedCase = z.strictObject({
  id: z.string(),
  rules: z.array(z.string()),
  title: text,
  why: text,
  asks: z.array(z.union([indicatorAsk, refusionAsk, withholdAsk])),
});
export type WorkedCase = z.output<typeof workedCase>;

/** The folder of the kit. */
export const kit = join(home, "kit");

/** The names of the kit's cases, in order. */
export const caseNames = readdirSync(join(kit, "cases")).sort();

/** A case of the kit. */
export function readCase(name: string): WorkedCase {
  return readChecked(join(kit, "cases", name, "case.yaml"), workedCase);
}

/** Every case of the kit. */
export const cases = caseNames.map(readCase);

/** The asks of a kind, each with its case and its number in it. */
export function asksOf<K extends "indicator" | "refusion" | "withhold">(kind: K) {
  return cases.flatMap(({ id, asks }) =>
    asks.flatMap((ask, i) => (isOf(kind, ask) ? [{ name: `${id} · ${i + 1}`, id, ask }] : [])),
  );
}

type Ask = WorkedCase["asks"][number];

function isOf<K extends string>(kind: K, ask: Ask): ask is Extract<Ask, Readonly<Record<K, unknown>>> {
  return kind in ask;
}

/** A table of the kit as rows by the names of its columns; its files need no quotes. */
export function readCsv(path: string): Record<string, string>[] {
  const [header, ...lines] = readFileSync(path, "utf8").trimEnd().split("\n");
  const names = header.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i], cell])));
}
