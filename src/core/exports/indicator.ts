import { formatDay } from "../calendar/day.ts";
import type { Figure, Missing } from "../figures/figure.ts";
import type { IndicatorResult } from "../indicators/compute.ts";
import type { Indicator } from "../indicators/indicator.ts";
import type { IndicatorRow } from "../indicators/row.ts";
import { verbatim } from "../text/text.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { type FigureTable, type Head, plainTerm, type Term } from "./figure-table.ts";

/** What is told of the register an indicator was computed from. */
export type RegisterName = { readonly id: string; readonly name: string };

/** The figures of an indicator: a row a period and cell. What is withheld in the result is withheld here. */
export function indicatorTable(
  result: IndicatorResult,
  indicator: Indicator,
  by: readonly string[],
  { vocabulary, register, drawn }: { vocabulary: Vocabulary; register: RegisterName } & Pick<Head, "drawn">,
): FigureTable {
  const { asOf, simulated } = result;
  const source = { source: register.name, table: register.id };
  return {
    name: [indicator.id, ...by, formatDay(asOf), ...(simulated ? ["simuleret"] : [])].join("-"),
    head: {
      title: indicator.name,
      ...{ asOf, drawn, simulated },
      sources: [source],
      definitions: [{ term: indicator.name, says: indicator.definition }],
    },
    keys: [
      { id: "indicator", label: { da: "Indikator", en: "Indicator" }, coded: true },
      ...by.map((id) => ({
        id: columnId(id),
        label: vocabulary.dimensions.get(id)?.label ?? verbatim(id),
        coded: true,
        ...(id === "municipality" && { isArea: true as const }),
      })),
    ],
    isTimed: true,
    measures: [
      { id: "value", label: { da: "Tal", en: "Figure" }, unit: indicator.unit, isPublished: true },
      { id: "behind", label: { da: "Antal bag tallet", en: "Number behind it" }, unit: "count", isPublished: false },
    ],
    attributes: [],
    rows: result.rows.map((row) => ({
      keys: [{ code: indicator.id, words: indicator.name }, ...by.map((one) => termOf(row.dims[one], one, vocabulary))],
      period: row.period,
      figures: figuresOf(row, indicator, source),
      attributes: [],
    })),
  };
}

function columnId(dimension: string): string {
  return dimension.replaceAll("-", "_");
}

/** A cell that nothing is known of in some dimension has no code there. */
function termOf(code: string | undefined, dimension: string, { dimensions, lists, areas }: Vocabulary): Term {
  const list = lists.get(dimensions.get(dimension)?.list ?? "");
  const label = code === undefined ? undefined : (list?.terms.get(code)?.label ?? areas.byId.get(code)?.label);
  return label === undefined || code === undefined ? plainTerm(code ?? "") : { code, words: label };
}

function figuresOf(
  row: IndicatorRow,
  { unit }: Indicator,
  origin: { source: string; table: string },
): (Figure | Missing)[] {
  const { period, value, missing = "no-data", n, preliminary = false } = row;
  if (value === undefined)
    return [
      { missing, unit, period },
      { missing, unit: "count", period },
    ];
  const behind: Figure | Missing =
    n === undefined ? { missing: "no-data", unit: "count", period } : { value: n, unit: "count", period };
  return [{ value, unit, period, origin: { ...origin, preliminary } }, behind];
}
