import { areaY, line, type Markish } from "@observablehq/plot";
import { lastOf } from "./marks.ts";
import { dashes, paint } from "./paint.ts";
import { middleOf } from "./runs.ts";
import type { ConePoint, Point } from "./state.ts";

/**
 * A forecast: two bands, the wider with a dashed edge so that it is seen in black and white, and what is expected as a
 * fine dashed line inside them, never alone. It begins at the last figure known.
 *
 * @param known the figures before it
 */
export function coneMarks(cone: readonly ConePoint[], known: readonly Point[] = []): Markish[] {
  if (cone.length === 0) return [];
  const last = lastOf(known);
  const coming = cone.map((one) => ({ ...one, x: middleOf(one.period) }));
  const placed = last !== undefined && last.x < coming[0].x ? [tipAt(last), ...coming] : coming;
  const expected = placed.filter(({ mean }) => mean !== undefined);
  return [
    areaY(placed, { x: "x", y1: "lo95", y2: "hi95", fill: paint.own, fillOpacity: 0.15, className: "chart-cone-95" }),
    areaY(placed, { x: "x", y1: "lo80", y2: "hi80", fill: paint.own, fillOpacity: 0.25, className: "chart-cone-80" }),
    ...(["lo95", "hi95"] as const).map((edge) =>
      line(placed, {
        x: "x",
        y: edge,
        stroke: paint.own,
        strokeDasharray: dashes.preliminary,
        className: "chart-cone-edge",
      }),
    ),
    ...(expected.length > 1
      ? [
          line(expected, {
            ...{ x: "x", y: "mean", stroke: paint.own, strokeWidth: 1.5 },
            strokeDasharray: "1 3",
            className: "chart-cone-mean",
          }),
        ]
      : []),
  ];
}

/** The figure that a cone opens from. */
function tipAt({ x, y, period }: { readonly x: number; readonly y: number; readonly period: string }) {
  return { period, x, mean: y, lo80: y, hi80: y, lo95: y, hi95: y };
}
