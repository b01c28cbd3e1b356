import { type Attributes, shortened, svgElement } from "./element.ts";
import { finish } from "./finish.ts";
import { dashes, paint } from "./paint.ts";
import { middleOf, type Placed, runsOf } from "./runs.ts";
import { type Canvas, type ChartWords, type ConePoint, isDrawn, type Point } from "./state.ts";

/** A course so small that it stands in a row of a table: the latest figures, and the line they are held against. */
export type Sparkline = ChartWords & {
  readonly points: readonly Point[];
  /** The bound of the target. */
  readonly target?: number;
  readonly cone?: readonly ConePoint[];
};

const edge = 4;

/** Draws a sparkline, without Plot, so that an overview needs no large library. */
export function sparkline(state: Sparkline, { document, width, height = 32 }: Canvas): SVGSVGElement {
  const { points, target, cone = [] } = state;
  const runs = runsOf(points);
  const drawn = points.filter(isDrawn).map(({ value }) => value);
  const values = [
    ...drawn,
    ...(target === undefined ? [] : [target]),
    ...cone.flatMap(({ lo95, hi95 }) => [lo95, hi95]),
  ];
  const days = [...points, ...cone].map(({ period }) => middleOf(period));
  const x = scale(days, edge, width - edge);
  const y = scale(values, height - edge, edge);
  const pathOf = (all: readonly Pick<Placed, "x" | "y">[]) =>
    all.map((one, at) => `${at === 0 ? "M" : "L"}${shortened(x(one.x))},${shortened(y(one.y))}`).join("");

  const inside: SVGElement[] = [];
  const add = (name: "path" | "circle" | "line", attributes: Attributes) =>
    inside.push(svgElement(document, name, attributes));
  for (const [low, high, name] of [
    ["lo95", "hi95", "95"],
    ["lo80", "hi80", "80"],
  ] as const) {
    const there = cone.map((one) => ({ x: middleOf(one.period), y: one[high] }));
    const back = cone.map((one) => ({ x: middleOf(one.period), y: one[low] })).toReversed();
    const d = `${pathOf([...there, ...back])}Z`;
    if (cone.length > 0) add("path", { class: `chart-cone-${name}`, d, fill: paint.own, "fill-opacity": 0.2 });
  }
  if (target !== undefined && drawn.length > 0)
    add("line", {
      class: "chart-target",
      x1: edge,
      x2: width - edge,
      y1: y(target),
      y2: y(target),
      stroke: paint.ink,
      "stroke-dasharray": dashes.target,
    });
  for (const run of runs)
    add("path", {
      class: run.preliminary ? "chart-own chart-preliminary" : "chart-own",
      d: pathOf(run.points),
      fill: "none",
      stroke: paint.own,
      "stroke-width": 2,
      "stroke-linejoin": "round",
      "stroke-linecap": "round",
      "stroke-dasharray": run.preliminary ? dashes.preliminary : undefined,
    });
  for (const { points: all } of runs)
    if (all.length === 1)
      add("circle", { class: "chart-lone", cx: x(all[0].x), cy: y(all[0].y), r: 1.5, fill: paint.own });
  const last = runs.at(-1)?.points.at(-1);
  if (last !== undefined)
    add("circle", {
      class: "chart-last",
      cx: x(last.x),
      cy: y(last.y),
      r: 3,
      fill: last.preliminary ? paint.paper : paint.own,
      stroke: paint.own,
    });
  const drawing = svgElement(document, "svg", { width, height, viewBox: `0 0 ${width} ${height}` }, inside);
  return finish(drawing, state);
}

/** From values to pixels; a single value stands in the middle. */
function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return (value) => (high > low ? from + ((value - low) / (high - low)) * (to - from) : (from + to) / 2);
}
