import type { Text } from "../text/text.ts";

/** One kind of fault: the HTTP status it answers with, what is wrong, and what to do. `{names}` are filled in. */
export type FaultRow = { readonly status: number; readonly says: Text; readonly mend: Text };

/** A row of the fault table: status, what is wrong in Danish and English, what to do in Danish and English. */
export function row(status: number, da: string, en: string, mendDa: string, mendEn: string): FaultRow {
  return { status, says: { da, en }, mend: { da: mendDa, en: mendEn } };
}
