import type { GoalRow, PlanEntry } from "../answers.ts";

/** Something a search can find: a goal of the plan, a plan, or a place. */
export type Hit = { readonly kind: "goals" | "plans" | "places"; readonly id: string; readonly label: string };

/** Everything that can be found, in the order it is shown. */
export function findable(
  goals: readonly GoalRow[],
  plans: readonly PlanEntry[],
  places: readonly { readonly name: string; readonly label: string }[],
  say: (text: GoalRow["title"]) => string,
): Hit[] {
  return [
    ...goals.map(({ id, title }): Hit => ({ kind: "goals", id, label: say(title) })),
    ...plans.map(
      ({ id, organisation, title }): Hit => ({
        kind: "plans",
        id,
        label: `${say(organisation)}: ${say(title)}`,
      }),
    ),
    ...places.map(({ name, label }): Hit => ({ kind: "places", id: name, label })),
  ];
}

/** Those that hold every word that is sought, in any order and case, at most so many; all while nothing is sought. */
export function search(hits: readonly Hit[], sought: string, most: number): readonly Hit[] {
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
  return hits.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word))).slice(0, most);
}
