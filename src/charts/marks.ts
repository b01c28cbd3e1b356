import { dot, line, type Markish, text } from "@observablehq/plot";
import type { EndLabel } from "./end-labels.ts";
import { setApart } from "./end-labels.ts";
import { dashes, paint } from "./paint.ts";
import { type Placed, runsOf } from "./runs.ts";
import type { Point } from "./state.ts";

/** How a line is drawn. */
export type LineStyle = {
  readonly stroke: string;
  readonly width: number;
  readonly dash?: string;
  readonly className: string;
  /** Whether each figure has a dot of its own. */
  readonly dots?: boolean;
  /** Where a period is along the axis, when not in the middle of its days. */
  readonly placeOf?: (period: string) => number;
};

/** A line through its figures: preliminary stretches lighter and dashed, preliminary figures hollow, and a lone figure as a dot. */
export function lineMarks(
  points: readonly Point[],
  { stroke, width, dash, className, dots, placeOf }: LineStyle,
): Markish[] {
  const runs = runsOf(points, placeOf);
  const pathOf = (preliminary: boolean) =>
    runs.flatMap((run, z) => (run.preliminary === preliminary ? run.points.map(({ x, y }) => ({ x, y, z })) : []));
  const lone = runs.flatMap(({ points: all }) => (dots || all.length === 1 ? all : []));
  const hollow = runs.flatMap(({ points: all }) => all.filter(({ preliminary }) => preliminary));
  const [final, open] = [pathOf(false), pathOf(true)];
  const through = { x: "x", y: "y", z: "z", stroke, strokeWidth: width } as const;
  return [
    ...(final.length > 0 ? [line(final, { ...through, strokeDasharray: dash, className })] : []),
    ...(open.length > 0
      ? [
          line(open, {
            ...through,
            strokeDasharray: dashes.preliminary,
            strokeOpacity: 0.7,
            className: `${className} chart-preliminary`,
          }),
        ]
      : []),
    ...(lone.length > 0
      ? [dot(lone, { x: "x", y: "y", r: width + 1, fill: stroke, className: `${className}-dot` })]
      : []),
    ...(hollow.length > 0
      ? [dot(hollow, { x: "x", y: "y", r: width + 1, fill: paint.paper, stroke, className: "chart-hollow" })]
      : []),
  ];
}

/** The last figure of a line. */
export function lastOf(points: readonly Point[], placeOf?: LineStyle["placeOf"]): Placed | undefined {
  return runsOf(points, placeOf).at(-1)?.points.at(-1);
}

/** Words to the right of lines, moved apart. */
export function endLabelMarks(
  labels: readonly EndLabel[],
  pixelOf: (value: number) => number,
  floor: number,
): Markish[] {
  return setApart(labels, pixelOf, floor).map(({ x, y, dy, text: words, fill }) =>
    text([{ x, y }], {
      x: "x",
      y: "y",
      dx: 8,
      dy,
      text: () => words,
      textAnchor: "start",
      lineAnchor: "middle",
      lineHeight: 1.15,
      fill,
      className: "chart-label",
    }),
  );
}
