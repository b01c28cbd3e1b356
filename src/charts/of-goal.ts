import { formatDay } from "#core/calendar/day.ts";
import type { Period } from "#core/calendar/period.ts";
import { isMissing } from "#core/figures/figure.ts";
import type { Unit } from "#core/figures/unit.ts";
import type { GoalPart } from "#core/plans/standing/goal-page.ts";
import type { Line as GoalLine } from "#core/plans/standing/lines.ts";
import type { GoalRow } from "#core/plans/standing/overview.ts";
import type { Point as GoalPoint } from "#core/plans/standing/trend.ts";
import type { Demand } from "#core/plans/targets/demand.ts";
import { aimOf } from "#core/plans/targets/kinds.ts";
import { type Language, say, type Text } from "#core/text/text.ts";
import type { GoalLines } from "./goal-lines.ts";
import type { Sparkline } from "./sparkline.ts";
import type { ChartWords, Line, Point, TargetLine } from "./state.ts";
import { writeValue } from "./value-axis.ts";

/** The sparkline of a goal in a row; undefined where there are not two figures to draw a line between. */
export function sparklineOf({ trend, demand }: GoalRow, words: ChartWords): Sparkline | undefined {
  const points = trend.map(pointOf);
  if (points.filter((point) => "value" in point).length < 2) return undefined;
  const target = demand && [demand.high, demand.low].find(Number.isFinite);
  return { ...words, points, ...(target !== undefined && { target }) };
}

/** What a chart of a goal is told besides the goal. */
export type Naming = ChartWords & {
  readonly areaName: (id: string) => string;
};

/**
 * The course of a part of a goal: its figures, those of the target's own period across them, the target, the way to it
 * from the baseline, breaks, and the areas beside it. Undefined where there is no figure to draw.
 */
export function goalLinesOf(part: GoalPart, { areaName, ...words }: Naming): GoalLines | undefined {
  const { result, lines, breaks } = part;
  const own = lines.find(({ kind }) => kind === "own");
  if (own === undefined || !own.points.some(({ value }) => value !== undefined)) return undefined;
  const { unit } = own.series;
  const period = result.target && aimOf(result.target).period;
  const target = period && targetLine(result.demand, period, unit, words.language);
  const others = lines.filter(({ kind, series }) => kind !== "own" && kind !== "proxy" && series.unit === unit);
  const named = (line: GoalLine) => line.area.split("+").map(areaName).join(" + ");
  const spans = spansOf(part, own);
  return {
    ...words,
    unit,
    fromZero: !isNarrow(own, target),
    own: { id: own.area, label: named(own), points: own.points.map(pointAfter(breaks.map(({ on }) => on))) },
    others: others.map((line) => ({ id: line.area, label: named(line), points: line.points.map(pointOf) })),
    ...(spans.length > 0 && {
      spans: { id: "spans", label: words.language === "da" ? "hele perioden" : "whole period", points: spans },
    }),
    ...(target && { target }),
    ...pathOf(part, target, unit),
    changes: breaks.map(({ on, text }) => ({ on: formatDay(on), kind: "break", label: say(text, words.language) })),
  };
}

function pointOf({ period, value, missing, preliminary }: GoalPoint): Point {
  if (value === undefined) return { period: period.id, missing: missing ?? "no-data" };
  return { period: period.id, value, ...(preliminary && { preliminary }) };
}

/** A point that remembers whether the series broke since the one before it. */
function pointAfter(breaks: readonly number[]): (point: GoalPoint) => Point {
  return (point) => {
    const broke = breaks.some(
      (on) => on >= point.period.from - (point.period.to - point.period.from) && on <= point.period.from,
    );
    const drawn = pointOf(point);
    return broke && "value" in drawn ? { ...drawn, afterBreak: true } : drawn;
  };
}

function targetLine(
  demand: Demand | undefined,
  period: Period,
  unit: Unit,
  language: Language,
): TargetLine | undefined {
  if (demand === undefined || demand.unit !== unit) return undefined;
  const { low, high } = demand;
  return {
    period: (period.of ?? period).id,
    label: targetLabel(demand, language),
    ...(Number.isFinite(low) && { low }),
    ...(Number.isFinite(high) && { high }),
  };
}

/** What a target asks, in two short lines beside its own: `mål, højst` and the number. */
function targetLabel({ low, high, strict, unit }: Demand, language: Language): string {
  const written = [low, high].filter(Number.isFinite).map((bound) => writeValue(bound, unit, language));
  const side =
    written.length > 1 ? "between" : Number.isFinite(high) ? (strict ? "below" : "most") : strict ? "above" : "least";
  return `${say(sides[side], language)}\n${written.join("–")}`;
}

const sides = {
  most: { da: "mål, højst", en: "target, at most" },
  least: { da: "mål, mindst", en: "target, at least" },
  below: { da: "mål, under", en: "target, below" },
  above: { da: "mål, over", en: "target, above" },
  between: { da: "mål", en: "target" },
} as const satisfies Readonly<Record<string, Text>>;

/** Figures of whole years, where the line has shorter steps. */
function spansOf({ result }: GoalPart, own: GoalLine): Point[] {
  const [first] = own.points;
  const last = own.points[own.points.length - 1];
  const isShorter = first.period.to - first.period.from < 300;
  if (!isShorter || result.target === undefined || aimOf(result.target).period?.kind !== "year") return [];
  return result.path.flatMap(({ period, value }) =>
    period.kind === "year" && period.from >= first.period.from && period.to <= last.period.to && !isMissing(value)
      ? [{ period: period.id, value: value.value }]
      : [],
  );
}

/** From the middle of the baseline's period to the target's. */
function pathOf({ result }: GoalPart, target: TargetLine | undefined, unit: Unit): { path?: Line } {
  const { baseline } = result;
  const bound = target?.high ?? target?.low;
  if (target === undefined || bound === undefined || isMissing(baseline)) return {};
  const { period, value } = baseline;
  if (period === undefined || baseline.unit !== unit) return {};
  const start = { period: (period.of ?? period).id, value };
  return start.period === target.period
    ? {}
    : { path: { id: "path", label: "", points: [start, { period: target.period, value: bound }] } };
}

/** Shares and ranks that move within a narrow band would be flat from zero; counts begin at zero. */
function isNarrow(own: GoalLine, target: TargetLine | undefined): boolean {
  if (own.series.unit !== "share" && own.series.unit !== "rank") return false;
  const values = own.points.flatMap(({ value }) => value ?? []);
  const all = [...values, ...[target?.low, target?.high].filter((bound) => bound !== undefined)];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  return high > 0 && low > high * 0.6;
}
