import { areasOfKind } from "../vocabulary/area.ts";
import { listsOfColumn, type Vocabulary } from "../vocabulary/vocabulary.ts";
import type { KnownCodes } from "./cell.ts";
import { codeLists } from "./codes.ts";
import type { Column, TableName } from "./schema.ts";

/**
 * The codes that may stand in a column, from the vocabulary; undefined for columns of other kinds, and for lists that
 * are kept elsewhere (occupations, industries).
 */
export function knownCodes(
  vocabulary: Vocabulary,
  table: TableName,
  name: string,
  column: Column,
): KnownCodes | undefined {
  if (column.type !== "code" && column.type !== "flag") return undefined;
  const { list } = column;
  if (list === "municipality") return municipalities(vocabulary);
  const lists = listsOfColumn(vocabulary, `${table}.${name}`);
  const codes = new Set(lists.flatMap((one) => [...one.terms.keys()]));
  if (codes.size > 0) return { label: lists[0].label, codes };
  return isClosedList(list) ? { label: { da: list, en: list }, codes: new Set(codeLists[list]) } : undefined;
}

/** The municipalities, and Christiansø, which is none but has a code. */
function municipalities({ areas }: Vocabulary): KnownCodes {
  const all = [...areasOfKind(areas, "municipality"), ...areasOfKind(areas, "other")];
  return { label: { da: "Kommune", en: "Municipality" }, codes: new Set(all.map((area) => area.id)) };
}

function isClosedList(list: string): list is keyof typeof codeLists {
  return Object.hasOwn(codeLists, list);
}
