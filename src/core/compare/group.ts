import type { Day } from "../calendar/day.ts";
import { fill, type Text } from "../text/text.ts";
import { type Area, type Areas, areasOfKind, municipalitiesIn } from "../vocabulary/area.ts";
import { isValidOn } from "../vocabulary/validity.ts";

/** The ways to choose whom a municipality is compared with. */
export const groupKinds = ["all", "region", "province", "rar", "like-conditions", "like-size"] as const;
export type GroupKind = (typeof groupKinds)[number];

/** A municipality with those it is compared with, itself among them. */
export type Group = {
  readonly kind: GroupKind;
  readonly label: Text;
  /** By what they belong together. */
  readonly why: Text;
  readonly members: readonly Area[];
};

/** What municipalities can be alike in: a figure of each, and the words for it. */
export type Likeness = { readonly why: Text; readonly figures: ReadonlyMap<string, number> };

/** How many others a group of alike municipalities has. */
export const alikeCount = 10;

/**
 * The groups a municipality can be compared in on a day: all 98, the areas it lies in, and those nearest to it by a
 * figure, where there is one. Neighbours are none of them: no data say which municipalities border on each other.
 */
export function groupsOf(
  areas: Areas,
  own: string,
  on: Day,
  alike: { readonly conditions?: Likeness; readonly size?: Likeness },
): Group[] {
  const municipalities = areasOfKind(areas, "municipality");
  const all: Group = { kind: "all", label: words.all, why: words.allWhy, members: municipalities };
  const within = (["region", "province", "rar"] as const).flatMap((kind): Group[] => {
    const area = areasAround(areas, own).find((one) => one.kind === kind && isValidOn(one.valid, on));
    if (area === undefined) return [];
    return [{ kind, label: area.label, why: words.within, members: municipalitiesIn(areas, area.id) }];
  });
  const like = (kind: "like-conditions" | "like-size", by: Likeness | undefined): Group[] => {
    const members = by === undefined ? [] : nearest(municipalities, own, by.figures);
    if (by === undefined || members.length === 0) return [];
    return [{ kind, label: words[kind], why: fill(words.alike, { n: alikeCount, why: by.why }), members }];
  };
  return [all, ...within, ...like("like-conditions", alike.conditions), ...like("like-size", alike.size)];
}

function areasAround({ byId }: Areas, id: string): Area[] {
  return (byId.get(id)?.within ?? []).flatMap((outer) => byId.get(outer) ?? []);
}

/** The municipality itself and those whose figure is nearest to its own; none where its own is not known. */
function nearest(all: readonly Area[], own: string, figures: ReadonlyMap<string, number>): Area[] {
  const center = figures.get(own);
  if (center === undefined) return [];
  const away = ({ id }: Area) => Math.abs((figures.get(id) ?? Number.POSITIVE_INFINITY) - center);
  const others = all.filter(({ id }) => id !== own && figures.has(id)).toSorted((a, b) => away(a) - away(b));
  return [...all.filter(({ id }) => id === own), ...others.slice(0, alikeCount)];
}

const words = {
  all: { da: "Hele landet", en: "All of Denmark" },
  allWhy: { da: "Alle 98 kommuner", en: "All 98 municipalities" },
  within: { da: "Kommunerne i samme område", en: "The municipalities of the same area" },
  "like-conditions": { da: "Lignende rammevilkår", en: "Similar conditions" },
  "like-size": { da: "Lignende størrelse", en: "Similar size" },
  alike: { da: "De {n} kommuner, der ligner mest: {why}", en: "The {n} municipalities most alike: {why}" },
} as const satisfies Readonly<Record<string, Text>>;
