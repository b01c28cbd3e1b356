import { link, type Markish } from "@observablehq/plot";
import { parseDay } from "#core/calendar/day.ts";
import { parsePeriod } from "#core/calendar/period.ts";
import { coneMarks } from "./cone.ts";
import { type EndLabel, widthOf } from "./end-labels.ts";
import { leftMargin, pixelsOf, timePlot, topMargin, verticals } from "./frame.ts";
import { endLabelMarks, lastOf, lineMarks } from "./marks.ts";
import { dashes, otherLines, paint } from "./paint.ts";
import {
  type Canvas,
  type Change,
  type ChartFrame,
  type ConePoint,
  isDrawn,
  type Line,
  type TargetLine,
} from "./state.ts";
import { timeAxis } from "./time-axis.ts";
import { valueAxis, writeValue } from "./value-axis.ts";

/** The course of a goal: its figures in a row, what is asked of them, and where they lead. */
export type GoalLines = ChartFrame & {
  readonly own: Line;
  /** Figures of longer periods, drawn across them: the mean of a year over its months. */
  readonly spans?: Line;
  readonly target?: TargetLine;
  /** The way from the baseline to the target. */
  readonly path?: Line;
  readonly cone?: readonly ConePoint[];
  readonly changes?: readonly Change[];
  /** Up to three lines to compare with. */
  readonly others?: readonly Line[];
};

/** Draws the course of a goal. The target is a dashed line with its number, a forecast always a cone. */
export function goalLines(state: GoalLines, canvas: Canvas): SVGSVGElement {
  const { own, spans, target, path, cone = [], others = [], changes = [], unit, language } = state;
  const { width, height = Math.round(Math.max(240, width * 0.42)) } = canvas;
  const beside = others.slice(0, otherLines.length);
  const time = timeAxis(periodsOf(state), language, width - 160);
  const value = valueAxis(valuesOf(state), state);

  // Every line is named at its end, with its number.
  const [, end] = time.domain;
  const named = (label: string, y: number) => `${label}\n${writeValue(y, unit, language)}`;
  const labels: EndLabel[] = [
    ...[own, ...beside].flatMap(({ label, points }, at) => {
      const last = lastOf(points);
      return last === undefined
        ? []
        : [{ x: end, y: last.y, text: named(label, last.y), fill: at === 0 ? paint.own : otherLines[at - 1].stroke }];
    }),
    ...(target === undefined
      ? []
      : boundsOf(target)
          .slice(-1)
          .map((y) => ({ x: end, y, text: target.label, fill: paint.ink }))),
  ];
  const right = Math.min(width * 0.4, widthOf(labels.map(({ text }) => text)) + 14);
  const margins = { top: topMargin(state) + (changes.length > 0 ? 14 : 0), right, bottom: 30, left: leftMargin(value) };
  const pixelOf = pixelsOf(value, height, margins);

  return timePlot(state, { ...canvas, height }, { time, value, margins }, [
    ...coneMarks(cone, own.points),
    ...spanMarks(spans),
    ...(target === undefined ? [] : targetMarks(target, time.domain)),
    ...(path === undefined
      ? []
      : lineMarks(path.points, { stroke: paint.quiet, width: 1, dash: "2 3", className: "chart-path" })),
    ...beside.flatMap(({ points }, at) =>
      lineMarks(points, {
        stroke: otherLines[at].stroke,
        width: 1.5,
        dash: otherLines[at].dash,
        className: "chart-other",
      }),
    ),
    ...lineMarks(own.points, { stroke: paint.own, width: 2.5, className: "chart-own", dots: own.points.length <= 12 }),
    ...verticals(
      changes.map(({ on, label }) => ({ at: parseDay(on), label })),
      dashes.change,
    ),
    ...endLabelMarks(labels, pixelOf, height - margins.bottom),
  ]);
}

/** The bounds that are lines: one, or two. */
function boundsOf({ low, high }: TargetLine): number[] {
  return [low, high].filter((bound) => bound !== undefined);
}

function targetMarks(target: TargetLine, [from, to]: readonly [number, number]): Markish[] {
  const period = parsePeriod(target.period);
  const [x1, x2] = [Math.max(from, period.from), Math.min(to, period.to)];
  // A target for a moment is drawn back to the middle of the chart, or it would be a dot.
  const start = x2 - x1 < (to - from) / 20 ? x2 - (to - from) / 4 : x1;
  return boundsOf(target).map((y) =>
    link([{ y }], {
      x1: () => start,
      x2: () => x2,
      y1: "y",
      y2: "y",
      stroke: paint.ink,
      strokeWidth: 2,
      strokeDasharray: dashes.target,
      className: "chart-target",
    }),
  );
}

function spanMarks(spans: Line | undefined): Markish[] {
  const drawn = (spans?.points ?? []).filter(isDrawn).map(({ period, value }) => {
    const { from, to } = parsePeriod(period);
    return { from, to, value };
  });
  if (drawn.length === 0) return [];
  return [
    link(drawn, {
      x1: "from",
      x2: "to",
      y1: "value",
      y2: "value",
      stroke: paint.own,
      strokeWidth: 6,
      strokeOpacity: 0.3,
      className: "chart-span",
    }),
  ];
}

function linesOf({ own, spans, path, others = [] }: GoalLines): Line[] {
  return [own, ...(spans === undefined ? [] : [spans]), ...(path === undefined ? [] : [path]), ...others];
}

function periodsOf(state: GoalLines): string[] {
  const own = linesOf(state).flatMap(({ points }) => points.map(({ period }) => period));
  const { target, cone = [] } = state;
  return [...own, ...cone.map(({ period }) => period), ...(target === undefined ? [] : [target.period])];
}

function valuesOf(state: GoalLines): number[] {
  const drawn = linesOf(state).flatMap(({ points }) => points.filter(isDrawn).map(({ value }) => value));
  const { target, cone = [] } = state;
  return [
    ...drawn,
    ...cone.flatMap(({ lo95, hi95 }) => [lo95, hi95]),
    ...(target === undefined ? [] : boundsOf(target)),
  ];
}
