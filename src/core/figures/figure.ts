import type { Day } from "../calendar/day.ts";
import type { Period } from "../calendar/period.ts";
import type { Text } from "../text/text.ts";
import type { Unit } from "./unit.ts";

/** Every reason why there can be no figure. */
export const missingReasons = [
  "no-indicator",
  "no-data",
  "no-baseline",
  "no-period",
  "no-direction",
  "no-denominator",
  "contradictory",
  "other-indicator",
  "not-yet-published",
  "too-small",
  "broken",
  "withheld",
  "outside-coverage",
  "no-evidence",
  "outside-validity",
  "division-by-zero",
  "not-permitted",
] as const;
export type MissingReason = (typeof missingReasons)[number];

/** Each reason in words that can stand where the figure would have stood. */
export const missingWords: Readonly<Record<MissingReason, Text>> = {
  "no-indicator": { da: "ingen indikator", en: "no indicator" },
  "no-data": { da: "ingen data", en: "no data" },
  "no-baseline": { da: "intet udgangspunkt", en: "no baseline" },
  "no-period": { da: "ingen periode", en: "no period" },
  "no-direction": { da: "ingen retning", en: "no direction" },
  "no-denominator": { da: "ingen nævner", en: "no denominator" },
  contradictory: { da: "modstridende oplysninger", en: "contradictory statements" },
  "other-indicator": { da: "kun en beslægtet indikator findes", en: "only a related indicator exists" },
  "not-yet-published": { da: "endnu ikke offentliggjort", en: "not yet published" },
  "too-small": { da: "for lille gruppe", en: "too small a group" },
  broken: { da: "databrud", en: "break in the data" },
  withheld: { da: "skjult af hensyn til små tal", en: "withheld because of small numbers" },
  "outside-coverage": { da: "uden for den periode, data dækker", en: "outside the span the data cover" },
  "no-evidence": { da: "ingen dokumentation", en: "no evidence" },
  "outside-validity": { da: "gælder ikke i perioden", en: "not valid in the period" },
  "division-by-zero": { da: "ingen at måle på", en: "nobody to measure on" },
  "not-permitted": { da: "ingen adgang", en: "no access" },
};

/** Where a figure comes from. */
export type Origin = {
  /** Who publishes it, or the id of the snapshot it is computed from. */
  readonly source: string;
  readonly table?: string;
  readonly fetched?: Day;
  /** The source can still change it. */
  readonly preliminary?: boolean;
};

/** A number with what it counts. Shares are 0-1. */
export type Figure = {
  readonly value: number;
  readonly unit: Unit;
  readonly period?: Period;
  readonly origin?: Origin;
  /** The text it was read from. */
  readonly printed?: string;
};

/** The place of a figure that there is none of, and why. */
export type Missing = {
  readonly missing: MissingReason;
  readonly unit?: Unit;
  readonly period?: Period;
  readonly note?: Text;
};

/** Whether there is a reason instead of a figure. */
export function isMissing(figure: unknown): figure is Missing {
  return typeof figure === "object" && figure !== null && "missing" in figure;
}

/**
 * The share of two numbers of one period; missing (`division-by-zero`) where there is nothing to divide by.
 *
 * @example ratio(413, 4119) // { value: 0.1002…, unit: "share" }
 */
export function ratio(numerator: number, denominator: number): Figure | Missing {
  if (denominator === 0) return { missing: "division-by-zero", unit: "share" };
  return { value: numerator / denominator, unit: "share" };
}
