import { addDays, addMonths, type Day } from "../../calendar/day.ts";
import { isMissing } from "../../figures/figure.ts";
import type { Break } from "../../format/scalars.ts";
import type { Series } from "../../indicators/series.ts";
import type { Text } from "../../text/text.ts";
import type { PartResult } from "../evaluation/result.ts";
import { outturn } from "../evaluation/values.ts";
import { finestSteps, type Point, pointsOfPath } from "./trend.ts";

/** A line of a goal's chart: the goal's own figures, or somebody's beside them. */
export type Line = {
  readonly series: Series;
  /** One area, or several pooled, as `187+183`. */
  readonly area: string;
  readonly kind: "own" | "country" | "area" | "proxy";
  readonly points: readonly Point[];
  /** Why a related series is not the same. */
  readonly why?: Text;
};

const MONTHS = 36;

/** The lines of a part over its last three years, or back to its baseline where that is earlier; the part's own first. */
export function linesOf(part: PartResult, all: readonly Series[], areas: readonly string[], asOf: Day): Line[] {
  const from = firstDayOf(part, asOf);
  const lineOf = (series: Series, where: readonly string[], rest: Pick<Line, "kind" | "why">): Line[] => {
    const path = finestSteps(outturn({ series, areas: where, asOf })).filter(({ period }) => period.to > from);
    if (!path.some(({ value }) => !isMissing(value))) return [];
    return [{ series, area: where.join("+"), ...rest, points: pointsOfPath(path, series, asOf) }];
  };
  const { series } = part;
  const own = series === undefined ? [] : lineOf(series, areas, { kind: "own" });
  const beside = part.context.flatMap(({ kind, series: id, area, why }) => {
    const other = kind === "proxy" ? all.find((one) => one.id === id) : series;
    return other === undefined ? [] : lineOf(other, [area], { kind, ...(why && { why }) });
  });
  return [...own, ...beside];
}

/** The first day that is shown. */
function firstDayOf({ baseline, path }: PartResult, asOf: Day): Day {
  const last = path.at(-1)?.period.to ?? addDays(asOf, 1);
  const threeYears = addMonths(last, -MONTHS);
  const start = baseline.period?.from;
  return start !== undefined && start < threeYears ? start : threeYears;
}

/** The breaks of a part's series that fall within its lines. */
export function breaksOf({ series }: PartResult, lines: readonly Line[]): Break[] {
  const first = lines[0]?.points[0]?.period.from;
  return (series?.breaks ?? []).filter(({ on }) => first !== undefined && on >= first);
}
