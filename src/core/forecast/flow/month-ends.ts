import { findNumber } from "../../register/dictionary.ts";
import { benefitDays, benefitOf } from "../../register/reading/benefits.ts";
import type { Reading } from "../../register/reading/reading.ts";
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
export function statesOf(reading: Reading, told: Told & { readonly hours: number }, municipality?: number): StateOn {
  const { states, hours } = told;
  const status = statusSteps(reading, hours);
  const benefit = benefitSteps(reading, told, municipality);
  const category = latestSteps(reading, "visitation", "category", reading.register.dictionaries.visitation.words);
  const [statusOn, benefitOn, categoryOn] = [lookUp(status), lookUp(benefit), lookUp(category)];
  const untilOf = [status, benefit, category].map(lookAhead);
  const byStatus = statesByStatus(states);
  const byBenefit = statesByBenefit(reading, told);
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

/** In which states people are told, and which benefit each replaced one is read as. */
export type Told = { readonly states: readonly FlowState[]; readonly replaced: ReadonlyMap<string, string> };

/** The benefits in force, in the order in which their states decide. */
export function benefitsOf({ states, replaced }: Told): string[] {
  const all = new Set(states.flatMap(({ benefit }) => benefit ?? []));
  return [...all].filter((code) => !replaced.has(code));
}

/** The benefit that decides each day, by its rank from 1. */
function benefitSteps(reading: Reading, told: Told, municipality: number | undefined): Steps {
  const inForce = benefitsOf(told);
  const { words } = reading.register.dictionaries.benefit;
  const ranks = words.map((word) => inForce.indexOf(told.replaced.get(word) ?? word) + 1);
  const benefits = benefitOf(reading);
  const all = benefitDays(reading);
  const own = municipality === undefined ? all : filter(all, (i) => all.place[i] === municipality);
  const ranked = withCodes(own, (i) => ranks[benefits[own.row[i]]] ?? 0);
  const known = filter(ranked, (i) => ranked.code[i] > 0);
  return { ...known, ...decide(known, (i, j) => known.code[i] < known.code[j]) };
}

function statesByStatus(states: readonly FlowState[]): ReadonlyMap<string, number> {
  return new Map(states.flatMap(({ status }, number) => status.map((word) => [word, number] as const)));
}

/** Of each benefit, the state that a visitation category (0 for none) makes it. */
function statesByBenefit({ register }: Reading, told: Told): ((category: number) => number)[] {
  const { states } = told;
  return benefitsOf(told).map((code) => {
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
