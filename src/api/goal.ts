import { z } from "zod";
import { units } from "#core/figures/unit.ts";
import { endpoint } from "./endpoint.ts";
import { basis, followedQuery, goalRow } from "./overview.ts";
import { day, demand, figure, point, text, verdict } from "./scalars.ts";

const line = z.object({
  id: z.string(),
  title: text,
  area: z.string(),
  areaName: text,
  kind: z.enum(["own", "country", "area", "proxy"]),
  unit: z.enum(units),
  owner: z.string(),
  table: z.string().optional(),
  fetched: day.optional(),
  points: z.array(point),
  /** Why a related figure is not the same. */
  why: text.optional(),
});

/** One part of a goal with its working. */
export const goalPart = z.object({
  id: z.string(),
  label: text,
  verdict,
  indicator: z.string().optional(),
  where: z.record(z.string(), z.string()).optional(),
  /** Other values than the indicator's own. */
  parameters: z.record(z.string(), z.string()).optional(),
  /** The areas whose figures are pooled in it. */
  areas: z.array(z.string()),
  /** Why no indicator can be named. */
  noIndicator: text.optional(),
  baseline: figure,
  demand: demand.optional(),
  /** The target as the plan has it, in a sentence. */
  target: text.optional(),
  latest: figure,
  distance: figure,
  change: z.object({ number: figure, share: figure }).optional(),
  /** Where the course so far leads. */
  projected: figure.optional(),
  /** The verdict's working, a step a line, each with its figure where there is one. */
  working: z.array(z.object({ says: text, figure: figure.optional() })),
  lines: z.array(line),
  breaks: z.array(z.object({ on: day, text })),
  notes: z.array(text),
});

export const goalSchema = goalRow.omit({ parts: true }).extend({
  basis,
  /** The computed sentence of the page. */
  says: text,
  planTitle: text,
  trackTitle: text,
  /** Where the plan says it. */
  source: z.object({ file: z.string(), section: z.string(), lines: z.string() }),
  responsible: z.string().optional(),
  parts: z.array(goalPart),
  questions: z.array(
    z.object({
      id: z.string(),
      asks: text,
      blocks: z.boolean(),
      readings: z.array(z.object({ id: z.string(), says: text })),
      answer: text.optional(),
    }),
  ),
  efforts: z.array(z.object({ id: z.string(), title: text })),
  owner: z.object({ person: z.string().optional(), unit: z.string().optional() }).optional(),
  comments: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(["comment", "assessment"]),
      says: z.string(),
      by: z.string(),
      at: z.string(),
      version: z.number(),
    }),
  ),
  /** The verdicts on earlier data: as of the end of each quarter of the plan's period so far. */
  history: z.array(z.object({ asOf: day, verdict, latest: figure })),
  findings: z.array(z.object({ id: z.string(), message: text })),
});

export const readGoal = endpoint({
  method: "GET",
  path: "/api/plans/:plan/goals/:goal",
  summary: { da: "Et mål med alt, der hører til", en: "A goal with all that belongs to it" },
  params: z.strictObject({ plan: z.string(), goal: z.string() }),
  query: followedQuery,
  answer: goalSchema,
});
