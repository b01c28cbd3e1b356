import type { Factors } from "../parameters/people.ts";
import type { Steps } from "../parameters/scalars.ts";

/** What a register knows of a person, and what exits and offers depend on. */
export type Traits = {
  readonly sex: "mand" | "kvinde";
  readonly origin: "dansk" | "vestlig" | "ikke_vestlig";
  readonly education: string;
};

/** Factors by trait, ready to be multiplied. */
export type FactorTable = {
  readonly education: Readonly<Record<string, number | undefined>>;
  readonly origin: Readonly<Partial<Record<Traits["origin"], number>>>;
  readonly sex: Readonly<Partial<Record<Traits["sex"], number>>>;
  /** By age in whole years. */
  readonly age: Float64Array;
};

export const OLDEST = 110;

export function factorTable({ education, origin, sex, age }: Factors): FactorTable {
  return { education, origin, sex, age: stepTable(age, OLDEST + 1, 1) };
}

/** The product of the factors for somebody of an age. */
export function factorOf(table: FactorTable, { education, origin, sex }: Traits, age: number): number {
  return (table.education[education] ?? 1) * (table.origin[origin] ?? 1) * (table.sex[sex] ?? 1) * table.age[age];
}

/** The largest product anybody can have. */
export function largestFactor({ education, origin, sex, age }: FactorTable): number {
  const most = (values: Iterable<number | undefined>) => Math.max(1, ...[...values].map((value) => value ?? 1));
  return most(Object.values(education)) * most(Object.values(origin)) * most(Object.values(sex)) * Math.max(...age);
}

/** Steps as an array: the value that holds from each whole number on; `before` until the first step. */
export function stepTable(steps: Steps, length: number, before: number): Float64Array {
  return Float64Array.from({ length }, (_, at) => steps.findLast(([from]) => from <= at)?.[1] ?? before);
}
