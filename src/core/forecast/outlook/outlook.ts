import { addToMonth, formatMonth, type Month } from "../../calendar/month.ts";
import { isSmall } from "../../figures/suppress.ts";
import type { Text } from "../../text/text.ts";
import { backtestFlows } from "../flow/backtest.ts";
import { type ForeseenBenefit, type ForeseenRegister, foresee, learn, neverLeft } from "../flow/foresee.ts";
import type { FlowModel } from "../flow/model.ts";
import { besideOthers, type Seen, type SeenBenefit } from "../flow/see.ts";
import { type Streams, streamsExpected, streamsSeen } from "../flow/streams.ts";
import { originsOf } from "../flow/trials.ts";
import type { FlowMethod } from "../flow/trust.ts";
import { type Group, groupsOf } from "../scenario/groups.ts";
import { OUTSIDE } from "../scenario/run.ts";
import type { Expected } from "../series/forecast.ts";
import { type AccuracyRow, accuracyRows } from "./accuracy-rows.ts";

/**
 * What a register tells of the coming months, ready to be kept and shown: small cells withheld, months as `2018-09`.
 * Full-time persons by benefit; people between benefits year by year; and how good such forecasts have been.
 */
export type Outlook = {
  /** The last month known. */
  readonly known: string;
  readonly benefits: readonly OutlookBenefit[];
  /** How many benefits have people now, but too few to show, or none that was seen to leave. */
  readonly hidden: number;
  readonly places: readonly Place[];
  /** The year expected first, then the years seen, the newest first. */
  readonly years: readonly StreamYear[];
  readonly accuracy: readonly AccuracyRow[];
  /** From how many months of the past the accuracy was tried. */
  readonly origins: number;
};

export type OutlookBenefit = {
  readonly benefit: string;
  readonly label: Text;
  /** Whether people mostly have it beside another benefit, and are counted there. */
  readonly isBeside: boolean;
  readonly method: FlowMethod;
  /** Full-time persons by month; null where they are withheld. */
  readonly history: readonly { readonly period: string; readonly value: number | null }[];
  readonly coming: readonly (Expected & { readonly period: string })[];
};

/** A place that people go from or to. */
export type Place = { readonly id: string; readonly label: Text; readonly kind: Group["kind"] | "outside" };

/** Who goes between the places in the twelve months that end with `to`. */
export type StreamYear = Streams & { readonly from: string; readonly to: string; readonly isExpected: boolean };

export type OutlookAsked = {
  readonly horizon: number;
  readonly draws: number;
  readonly seed: number;
  /** Fewer people than this are not shown. */
  readonly limit: number;
  readonly onProgress?: (share: number, step: OutlookStep) => void;
};

/** What is being done, in order. */
export const outlookSteps = ["learning", "backtesting", "foreseeing"] as const;
export type OutlookStep = (typeof outlookSteps)[number];

/** Where each step ends as a share of the whole. */
const ends: Readonly<Record<OutlookStep, number>> = { learning: 0.3, backtesting: 0.7, foreseeing: 1 };
const begins: Readonly<Record<OutlookStep, number>> = { learning: 0, backtesting: 0.3, foreseeing: 0.7 };

/** Months of the past that are shown. */
const SHOWN = 60;
const YEAR = 12;

