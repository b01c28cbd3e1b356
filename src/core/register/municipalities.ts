import type { Register } from "./columns.ts";

/** The municipalities that pay benefits in a register, or that its people live in, by code. */
export function municipalitiesOf({ tables, dictionaries }: Pick<Register, "tables" | "dictionaries">): string[] {
  const { words } = dictionaries.municipality;
  const used = new Set<number>();
  for (const { columns } of [tables.benefits, tables.residence].filter((rows) => rows !== undefined))
    for (const code of columns.municipality) used.add(code);
  used.delete(0);
  return [...used].map((code) => words[code]).toSorted();
}
