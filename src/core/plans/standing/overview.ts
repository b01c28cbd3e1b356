import type { Day } from "../../calendar/day.ts";
import { type Figure, isMissing, type Missing, missingWords } from "../../figures/figure.ts";
import { isForeseen } from "../../forecast/goals/foreseen.ts";
import { finalFrom } from "../../indicators/series.ts";
import type { Text } from "../../text/text.ts";
import { isBinding } from "../count.ts";
import { answerTo } from "../evaluation/answers.ts";
import type { GoalResult, PartResult } from "../evaluation/result.ts";
import { summaryOf } from "../evaluation/summary.ts";
import { cannotBeSettled, type Verdict, verdictWords } from "../evaluation/verdict.ts";
import type { FollowUp } from "../format/follow-up-file.ts";
import type { Goal, Question } from "../format/goal.ts";
import type { Demand } from "../targets/demand.ts";
import { targetText } from "../targets/say.ts";
import { leadingPart } from "./distance.ts";
import { type Important, importantOf } from "./important.ts";
import { lastSteps, type Point, pointsOfPath } from "./trend.ts";

/** What an overview is made of. */
export type Followed = {
  readonly asOf: Day;
  readonly goals: readonly GoalResult[];
  readonly followUp: FollowUp;
};

/** One goal in a row: the figures are those of the part its verdict was taken from. */
export type GoalRow = {
  readonly goal: Goal;
  readonly binding: boolean;
  readonly verdict: Verdict;
  readonly baseline: Figure | Missing;
  readonly demand: Demand | undefined;
  readonly target: Text | undefined;
  /** The figure it is held against: of a settled goal that of the target's own period, else the newest there is. */
  readonly latest: Figure | Missing;
  readonly distance: Figure | Missing;
  /** The chance that it is met, from 0 to 1, where it is not settled and can be forecast. */
  readonly chance: number | undefined;
  readonly trend: readonly Point[];
  readonly notes: readonly Text[];
  readonly openQuestions: number;
};

/** How many of the counted goals have a verdict; of those that cannot be settled, by the reason. */
export type VerdictCount = {
  readonly family: Verdict["family"];
  readonly value: Verdict["value"];
  readonly word: Text;
  readonly shape: string;
  readonly count: number;
};

/** How a plan stands: everything its first page says. */
export type Overview = {
  readonly summary: Text;
  readonly counts: readonly VerdictCount[];
  readonly intentions: number;
  readonly important: readonly Important[];
  readonly rows: readonly GoalRow[];
};

/** How many months a trend goes back, and how many steps it has at least where they are longer. */
const TREND = { months: 24, fewest: 5 };

/** The overview of a plan that was followed up. */
export function overviewOf({ goals, followUp, asOf }: Followed): Overview {
  const binding = goals.filter(({ goal }) => isBinding(goal));
  return {
    summary: summaryOf(goals),
    counts: countsOf(binding.map(({ verdict }) => verdict)),
    intentions: goals.length - binding.length,
    important: importantOf(goals),
    rows: goals.map((result) => rowOf(result, followUp, asOf)),
  };
}

/** A goal as a row. */
export function rowOf(result: GoalResult, followUp: FollowUp, asOf: Day): GoalRow {
  const { goal, verdict } = result;
  const part = leadingPart(result);
  const { baseline, demand, distance, target } = part;
  const steps = lastSteps(part.path, TREND.months, TREND.fewest);
  return {
    goal,
    binding: isBinding(goal),
    verdict,
    baseline,
    demand,
    target: target && targetText(target),
    latest: part.settledBy ?? latestOf(part, asOf),
    distance,
    chance: isForeseen(part.foreseen) ? part.foreseen.chance : undefined,
    trend: pointsOfPath(steps, part.series, asOf),
    notes: part.notes,
    openQuestions: openQuestions(goal, followUp).length,
  };
}

/** The questions of a goal's wording that nobody has answered. */
export function openQuestions(goal: Goal, { answers }: FollowUp): Question[] {
  return goal.questions.filter((question) => answerTo(question, goal, answers) === undefined);
}

/** The newest figure of a part with its period, where it comes from, and whether it can still be changed. */
export function latestOf({ path, series, latest }: PartResult, asOf: Day): Figure | Missing {
  const newest = path.findLast(({ value }) => !isMissing(value));
  if (newest === undefined || isMissing(newest.value) || series === undefined) return latest;
  const { owner: source, table, fetched } = series;
  const preliminary = asOf < finalFrom(series, newest.period);
  // A figure joined in from another series says itself where it comes from.
  const origin = { source, table, fetched, preliminary, ...newest.value.origin };
  return { ...newest.value, period: newest.period, origin };
}

function countsOf(verdicts: readonly Verdict[]): VerdictCount[] {
  const groups = Map.groupBy(verdicts, ({ family, value }) => `${family} ${value}`);
  return [...groups.values()]
    .map((alike) => ({ ...facesOf(alike[0]), count: alike.length }))
    .toSorted((a, b) => orderOf(a) - orderOf(b) || b.count - a.count);
}

function facesOf(verdict: Verdict): Omit<VerdictCount, "count"> {
  const { family, value } = verdict;
  if (verdict.family === "cannot-be-settled")
    return { family, value, word: missingWords[verdict.value], shape: cannotBeSettled.shape };
  return { family, value, ...verdictWords[verdict.value] };
}

function orderOf({ value }: VerdictCount): number {
  const at = Object.keys(verdictWords).indexOf(value);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}
