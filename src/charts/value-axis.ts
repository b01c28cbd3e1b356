import type { Unit } from "#core/figures/unit.ts";
import { writeFigure, writeNumber } from "#core/figures/write.ts";
import type { Language } from "#core/text/text.ts";

/** An axis of figures: from where to where, and the figures written along it. */
export type ValueAxis = {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly write: (value: number) => string;
};

/** An axis that holds all the values, in steps of 1, 2 or 5 times a power of ten. */
export function valueAxis(
  values: readonly number[],
  { unit, language, fromZero }: { readonly unit: Unit; readonly language: Language; readonly fromZero: boolean },
): ValueAxis {
  const known = values.length === 0 ? [0, 1] : values;
  const low = Math.min(...known, ...(fromZero ? [0] : []));
  const high = Math.max(...known, ...(fromZero ? [0] : []));
  const step = stepOf(high - low || Math.abs(high) || 1);
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => trimmed((first + at) * step));
  const decimals = decimalsOf(step, unit);
  const write = (value: number) =>
    unit === "share" || unit === "share-points"
      ? writeFigure({ value, unit }, language, { decimals, bare: true }).replace(" ", "\u00a0")
      : unit === "DKK"
        ? writeFigure({ value, unit }, language)
        : writeNumber(value, { language, decimals });
  return { domain: [ticks[0], ticks[ticks.length - 1]], ticks, write };
}

/** A value as it is written at its place in a chart: without the unit's words, which the subtitle has. */
export function writeValue(value: number, unit: Unit, language: Language): string {
  if (unit === "share" || unit === "DKK" || unit === "rank")
    return writeFigure({ value, unit }, language).replaceAll(" ", "\u00a0");
  const figure = writeFigure({ value, unit }, language);
  return figure.replace(/^([+−]?[\d.,]+).*$/, "$1");
}

/** As `writeValue`, with the sign of a change. */
export function writeChangeOf(value: number, unit: Unit, language: Language): string {
  const figure = writeFigure({ value, unit }, language, { sign: true });
  if (unit === "share-points")
    return figure.replace(/^([+−]?[\d.,]+).*$/, language === "da" ? "$1\u00a0pp" : "$1\u00a0pp");
  return unit === "share" || unit === "DKK"
    ? figure.replaceAll(" ", "\u00a0")
    : figure.replace(/^([+−]?[\d.,]+).*$/, "$1");
}

function stepOf(span: number): number {
  const power = 10 ** Math.floor(Math.log10(span / 4));
  return [1, 2, 5, 10].map((times) => times * power).find((step) => span / step <= 5) ?? 10 * power;
}

function decimalsOf(step: number, unit: Unit): number {
  const shown = unit === "share" || unit === "share-points" ? step * 100 : step;
  return Math.max(0, -Math.floor(Math.log10(shown) + 1e-9));
}

/** Without what binary fractions leave behind: 0.1 + 0.2. */
function trimmed(value: number): number {
  return Number(value.toPrecision(12));
}
