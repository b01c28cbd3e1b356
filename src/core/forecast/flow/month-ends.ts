import { findNumber } from "../../register/dictionary.ts";
import { benefitDays, benefitOf } from "../../register/reading/benefits.ts";
import { findRows, type Reading } from "../../register/reading/reading.ts";
import { latestSteps } from "../../register/reading/residence.ts";
import { statuses, statusSteps } from "../../register/reading/status.ts";
import { filter, withCodes } from "../../register/stretches/list.ts";
import { decide, lookAhead, lookUp, type Steps } from "../../register/stretches/steps.ts";
import type { FlowState } from "./states.ts";

/** The state of a person on a day, and the first day after it on which it may be another. */
export type StateOn = {
  readonly stateOn: (person: number, day: number) => number;
  readonly until: (person: number, day: number) => number;
};

/** Reads states from a register: the number of the state in the list; asked in the order of the persons. */
export function statesOf(
  reading: Reading,
  states: readonly FlowState[],
  hours: number,
  municipality?: number,
): StateOn {
  const status = statusSteps(reading, hours);
  const benefit = benefitSteps(reading, states, municipality);
  const category = latestSteps(reading, "visitation", "category", reading.register.dictionaries.visitation.words);
  const [statusOn, benefitOn, categoryOn] = [lookUp(status), lookUp(benefit), lookUp(category)];
  const untilOf = [status, benefit, category].map(lookAhead);
  const byStatus = statesByStatus(states);
  const byBenefit = statesByBenefit(reading, states);
  const away = byStatus.get("fraflyttet") ?? -1;
  return {
    stateOn: (person, day) => {
      const word = statuses[statusOn(person, day) - 1] ?? "selvforsoerget";
      if (!onBenefit.has(word)) return byStatus.get(word) ?? -1;
      const rank = benefitOn(person, day);
      if (rank > 0) return byBenefit[rank - 1](categoryOn(person, day));
      // Supported, but by none of ours: another municipality's.
      return byStatus.get(word) ?? away;
    },
    until: (person, day) => Math.min(...untilOf.map((until) => until(person, day))),
  };
}

const onBenefit: ReadonlySet<string> = new Set(["forsoergelse", "fleksjob", "tilbagetraekning"]);

/** The benefits in the order in which their states decide. */
export function benefitsOf(states: readonly FlowState[]): string[] {
  return [...new Set(states.flatMap(({ benefit }) => benefit ?? []))];
}

/** The benefit that decides each day, by its rank from 1. */
function benefitSteps(reading: Reading, states: readonly FlowState[], municipality: number | undefined): Steps {
  if (findRows(reading, "benefits") === undefined) return decide(benefitDays(reading), () => true);
  const { dictionaries } = reading.register;
  const ranks = new Map(
    benefitsOf(states).map((code, rank) => [findNumber(dictionaries.benefit, code) ?? -1, rank + 1] as const),
  );
  const benefits = benefitOf(reading);
  const all = benefitDays(reading);
  const own = municipality === undefined ? all : filter(all, (i) => all.place[i] === municipality);
  const ranked = withCodes(own, (i) => ranks.get(benefits[own.row[i]]) ?? 0);
  const told = filter(ranked, (i) => ranked.code[i] > 0);
  return { ...told, ...decide(told, (i, j) => told.code[i] < told.code[j]) };
}

function statesByStatus(states: readonly FlowState[]): ReadonlyMap<string, number> {
  return new Map(states.flatMap(({ status }, number) => status.map((word) => [word, number] as const)));
}

/** Of each benefit, the state that a visitation category (0 for none) makes it. */
function statesByBenefit({ register }: Reading, states: readonly FlowState[]): ((category: number) => number)[] {
  return benefitsOf(states).map((code) => {
    const own = states.flatMap((state, number) => (state.benefit === code ? [{ ...state, number }] : []));
    const rest = own.find(({ visitation }) => visitation.length === 0)?.number ?? own[0].number;
    const byCategory = new Map(
      own.flatMap(({ visitation, number }) =>
        visitation.map((word) => [findNumber(register.dictionaries.visitation, word) ?? -1, number] as const),
      ),
    );
    return (category) => byCategory.get(category) ?? rest;
  });
}
