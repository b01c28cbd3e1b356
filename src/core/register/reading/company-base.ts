import { z } from "zod";
import { addMonths, isDay } from "../../calendar/day.ts";
import { wholeNumber } from "../../format/scalars.ts";
import { findRows, getColumn, type Reading } from "./reading.ts";

/** Which companies there are: those with enough employees in a stretch of time, or on its last day. */
export const companyBase = z.strictObject({
  /** A production unit, or a company with all of its units. */
  entity: z.enum(["p-number", "cvr"]).default("p-number"),
  /** The least number of employees: on average over the days it existed, or on the day. */
  employees: wholeNumber.default(0),
  /** Only those with more employees than this. */
  above: wholeNumber.optional(),
  existing: z.enum(["any-day", "last-day"]).default("any-day"),
  /** How many months up to the end of the period are looked at; the period itself where none is given. */
  months: wholeNumber.optional(),
});
export type CompanyBase = z.output<typeof companyBase>;

/** A company in a municipality, and the row of `companies` that says so last. */
export type Company = { readonly id: number; readonly place: number; readonly row: number };

/** The days that are looked at for a window: from the first, until the day after the last. */
export function daysLookedAt(
  { windows: { bounds } }: Reading,
  w: number,
  months: number | undefined,
): [number, number] {
  const end = bounds[w + 1];
  return [months === undefined || !isDay(end) ? bounds[w] : addMonths(end, -months), end];
}

/** Looks up the companies of a stretch of days, once for each municipality they were in. */
export function companiesOf(reading: Reading, base: CompanyBase): (from: number, to: number) => Company[] {
  if (findRows(reading, "companies") === undefined) return () => [];
  const rows = companyRows(reading, base);
  const all = Map.groupBy(rows.id.keys(), (row) => rows.id[row]);
  return (from, to) => {
    const first = base.existing === "last-day" ? to - 1 : from;
    return [...all].flatMap(([id, known]) => {
      const own = known.filter((row) => rows.from[row] < to && rows.to[row] > first);
      if (own.length === 0 || !isEnough(base, averageEmployees(rows, own, first, to))) return [];
      const places = new Map(own.map((row) => [rows.place[row], row]));
      return [...places].map(([place, row]) => ({ id, place, row }));
    });
  };
}

function isEnough({ employees, above = Number.NEGATIVE_INFINITY }: CompanyBase, average: number): boolean {
  return average >= employees && average > above;
}

/** The number of the entity that a production unit belongs to. */
export function entityOf(reading: Reading, { entity }: Pick<CompanyBase, "entity">): (unit: number) => number {
  if (entity === "p-number" || findRows(reading, "companies") === undefined) return (unit) => unit;
  const [units, owners] = [getColumn(reading, "companies", "p_number"), getColumn(reading, "companies", "cvr")];
  const owner = new Map<number, number>();
  for (const [row, unit] of units.entries()) if (!owner.has(unit)) owner.set(unit, owners[row]);
  return (unit) => owner.get(unit) ?? 0;
}

type CompanyRows = {
  readonly id: number[];
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  readonly employees: ArrayLike<number>;
  readonly place: ArrayLike<number>;
};

function companyRows(reading: Reading, base: CompanyBase): CompanyRows {
  const column = (name: string) => getColumn(reading, "companies", name);
  return {
    id: Array.from(column("p_number"), entityOf(reading, base)),
    from: column("from"),
    to: column("to"),
    employees: column("employees"),
    place: column("municipality"),
  };
}

/** Days times employees, over the days on which the number is known; below every limit when it never is. */
function averageEmployees(rows: CompanyRows, own: readonly number[], from: number, to: number): number {
  const known = own.filter((row) => !Number.isNaN(rows.employees[row]));
  const clip = (row: number) => [Math.max(rows.from[row], from), Math.min(rows.to[row], to)] as const;
  const sum = known.reduce((total, row) => total + rows.employees[row] * (clip(row)[1] - clip(row)[0]), 0);
  let [days, reached] = [0, from];
  for (const [begin, end] of known.map(clip).toSorted((a, b) => a[0] - b[0])) {
    days += Math.max(0, end - Math.max(begin, reached));
    reached = Math.max(reached, end);
  }
  return days === 0 ? Number.NEGATIVE_INFINITY : sum / days;
}
