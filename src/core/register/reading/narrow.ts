import { findColumn, keepRows, type Register, type Rows } from "../columns.ts";
import { findNumber } from "../dictionary.ts";
import { isTableName, type TableName } from "../schema.ts";
import { isOfPersons } from "./reading.ts";

/**
 * A register without the persons who cannot matter to any figure of some municipalities: they have neither lived there,
 * nor had a benefit from there, nor been referred to a job order there. What is not of persons stays.
 */
export function narrowTo(register: Register, municipalities: readonly string[]): Register {
  const known = municipalities.map((code) => findNumber(register.dictionaries.municipality, code));
  const matters = personsOf(register, new Set(known.filter((number) => number !== undefined)));
  const tables: Record<string, Rows<TableName>> = {};
  for (const [name, rows] of Object.entries(register.tables))
    if (isTableName(name)) tables[name] = isOfPersons(name) ? rowsOfThose(rows, matters) : rows;
  return { ...register, tables };
}

/** For each number of a person, whether it is somebody who matters. */
function personsOf({ tables, dictionaries }: Register, wanted: ReadonlySet<number>): Uint8Array {
  const matters = new Uint8Array(dictionaries.person.words.length);
  const note = (persons: Int32Array, isWanted: (i: number) => boolean) => {
    for (let i = 0; i < persons.length; i++) if (isWanted(i)) matters[persons[i]] = 1;
  };
  for (const rows of [tables.residence, tables.benefits])
    if (rows !== undefined) note(rows.columns.person_id, (i) => wanted.has(rows.columns.municipality[i]));
  const { referrals, job_orders: orders } = tables;
  if (referrals === undefined || orders === undefined) return matters;
  const there = new Set<number>();
  for (let i = 0; i < orders.count; i++)
    if (wanted.has(orders.columns.municipality[i])) there.add(orders.columns.job_order_id[i]);
  note(referrals.columns.person_id, (i) => there.has(referrals.columns.job_order_id[i]));
  return matters;
}

function rowsOfThose(rows: Rows<TableName>, matters: Uint8Array): Rows<TableName> {
  const person = findColumn(rows, "person_id");
  if (person === undefined) return rows;
  const kept = new Int32Array(rows.count);
  let count = 0;
  for (let i = 0; i < rows.count; i++) if (matters[person[i]] === 1) kept[count++] = i;
  return count === rows.count ? rows : keepRows(rows, kept.subarray(0, count));
}
