import { z } from "zod";
import { units } from "#core/figures/unit.ts";
import { endpoint } from "./endpoint.ts";
import { forecast } from "./foreseen.ts";
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

/** A version of what somebody said: `by` is the id of the account, `who` what it is called. */
const saying = z.object({ says: z.string(), by: z.string(), who: z.string(), at: z.string(), version: z.number() });

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
  /** The target as the plan has it, in a sentence; its kind; and its one figure, where it asks for one. */
  target: text.optional(),
  targetKind: z.string().optional(),
  asked: figure.optional(),
  /** The figure it is held against, as in the overview. */
  latest: figure,
  /** The newest figure, where it is of another period. */
  newest: figure.optional(),
  distance: figure,
  change: z.object({ number: figure, share: figure }).optional(),
  /** Where the course so far leads. */
  projected: figure.optional(),
  /** What is forecast of it while it is not settled, or why nothing is. */
  forecast: forecast.optional(),
  noForecast: text.optional(),
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
      /** The key of the plan file that an answer in free words fills: `baseline.value`, `target.period`. */
      fills: z.string().optional(),
      answer: text.optional(),
      /** Who gave the answer, and when. */
      by: z.string().optional(),
      on: day.optional(),
    }),
  ),
  efforts: z.array(z.object({ id: z.string(), title: text })),
  /** Who answers for it: the ids of person and unit, and what they are called. */
  owner: z
    .object({
      person: z.string().optional(),
      who: z.string().optional(),
      unit: z.string().optional(),
      unitName: z.string().optional(),
    })
    .optional(),
  comments: z.array(
    saying.extend({
      id: z.string(),
      kind: z.enum(["comment", "assessment"]),
      /** What it said before, the newest first. */
      former: z.array(saying),
    }),
  ),
  /** Figures of the municipality's own, and what shows that milestones were reached: the newest first. */
  observations: z.array(
    z.object({
      part: z.string().optional(),
      period: z.string(),
      figure,
      source: z.string(),
      preliminary: z.boolean(),
      by: z.string(),
      on: day,
    }),
  ),
  evidence: z.array(
    z.object({
      part: z.string().optional(),
      done: day,
      reached: z.boolean(),
      what: z.string(),
      link: z.string().optional(),
      by: z.string(),
      on: day,
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