/** Looks ahead from what a register has shown: estimates, tries itself on the past, and lets people flow on. */
export function outlookOf(seen: Seen, model: FlowModel, asked: OutlookAsked): Outlook | undefined {
  const { horizon, draws, seed, limit, onProgress } = asked;
  const telling = (step: OutlookStep) => (share: number) =>
    onProgress?.(begins[step] + share * (ends[step] - begins[step]), step);
  const learnt = learn(seen, model, { seed, onProgress: telling("learning") });
  const origins = originsOf(seen, model);
  const trying = { horizon, seed, draws: model.trialDraws, origins, onProgress: telling("backtesting") };
  const outcomes = origins.length === 0 ? [] : backtestFlows(seen, model, trying);
  const foreseen = learnt && foresee(learnt, { horizon, draws, seed, onProgress: telling("foreseeing") });
  if (learnt === undefined || outcomes === undefined || foreseen === undefined) return undefined;
  const groups = groupsOf(seen.observed.states);
  const [beside, never] = [besideOthers(seen), new Set(neverLeft(learnt))];
  const personsNow = ({ benefit, persons, fullTime }: SeenBenefit) =>
    beside.has(benefit) ? Math.ceil(fullTime.at(-1) ?? 0) : (persons.at(-1) ?? 0);
  const now = seen.benefits.filter((one) => personsNow(one) > 0);
  const shown = now.filter((one) => !never.has(one.benefit) && !isSmall(personsNow(one), limit));
  const isShown = new Set(shown.map(({ benefit }) => benefit));
  return {
    known: formatMonth(lastOf(seen)),
    benefits: shown
      .map((one) => ({ ...benefitOf(one, seen, foreseen, groups, limit), isBeside: beside.has(one.benefit) }))
      .toSorted(bySize),
    hidden: now.length - shown.length,
    places: [...groups.map(({ id, label, kind }) => ({ id, label, kind })), outside],
    years: [yearAhead(foreseen), ...yearsSeen(seen, limit)],
    accuracy: accuracyRows(outcomes.filter(({ area }) => isShown.has(area))),
    origins: origins.length,
  };
}

const outside: Place = {
  id: OUTSIDE,
  label: { da: "Udefra eller ikke fulgt", en: "Outside or not followed" },
  kind: "outside",
};

function lastOf({ observed }: Seen): Month {
  return addToMonth(observed.first, observed.months - 1);
}

function benefitOf(
  one: SeenBenefit,
  { observed }: Seen,
  { months, benefits }: ForeseenRegister,
  groups: readonly Group[],
  limit: number,
): Omit<OutlookBenefit, "isBeside"> {
  const { benefit, fullTime, persons } = one;
  const found: ForeseenBenefit | undefined = benefits.find((other) => other.benefit === benefit);
  const from = Math.max(0, observed.months - SHOWN);
  // Of a month it is known how many were there at both its ends.
  const isHidden = (t: number) =>
    [persons[t], persons[Math.max(0, t - 1)]].some((count) => isSmall(count, limit)) ||
    isSmall(Math.ceil(fullTime[t]), limit);
  return {
    benefit,
    label: groups.find(({ id }) => id === benefit)?.label ?? { da: benefit, en: benefit },
    method: found?.method ?? "flow",
    history: Array.from(fullTime.subarray(from), (value, k) => ({
      period: formatMonth(addToMonth(observed.first, from + k)),
      value: isHidden(from + k) ? null : value,
    })),
    coming: (found?.expected ?? []).map((expected, h) => ({ period: formatMonth(months[h]), ...expected })),
  };
}

function bySize(a: OutlookBenefit, b: OutlookBenefit): number {
  return (b.history.at(-1)?.value ?? 0) - (a.history.at(-1)?.value ?? 0);
}

function yearAhead({ projection, months }: ForeseenRegister): StreamYear {
  const last = months[Math.min(YEAR, months.length) - 1];
  const span = { from: formatMonth(months[0]), to: formatMonth(last), isExpected: true };
  return { ...span, ...streamsExpected(projection, YEAR) };
}

/** Whole years back from the last month: none overlaps another, so none can be subtracted from another. */
function yearsSeen({ observed }: Seen, limit: number): StreamYear[] {
  // Of the first month it is not known who came.
  const years = Math.floor((observed.months - 1) / YEAR);
  return Array.from({ length: years }, (_, k) => {
    const until = observed.months - k * YEAR;
    const month = (t: number) => formatMonth(addToMonth(observed.first, t));
    const span = { from: month(until - YEAR), to: month(until - 1), isExpected: false };
    return { ...span, ...streamsSeen(observed, until - YEAR, until, limit) };
  });
}
