import { addDays, type Day } from "../../calendar/day.ts";
import { addToMonth, type Month, monthOf } from "../../calendar/month.ts";
import type { AsOf } from "../../register/reading/as-of.ts";
import type { Law } from "../../register/reading/law.ts";
import { studentQuantile } from "../../stats/distributions/student-t.ts";
import type { Expected } from "../series/forecast.ts";
import { fullTimeOf } from "./full-time.ts";

/** Full-time persons as one extract of a register told them, by benefit and month. */
export type Told = {
  /** The last whole month it told of. */
  readonly last: Month;
  readonly fullTime: readonly Float64Array[];
};

/** How much is still to come, of the months an extract ends with. */
export type Late = {
  /** Of each benefit, its last month first. */
  readonly benefits: readonly (readonly Growth[])[];
  /** How many older extracts it was learnt from. */
  readonly extracts: number;
};

/** How figures told of a month have grown until it was told in full, per full-time person told. */
type Rates = {
  readonly factor: number;
  /** What came or went, whichever way. */
  readonly moved: number;
  /** So many full-time persons, all extracts together, it was learnt from. */
  readonly learntFrom: number;
};
type Growth = Rates & {
  /** How many times the variance of a count what came strayed with. */
  readonly excess: number;
};

/** Months back that may be told late, and how long after its end a month is told in full. */
const MONTHS = 6;
const TOLD_IN_FULL = 6;

/** So many full-time persons are lent to each benefit, grown as all benefits; and to all, told in full at once. */
const LENT = 20;

/** What an extract told of the benefits on the day it was drawn, over the months from a first one. */
export function toldBy(
  read: AsOf,
  law: Law,
  { benefits, replaced, first }: AskedOf,
  municipality: number | undefined,
): Told {
  const last = lastToldOn(read.asOf);
  const span = { first, months: Math.max(0, last + 1 - first) };
  return { last, fullTime: fullTimeOf(read, law, benefits, replaced, span, municipality) };
}

/** Of which benefits an extract is asked, which are read as others, and from which month. */
type AskedOf = {
  readonly benefits: readonly string[];
  readonly replaced: ReadonlyMap<string, string>;
  readonly first: Month;
};

/** The last whole month that an extract of a day tells of. */
export function lastToldOn(extracted: Day): Month {
  return addToMonth(monthOf(addDays(extracted, 1)), -1);
}

/** Whether an extract is so much older than another that the other tells its last month in full. */
export function isToldInFull(last: Month, newest: Month): boolean {
  return newest - last >= TOLD_IN_FULL;
}

/**
 * Learns from older extracts of a register how much of their last months was told later: what the newest extract tells of
 * those months over what they told themselves; a benefit leans on all of them. How far what came strayed from that is seen
 * by leaving out each extract in turn, and is measured by how a count of what came late would stray.
 *
 * @returns undefined where no older extract has a month told in full: nothing is known of what comes late, and nothing is guessed
 */
export function lateBy(newest: Told, first: Month, older: readonly Told[]): Late | undefined {
  const usable = older.filter(({ last }) => isToldInFull(last, newest.last) && last >= first);
  if (usable.length === 0) return undefined;
  const byMonth = Array.from({ length: MONTHS }, (_, back) =>
    growthsOf(
      usable
        .filter(({ last }) => last - back >= first)
        .map(({ last, fullTime }) =>
          newest.fullTime.map((now, b) => ({
            early: fullTime[b][last - back - first],
            full: now[last - back - first],
          })),
        ),
      newest.fullTime.length,
    ),
  );
  return {
    benefits: newest.fullTime.map((_, benefit) => byMonth.map((growths) => growths[benefit])),
    extracts: usable.length,
  };
}

/** What an extract told of a benefit in a month, and what is told of it now. */
type Pair = { readonly early: number; readonly full: number };

/** How each benefit has grown, by what extracts told of it. */
function growthsOf(extracts: readonly (readonly Pair[])[], benefits: number): Growth[] {
  const learnt = ratesOf(extracts, benefits);
  const squares = extracts.flatMap((extract, left) => {
    const others = ratesOf(extracts.toSpliced(left, 1), benefits);
    return extract.flatMap(({ early, full }, benefit) => {
      const expected = varianceOf(early, others[benefit]);
      return early > 0 ? [(full - others[benefit].factor * early) ** 2 / expected] : [];
    });
  });
  const excess = squares.length === 0 ? 0 : sum(squares) / squares.length;
  return learnt.map((one) => ({ ...one, excess }));
}

function ratesOf(extracts: readonly (readonly Pair[])[], benefits: number): Rates[] {
  const all = extracts.flat();
  const shared = (LENT + sum(all.map(({ full }) => full))) / (LENT + sum(all.map(({ early }) => early)));
  return Array.from({ length: benefits }, (_, benefit) => {
    const pairs = extracts.map((extract) => extract[benefit]);
    const learntFrom = LENT + sum(pairs.map(({ early }) => early));
    return {
      factor: (LENT * shared + sum(pairs.map(({ full }) => full))) / learntFrom,
      moved: (1 + sum(pairs.map(({ early, full }) => Math.abs(full - early)))) / learntFrom,
      learntFrom,
    };
  });
}

/** How far what comes would stray from the factor if it came as a count does, with that the factor itself is learnt. */
function varianceOf(told: number, { moved, learntFrom }: Rates): number {
  return moved * told * (1 + told / learntFrom);
}

/** A month that has been, as it is told now and as it is expected to be told in the end. */
export type InFull = Expected & {
  /** Its place among the months told. */
  readonly at: number;
};

/** What a benefit's newest months will have been when all is told: the oldest of them first. */
export function inFull(fullTime: Float64Array, { benefits, extracts }: Late, benefit: number): InFull[] {
  const growths = benefits[benefit].slice(0, fullTime.length);
  return growths.toReversed().map((growth, i): InFull => {
    const at = fullTime.length - growths.length + i;
    return { at, ...grown(fullTime[at], growth, extracts) };
  });
}

function grown(told: number, growth: Growth, extracts: number): Expected {
  const mean = told * growth.factor;
  const stray = Math.sqrt(growth.excess * varianceOf(told, growth));
  const [near, far] = [0.9, 0.975].map((below) => stray * studentQuantile(below, extracts));
  const low = (by: number) => Math.max(0, mean - by);
  return { mean, lo80: low(near), hi80: mean + near, lo95: low(far), hi95: mean + far };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
