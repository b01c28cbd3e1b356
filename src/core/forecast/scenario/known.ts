import { nearest } from "../../text/nearest.ts";
import type { Text } from "../../text/text.ts";
import type { Flows } from "../flow/flows.ts";
import type { FlowState } from "../flow/states.ts";

/** What a scenario may name, and where it is known, what it is to change: so many months of these flows. */
export type Known = {
  readonly states: readonly FlowState[];
  /** The types of offers. */
  readonly offers: ReadonlySet<string>;
  readonly ahead?: { readonly flows: Flows; readonly horizon: number };
};

/** The states that a word names: the one with the id, or all of a benefit. */
export function statesNamed(states: readonly FlowState[], word: string): FlowState[] {
  const one = states.filter(({ id }) => id === word);
  return one.length > 0 && one[0].benefit !== word
    ? one
    : states.filter(({ id, benefit }) => benefit === word || id === word);
}

/** Where those who leave a benefit go: to what a word names, or anywhere; another visitation of the same is no leaving. */
export function destinationsOf(states: readonly FlowState[], benefit: string, word: string | undefined): string[] {
  const own = statesNamed(states, benefit);
  const others = word === undefined ? states : statesNamed(states, word);
  return others.filter((state) => !own.includes(state)).map(({ id }) => id);
}

/** The words that name states, of which only benefits where asked. */
export function wordsOfStates(states: readonly FlowState[], onlyBenefits = false): string[] {
  const named = states.filter(({ kind }) => !onlyBenefits || kind === "benefit");
  return [...new Set(named.flatMap(({ id, benefit }) => [benefit ?? id, id]))];
}

/** «Mente du …?», and every choice where they are few. */
export function chooseAmong(word: string, choices: readonly string[]): Text {
  const near = nearest(word, choices);
  const [da, en] = [`Skriv en af: ${choices.join(", ")}.`, `Write one of: ${choices.join(", ")}.`];
  return near === undefined ? { da, en } : { da: `Mente du «${near}»? ${da}`, en: `Did you mean «${near}»? ${en}` };
}

/**
 * To which state people of each state go when they move to what a word names: to the only one there is, or to that of the
 * same visitation. Undefined where it is not clear.
 */
export function routes(
  states: readonly FlowState[],
  from: string,
  to: string,
): readonly { readonly from: string; readonly to: string }[] | undefined {
  const targets = statesNamed(states, to);
  const found = statesNamed(states, from).flatMap(({ id, visitation }) => {
    const alike = targets.filter((target) => target.visitation.join() === visitation.join());
    const [target, ...others] = targets.length === 1 ? targets : alike;
    return target === undefined || others.length > 0 || target.id === id ? [] : [{ from: id, to: target.id }];
  });
  return found.length === statesNamed(states, from).length ? found : undefined;
}
