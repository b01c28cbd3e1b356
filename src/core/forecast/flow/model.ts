import { z } from "zod";
import { wholeNumber } from "../../format/scalars.ts";
import type { DatedChange } from "./dated.ts";
import type { FlowState } from "./states.ts";

/** The flow model before it has met a register: its states, the changes of law, and how finely and how cautiously it is estimated. */
export type FlowModel = FlowParameters & {
  readonly states: readonly FlowState[];
  readonly changes: readonly DatedChange[];
};

/** A number with a decimal point. */
const decimal = z
  .string()
  .regex(/^\d+(\.\d+)?$/, "et tal / a number")
  .transform(Number);

const rising = z
  .array(wholeNumber)
  .min(1)
  .refine((all) => all[0] === 0 && all.every((one, i) => i === 0 || all[i - 1] < one), {
    message: "begynder ved 0 og stiger / begins at 0 and rises",
  });

/** The data file of parameters, each our own choice with its reason. */
export const parameterFile = z.strictObject({
  /** The first month of each duration band, the first age of each age band. */
  durationBands: rising,
  ageBands: rising,
  /** Months of the past that are read, and the fewest that will do. */
  history: wholeNumber,
  fewestMonths: wholeNumber,
  /** Months a person is followed after a benefit. */
  followed: wholeNumber,
  /** After so many months a month of the past counts half in the chances. */
  halfLife: decimal,
  /** So many exits of the wider group are lent to each cell. */
  lentExits: decimal,
  /** The ways in which a level may wander: each combination is tried and weighed by how well it foretold. */
  levels: z.strictObject({
    stays: z.array(decimal).min(1),
    steps: z.array(decimal).min(1),
    extra: z.array(decimal).min(1),
  }),
  /** From how many past months the forecasts of the register itself are tried, and how many months lie between them. */
  origins: wholeNumber,
  betweenOrigins: wholeNumber,
  /** Sampled futures of a forecast, and of each trial. */
  draws: wholeNumber,
  trialDraws: wholeNumber,
  /** Hours of ordinary work a week from which a person is in work. */
  hours: wholeNumber,
});
export type FlowParameters = z.output<typeof parameterFile>;
