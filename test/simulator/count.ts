import type { Day } from "#core/calendar/day.ts";
import type { Period } from "#core/calendar/period.ts";
import type { Row } from "#core/register/row.ts";
import type { StockTarget } from "#core/register/simulate/parameters/targets.ts";
import { demo, type Simulated } from "./run.ts";

/** Days of a person, the day after the last excluded. */
type Days = { readonly person_id: string; readonly from: Day; readonly to?: Day | undefined };

/** A benefit of some states, and the categories to count of it where other states have the same benefit. */
type Name = { readonly code: string; readonly categories: readonly string[] | undefined };

/** The mean stock of some states over the days of a period, counted from the rows alone. */
export function stockOf(
  register: Simulated,
  states: readonly string[],
  period: Period,
  municipalities: readonly string[],
  count: StockTarget["count"],
): number {
  let sum = 0;
  for (const { code, categories } of namesOf(states, period)) {
    const visited = byPerson(register.visitation.filter(({ category }) => categories?.includes(category)));
    for (const row of register.benefits) {
      if (row.benefit !== code || !municipalities.includes(row.municipality ?? "")) continue;
      const stretches = categories === undefined ? [row] : (visited.get(row.person_id) ?? []);
      const days = stretches.reduce((total, stretch) => total + common([row, stretch, period]), 0);
      sum += days * (count === "persons" ? 1 : (row.degree ?? 1));
    }
  }
  return sum / (period.to - period.from);
}

/** The days that several stretches have in common. */
export function common(stretches: readonly { readonly from: Day; readonly to?: Day | undefined }[]): number {
  const from = Math.max(...stretches.map((one) => one.from));
  const to = Math.min(...stretches.map((one) => one.to ?? Number.POSITIVE_INFINITY));
  return Math.max(0, to - from);
}

/** The rows of each person. */
export function byPerson<R extends { readonly person_id: string }>(rows: readonly R[]): Map<string, R[]> {
  const found = new Map<string, R[]>();
  for (const row of rows) {
    const own = found.get(row.person_id);
    if (own === undefined) found.set(row.person_id, [row]);
    else own.push(row);
  }
  return found;
}

/** What states are called in a register at the beginning and the end of a period. */
function namesOf(asked: readonly string[], { from, to }: Period): Name[] {
  const { states, supplement } = demo.states;
  const codesOf = ({ codes }: (typeof states)[number]) =>
    [from, to - 1].map((day) => codes.findLast(([since]) => since <= day)?.[1] ?? "");
  const own = states.filter(({ id }) => asked.includes(id));
  const names = [...new Set(own.flatMap(codesOf))].map((code): Name => {
    const all = states.filter((state) => codesOf(state).includes(code));
    const categories = own.filter((state) => all.includes(state)).flatMap((state) => state.visitation?.items ?? []);
    return { code, categories: all.every(({ id }) => asked.includes(id)) ? undefined : categories };
  });
  return asked.includes("supplement") ? [...names, { code: supplement.code, categories: undefined }] : names;
}

/** Benefits that are no support: a flex job and pensions. */
const noSupport = new Set(["fleksjob", "foertidspension", "seniorpension", "tidlig_pension", "efterloen"]);

/**
 * On a day, the people on each benefit, and those of them who have been on support for 1,095 days with gaps of at most
 * 28 days, whatever the changes between benefits.
 */
export function longTermSupported({ benefits }: Simulated, day: Day): Map<string, { all: number; long: number }> {
  const counts = new Map<string, { all: number; long: number }>();
  const supported = byPerson(benefits.filter(({ benefit, from }) => !noSupport.has(benefit) && from <= day));
  for (const rows of supported.values()) {
    const on = rows.filter((row) => (row.to ?? Number.POSITIVE_INFINITY) > day);
    if (on.length === 0) continue;
    const isLong = day + 1 - beginningOf(rows, day) >= 1095;
    for (const code of new Set(["all", ...on.map(({ benefit }) => benefit)])) {
      const count = counts.get(code) ?? { all: 0, long: 0 };
      counts.set(code, { all: count.all + 1, long: count.long + (isLong ? 1 : 0) });
    }
  }
  return counts;
}

/** The first day of the support that leads up to a day without a longer gap. */
function beginningOf(rows: readonly Days[], day: Day): number {
  let begun: number = day;
  for (const { from, to = day } of rows.toSorted((a, b) => (b.to ?? day) - (a.to ?? day)))
    if (to >= begun - 28 && from < begun) begun = from;
  return begun;
}

/** Running courses of offers on average over a period. */
export function coursesOf(offers: readonly Row<"offers">[], period: Period): number {
  return offers.reduce((sum, offer) => sum + common([offer, period]), 0) / (period.to - period.from);
}
