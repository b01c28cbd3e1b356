import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { chance } from "./foreseen.ts";
import { day, demand, figure, point, text, verdict } from "./scalars.ts";

/** A plan in a line of a list. */
export const planEntry = z.object({
  id: z.string(),
  title: text,
  organisation: text,
  municipalities: z.array(z.string()),
  /** The id of its period. */
  period: z.string(),
  /** The number of its newest adopted version; undefined while it is only a draft. */
  version: z.number().optional(),
  isTemplate: z.boolean(),
});

/** A register a plan can be followed on. */
export const registerEntry = z.object({
  id: z.string(),
  name: z.string(),
  simulated: z.boolean(),
  municipalities: z.array(z.string()),
  /** The last day it covers. */
  to: day,
  extracted: day,
});

/** As of which day and on which register; without a register, from published figures alone. */
export const followedQuery = z.strictObject({ asOf: day.optional(), register: z.string().optional() });
export const planParams = z.strictObject({ plan: z.string() });

/** What a follow-up stands on. */
export const basis = z.object({
  asOf: day,
  /** The day it would be as of by itself. */
  defaultAsOf: day,
  register: registerEntry.optional(),
  /** The newest fetch among the published series that were used. */
  published: day.optional(),
  /** Below this chance a goal is off course, as the municipality has set it. */
  offCourseChance: z.number(),
});

/** One goal in the overview. */
export const goalRow = z.object({
  id: z.string(),
  title: text,
  track: z.string(),
  targetGroup: z.string().optional(),
  /** The unit or office that answers for it. */
  unit: z.string().optional(),
  force: z.enum(["promise", "expectation", "intention"]),
  level: z.enum(["own", "national", "none-set"]),
  /** Whether it is counted: promises and expectations, not intentions. */
  binding: z.boolean(),
  verdict,
  baseline: figure,
  demand: demand.optional(),
  /** The target as the plan has it, in a sentence; there also where a demand cannot be made yet. */
  target: text.optional(),
  latest: figure,
  distance: figure,
  /** The chance that it is met, where it is not settled and can be forecast. */
  chance: chance.optional(),
  /** Which way is better. */
  good: z.enum(["up", "down", "none"]),
  /** The last 24 months, or as many periods as there are. */
  trend: z.array(point),
  /** What to know of its data: only related figures exist, a break, preliminary. */
  notes: z.array(text),
  /** How many questions of its wording are still open. */
  openQuestions: z.number(),
  parts: z.number(),
});

export const overviewSchema = z.object({
  plan: planEntry,
  basis,
  /** How the plan stands, in a sentence. */
  summary: text,
  /** Of the goals that are counted: how many of each verdict. */
  counts: z.array(
    z.object({ family: verdict.shape.family, value: z.string(), word: text, shape: z.string(), count: z.number() }),
  ),
  intentions: z.number(),
  /** What matters most now, at most five. */
  important: z.array(z.object({ goal: z.string(), verdict, says: text })),
  tracks: z.array(z.object({ id: z.string(), title: text })),
  targetGroups: z.array(z.object({ id: z.string(), label: text })),
  goals: z.array(goalRow),
  /** The arithmetic check: how many calculations were recomputed, and how many disagree. */
  check: z.object({ ran: z.number(), disagree: z.number() }),
});

export const listPlans = endpoint({
  method: "GET",
  path: "/api/plans",
  summary: { da: "Planer og registre, man må se", en: "The plans and registers one may see" },
  answer: z.object({ plans: z.array(planEntry), registers: z.array(registerEntry) }),
});

export const readOverview = endpoint({
  method: "GET",
  path: "/api/plans/:plan/overview",
  summary: { da: "Hvordan en plan står", en: "How a plan stands" },
  params: planParams,
  query: followedQuery,
  answer: overviewSchema,
});
