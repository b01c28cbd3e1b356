import type { GoalRow, PlanEntry } from "../answers.ts";

/** Something a search can find: a goal of the plan, a plan, a place, an indicator, or a published series. */
export type Hit = {
  readonly kind: "goals" | "plans" | "places" | "indicators" | "series";
  readonly id: string;
  readonly label: string;
};

/** What has a name of its own. */
type Named = { readonly id: string; readonly label: string };

/** Everything that can be found, in the order it is shown. */
export function findable(
  goals: readonly GoalRow[],
  plans: readonly PlanEntry[],
  places: readonly { readonly name: string; readonly label: string }[],
  indicators: readonly Named[],
  series: readonly Named[],
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
    ...indicators.map((one): Hit => ({ kind: "indicators", ...one })),
    ...series.map((one): Hit => ({ kind: "series", ...one })),
  ];
}

/** Those that hold every word that is sought, in any order and case, at most so many; all while nothing is sought. */
export function search(hits: readonly Hit[], sought: string, most: number): readonly Hit[] {
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
  return hits.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word))).slice(0, most);
}
