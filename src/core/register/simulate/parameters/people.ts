import { z } from "zod";
import { id, wholeNumber } from "../../../format/scalars.ts";
import { codeLists } from "../../codes.ts";
import { amount, bounds, byRange, mix, number, range, share, steps } from "./scalars.ts";

const levels = codeLists["education-level"];
const origins = codeLists.origin;
const sexes = codeLists.sex;

/** Factors on a rate or a weight by what a person is like; 1 where nothing is said. */
export const factors = z.strictObject({
  education: z.partialRecord(z.enum(levels), amount).default({}),
  age: steps.default([]),
  origin: z.partialRecord(z.enum(origins), amount).default({}),
  sex: z.partialRecord(z.enum(sexes), amount).default({}),
});
export type Factors = z.output<typeof factors>;

const study = z.strictObject({
  ages: range,
  kinds: mix(codeLists["education-kind"]),
  months: bounds,
  completes: share,
});

/** Who the simulated people are, and what their traits do. */
export const peopleFile = z.strictObject({
  education: z.record(id, mix(levels)),
  funds: z.strictObject({ share, count: wholeNumber }),
  factors: z.strictObject({ work: factors, education: factors }),
  /** A trait that no register knows: its effect on the log of the rate of leaving, and of the weight for offers. */
  hidden: z.strictObject({ exit: number, offer: number }),
  mortality: steps,
  emigration: z.record(z.enum(origins), amount),
  moving: z.strictObject({ age: steps, supported: amount }),
  studies: z.array(study).min(1),
  afterStudies: z.record(id, share),
  occupations: z.array(z.string()).min(3),
  population: z.strictObject({
    labourForce: amount,
    ages: z.record(z.string(), z.strictObject({ part: share, employment: amount })).transform(byRange),
  }),
});
export type PeopleSpec = z.output<typeof peopleFile>;
