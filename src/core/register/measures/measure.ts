import type { z } from "zod";
import type { Period } from "../../calendar/period.ts";
import type { OwnKind } from "../reading/dimensions.ts";
import type { Reading } from "../reading/reading.ts";
import type { TableName } from "../schema.ts";
import type { Stretches } from "../stretches/list.ts";

/** What a measure found: stretches to be counted by window and cell, and how the figure is read from the count. */
export type Counted = {
  readonly stretches: Stretches;
  /** Dimensions that the measure itself found out. */
  readonly own?: readonly OwnKind[];
  readonly value: Value;
  /** What is counted lies on the last day of each period. */
  readonly onLastDay?: boolean;
  /** Dimensions of which it has itself seen to the filter. */
  readonly narrowed?: readonly string[];
  /** A day of a person counts once in a cell: with the sum of its weights, at most 1, or with the greatest. */
  readonly once?: "sum" | "greatest";
  /** What a share is of holds its numerator only when that is added. */
  readonly plusNumerator?: boolean;
  /** Outcomes that could have been others: a share of them is shown with its interval. */
  readonly outcomes?: boolean;
  /** Where not all of the stretches count. */
  readonly kinds?: Kinds;
};

/** Which kinds of stretches count: 1 at each that does; and the kinds left out of the figure, by the reason. */
export type Kinds = { readonly counted: Uint8Array; readonly apart: Readonly<Record<string, number>> };

/**
 * How a figure is read from a count: days times weight per day of the period, the sum of the weights, the number of
 * different persons (or companies), or the median of the weights.
 */
export type Value = "days" | "sum" | "persons" | "mean" | "median";

/** Days a table must cover, and the register be drawn after, for the figure of a period. */
export type Need = {
  readonly table: TableName;
  readonly from: (period: Period) => number;
  /** The day after the last; of what is left out until it has passed, the day after the last that has, as of a day. */
  readonly to: (period: Period, asOf: number) => number;
  /** Where the register has none of the table, the figure does without. */
  readonly optional?: boolean;
};

/** The dimensions a figure is asked to be broken down by or narrowed to, and the codes it is narrowed to. */
export type Asked = ReadonlyMap<string, string | undefined>;

/** One way to count: what an indicator must say of it, and from the days of a register to stretches that are counted. */
export type Measure<S extends z.ZodType> = {
  readonly spec: S;
  /** Whether what it finds is the same whatever the windows, so that it need be found only once for all of them. */
  readonly forAllWindows?: true;
  /** The table that is counted. */
  readonly table: (spec: z.output<S>) => TableName;
  readonly needs: (spec: z.output<S>, asked: Asked) => readonly Need[];
  readonly count: (reading: Reading, spec: z.output<S>, asked: Asked) => Counted;
};

/** The need of the period's own days. */
export function during(table: TableName): Need {
  return { table, from: (period) => period.from, to: (period) => period.to };
}
