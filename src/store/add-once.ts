import type { InsertQueryBuilder, InsertResult } from "kysely";
import { broken } from "#core/faults/fault.ts";
import type { Text } from "#core/text/text.ts";
import type { Tables } from "./tables.ts";

/** Inserts a row whose key must be new. @throws BrokenInput already-there */
export async function addOnce<T extends keyof Tables>(
  insert: InsertQueryBuilder<Tables, T, InsertResult>,
  kind: Text,
  id: string,
): Promise<void> {
  const { numInsertedOrUpdatedRows } = await insert.onConflict((on) => on.doNothing()).executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) throw broken("already-there", { kind, id });
}
