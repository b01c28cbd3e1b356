import { z } from "zod";
import { isTableName, type TableName, tables } from "../schema.ts";
import { join, type Stretches } from "../stretches/list.ts";
import { onceEach } from "../stretches/unite.ts";
import { benefitDays } from "./benefits.ts";
import { keep, type OwnKind } from "./dimensions.ts";
import { type Reading, stretchesOf } from "./reading.ts";

/** A table of the register, by name. */
export const tableName = z.string().refine(isTableName, {
  error: `en af / one of: ${Object.keys(tables).join(", ")}`,
});

const where = z.record(z.string(), z.string());

/** Which rows of a table: those that fulfil the filter, or one of several filters. */
export const selection = z.strictObject({
  table: tableName,
  where: z
    .union([where, z.array(where)])
    .default([])
    .transform((given) => (Array.isArray(given) ? given : [given])),
});
export type Selection = z.output<typeof selection>;

/** Something else that must hold of the person; one of several. `as` is its code where the rows have none. */
export const condition = selection.extend({ as: z.string().optional() });
export type Condition = z.output<typeof condition>;

/** The stretches of a table that a selection selects: of benefits the united days, of other tables the rows. */
export function select(reading: Reading, { table, where: filters }: Selection): Stretches {
  const all = table === "benefits" ? benefitDays(reading) : stretchesOf(reading, table);
  return keepAny(reading, table, filters, all);
}

/** The parts of stretches that fulfil one of the filters; all of them where there is none. */
export function keepAny(
  reading: Reading,
  table: TableName,
  filters: Selection["where"],
  stretches: Stretches,
): Stretches {
  if (filters.length === 0) return stretches;
  return onceEach(join(...filters.map((filter) => keepAll(reading, table, filter, stretches))));
}

export type Filter = Readonly<Record<string, string>>;

/** The parts of stretches that fulfil every part of a filter; `own` are the measure's own dimensions. */
export function keepAll(
  reading: Reading,
  table: TableName,
  filter: Filter,
  stretches: Stretches,
  own: readonly OwnKind[] = [],
): Stretches {
  return Object.entries(filter).reduce(
    (kept, [name, value]) => keep(reading, table, name, value, kept, own),
    stretches,
  );
}
