import { z } from "zod";
import { broken } from "../faults/fault.ts";
import { text } from "../format/scalars.ts";
import { nearest } from "../text/nearest.ts";
import type { Text } from "../text/text.ts";
import { type Validity, validityKeys, validityOf } from "./validity.ts";

export const areaKinds = ["country", "region", "province", "rar", "municipality", "other"] as const;
export type AreaKind = (typeof areaKinds)[number];

/** A place that figures are given for. */
export type Area = {
  /** The three-digit code of a municipality, Statistikbanken's code of a region or province, else our own id. */
  readonly id: string;
  readonly kind: AreaKind;
  readonly label: Text;
  /** Other spellings than the two labels. */
  readonly aliases: readonly string[];
  /** Every area it lies in, the nearest first. */
  readonly within: readonly string[];
  readonly successors: readonly string[];
  readonly valid: Validity;
  readonly note?: Text;
};

/** The areas by id, and by every name they go under. */
export type Areas = {
  readonly byId: ReadonlyMap<string, Area>;
  readonly byName: ReadonlyMap<string, Area>;
};

const written = z.strictObject({
  id: z.string(),
  name: z.string(),
  english: z.string().optional(),
  within: z.array(z.string()).default([]),
  aliases: z.array(z.string()).default([]),
  successors: z.array(z.string()).default([]),
  ...validityKeys,
  note: text.optional(),
});
type Written = z.output<typeof written>;

/** A data file of areas: lists by kind. */
export const areaFile = z.partialRecord(z.enum(areaKinds), z.array(written));
export type AreaFile = z.output<typeof areaFile>;

/**
 * An area by its id, its code with a leading zero (`0851`) or any of its names, with or without «Kommune»; undefined
 * when nothing goes under that name.
 *
 * @example findArea(areas, "Høje-Tåstrup Kommune")?.id // "169"
 */
export function findArea(areas: Areas, nameOrCode: string): Area | undefined {
  const plain = nameOrCode.trim();
  const code = /^0\d{3}$/.test(plain) ? plain.slice(1) : plain;
  return areas.byId.get(code) ?? areas.byName.get(nameKey(plain));
}

/** As `findArea`. @throws BrokenInput unknown-area, with the nearest known name */
export function getArea(areas: Areas, nameOrCode: string): Area {
  const area = findArea(areas, nameOrCode);
  if (area !== undefined) return area;
  throw broken("unknown-area", { value: nameOrCode, hint: nearestArea(areas, nameOrCode) });
}

/** What to write instead of a name that no area has. */
export function nearestArea(areas: Areas, name: string): Text {
  const key = nearest(nameKey(name), areas.byName.keys());
  const near = key === undefined ? undefined : areas.byName.get(key);
  if (near === undefined)
    return { da: "Skriv en kommunekode (851) eller et navn (Aalborg).", en: "Write a code (851) or a name (Aalborg)." };
  return { da: `Mente du «${near.label.da}» (${near.id})?`, en: `Did you mean «${near.label.en}» (${near.id})?` };
}

/** The areas of one kind, in the order of the data files. */
export function areasOfKind(areas: Areas, kind: AreaKind): Area[] {
  return [...areas.byId.values()].filter((area) => area.kind === kind);
}

/** The municipalities that lie in an area; a municipality lies in itself. */
export function municipalitiesIn(areas: Areas, id: string): Area[] {
  return areasOfKind(areas, "municipality").filter((area) => area.id === id || area.within.includes(id));
}

/** What is left of a name when case, «Kommune», hyphens and the two ways of writing æ, ø and å are set aside. */
export function nameKey(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll("æ", "ae")
    .replaceAll("ø", "oe")
    .replaceAll("å", "aa")
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
  return plain.replace(/ kommune$/, "");
}

/** Joins the area files into one look-up. */
export function joinAreas(files: readonly AreaFile[]): Areas {
  const written = files.flatMap((file) =>
    areaKinds.flatMap((kind) => (file[kind] ?? []).map((one) => ({ kind, one }))),
  );
  const parents = new Map(written.map(({ one }) => [one.id, one.within]));
  const areas = written.map(({ kind, one }) => areaFrom(kind, one, ancestors(one.id, parents)));
  return {
    byId: new Map(areas.map((area) => [area.id, area])),
    byName: new Map(areas.flatMap((area) => namesOf(area).map((name): [string, Area] => [nameKey(name), area]))),
  };
}

/** Every name an area goes under. */
export function namesOf({ label, aliases }: Pick<Area, "label" | "aliases">): string[] {
  return [...new Set([label.da, label.en, ...aliases])];
}

function areaFrom(kind: AreaKind, one: Written, within: readonly string[]): Area {
  const { id, name, english = name, aliases, successors, note } = one;
  const label = { da: name, en: english };
  return { id, kind, label, aliases, within, successors, valid: validityOf(one), ...(note && { note }) };
}

function ancestors(id: string, parents: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  const waiting = [...(parents.get(id) ?? [])];
  for (const next of waiting) {
    if (found.includes(next)) continue;
    found.push(next);
    waiting.push(...(parents.get(next) ?? []));
  }
  return found;
}
