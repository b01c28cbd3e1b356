import { z } from "zod";
import { id, period, wholeNumber } from "../../../format/scalars.ts";
import { codeLists } from "../../codes.ts";
import { amount, bounds, byDay, mix, rangeMix, share, steps } from "./scalars.ts";

/** What a stock is measured against where no plan gives it. */
const level = z.strictObject({
  of: z.enum(["people", "dagpenge", "sygedagpenge", "kontanthjaelp"]),
  share: amount,
  /** The period it holds for; that of the municipalities' figures when left out. */
  at: period.optional(),
});

const source = z.strictObject({
  /** A state; `outside`: from work or education; `newcomers`: from abroad. */
  from: id,
  share,
  after: wholeNumber.default(0),
  long: z.literal("true").optional(),
});

/** Shares of what comes next: states, `work` or `selfsupport`. */
const sequel = z.record(id, share);

const until = z.union([
  z.strictObject({ age: wholeNumber, next: sequel }),
  z.strictObject({ months: wholeNumber, next: sequel }),
]);

const exits = z.strictObject({
  work: steps.optional(),
  education: steps.optional(),
  selfsupport: steps.optional(),
});

/** One state of support: what it is called in a register, who is in it, how they come and how they leave. */
const state = z.strictObject({
  id,
  codes: byDay,
  level,
  unit: id.optional(),
  visitation: mix(codeLists.visitation).optional(),
  ages: rangeMix,
  education: id,
  women: share,
  origin: mix(codeLists.origin),
  /** The grounds of the integration programme that begins with it. */
  programme: mix(codeLists["programme-ground"]).optional(),
  /** How long the first ones are taken to have been in it when the simulation begins. */
  typicalMonths: amount,
  /** The share of those from outside who come from work. */
  worked: share.default(0.3),
  /** The share that has it for a part of the week only. */
  part: z.strictObject({ share, degrees: z.array(share).min(1) }).optional(),
  /** Partial recoveries a month, and the degree after one. */
  recovery: z.strictObject({ partial: amount, degree: share }).optional(),
  exits,
  interlude: amount.default(0),
  /** How much faster or slower women come into work than men. */
  womenIntoWork: amount.default(1),
  mortality: amount.default(1),
  sources: z.array(source),
  until: until.optional(),
});
export type StateSpec = z.output<typeof state>;
export type SourceSpec = z.output<typeof source>;

const supplement = z.strictObject({ code: z.string(), given: z.record(id, share), ends: amount });

const selfSupport = z.strictObject({
  interlude: bounds,
  memory: wholeNumber,
  return: z.record(id, share),
  recency: amount,
  movedIn: share,
  keepsJob: share,
  jobChange: amount,
  localJob: share,
  hours: rangeMix,
  flexHours: rangeMix,
  flexHoursChange: z.strictObject({ up: amount, down: amount }),
});

export const stateFile = z.strictObject({ states: z.array(state).min(1), supplement, selfSupport });
