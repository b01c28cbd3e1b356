import { fill, type Text, verbatim } from "../text/text.ts";
import { hedges, type Printed } from "./printed.ts";
import { decimalsOf, shift, trusted } from "./round.ts";
import type { Unit } from "./unit.ts";
import { writeFigure } from "./write.ts";

/** Every figure from `low` to `high`, both included; an end may be infinite. */
export type Interval = { readonly low: number; readonly high: number };

/** Units that are counted one by one: printed without decimals and unscaled they are exact. */
const counted: ReadonlySet<Unit> = new Set(["persons", "full-time-persons", "companies", "DKK", "count", "rank"]);

/** Two ends of intervals closer than this, relative to their size, are the same: floating point, not arithmetic. */
const SAME = 1e-9;

/**
 * The figures that a printed figure can stand for. What is counted and printed to the last one is exact unless the
 * table is `rounded`; every other figure stands for half a unit of its last digit to either side. A hedge word
 * stretches it, and a range reaches from its lower to its upper end.
 *
 * @example intervalOf(parsePrinted("11,4 %")) // { low: 0.1135, high: 0.1145 }
 */
export function intervalOf(printed: Printed, options: { readonly rounded?: boolean } = {}): Interval {
  const { value, upper = value, unit, step } = printed;
  const half = counted.has(unit) && step === 1 && options.rounded !== true ? 0 : step / 2;
  const hedge = hedges.find((row) => row.hedge === printed.hedge);
  const reach = (end: number, share: number) => (share === 0 ? 0 : Math.max(half, Math.abs(end) * share));
  return {
    low: trusted(value - (hedge === undefined ? half : reach(value, hedge.below))),
    high: trusted(upper + (hedge === undefined ? half : reach(upper, hedge.above))),
  };
}

/** Every sum of a figure of one interval and a figure of the other. */
export function add(a: Interval, b: Interval): Interval {
  return { low: a.low + b.low, high: a.high + b.high };
}

/** Every difference of a figure of the first interval and a figure of the second. */
export function subtract(a: Interval, b: Interval): Interval {
  return { low: a.low - b.high, high: a.high - b.low };
}

/** Every product of a figure of one interval and a figure of the other. */
export function multiply(a: Interval, b: Interval): Interval {
  return hull([times(a.low, b.low), times(a.low, b.high), times(a.high, b.low), times(a.high, b.high)]);
}

/** Every quotient of a figure of the first interval and a figure of the second: without bounds when that can be 0. */
export function divide(a: Interval, b: Interval): Interval {
  if (b.low <= 0 && b.high >= 0) return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  return multiply(a, { low: 1 / b.high, high: 1 / b.low });
}

/** Whether some figure lies in both intervals: whether what they stand for can agree. */
export function meet(a: Interval, b: Interval): boolean {
  return atMost(a.low, b.high) && atMost(b.low, a.high);
}

/**
 * The figures of an interval in words, for a tolerance.
 *
 * @example sayInterval({ low: 0.1135, high: 0.1145 }, "share").da // "fra 11,35 % til 11,45 %"
 */
export function sayInterval({ low, high }: Interval, unit: Unit): Text {
  const open = [Number.isFinite(low) ? "" : "below", Number.isFinite(high) ? "" : "above"].join("");
  const template = low === high ? verbatim("{low}") : intervalTexts[open];
  return fill(template, { low: written(low, unit), high: written(high, unit) });
}

const intervalTexts: Readonly<Record<string, Text>> = {
  "": { da: "fra {low} til {high}", en: "from {low} to {high}" },
  below: { da: "højst {high}", en: "at most {high}" },
  above: { da: "mindst {low}", en: "at least {low}" },
  belowabove: { da: "ethvert tal", en: "any figure" },
};

/** A figure to its last decimal. */
function written(value: number, unit: Unit): Text {
  const shown = unit === "share" || unit === "share-points" ? shift(value, 2) : value;
  const style = { decimals: decimalsOf(trusted(shown)), whole: true };
  return { da: writeFigure({ value, unit }, "da", style), en: writeFigure({ value, unit }, "en", style) };
}

/** An end without bound is approached, never reached: 0 times it is 0. */
function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b;
}

function hull(ends: readonly number[]): Interval {
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

function atMost(a: number, b: number): boolean {
  return a <= b || a - b <= SAME * Math.max(Math.abs(a), Math.abs(b));
}
