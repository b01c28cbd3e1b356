import type { Day } from "../../calendar/day.ts";
import type { MissingReason } from "../../figures/figure.ts";
import { isSmall, withhold } from "../../figures/suppress.ts";
import type { AsOf } from "../../register/reading/as-of.ts";
import type { Law } from "../../register/reading/law.ts";
import { type Calibration, calibrate } from "./calibration.ts";
import { curvesOf, lastBefore } from "./curves.ts";
import { type Grouping, type GroupNames, groupingOf } from "./groups.ts";
import { type Destinations, STILL_THERE, type Wait, waitsOf } from "./waits.ts";

/** What is asked: of a group, never of a person. */
export type ExpectedEndAsked = Destinations & {
  /** Only groups on these benefits; all where none is named. */
  readonly benefits?: readonly string[];
  readonly byVisitation?: boolean;
  /** Fewer people than this are not shown. */
  readonly limit: number;
};

/** When spells of a group are expected to end, and what comes then. */
export type ExpectedEnd = {
  readonly group: GroupNames;
  /** People in the group on the day, as far as is known. */
  readonly now: number | { readonly missing: MissingReason };
} & ({ readonly course: Course } | { readonly missing: MissingReason });

/** How it went for those who were in the group before. */
export type Course = {
  /** Different people it is read from, and how many of them were seen to leave; undefined where few were not. */
  readonly persons: number;
  readonly ended: number | undefined;
  /** Weeks until a quarter, half and three quarters have left; undefined where so many were not seen to. */
  readonly weeks: Readonly<Record<Quarter, number | undefined>>;
  /** Where they are after so many weeks: the share still there, and the share that had gone to each. */
  readonly after: number;
  readonly still: number;
  readonly next: readonly { readonly to: string; readonly share: number }[];
};

export const quarters = ["first", "half", "last"] as const;
export type Quarter = (typeof quarters)[number];
const shares: Readonly<Record<Quarter, number>> = { first: 0.25, half: 0.5, last: 0.75 };

/** Destinations too few went to, together. */
export const ELSEWHERE = "andet";

export type ExpectedEnds = {
  readonly asOf: Day;
  /** The first and the last day on which people of the groups were found. */
  readonly found: { readonly first: Day; readonly last: Day };
  readonly groups: readonly ExpectedEnd[];
  /** What the method said a year ago against what came; undefined where the register is too short to tell. */
  readonly calibration?: Calibration;
};

/** Of fewer people nothing is expected; where people are after a year is told. */
const FEWEST = 30;
const WEEKS_AFTER = 52;

/** Days that estimates are read from: three years of quarters. */
export const DAYS_READ = 12;

/**
 * When the spells of each group end, and where people go: read from those who were in the group on days of the last three
 * years, whatever became of them, by Aalen and Johansen's estimate from the day they were found. So it is the time that is
 * left, given the time so far.
 *
 * @see docs/methods/expected-end.md
 */
export function expectedEnds(
  read: AsOf,
  law: Law,
  asked: ExpectedEndAsked,
): ExpectedEnds | { readonly missing: MissingReason } {
  const { benefit, visitation } = read.register.dictionaries;
  const grouping = groupingOf(benefit.words, visitation.words, asked.byVisitation ?? false);
  const waits = waitsOf(read, law, grouping, asked);
  const [last, first] = [waits.days[0], waits.days[Math.min(DAYS_READ, waits.days.length) - 1]];
  if (first === undefined || last === undefined) return { missing: "outside-coverage" };
  const all = new Set([...waits.byGroup.keys(), ...waits.running.keys()]);
  const hidden = hiddenGroups(waits.running, grouping, asked.limit);
  const groups = [...all]
    .toSorted((a, b) => a - b)
    .flatMap((number): ExpectedEnd[] => {
      const group = grouping.namesOf(number);
      if (asked.benefits !== undefined && !asked.benefits.includes(group.benefit)) return [];
      const now = waits.running.get(number) ?? 0;
      const found = (waits.byGroup.get(number) ?? []).filter((wait) => wait.found < DAYS_READ);
      return [
        {
          group,
          now: hidden.has(String(number)) ? { missing: "withheld" } : now,
          ...courseOf(found, waits.words, asked.limit),
        },
      ];
    });
  const calibration = calibrate(waits, grouping, asked);
  return { asOf: read.asOf, found: { first, last }, groups, ...(calibration && { calibration }) };
}

/** The groups too few are in now, and those that would give them away beside the benefit's total. */
function hiddenGroups(running: ReadonlyMap<number, number>, grouping: Grouping, limit: number): Set<string> {
  const byBenefit = Map.groupBy(running, ([number]) => grouping.namesOf(number).benefit);
  const counts = new Map([...running].map(([number, now]) => [String(number), now]));
  const sums = [...byBenefit].map(([benefit, groups]) => {
    counts.set(
      benefit,
      groups.reduce((sum, [, now]) => sum + now, 0),
    );
    return { total: benefit, parts: groups.map(([number]) => String(number)) };
  });
  return withhold(counts, sums, limit);
}

/** How it went for the people found; nothing where they are few, or some but few of them left. */
function courseOf(
  waits: readonly Wait[],
  words: readonly string[],
  limit: number,
): { readonly course: Course } | { readonly missing: MissingReason } {
  const persons = new Set(waits.map(({ person }) => person)).size;
  if (persons < FEWEST) return { missing: persons < limit && persons > 0 ? "withheld" : "too-small" };
  const over = waits.filter(({ next }) => next !== STILL_THERE);
  const ended = peopleOf(over);
  if (isSmall(ended, limit)) return { missing: "withheld" };
  const named = namesShown(over, words, limit);
  const to = [...new Set(named.values())];
  const { time, probability, atRisk } = curvesOf(
    waits,
    (next) => to.indexOf(named.get(next) ?? ELSEWHERE) + 1,
    to.length + 1,
  );
  const states = to.length + 1;
  const at = lastBefore(time, WEEKS_AFTER * 7);
  const shareAt = (step: number, state: number) =>
    step < 0 ? (state === 0 ? 1 : 0) : probability[step * states + state];
  const weeks = (share: number) => {
    const step = time.findIndex((_, k) => shareAt(k, 0) <= 1 - share);
    return step < 0 || atRisk[step * states] < limit ? undefined : time[step] / 7;
  };
  const next = to.map((one, k) => ({ to: one, share: shareAt(at, k + 1) })).toSorted((a, b) => b.share - a.share);
  return {
    course: {
      ...{ persons, ended: isSmall(persons - ended, limit) ? undefined : ended },
      ...{ after: WEEKS_AFTER, still: shareAt(at, 0), next },
      weeks: { first: weeks(shares.first), half: weeks(shares.half), last: weeks(shares.last) },
    },
  };
}

/** The word shown for each destination: its own where enough people went, else together with the least frequent ones. */
function namesShown(over: readonly Wait[], words: readonly string[], limit: number): Map<number, string> {
  const byNext = [...Map.groupBy(over, ({ next }) => next)].toSorted(([, a], [, b]) => peopleOf(a) - peopleOf(b));
  const shown = new Map<number, string>();
  const together: Wait[] = [];
  for (const [next, waits] of byNext) {
    const isFew = isSmall(peopleOf(waits), limit) || isSmall(peopleOf(together), limit);
    if (isFew) together.push(...waits);
    shown.set(next, isFew ? ELSEWHERE : words[next] || ELSEWHERE);
  }
  return shown;
}

function peopleOf(waits: readonly Wait[]): number {
  return new Set(waits.map(({ person }) => person)).size;
}
