import { choiceOf, listOf, type Search, wordOf } from "../frame/address.ts";
import { type ChartForm, chartForms } from "../parts/chart-form.ts";
import type { IndicatorEntry } from "./answers.ts";

/** Which indicators the list shows. */
export const kinds = ["used", "computed", "published"] as const;
export type Kind = (typeof kinds)[number];

/** How the list is looked at; all of it stands in the address. */
export type ListView = { readonly q?: string; readonly only?: Kind };

export function readListView(search: Search): ListView {
  return known({ q: wordOf(search.q), only: choiceOf(search.only, kinds) });
}

const isOf: Readonly<Record<Kind, (one: IndicatorEntry) => boolean>> = {
  used: ({ goals }) => goals > 0,
  computed: ({ computed }) => computed,
  published: ({ series }) => series > 0,
};

/** The indicators that hold every word that is sought, in either language, and are of the kind that is shown. */
export function found(all: readonly IndicatorEntry[], { q = "", only }: ListView): readonly IndicatorEntry[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = ({ id, name, definition }: IndicatorEntry) => {
    const text = [id, name.da, name.en, definition.da, definition.en].join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return all.filter((one) => (only === undefined || isOf[only](one)) && holds(one));
}

/** How many indicators are of each kind. */
export function countKinds(all: readonly IndicatorEntry[]): Readonly<Record<Kind, number>> {
  const count = (kind: Kind) => all.filter(isOf[kind]).length;
  return { used: count("used"), computed: count("computed"), published: count("published") };
}

export const exploreUnits = ["month", "quarter", "year", "rolling12"] as const;
export type ExploreUnit = (typeof exploreUnits)[number];

/** How an indicator is explored; all of it stands in the address. */
export type ExploreView = {
  /** The id of a register or of a series; the first there is without one. */
  readonly data?: string;
  readonly from?: string;
  readonly to?: string;
  readonly unit?: ExploreUnit;
  readonly by?: readonly string[];
  /** `benefit:kontanthjaelp+dagpenge`, one for each dimension. */
  readonly where?: readonly string[];
  /** `hours:37`, one for each parameter. */
  readonly set?: readonly string[];
  /** The areas of a published series. */
  readonly areas?: readonly string[];
  readonly chart?: ChartForm;
};

export function readExploreView(search: Search): ExploreView {
  return known({
    data: wordOf(search.data),
    from: monthIn(search.from),
    to: monthIn(search.to),
    unit: choiceOf(search.unit, exploreUnits),
    by: listOf(search.by),
    where: pairsIn(search.where),
    set: pairsIn(search.set),
    areas: listOf(search.areas),
    chart: choiceOf(search.chart, chartForms),
  });
}

function monthIn(value: unknown): string | undefined {
  const word = wordOf(value);
  return word !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(word) ? word : undefined;
}

function pairsIn(value: unknown): readonly string[] | undefined {
  const pairs = listOf(value)?.filter((pair) => /^[\w-]+:[^:]+$/.test(pair)) ?? [];
  return pairs.length === 0 ? undefined : pairs;
}

function known<View extends object>(view: View): View {
  return Object.assign(
    {},
    ...Object.entries(view).map(([key, value]) => (value === undefined ? {} : { [key]: value })),
  );
}

/** The values that pairs of an address give, by name. */
export function valuesOf(pairs: readonly string[] = []): ReadonlyMap<string, string> {
  return new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf(":")), pair.slice(pair.indexOf(":") + 1)]));
}

/** Pairs with one name given another value; without a value it is taken out. */
export function withValue(pairs: readonly string[] = [], name: string, value: string): readonly string[] | undefined {
  const rest = pairs.filter((pair) => !pair.startsWith(`${name}:`));
  const all = value === "" ? rest : [...rest, `${name}:${value}`];
  return all.length === 0 ? undefined : all;
}
