import type { Where } from "#core/format/scalars.ts";

/** How a figure is read from facts: weights per day of the period, their sum, different who, mean or median. */
export type Reading = "per-day" | "sum" | "persons" | "mean" | "median";

/**
 * Days of a table that a figure needs: from the first, to the last, as SQL on the period's `first` and `last`.
 * `optional`: where the register has none of the table, the figure does without.
 */
export type TwinNeed = {
  readonly table: string;
  readonly first?: string;
  readonly last?: string;
  readonly optional?: boolean;
  /** Only of registers of which this holds, as SQL on `w.register`. */
  readonly where?: string;
};

/**
 * One half of a figure, as SQL: facts of (register, period, who, day, weight) and the columns its own dimensions are in.
 * The registers' periods are the table `windows` (register, period, first, last).
 */
export type Facts = {
  readonly sql: string;
  readonly reading: Reading;
  /** A day of a person counts once in a cell: with the sum of its weights, at most 1, or with the greatest. */
  readonly once?: "sum" | "greatest";
  /** Dimensions that are columns of the facts. */
  readonly own?: readonly string[];
  /** Dimensions of the question that it has nothing to do with. */
  readonly ignores?: readonly string[];
  /** Whose facts they are: decides which look-ups can be made. */
  readonly of?: "persons" | "companies" | "rows";
};

/** A question to an indicator, and how the twin works out the answer. */
export type TwinCase = {
  readonly indicator: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly by?: readonly string[];
  readonly where?: Where;
  readonly needs: readonly TwinNeed[];
  readonly numerator: Facts;
  readonly denominator?: Facts;
  /** Why there is no figure when the denominator is 0. */
  readonly without?: "no-denominator";
};

/** The facts of benefit days in the period that fulfil a condition. */
export function benefitDays(where = "true", weight = "degree"): string {
  return `SELECT d.register, w.period, d.person_id AS who, d.day, ${weight} AS weight, d.benefit, d.municipality
    FROM benefit_days d JOIN windows w ON w.register = d.register AND d.day BETWEEN w.first AND w.last
    WHERE ${where}`;
}

/** Gross unemployed: on dagpenge, or on kontanthjaelp and jobparat that day. */
export const gross = `(d.benefit = 'dagpenge' OR (d.benefit = 'kontanthjaelp' AND EXISTS (
  SELECT 1 FROM visit v WHERE v.register = d.register AND v.person_id = d.person_id AND v.day = d.day
  AND v.category = 'jobparat')))`;

/** On public support. */
export const support = "d.benefit NOT IN ('fleksjob', 'foertidspension')";
