import { isOwn } from "../reading/dimensions.ts";
import { isOfPersons } from "../reading/reading.ts";
import type { TableName } from "../schema.ts";
import type { Counted } from "./measure.ts";

/** A person is one of these in a period, whatever he does. */
const ofPerson: ReadonlySet<string> = new Set(["sex", "origin", "education", "age"]);
/** A person is one of these on a day. */
const ofDay: ReadonlySet<string> = new Set(["visitation", "unit"]);
/** What is counted is one of these, as it is one row. */
const ofRow: ReadonlySet<string> = new Set(["duration", "status", "destination"]);

/**
 * Whether the counts of the parts that a dimension tells apart add up to the count of the whole. Persons do not add up
 * over what one person can be more than once: benefits, offers, municipalities.
 */
export function addsUp(table: TableName, counted: Omit<Counted, "stretches">, dimension: string): boolean {
  const { value, once, onLastDay } = counted;
  if (value === "mean" || value === "median") return false;
  if (isOfPersons(table) && ofPerson.has(dimension)) return true;
  const isHome = isOfPersons(table) && dimension === "municipality" && !isOwn(table, dimension);
  if (isHome || ofDay.has(dimension)) return value !== "persons" || onLastDay === true;
  return value !== "persons" && once === undefined && (isOwn(table, dimension) || ofRow.has(dimension));
}
