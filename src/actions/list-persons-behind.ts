import { reachIn, scopeOf } from "#core/access/decide.ts";
import { addDays, type Day, formatDay } from "#core/calendar/day.ts";
import { monthOf } from "#core/calendar/month.ts";
import type { Period } from "#core/calendar/period.ts";
import { broken } from "#core/faults/fault.ts";
import type { Unit } from "#core/figures/unit.ts";
import { getIndicator, type Indicator } from "#core/indicators/indicator.ts";
import { readyQuestion } from "#core/indicators/question.ts";
import type { Contribution } from "#core/indicators/read-cell.ts";
import type { Goal, Part } from "#core/plans/format/goal.ts";
import { stepsOf } from "#core/plans/register-series.ts";
import { areasOf, findPart } from "#core/plans/standing/goal-page.ts";
import { isOfPersons } from "#core/register/reading/reading.ts";
import { action } from "./action.ts";
import { askRegister } from "./ask-register.ts";
import { type FollowRequest, follow, followSubject } from "./follow-stored.ts";

/** Whose figure is asked about, and which page of those behind it. */
export type PersonsAsked = FollowRequest & {
  readonly goal: string;
  readonly register: string;
  /** The id of a part; the first without one. */
  readonly part?: string;
  readonly period: Period;
  readonly page: number;
};

/** A page of the persons behind a figure, by the source's own numbers. */
export type PersonsBehind = {
  readonly period: Period;
  readonly asOf: Day;
  readonly unit: Unit;
  /** How many there are, and of a share, how many there are in what it is a share of. */
  readonly count: number;
  readonly base: number | undefined;
  /** The units the list is narrowed to, for who may see no others. */
  readonly narrowedTo: readonly string[] | undefined;
  readonly page: number;
  readonly pages: number;
  readonly persons: readonly Contribution[];
};

/** How many persons are shown, and logged, at a time. */
const PAGE = 50;

/**
 * Who is behind the figure of a goal in a period: the persons that the register counted, no more than the asker may see.
 * Everyone on the page is in the log by number.
 *
 * @throws BrokenInput not-there, wrong-use where the figure counts no persons, or the register does not give the period
 */
export const listPersonsBehind = action<PersonsAsked, PersonsBehind>({
  act: "list-persons",
  on: followSubject,
  does: async (work, asked) => {
    const { data, goal, period, page } = asked;
    const held = await followSubject(asked, work.rows, work);
    const followed = await follow(work, asked);
    const part = getPart(followed.plan.goals, goal, asked.part);
    const indicator = getIndicator(data.indicators, part.indicator ?? "");
    const scope = scopeOf(work.actor, "list-persons", held, work.today);
    const reach = reachIn(scope, areasOf(followed.plan, part));
    const where = {
      ...part.where,
      municipality: reach.municipalities.join("+"),
      ...(reach.units && { unit: unitsWithin(indicator, part.where?.unit, reach.units) }),
    };
    const question = { ...stepTo(period), where, parameters: part.parameters ?? {} };
    if (!isOfPersons(readyQuestion(indicator, question).numerator.table)) throw countsOthers(indicator);
    const register = followed.seen?.id ?? asked.register;
    const result = await askRegister(data.folders, "persons", {
      ...{ register, indicator: indicator.id, asOf: followed.asOf, question },
    });
    const behind = result.rows.find((row) => row.period.id === period.id)?.persons;
    const all = (behind?.numerator ?? []).toSorted((a, b) => b.amount - a.amount || (a.id < b.id ? -1 : 1));
    return {
      ...{ period, asOf: result.asOf, unit: indicator.unit, count: all.length, base: behind?.denominator?.length },
      ...{ narrowedTo: reach.units, page, pages: Math.max(1, Math.ceil(all.length / PAGE)) },
      persons: all.slice((page - 1) * PAGE, page * PAGE),
    };
  },
  tells: ({ plan, goal, period, register }, { persons, count, page, asOf }) => ({
    subject: `plan ${plan} goal ${goal}`,
    query: `persons behind ${period.id} on ${register} as of ${formatDay(asOf)} page ${page}`,
    persons: persons.map(({ id }) => id),
    count,
  }),
});

function getPart(goals: readonly Goal[], id: string, part: string | undefined): Part {
  const goal = goals.find((one) => one.id === id);
  if (goal === undefined) throw broken("not-there", { kind: { da: "Målet", en: "The goal" }, id });
  const found = findPart(goal, part ?? goal.parts[0].id);
  if (found === undefined) throw broken("not-there", { kind: { da: "Delen", en: "The part" }, id: part ?? "" });
  return found;
}

/** The question that gives just one period. @throws BrokenInput wrong-use */
function stepTo(period: Period) {
  const [unit] = period.kind === "month" ? (["month"] as const) : stepsOf(period);
  if (unit === undefined) throw broken("wrong-use", noSuchPeriod);
  return { from: monthOf(period.from), to: monthOf(addDays(period.to, -1)), unit };
}

/** Those of the units that a goal is narrowed to already. @throws BrokenInput wrong-use where no unit can be told */
function unitsWithin(indicator: Indicator, wanted: string | undefined, units: readonly string[]): string {
  if (!indicator.dimensions.includes("unit")) throw broken("wrong-use", noUnits);
  const both = wanted === undefined ? units : wanted.split("+").filter((one) => units.includes(one));
  return both.length === 0 ? "–" : both.join("+");
}

function countsOthers({ name }: Indicator) {
  return broken("wrong-use", {
    why: { da: `«${name.da}» tæller ikke personer`, en: `“${name.en}” does not count persons` },
    hint: { da: "Udforsk tallet i stedet.", en: "Explore the figure instead." },
  });
}

const noSuchPeriod = {
  why: { da: "et register giver ikke tal for den periode", en: "a register gives no figure of that period" },
  hint: { da: "Vælg en måned, et kvartal eller et år.", en: "Choose a month, a quarter or a year." },
};
const noUnits = {
  why: {
    da: "tallet kan ikke deles op på enheder, så din egen enheds borgere kan ikke ses for sig",
    en: "the figure cannot be told by unit, so the citizens of your own unit cannot be seen by themselves",
  },
  hint: { da: "Spørg en, der må se hele kommunen.", en: "Ask somebody who may see the whole municipality." },
};
