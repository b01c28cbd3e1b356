import type { MissingReason } from "#core/figures/figure.ts";
import type { Unit } from "#core/figures/unit.ts";
import type { Language } from "#core/text/text.ts";

/** What every chart says of itself, in the language it is drawn in. */
export type ChartWords = {
  /** The finding, as a sentence. */
  readonly title: string;
  /** What is measured, in which unit, and where. */
  readonly subtitle?: string;
  readonly language: Language;
};

/** One figure of a chart, or the reason why there is none. A period is written as its id: `2018-09`. */
export type Point = Drawn | { readonly period: string; readonly missing: MissingReason };

/** A figure that is drawn. */
export type Drawn = {
  readonly period: string;
  readonly value: number;
  /** The source can still change it. */
  readonly preliminary?: boolean;
  /** It cannot be compared with the figures before it. */
  readonly afterBreak?: boolean;
};

/** The figures of one area, group or year, oldest first. Every period has a point, if only with the reason for none. */
export type Line = { readonly id: string; readonly label: string; readonly points: readonly Point[] };

/** What is asked of the figures of a period: a bound, or two. */
export type TargetLine = {
  readonly period: string;
  readonly low?: number;
  readonly high?: number;
  /** With its number: `mål: højst 3.400`. */
  readonly label: string;
};

/** Where the figure of a coming period lies in 80 and 95 of 100 cases, and what is expected of it. */
export type ConePoint = {
  readonly period: string;
  readonly mean?: number;
  readonly lo80: number;
  readonly hi80: number;
  readonly lo95: number;
  readonly hi95: number;
};

/** A day on which something changed what the figures mean: the series, or the law. */
export type Change = { readonly on: string; readonly kind: "break" | "law"; readonly label: string };

/** A chart over time: words, unit, and whether its axis begins at 0. One that does not is marked. */
export type ChartFrame = ChartWords & { readonly unit: Unit; readonly fromZero: boolean };

/** What a chart is drawn on: the document of a browser, or of jsdom. Sizes are in pixels. */
export type Canvas = { readonly document: Document; readonly width: number; readonly height?: number };

/** Whether a point has a figure. */
export function isDrawn(point: Point): point is Drawn {
  return "value" in point;
}
