import type { Text } from "../../text/text.ts";

/** The part of the drawn ways in which something holds. There must be one. */
export function chanceOf(holds: readonly boolean[]): number {
  return holds.filter(Boolean).length / holds.length;
}

/**
 * A chance in whole per cent, as it is judged: what reads 35 % is not under 35 %.
 *
 * @example inWholePercent(0.346) // 0.35
 */
export function inWholePercent(chance: number): number {
  return Math.round(100 * chance) / 100;
}

/**
 * A chance as it is shown: in whole per cent, and never as none or certain, for a forecast is neither.
 *
 * @example chanceText(0.716).da // "72 %"
 * @example chanceText(0).en // "< 1%"
 */
export function chanceText(chance: number): Text {
  const percent = Math.round(100 * chance);
  const shown = percent < 1 ? "< 1" : percent > 99 ? "> 99" : `${percent}`;
  return { da: `${shown} %`, en: `${shown}%` };
}
