import { addDays } from "../../calendar/day.ts";
import { addToMonth, type Month, monthOf } from "../../calendar/month.ts";
import type { AsOf } from "../../register/reading/as-of.ts";
import type { Law } from "../../register/reading/law.ts";
import { fullTimeOf } from "./full-time.ts";

/** Full-time persons as one extract of a register told them, by benefit and month. */
export type Told = {
  /** The last whole month it told of. */
  readonly last: Month;
  readonly fullTime: readonly Float64Array[];
};

/** How much is still to come, of the months an extract ends with. */
export type Late = {
  /** What to multiply by: the last month first. */
  readonly factors: readonly number[];
  /** How many older extracts it was learnt from. */
  readonly extracts: number;
};

/** Months back that may be told late, and how long after its end a month is told in full. */
const MONTHS = 6;
const TOLD_IN_FULL = 6;

/** So many full-time persons, told in full at once, are lent to each month. */
const LENT = 20;

/** What an extract told of the benefits on the day it was drawn, over the months from a first one. */
export function toldBy(
  read: AsOf,
  law: Law,
  { benefits, replaced, first }: AskedOf,
  municipality: number | undefined,
): Told {
  const after = monthOf(addDays(read.asOf, 1));
  const span = { first, months: Math.max(0, after - first) };
  return { last: addToMonth(after, -1), fullTime: fullTimeOf(read, law, benefits, replaced, span, municipality) };
}

/** Of which benefits an extract is asked, which are read as others, and from which month. */
type AskedOf = {
  readonly benefits: readonly string[];
  readonly replaced: ReadonlyMap<string, string>;
  readonly first: Month;
};

/**
 * Learns from older extracts of a register how much of their last months was told later: what the newest extract tells of
 * those months, all benefits together, over what they told themselves. A month counts when the newest extract is so much
 * younger that it tells it in full.
 *
 * @returns undefined where no older extract has such a month: nothing is known of what comes late, and nothing is guessed
 */
export function lateBy(newest: Told, first: Month, older: readonly Told[]): Late | undefined {
  const usable = older.filter(({ last }) => newest.last - last >= TOLD_IN_FULL && last >= first);
  if (usable.length === 0) return undefined;
  const factors = Array.from({ length: MONTHS }, (_, back) => {
    let [then, now] = [LENT, LENT];
    for (const { last, fullTime } of usable) {
      const at = last - back - first;
      if (at < 0) continue;
      for (const [b, told] of fullTime.entries()) {
        then += told[at];
        now += newest.fullTime[b][at];
      }
    }
    return now / then;
  });
  return { factors, extracts: usable.length };
}

/** What a benefit's newest months will have been when all is told: the oldest of them first, each with its place. */
export function inFull(
  fullTime: Float64Array,
  { factors }: Late,
): { readonly at: number; readonly expected: number }[] {
  const count = Math.min(factors.length, fullTime.length);
  return Array.from({ length: count }, (_, i) => {
    const back = count - 1 - i;
    const at = fullTime.length - 1 - back;
    return { at, expected: fullTime[at] * factors[back] };
  });
}
