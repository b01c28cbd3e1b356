import type { Outlook } from "../forecast/answers.ts";

/** How many people come to a benefit and leave it in a month today: the mean of the last year seen. */
export type Today = { readonly inflow: number; readonly exits: number };

const MONTHS = 12;
const OUTSIDE = "outside";

/** What a slider is turned from. People from outside are those that no benefit and no former one knows. */
export function todayOf({ years }: Pick<Outlook, "years">, benefit: string): Today {
  const streams = years.find(({ isExpected }) => !isExpected)?.streams ?? [];
  const sum = (some: typeof streams) => some.reduce((all, { persons }) => all + persons, 0) / MONTHS;
  return {
    inflow: sum(streams.filter(({ from, to }) => to === benefit && from === OUTSIDE)),
    exits: sum(streams.filter(({ from }) => from === benefit)),
  };
}
