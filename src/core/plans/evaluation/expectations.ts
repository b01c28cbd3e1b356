import type { Day } from "../../calendar/day.ts";
import type { Period } from "../../calendar/period.ts";
import { type Figure, isMissing, type Missing } from "../../figures/figure.ts";
import type { Printed } from "../../figures/printed.ts";
import type { Where } from "../../format/scalars.ts";
import type { Indicators } from "../../indicators/indicator.ts";
import type { Series } from "../../indicators/series.ts";
import type { Expectation, Plan } from "../format/plan.ts";
import type { Source as Printing } from "../format/print.ts";
import { proxiesFor, seriesFor } from "./measure.ts";
import { figureIn, isFinal } from "./values.ts";

/** One expected figure held against what came. */
export type ExpectationResult = {
  readonly id: string;
  readonly expectation: Expectation;
  readonly period: Period;
  readonly series: Series | undefined;
  readonly expected: Figure;
  readonly actual: Figure | Missing;
  /** Actual minus expected. */
  readonly difference: Figure | Missing;
  readonly preliminary: boolean;
  readonly source: Printing;
};

type Measures = {
  readonly indicator: string | undefined;
  readonly where: Where | undefined;
  readonly area: string | undefined;
};
type Expected = { readonly period: Period; readonly value: Printed; readonly measures: Measures };

/** Every figure an expectation prints: its own values, or the forecast columns of its row. */
export function expectedFigures(plan: Plan, { row, values, indicator, where, area }: Expectation): Expected[] {
  const own = (values ?? []).map((one) => ({ ...one, measures: { indicator, where, area } }));
  const [, tableId, rowId] = row?.split(".") ?? [];
  const table = plan.tables.find(({ id }) => id === tableId);
  const line = table?.rows.find(({ id }) => id === rowId);
  if (table === undefined || line === undefined) return own;
  const inRow = table.columns.flatMap((column, index): Expected[] => {
    const value = line.cells[index];
    const status = line.status ?? column.status;
    const period = column.period ?? line.period;
    if (value === undefined || period === undefined || (status !== "forecast" && status !== "expected")) return [];
    const measures = {
      indicator: indicator ?? line.indicator ?? column.indicator,
      where: where ?? line.where ?? column.where,
      area: area ?? line.area ?? column.area ?? table.area,
    };
    return [{ period, value, measures }];
  });
  return [...own, ...inRow];
}

/** Follows every expectation of a plan up: expected, actual, difference. Never as met or not. */
export function followExpectations(
  plan: Plan,
  all: readonly Series[],
  indicators: Indicators,
  asOf: Day,
): ExpectationResult[] {
  return plan.expectations.flatMap((expectation) =>
    expectedFigures(plan, expectation).map(({ period, value, measures }) => {
      const series = seriesFor(measures, all, indicators);
      const areas = measures.area === undefined ? plan.municipalities : [measures.area];
      const source = series && { series, areas, asOf };
      const found = source && figureIn(source, period, undefined);
      const none =
        proxiesFor(measures, all, indicators).length > 0
          ? "other-indicator"
          : measures.indicator === undefined
            ? "no-indicator"
            : "no-data";
      const actual: Figure | Missing = found?.figure ?? { missing: none, period };
      const expected: Figure = { value: value.value, unit: value.unit, printed: value.printed, period };
      return {
        id: expectation.id,
        expectation,
        period,
        series,
        expected,
        actual,
        difference: differenceOf(expected, actual),
        preliminary:
          source !== undefined && found !== undefined && !isMissing(found.figure) && !isFinal(period, source),
        source: expectation.source,
      };
    }),
  );
}

function differenceOf(expected: Figure, actual: Figure | Missing): Figure | Missing {
  if (isMissing(actual)) return actual;
  const unit = expected.unit === "share" ? "share-points" : expected.unit;
  return { value: actual.value - expected.value, unit, period: expected.period };
}
