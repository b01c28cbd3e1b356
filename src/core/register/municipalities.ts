import type { Register } from "./columns.ts";

type Read = Pick<Register, "tables" | "dictionaries">;

/** The municipalities that pay benefits in a register, or that its people live in, by code. */
export function municipalitiesOf(register: Read): string[] {
  const { benefits, residence } = register.tables;
  return namedIn(register, [benefits, residence]);
}

/**
 * Whose register it is, by code: those that pay benefits in it. Where its people have moved to is none of theirs; only a
 * register without benefits belongs to those its people live in.
 */
export function ownersOfRegister(register: Read): string[] {
  const payers = namedIn(register, [register.tables.benefits]);
  return payers.length > 0 ? payers : municipalitiesOf(register);
}

function namedIn({ dictionaries }: Read, tables: readonly Read["tables"]["benefits" | "residence"][]): string[] {
  const used = new Set<number>();
  for (const rows of tables) for (const code of rows?.columns.municipality ?? []) used.add(code);
  used.delete(0);
  return [...used].map((code) => dictionaries.municipality.words[code]).toSorted();
}
