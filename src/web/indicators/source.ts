import { addMonths, findDay, formatDay } from "#core/calendar/day.ts";
import type { RegisterEntry } from "../answers.ts";
import type { Indicator, SeriesEntry } from "./answers.ts";
import type { FiguresAsked } from "./queries.ts";
import type { ExploreView } from "./view.ts";

/** Where the figures that are explored come from. */
export type Source =
  | { readonly kind: "register"; readonly register: RegisterEntry }
  | { readonly kind: "series"; readonly series: SeriesEntry };

/** Every source an indicator has for a person: the registers that can compute it, then its series. */
export function sourcesOf(
  indicator: Pick<Indicator, "computed" | "series">,
  registers: readonly RegisterEntry[],
): Source[] {
  return [
    ...(indicator.computed ? registers : []).map((register): Source => ({ kind: "register", register })),
    ...indicator.series.map((series): Source => ({ kind: "series", series })),
  ];
}

/** Registers with those of some municipalities first. */
export function ownFirst(registers: readonly RegisterEntry[], own: readonly string[]): readonly RegisterEntry[] {
  const isOwn = ({ municipalities }: RegisterEntry) => municipalities.some((one) => own.includes(one));
  return registers.toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
}

/** The id by which an address names a source. */
export function idOf(source: Source): string {
  return source.kind === "register" ? source.register.id : source.series.id;
}

/** The source that is asked for, else the register the plan is followed on, else the first there is. */
export function chosenSource(all: readonly Source[], wanted: string | undefined, followed: string | undefined) {
  return all.find((one) => idOf(one) === wanted) ?? all.find((one) => idOf(one) === followed) ?? all.at(0);
}

/** How many months are shown unless others are asked for, the last included. */
const MONTHS = 36;

/** What is asked of a register: what the address says, and else its last three years, month by month. */
export function askedOf(
  { id, to: last }: RegisterEntry,
  { from, to, unit, by, where, set }: ExploreView,
): FiguresAsked {
  const end = to ?? last.slice(0, 7);
  const lastDay = findDay(`${end}-01`);
  const begin = lastDay === undefined ? end : formatDay(addMonths(lastDay, 1 - MONTHS)).slice(0, 7);
  return {
    register: id,
    from: from ?? begin,
    to: end,
    unit: unit ?? "month",
    ...(by && { by: by.join(",") }),
    ...(where && { where: where.join(",") }),
    ...(set && { parameters: set.join(",") }),
  };
}
