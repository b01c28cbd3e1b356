import { barY, link, text } from "@observablehq/plot";
import { widthOf } from "./end-labels.ts";
import { leftMargin, topMargin, valuePlot } from "./frame.ts";
import { paint } from "./paint.ts";
import type { Canvas, ChartFrame } from "./state.ts";
import { valueAxis, writeChangeOf, writeValue } from "./value-axis.ts";

/** Why a figure moved: from one figure, through what each cause added or took, to the other. */
export type Waterfall = ChartFrame & {
  readonly from: { readonly label: string; readonly value: number };
  /** As inflow, duration and mix. What they leave unexplained is a step of its own. */
  readonly steps: readonly { readonly label: string; readonly change: number }[];
  readonly to: { readonly label: string; readonly value: number };
};

/** A bar of a waterfall. */
export type Bar = {
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly kind: "whole" | "rise" | "fall";
  readonly text: string;
};

/** The bars of a waterfall; a rest that the steps do not explain is never hidden. */
export function barsOf({ from, steps, to, unit, language }: Waterfall): Bar[] {
  const sum = steps.reduce((total, one) => total + one.change, from.value);
  const rest = to.value - sum;
  const isRest = Math.abs(rest) > 1e-9 * Math.max(1, Math.abs(to.value));
  const all = isRest ? [...steps, { label: language === "da" ? "Uforklaret" : "Unexplained", change: rest }] : steps;
  let at = from.value;
  const moving = all.map(({ label, change }): Bar => {
    const [before, after] = [at, at + change];
    at = after;
    return {
      label,
      low: Math.min(before, after),
      high: Math.max(before, after),
      kind: change < 0 ? "fall" : "rise",
      text: writeChangeOf(change, unit === "share" ? "share-points" : unit, language),
    };
  });
  const whole = ({ label, value }: Waterfall["from"]): Bar => ({
    label,
    low: Math.min(0, value),
    high: Math.max(0, value),
    kind: "whole",
    text: writeValue(value, unit, language),
  });
  return [whole(from), ...moving, whole(to)];
}

/** Draws a waterfall: wholes filled, rises pale with a solid edge, falls pale with a dashed one, each with its number. */
export function waterfall(state: Waterfall, canvas: Canvas): SVGSVGElement {
  const { width, height = Math.round(Math.max(240, width * 0.4)) } = canvas;
  const bars = barsOf(state);
  const moving = bars.filter(({ kind }) => kind !== "whole");
  const values = bars.flatMap(({ kind, low, high }) => (kind === "whole" && !state.fromZero ? [high] : [low, high]));
  const value = valueAxis(values, state);
  const left = leftMargin(value);
  const step = (width - left - 10) / bars.length;
  const levels = levelsOf(bars, step);
  const margins = { top: topMargin(state) + 14, right: 10, bottom: 30 + levels * lineHeight, left };
  const domain = bars.map((_, at) => String(at));
  const floor = value.domain[0];
  const placed = bars.map((bar, at) => ({ ...bar, x: String(at), low: Math.max(bar.low, floor) }));
  const style = { x: "x", y1: "low", y2: "high" } as const;
  return valuePlot(state, { ...canvas, height }, { value, margins }, { domain, type: "band", padding: 0.25 }, [
    barY(
      placed.filter(({ kind }) => kind === "whole"),
      { ...style, fill: paint.own, className: "chart-whole" },
    ),
    barY(
      placed.filter(({ kind }) => kind === "rise"),
      {
        ...style,
        fill: paint.own,
        fillOpacity: 0.25,
        stroke: paint.own,
        strokeWidth: 1.5,
        className: "chart-rise",
      },
    ),
    barY(
      placed.filter(({ kind }) => kind === "fall"),
      {
        ...style,
        fill: paint.paper,
        stroke: paint.own,
        strokeWidth: 1.5,
        strokeDasharray: "4 2",
        className: "chart-fall",
      },
    ),
    ...(moving.length === 0
      ? []
      : [
          link(joints(bars), {
            x1: "x1",
            x2: "x2",
            y1: "y",
            y2: "y",
            stroke: paint.quiet,
            strokeDasharray: "1 2",
            className: "chart-joint",
          }),
        ]),
    text(placed, { x: "x", y: "high", text: "text", dy: -10, fontWeight: 600, className: "chart-figure" }),
    ...Array.from({ length: levels }, (_, level) =>
      text(
        placed.filter((_, at) => at % levels === level),
        {
          x: "x",
          text: "label",
          frameAnchor: "bottom",
          lineAnchor: "top",
          dy: 8 + level * lineHeight,
          ...(levels === 1 && { lineWidth: Math.max(4, step / 14) }),
          className: "chart-cause",
        },
      ),
    ),
  ]);
}

/** How far a line of words lies below the one before, in pixels. */
const lineHeight = 14;

/** On how many lines, in turn, the labels must lie so that none runs into the next: on one where the longest word has room. */
function levelsOf(bars: readonly Bar[], step: number): number {
  const words = bars.flatMap(({ label }) => label.split(" "));
  if (widthOf(words) <= step) return 1;
  return Math.min(3, Math.ceil(widthOf(bars.map(({ label }) => label)) / step));
}

/** Where one bar ends and the next begins. */
function joints(bars: readonly Bar[]) {
  let at = bars[0].high;
  return bars.slice(1).map(({ kind, low, high }, index) => {
    const y = at;
    at = kind === "fall" ? low : kind === "rise" ? high : at;
    return { x1: String(index), x2: String(index + 1), y };
  });
}
