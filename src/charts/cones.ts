import { coneMarks } from "./cone.ts";
import { svgElement } from "./element.ts";
import { finish } from "./finish.ts";
import { fitted } from "./fitted.ts";
import { leftMargin, timePlot } from "./frame.ts";
import { lastOf, lineMarks } from "./marks.ts";
import { paint } from "./paint.ts";
import { type Canvas, type ChartFrame, type ConePoint, isDrawn, type Line } from "./state.ts";
import { timeAxis } from "./time-axis.ts";
import { fontSize } from "./type-size.ts";
import { valueAxis, writeValue } from "./value-axis.ts";

/** A course with what is expected of it. */
export type Cone = Line & { readonly cone: readonly ConePoint[] };

/** Many courses with their forecasts. */
export type Cones = ChartFrame & { readonly groups: readonly Cone[] };

const gap = 20;
const headHeight = 40;
const narrowest = 250;

/** Draws a small chart for each course, each on a scale of its own, with its numbers above it: now, and at the end. */
export function cones(state: Cones, { document, width, height = 130 }: Canvas): SVGSVGElement {
  const { groups, unit, language } = state;
  const perRow = Math.max(1, Math.min(groups.length, Math.floor((width + gap) / (narrowest + gap))));
  const own = (width - gap * (perRow - 1)) / perRow;
  const tall = headHeight + height + gap;
  const time = timeAxis(
    groups.flatMap(({ points, cone }) => [...points, ...cone].map(({ period }) => period)),
    language,
    own - 60,
  );
  const parts = groups.map((group, at) => {
    const { label, points, cone } = group;
    const value = valueAxis(valuesOf(group), { unit, language, fromZero: true });
    const margins = { top: 8, right: 8, bottom: 26, left: leftMargin(value) };
    const small = timePlot({ ...state, fromZero: true }, { document, width: own, height }, { time, value, margins }, [
      ...coneMarks(cone, points),
      ...lineMarks(points, { stroke: paint.own, width: 2, className: "chart-own" }),
    ]);
    const head = [
      svgElement(document, "text", { y: 14, "font-weight": 600, class: "chart-group" }, [fitted(label, own)]),
      svgElement(document, "text", { y: 31, class: "chart-figure" }, [figuresOf(group, state)]),
    ];
    const drawn = svgElement(document, "g", { transform: `translate(0,${headHeight})` }, [...small.childNodes]);
    const [x, y] = [(at % perRow) * (own + gap), Math.floor(at / perRow) * tall];
    return svgElement(document, "g", { transform: `translate(${x},${y})`, class: "chart-small" }, [...head, drawn]);
  });
  const whole = Math.max(tall, Math.ceil(groups.length / perRow) * tall);
  const size = { width, height: whole, viewBox: `0 0 ${width} ${whole}`, "font-size": fontSize, fill: paint.ink };
  return finish(svgElement(document, "svg", { ...size, "text-anchor": "start" }, parts), state);
}

/** `412 → 398 (371–424)`: the last figure, what is expected at the end, and where it lies in 80 of 100 cases. */
function figuresOf({ points, cone }: Cone, { unit, language }: Cones): string {
  const write = (value: number) => writeValue(value, unit, language);
  const [last, end] = [lastOf(points), cone.at(-1)];
  const now = last === undefined ? "–" : write(last.y);
  if (end === undefined) return now;
  const expected = end.mean === undefined ? "" : `${write(end.mean)} `;
  return `${now} → ${expected}(${write(end.lo80)}–${write(end.hi80)})`;
}

function valuesOf({ points, cone }: Cone): number[] {
  return [...points.filter(isDrawn).map(({ value }) => value), ...cone.flatMap(({ lo95, hi95 }) => [lo95, hi95])];
}
