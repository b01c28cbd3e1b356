import { isDay, OPEN_END } from "../../calendar/day.ts";
import { pensionDay } from "../../rules/pension-age.ts";
import { findNumber } from "../dictionary.ts";
import { add, filter, join, type Stretches, startList, withCodes } from "../stretches/list.ts";
import { decide, type Steps } from "../stretches/steps.ts";
import { cover } from "../stretches/unite.ts";
import { groupDays } from "./benefits.ts";
import { birthDays } from "./persons.ts";
import { findRows, getColumn, type Reading, remember, stretchesOf } from "./reading.ts";
import { departureDays } from "./residence.ts";

/** What a person can be on a day: the first of these that holds. */
export const statuses = [
  "doed",
  "udvandret",
  "fraflyttet",
  "forsoergelse",
  "fleksjob",
  "tilbagetraekning",
  "uddannelse",
  "arbejde",
  "folkepension",
  "selvforsoerget",
] as const;
export type Status = (typeof statuses)[number];

/** The number of a status, from 1: the lower decides. */
export function rankOf(status: Status): number {
  return statuses.indexOf(status) + 1;
}

/** Statuses of a person who supports himself: no public benefit, or a student grant, or a flex job, or emigrated. */
export const selfSupporting: ReadonlySet<Status> = new Set([
  "udvandret",
  "fleksjob",
  "uddannelse",
  "arbejde",
  "folkepension",
  "selvforsoerget",
]);

/** A person's status, day by day, as `rankOf` numbers them; 0, where nothing is known of, is otherwise self-supporting. */
export function statusSteps(reading: Reading, hours: number): Steps {
  return remember(reading, `status ${hours}`, () => {
    const days = join(
      departureDays(reading),
      ranked(groupDays(reading, "support"), "forsoergelse"),
      ranked(fleksjobDays(reading), "fleksjob"),
      ranked(groupDays(reading, "retirement"), "tilbagetraekning"),
      ranked(studentDays(reading), "uddannelse"),
      ranked(workDays(reading, hours), "arbejde"),
      ranked(pensionDays(reading), "folkepension"),
    );
    return { ...startList(0), ...decide(days, (i, j) => days.code[i] < days.code[j]) };
  });
}

/** The days in a flex job, as a benefit or as employment. */
export function fleksjobDays(reading: Reading): Stretches {
  return remember(reading, "fleksjob", () => cover(join(groupDays(reading, "subsidised-work"), fleksjobRows(reading))));
}

/** The days of each employment in a flex job. */
export function fleksjobRows(reading: Reading): Stretches {
  return rowsWhere(reading, "employment", "kind", ["fleksjob"]);
}

/** The days in education with a state grant. */
function studentDays(reading: Reading): Stretches {
  return rowsWhere(reading, "education", "su", ["ja"]);
}

/** The days on which a person's hours of ordinary work a week add up to a threshold. */
export function workDays(reading: Reading, hours: number): Stretches {
  return remember(reading, `work ${hours}`, () => {
    const jobs = rowsWhere(reading, "employment", "kind", ["ordinaer", ""]);
    const steps = startList();
    if (jobs.count === 0) return steps;
    const weekly = getColumn(reading, "employment", "hours_per_week");
    for (let start = 0; start < jobs.count; ) {
      let end = start;
      const bounds = new Set<number>();
      while (end < jobs.count && jobs.person[end] === jobs.person[start])
        bounds.add(jobs.from[end]).add(jobs.to[end++]);
      const days = [...bounds].sort((a, b) => a - b);
      for (let k = 0; k + 1 < days.length; k++) {
        let sum = 0;
        for (let i = start; i < end; i++)
          if (jobs.from[i] <= days[k] && days[k] < jobs.to[i]) sum += weekly[jobs.row[i]];
        if (sum > 0 && sum >= hours) add(steps, jobs.person[start], days[k], days[k + 1], 1, jobs.row[start], 0);
      }
      start = end;
    }
    return steps;
  });
}

function pensionDays(reading: Reading): Stretches {
  const days = startList();
  const born = birthDays(reading);
  for (let person = reading.persons.from; person < reading.persons.to; person++) {
    const birth = born(person);
    if (birth !== undefined && isDay(birth))
      add(days, person, pensionDay(reading.law.pensionAges, birth), OPEN_END, 1, 0, 0);
  }
  return days;
}

/** The rows of a table in which a column has one of the codes. */
function rowsWhere(
  reading: Reading,
  table: "employment" | "education",
  column: "kind" | "su",
  codes: readonly string[],
): Stretches {
  if (findRows(reading, table) === undefined) return startList(0);
  const list = table === "employment" ? "employment-kind" : "answer";
  const wanted = new Set(codes.map((code) => findNumber(reading.register.dictionaries[list], code)));
  const values = getColumn(reading, table, column);
  const rows = stretchesOf(reading, table);
  return filter(rows, (i) => wanted.has(values[rows.row[i]]));
}

function ranked(days: Stretches, status: Status): Stretches {
  const rank = rankOf(status);
  return withCodes(days, () => rank);
}
