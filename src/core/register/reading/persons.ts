import { type Day, dayOf, isDay } from "../../calendar/day.ts";
import { findColumn, UNKNOWN_DAY } from "../columns.ts";
import { findRows, type Reading, rowOf } from "./reading.ts";

/** The row of a person in `persons`; undefined for those who have none. */
function personRows(reading: Reading): (person: number) => number | undefined {
  const rows = findRows(reading, "persons");
  if (rows === undefined) return () => undefined;
  const { person_id } = rows.columns;
  return (person) => {
    const row = rowOf(person_id, person);
    return person_id[row] === person ? row : undefined;
  };
}

/** The code of a person in a column of `persons`; 0 when unknown. */
export function personCodes(reading: Reading, column: "sex" | "origin" | "education"): (person: number) => number {
  const rows = findRows(reading, "persons");
  const codes = rows && findColumn(rows, column);
  const rowOf = personRows(reading);
  return (person) => codes?.[rowOf(person) ?? -1] ?? 0;
}

/** The day a person was born; of those with only a year, 1 July of it. Undefined when neither is known. */
export function birthDays(reading: Reading): (person: number) => Day | undefined {
  const rows = findRows(reading, "persons");
  const dates = rows && findColumn(rows, "birth_date");
  const years = rows && findColumn(rows, "birth_year");
  const rowOf = personRows(reading);
  return (person) => {
    const row = rowOf(person);
    if (row === undefined || dates === undefined || years === undefined) return undefined;
    const date = dates[row];
    if (date !== UNKNOWN_DAY && isDay(date)) return date;
    return Number.isNaN(years[row]) ? undefined : dayOf(years[row], 7, 1);
  };
}
