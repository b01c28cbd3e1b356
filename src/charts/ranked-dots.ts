import { axisX, dot, gridX, link, plot, ruleX, text } from "@observablehq/plot";
import type { MissingReason } from "#core/figures/figure.ts";
import { missingWords } from "#core/figures/figure.ts";
import { widthOf } from "./end-labels.ts";
import { finish } from "./finish.ts";
import { paint } from "./paint.ts";
import type { Canvas, ChartFrame } from "./state.ts";
import { fontSize } from "./type-size.ts";
import { valueAxis, writeValue } from "./value-axis.ts";

/** An area's figure, where it lies in 95 of 100 cases, and whether it is the one compared with the others. */
export type RankedArea = { readonly id: string; readonly label: string; readonly own?: boolean } & (
  | { readonly value: number; readonly low?: number; readonly high?: number }
  | { readonly missing: MissingReason }
);

/** Areas by their figures. */
export type RankedDots = ChartFrame & {
  readonly areas: readonly RankedArea[];
  /** Whether the least figure stands first, as where less is better. */
  readonly leastFirst?: boolean;
  /** A figure all are held against, as the country's. */
  readonly reference?: { readonly value: number; readonly label: string };
};

type Known = Extract<RankedArea, { readonly value: number }>;

const rowHeight = 20;

/** Draws areas ranked from the greatest figure, or the least, each with its interval; the own one is filled. Those without a figure stand last, with the reason. */
export function rankedDots(state: RankedDots, { document, width }: Canvas): SVGSVGElement {
  const { areas, leastFirst, reference, unit, language } = state;
  const turn = leastFirst === true ? -1 : 1;
  const known = areas.filter((area): area is Known => "value" in area).toSorted((a, b) => turn * (b.value - a.value));
  const lacking = areas.flatMap((area) => ("missing" in area ? [area] : []));
  const order = [...known, ...lacking].map(({ id }) => id);
  const axis = valueAxis(
    [
      ...known.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]),
      ...(reference ? [reference.value] : []),
    ],
    state,
  );
  const labelOf = new Map(areas.map(({ id, label }) => [id, label]));
  const rows = known.map((area) => ({ ...area, low: area.low ?? area.value, high: area.high ?? area.value }));
  const left = Math.min(width * 0.45, widthOf(areas.map(({ label }) => label)) + 18);
  const drawing = plot({
    document,
    width,
    height: order.length * rowHeight + 60,
    marginLeft: left,
    marginRight: 60,
    marginTop: 34,
    marginBottom: 26,
    x: { domain: [...axis.domain], axis: null },
    y: { type: "band", domain: order, axis: null },
    marks: [
      gridX(axis.ticks, { stroke: paint.grid, strokeOpacity: 1 }),
      axisX(axis.ticks, { anchor: "bottom", tickSize: 0, tickFormat: axis.write, label: null, fontSize }),
      ...byWeight(order, (id) => known.some((one) => one.id === id && one.own)).map(([ids, fontWeight]) =>
        text(ids, {
          y: (id: string) => id,
          frameAnchor: "left",
          textAnchor: "end",
          dx: -8,
          text: (id: string) => labelOf.get(id),
          fontWeight,
          className: "chart-area",
        }),
      ),
      ...(reference === undefined
        ? []
        : [
            ruleX([reference.value], { stroke: paint.quiet, strokeDasharray: "6 4", className: "chart-reference" }),
            text([reference.label], { x: () => reference.value, frameAnchor: "top", dy: -22, fill: paint.quiet }),
          ]),
      link(rows, {
        x1: "low",
        x2: "high",
        y1: "id",
        y2: "id",
        stroke: (one: Known) => (one.own ? paint.own : paint.quiet),
        strokeWidth: (one: Known) => (one.own ? 3 : 1.5),
        className: "chart-interval",
      }),
      dot(rows, {
        x: "value",
        y: "id",
        r: (one: Known) => (one.own ? 6 : 4),
        fill: (one: Known) => (one.own ? paint.own : paint.paper),
        stroke: (one: Known) => (one.own ? paint.own : paint.ink),
        className: "chart-dot",
      }),
      ...byWeight(rows, (one) => one.own === true).map(([some, fontWeight]) =>
        text(some, {
          x: "high",
          y: "id",
          dx: 10,
          textAnchor: "start",
          text: (one: Known) => writeValue(one.value, unit, language),
          // Read where the line of what all are held against runs through it.
          ...{ stroke: paint.paper, strokeWidth: 4 },
          fontWeight,
        }),
      ),
      text(lacking, {
        y: "id",
        frameAnchor: "left",
        textAnchor: "start",
        dx: 6,
        text: ({ missing }: (typeof lacking)[number]) => missingWords[missing][language],
        fill: paint.quiet,
        fontStyle: "italic",
        className: "chart-missing",
      }),
    ],
    r: { type: "identity" },
  });
  drawing.setAttribute("font-size", String(fontSize));
  drawing.removeAttribute("font-family");
  return finish(drawing, state);
}

/** What stands out is set in bold; a mark has one weight, so there are two. */
function byWeight<T>(all: readonly T[], isBold: (one: T) => boolean): [T[], number][] {
  return [
    [all.filter((one) => !isBold(one)), 400],
    [all.filter(isBold), 700],
  ];
}
