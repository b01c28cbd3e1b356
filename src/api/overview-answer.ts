import { type Day, formatDay } from "#core/calendar/day.ts";
import type { Series } from "#core/indicators/series.ts";
import type { PlanCheck } from "#core/plans/check.ts";
import type { Parameters } from "#core/plans/evaluation/parameters.ts";
import { demandText } from "#core/plans/evaluation/say.ts";
import { type Verdict, wordsOf } from "#core/plans/evaluation/verdict.ts";
import type { Plan } from "#core/plans/format/plan.ts";
import type { GoalRow, Overview } from "#core/plans/standing/overview.ts";
import type { Point } from "#core/plans/standing/trend.ts";
import type { Demand } from "#core/plans/targets/demand.ts";
import { type Text, verbatim } from "#core/text/text.ts";
import type { Answered } from "./endpoint.ts";
import { figureJson } from "./figure.ts";
import { chanceJson } from "./foreseen.ts";
import type { listPlans, readOverview } from "./overview.ts";

type PlanEntry = Answered<typeof listPlans>["plans"][number];
type RegisterEntry = Answered<typeof listPlans>["registers"][number];
type OverviewAnswer = Answered<typeof readOverview>;

/** A plan of the list, as the actions give it. */
export type ListedPlan = {
  readonly id: string;
  readonly title: Text;
  readonly organisation: string;
  readonly municipalities: readonly string[];
  readonly period: string;
  readonly version: number | undefined;
  readonly isTemplate: boolean;
};

/** A plan as an entry of a list. */
export function planEntryJson({ version, ...plan }: ListedPlan): PlanEntry {
  const { municipalities, organisation } = plan;
  return {
    ...plan,
    municipalities: [...municipalities],
    organisation: verbatim(organisation),
    ...(version !== undefined && { version }),
  };
}

/** A register of the list, as the actions give it. */
export type ListedRegister = {
  readonly id: string;
  readonly name: string;
  readonly simulated: boolean;
  readonly municipalities: readonly string[];
  readonly to: Day;
  readonly extracted: Day;
};

/** A register as an entry of a list. */
export function registerEntryJson({ municipalities, to, extracted, ...register }: ListedRegister): RegisterEntry {
  const { id, name, simulated } = register;
  return {
    id,
    name,
    simulated,
    municipalities: [...municipalities],
    to: formatDay(to),
    extracted: formatDay(extracted),
  };
}

/** The list of plans and registers as data. */
export function listPlansJson(listed: {
  readonly plans: readonly ListedPlan[];
  readonly registers: readonly ListedRegister[];
}): Answered<typeof listPlans> {
  return { plans: listed.plans.map(planEntryJson), registers: listed.registers.map(registerEntryJson) };
}

/** A plan that was followed up, as the actions give it. */
export type FollowedPlan = {
  readonly plan: Plan;
  readonly version: number;
  readonly asOf: Day;
  readonly defaultAsOf: Day;
  readonly parameters: Pick<Parameters, "offCourseChance">;
  readonly seen: ListedRegister | undefined;
  readonly published: Day | undefined;
  readonly overview: Overview;
  readonly check: PlanCheck;
};

/** How a plan stands, as data. */
export function overviewJson(followed: FollowedPlan): OverviewAnswer {
  const { plan, version, overview, check } = followed;
  const { summary, counts, intentions, important, rows } = overview;
  const isTemplate = plan.status === "template";
  return {
    plan: planEntryJson({ ...headOf(plan), version, isTemplate }),
    basis: basisJson(followed),
    summary,
    counts: counts.map((one) => ({ ...one })),
    intentions,
    important: important.map(({ goal, verdict, says }) => ({ goal, verdict: verdictJson(verdict), says })),
    tracks: plan.tracks.map(({ id, title }) => ({ id, title })),
    targetGroups: plan.targetGroups.map(({ id, title }) => ({ id, label: title })),
    goals: rows.map(rowJson),
    check: { ran: check.ran, disagree: check.ran - check.agreed },
  };
}

function headOf({ id, title, organisation, municipalities, period }: Plan) {
  return { id, title, organisation, municipalities, period: period.id };
}

/** What a follow-up stands on, as data. */
export function basisJson(followed: FollowedPlan): OverviewAnswer["basis"] {
  const { asOf, defaultAsOf, seen, published, parameters } = followed;
  return {
    asOf: formatDay(asOf),
    defaultAsOf: formatDay(defaultAsOf),
    ...(seen && { register: registerEntryJson(seen) }),
    ...(published !== undefined && { published: formatDay(published) }),
    offCourseChance: parameters.offCourseChance,
  };
}

/** A goal's row as data. */
export function rowJson(row: GoalRow): OverviewAnswer["goals"][number] {
  const { goal, binding, verdict, baseline, demand, target, latest, distance, trend, notes, openQuestions } = row;
  const { id, title, track, targetGroup, responsible, force, level, good, parts } = goal;
  return {
    ...{ id, title, track, force, level, binding, good, openQuestions, parts: parts.length },
    ...(targetGroup !== undefined && { targetGroup }),
    ...(responsible !== undefined && { unit: responsible }),
    verdict: verdictJson(verdict),
    baseline: figureJson(baseline),
    ...(demand && { demand: demandJson(demand) }),
    ...(target && { target }),
    latest: figureJson(latest),
    distance: figureJson(distance),
    ...(row.chance !== undefined && { chance: chanceJson(row.chance) }),
    trend: trend.map(pointJson),
    notes: [...notes],
  };
}

/** A verdict with its word and shape. */
export function verdictJson(verdict: Verdict): OverviewAnswer["important"][number]["verdict"] {
  const { family, value, reason } = verdict;
  const settles = verdict.family === "cannot-be-settled" ? { settles: verdict.settles } : {};
  return { family, value, ...wordsOf(verdict), reason, ...settles };
}

/** A demand with its sentence; an end that is not bound is null. */
export function demandJson(demand: Demand) {
  const finite = (bound: number) => (Number.isFinite(bound) ? bound : null);
  const { low, high, strict, unit } = demand;
  return { low: finite(low), high: finite(high), strict, unit, text: demandText(demand) };
}

/** A point of a line, its period by its id. */
export function pointJson({ period, ...rest }: Point) {
  return { period: period.id, ...rest };
}

/** Where a series comes from, as a line tells it. */
export function originOf({ owner, table, fetched }: Series) {
  return {
    owner,
    ...(table !== undefined && { table }),
    ...(fetched !== undefined && { fetched: formatDay(fetched) }),
  };
}
