import { z } from "zod";
import { units } from "#core/figures/unit.ts";
import { endpoint } from "./endpoint.ts";
import { day } from "./scalars.ts";

export const listPersonsBehind = endpoint({
  method: "GET",
  path: "/api/plans/:plan/goals/:goal/persons",
  summary: {
    da: "Personerne bag et måls tal, med kildens eget nummer; hver, der vises, bliver logget",
    en: "The persons behind a goal's figure, by the source's own number; each who is shown is logged",
  },
  params: z.strictObject({ plan: z.string(), goal: z.string() }),
  query: z.strictObject({
    register: z.string(),
    asOf: day.optional(),
    /** Which part of the goal; its first without one. */
    part: z.string().optional(),
    /** The id of a month, a quarter, a year, or twelve months. */
    period: z.string(),
    page: z.coerce.number().int().min(1).default(1),
  }),
  answer: z.object({
    period: z.string(),
    asOf: day,
    unit: z.enum(units),
    /** How many persons are behind the figure, and of a share, behind what it is a share of. */
    count: z.number(),
    base: z.number().optional(),
    /** The units of the register the list is narrowed to, where the person may see no others. */
    narrowedTo: z.array(z.string()).optional(),
    page: z.number(),
    pages: z.number(),
    /** In the order of how much each adds to the figure. */
    persons: z.array(z.object({ id: z.string(), amount: z.number() })),
  }),
});
