import { type Day, findDay, formatDay } from "#core/calendar/day.ts";
import { broken } from "#core/faults/fault.ts";
import { addOnce } from "./add-once.ts";
import type { Rows } from "./connection.ts";

/** A unit of a municipality's organisation. */
export type Unit = {
  readonly id: string;
  readonly municipality: string;
  readonly name: string;
  readonly partOf?: string;
  readonly closed?: Day;
};

const kind = { da: "Enheden", en: "The unit" };

/** @throws BrokenInput already-there */
export async function addUnit(rows: Rows, unit: Unit): Promise<void> {
  await addOnce(rows.insertInto("unit").values({ id: unit.id, ...toRow(unit) }), kind, unit.id);
}

/** @throws BrokenInput not-there */
export async function changeUnit(rows: Rows, unit: Unit): Promise<void> {
  const { numUpdatedRows } = await rows
    .updateTable("unit")
    .set(toRow(unit))
    .where("id", "=", unit.id)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw broken("not-there", { kind, id: unit.id });
}

/** The units that may be seen, by municipality and name. */
export async function listUnits(rows: Rows): Promise<Unit[]> {
  const found = await rows.selectFrom("unit").selectAll().orderBy("municipality").orderBy("name").execute();
  return found.map(({ id, municipality, name, part_of, closed }) => ({
    ...{ id, municipality, name, partOf: part_of ?? undefined, closed: findDay(closed ?? "") },
  }));
}

function toRow({ municipality, name, partOf, closed }: Unit) {
  return { municipality, name, part_of: partOf ?? null, closed: closed === undefined ? null : formatDay(closed) };
}
