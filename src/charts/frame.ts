import { axisX, axisY, gridY, type Markish, plot, ruleX, ruleY, text } from "@observablehq/plot";
import { finish } from "./finish.ts";
import { paint } from "./paint.ts";
import type { Canvas, ChartFrame } from "./state.ts";
import type { TimeAxis } from "./time-axis.ts";
import { fontSize } from "./type-size.ts";
import type { ValueAxis } from "./value-axis.ts";

/** The paper around a drawing, in pixels. */
export type Margins = { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };

/** Room above a chart: more where it must say that its axis is cut. */
export function topMargin({ fromZero }: ChartFrame): number {
  return fromZero ? 14 : 32;
}

/** Room for the figures along an axis. */
export function leftMargin({ ticks, write }: ValueAxis): number {
  return Math.max(...ticks.map((tick) => write(tick).length)) * 7 + 14;
}

/** Where a value is on a chart, in pixels from its top. */
export function pixelsOf({ domain: [low, high] }: ValueAxis, height: number, { top, bottom }: Margins) {
  return (value: number): number => top + (1 - (value - low) / (high - low)) * (height - top - bottom);
}

/** Draws marks between an axis of figures and one of time. */
export function timePlot(
  frame: ChartFrame,
  canvas: Canvas & { readonly height: number },
  axes: { readonly time: TimeAxis; readonly value: ValueAxis; readonly margins: Margins },
  marks: readonly Markish[],
): SVGSVGElement {
  const { time, margins } = axes;
  return valuePlot(frame, canvas, axes, { domain: [...time.domain] }, [
    axisX([...time.starts], { tickSize: 5, tickFormat: () => "", label: null, stroke: paint.quiet }),
    text(time.names, { x: "at", text: "name", frameAnchor: "bottom", dy: margins.bottom - 10, fill: paint.ink }),
    ...marks,
  ]);
}

/** Draws marks over an axis of figures. */
export function valuePlot(
  frame: ChartFrame,
  { document, width, height }: Canvas,
  { value, margins }: { readonly value: ValueAxis; readonly margins: Margins },
  x: { readonly domain: (number | string)[]; readonly type?: "band" | "point"; readonly padding?: number },
  marks: readonly Markish[],
): SVGSVGElement {
  const [low, high] = value.domain;
  const drawing = plot({
    document,
    width,
    height,
    marginTop: margins.top,
    marginRight: margins.right,
    marginBottom: margins.bottom,
    marginLeft: margins.left,
    x: { ...x, axis: null },
    y: { domain: [low, high], axis: null },
    marks: [
      gridY(value.ticks, { stroke: paint.grid, strokeOpacity: 1 }),
      axisY(value.ticks, { tickSize: 0, tickFormat: value.write, label: null, fontSize, fill: paint.ink }),
      ...(low <= 0 && high >= 0 ? [ruleY([0], { stroke: paint.quiet, className: "chart-zero" })] : []),
      ...(frame.fromZero ? [] : [cutMark(frame, margins)]),
      ...marks,
    ],
  });
  drawing.setAttribute("font-size", String(fontSize));
  drawing.removeAttribute("font-family");
  return finish(drawing, frame);
}

/** Says that an axis does not begin at 0. */
function cutMark({ language }: ChartFrame, { left }: Margins): Markish {
  const words = language === "da" ? "Aksen begynder ikke ved 0" : "The axis does not begin at 0";
  return text([words], {
    frameAnchor: "top-left",
    dx: 4 - left,
    dy: -26,
    textAnchor: "start",
    fontStyle: "italic",
    fill: paint.quiet,
    className: "chart-cut",
  });
}

/** A vertical with its words at the top. */
export function verticals(
  changes: readonly { readonly at: number; readonly label: string }[],
  dash: string,
): Markish[] {
  return [
    ruleX(changes, { x: "at", stroke: paint.quiet, strokeDasharray: dash, className: "chart-change" }),
    text(changes, {
      x: "at",
      text: "label",
      frameAnchor: "top",
      textAnchor: "start",
      dx: 4,
      dy: 8,
      fill: paint.quiet,
      stroke: paint.paper,
      strokeWidth: 4,
    }),
  ];
}
