import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { RegisterSetting } from "#actions/register-setting.ts";
import { readIndicators } from "#connectors/data-files/indicators.ts";
import { readLaw } from "#connectors/data-files/law.ts";
import { readVocabulary } from "#connectors/data-files/vocabulary.ts";
import { parseDay } from "#core/calendar/day.ts";
import { parseMonth } from "#core/calendar/month.ts";
import { type Sum, withhold } from "#core/figures/suppress.ts";
import type { Unit } from "#core/figures/unit.ts";
import { computeIndicator, type IndicatorResult } from "#core/indicators/compute.ts";
import { getIndicator } from "#core/indicators/indicator.ts";
import type { IndicatorRow } from "#core/indicators/row.ts";
import type { Register } from "#core/register/columns.ts";
import { home } from "../meta/tree.ts";
import { asksOf, type IndicatorAsk, kit, type Row, type WithholdAsk } from "./case.ts";
import { ways } from "./input.ts";

/** Figures by hand are written with six decimals. */
const SAME = 1e-6;

const data = join(home, "data");
const vocabulary = readVocabulary(data);
const indicators = readIndicators(data, vocabulary);
const law = readLaw(data, vocabulary);
const setting: RegisterSetting = {
  folders: { data, var: join(home, "var") },
  vocabulary,
  now: "2026-11-22T10:00:00Z",
  by: "test",
};

describe.each(ways)("The engine gives the answer worked out by hand, reading $way", ({ read }) => {
  it.each(asksOf("indicator"))("$name", async ({ id, ask }) => {
    const { unit, rows } = answer(ask, await read(join(kit, "cases", id), setting));
    expect(ask.expect.map((row) => asExpected(row, unit, find(rows, row)))).toEqual(ask.expect);
    const others = rows.filter((row) => ask.expect.every((one) => !isFor(one, row)));
    expect(others.filter(({ value }) => value !== undefined && value !== 0)).toEqual([]);
  });
});

describe("Suppression gives the table worked out by hand", () => {
  it.each(asksOf("withhold"))("$name", ({ ask }) => {
    expect(published(ask)).toEqual(ask.expect);
  });
});

function answer(ask: IndicatorAsk, register: Register): IndicatorResult {
  const { from, to, unit, by, where, parameters, full, asOf } = ask;
  return computeIndicator(getIndicator(indicators, ask.indicator), register, {
    law,
    from: parseMonth(from),
    to: parseMonth(to),
    ...{ unit, by, where, parameters, full },
    ...(asOf !== undefined && { asOf: parseDay(asOf) }),
  });
}

function find(rows: readonly IndicatorRow[], wanted: Row): IndicatorRow | undefined {
  return rows.find((row) => isFor(wanted, row)) ?? rows.find((row) => isWhole(row) && row.period.id === wanted.period);
}

function isFor({ period, dims }: Row, row: IndicatorRow): boolean {
  return row.period.id === period && Object.entries(dims).every(([id, code]) => row.dims[id] === code);
}

/** A row for the period as a whole: where there is no figure at all, there are no cells. */
function isWhole({ dims }: IndicatorRow): boolean {
  return Object.keys(dims).length === 0;
}

/** A computed row in the form of the expected one, with the terms that that one names. A cell that is not there is 0. */
function asExpected({ period, dims, figure }: Row, unit: Unit, row: Partial<IndicatorRow> = { value: 0 }): Row {
  const { missing } = row;
  const term = (name: "value" | "numerator" | "denominator" | "n") => {
    const [hand, ours] = [figure[name], missing === undefined ? row[name] : undefined];
    if (hand === undefined && name !== "value") return undefined;
    return hand !== undefined && ours !== undefined && Math.abs(ours - hand) <= SAME ? hand : ours;
  };
  const terms = { value: term("value"), numerator: term("numerator"), denominator: term("denominator"), n: term("n") };
  return { period, dims, figure: { ...terms, missing, unit: missing === undefined ? unit : undefined } };
}

/** A table as it is published: null for each cell and total that is withheld. */
function published({ withhold: { limit, counts } }: WithholdAsk) {
  const sumOf = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0);
  const keys = counts.map((row, r) => row.map((_, c) => `${r},${c}`));
  const amounts = new Map(counts.flatMap((row, r) => row.map((count, c) => [keys[r][c], count] as const)));
  const sums: Sum[] = [];
  const total = (name: string, parts: readonly string[]) => {
    amounts.set(name, sumOf(parts.map((part) => amounts.get(part) ?? 0)));
    sums.push({ total: name, parts });
    return name;
  };
  const rowKeys = keys.map((row, r) => total(`row ${r}`, row));
  const columnKeys =
    keys.length === 1
      ? []
      : keys[0].map((_, c) =>
          total(
            `column ${c}`,
            keys.map((row) => row[c]),
          ),
        );
  const all = columnKeys.length === 0 ? undefined : total("all", rowKeys);
  if (all !== undefined) sums.push({ total: all, parts: columnKeys });
  const hidden = withhold(amounts, sums, limit);
  const shown = (key: string) => (hidden.has(key) ? null : (amounts.get(key) ?? 0));
  return {
    cells: keys.map((row) => row.map(shown)),
    rowTotals: rowKeys.map(shown),
    ...(all !== undefined && { columnTotals: columnKeys.map(shown), total: shown(all) }),
  };
}
