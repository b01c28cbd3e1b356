import { rectY, text } from "@observablehq/plot";
import { parsePeriod, shiftYears } from "#core/calendar/period.ts";
import { leftMargin, timePlot } from "./frame.ts";
import { dashes, paint } from "./paint.ts";
import { type Canvas, type ChartFrame, type Drawn, isDrawn, type Line, type Point } from "./state.ts";
import { timeAxis } from "./time-axis.ts";
import { valueAxis, writeChangeOf } from "./value-axis.ts";

/** How each figure differs from that of the same period a year before. */
export type ChangeFromLastYear = ChartFrame & { readonly own: Line };

/** The change of each figure from the year before; where either is missing, so is the change, with its reason. */
export function changesFromLastYear(points: readonly Point[]): Point[] {
  const known = new Map(points.map((point) => [point.period, point]));
  const brokeAfter = points.findLastIndex((point) => isDrawn(point) && point.afterBreak);
  return points.flatMap((point, at): Point[] => {
    const before = known.get(shiftYears(parsePeriod(point.period), -1).id);
    if (before === undefined) return [];
    if (!isDrawn(point)) return [point];
    if (!isDrawn(before)) return [{ period: point.period, missing: before.missing }];
    if (at >= brokeAfter && points.indexOf(before) < brokeAfter) return [{ period: point.period, missing: "broken" }];
    const preliminary = point.preliminary === true || before.preliminary === true;
    return [{ period: point.period, value: point.value - before.value, ...(preliminary && { preliminary }) }];
  });
}

/** Draws changes as bars from zero; a preliminary one is hollow and dashed, a missing one leaves its place empty. */
export function change(state: ChangeFromLastYear, canvas: Canvas): SVGSVGElement {
  const { own, unit, language } = state;
  const { width, height = Math.round(Math.max(200, width * 0.34)) } = canvas;
  const drawn = own.points.filter(isDrawn);
  const axis = valueAxis(
    drawn.map((one) => one.value),
    { ...state, fromZero: true },
  );
  const value = { ...axis, write: (tick: number) => writeChangeOf(tick, unit, language) };
  const time = timeAxis(
    own.points.map(({ period }) => period),
    language,
    width - 40,
  );
  const margins = { top: 14, right: 70, bottom: 30, left: leftMargin(value) };
  const barOf = ({ period, value: y }: Drawn) => ({ ...parsePeriod(period), y });
  const last = drawn.at(-1);
  return timePlot({ ...state, fromZero: true }, { ...canvas, height }, { time, value, margins }, [
    rectY(drawn.filter(({ preliminary }) => !preliminary).map(barOf), {
      x1: "from",
      x2: "to",
      y: "y",
      insetLeft: 1,
      insetRight: 1,
      fill: paint.own,
      className: "chart-bar",
    }),
    rectY(drawn.filter(({ preliminary }) => preliminary).map(barOf), {
      x1: "from",
      x2: "to",
      y: "y",
      inset: 1,
      fill: paint.own,
      fillOpacity: 0.2,
      stroke: paint.own,
      strokeDasharray: dashes.preliminary,
      className: "chart-bar chart-preliminary",
    }),
    ...(last === undefined
      ? []
      : [
          text([last], {
            x: () => parsePeriod(last.period).to,
            y: "value",
            text: () => writeChangeOf(last.value, unit, language),
            textAnchor: "start",
            dx: 6,
            fill: paint.own,
            className: "chart-label",
          }),
        ]),
  ]);
}
