import { type Day, formatDay, parseDay } from "#core/calendar/day.ts";
import type { Rows } from "./connection.ts";

/** A limit or threshold that a municipality sets from a day on. */
export type SetParameter = {
  readonly municipality: string;
  readonly name: string;
  readonly from: Day;
  readonly value: unknown;
  readonly by: string;
  readonly at: string;
};

/** Sets a parameter; what it was before stays readable. */
export async function setParameter(
  rows: Rows,
  { municipality, name, from, value, by, at }: SetParameter,
): Promise<void> {
  const row = { municipality, name, from_day: formatDay(from), value: JSON.stringify(value), by, at };
  await rows.insertInto("parameter").values(row).execute();
}

/** The value of each parameter of a municipality on a day: of those set for it or before, the latest said. */
export async function parametersOn(rows: Rows, municipality: string, day: Day): Promise<Map<string, unknown>> {
  const found = rows.selectFrom("parameter").select(["name", "value"]).where("municipality", "=", municipality);
  const inOrder = await found.where("from_day", "<=", formatDay(day)).orderBy("from_day").orderBy("at").execute();
  return new Map(inOrder.map(({ name, value }) => [name, value]));
}

/** Everything that was ever set for a municipality, by name, the newest first. */
export async function listParameters(rows: Rows, municipality: string): Promise<SetParameter[]> {
  const found = rows.selectFrom("parameter").selectAll().where("municipality", "=", municipality);
  const inOrder = await found.orderBy("name").orderBy("from_day", "desc").orderBy("at", "desc").execute();
  return inOrder.map(({ from_day, ...rest }) => ({ ...rest, from: parseDay(from_day) }));
}
