import type { NumberArray, Rows } from "./columns.ts";
import { columnOf, orderBy } from "./order.ts";
import { columnsOf, type TableName } from "./schema.ts";

/** The columns of which no two rows of a table may have the same values and differ in others. */
export const keys: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  persons: ["person_id"],
  offers: ["offer_id"],
  conversations: ["conversation_id"],
  companies: ["p_number", "from"],
  company_contacts: ["contact_id"],
  job_orders: ["job_order_id"],
  agreements: ["agreement_id"],
  populations: ["municipality", "period", "age_from", "age_to", "sex"],
};

/** A row that says something else than an earlier one of the same key. */
export type Conflict = { readonly row: number; readonly earlier: number };

/** Every row that contradicts the first one of its key. Rows equal in everything contradict nothing. */
export function findConflicts(rows: Rows<TableName>): Conflict[] {
  const key = keys[rows.table];
  if (key === undefined) return [];
  const order = orderBy(rows, key);
  const keyColumns = key.map((name) => columnOf(rows, name));
  const same = equality(keyColumns);
  const equal = equality(columnsOf(rows.table).map(([name]) => columnOf(rows, name)));
  const conflicts: Conflict[] = [];
  let first = order[0];
  for (const row of order.subarray(1))
    if (!same(first, row)) first = row;
    else if (!equal(first, row)) conflicts.push({ row, earlier: first });
  return conflicts;
}

/** Whether two rows are equal in some columns; what is unknown in both is equal. */
export function equality(columns: readonly NumberArray[]): (a: number, b: number) => boolean {
  return (a, b) => {
    for (const column of columns)
      if (column[a] !== column[b] && !(Number.isNaN(column[a]) && Number.isNaN(column[b]))) return false;
    return true;
  };
}
