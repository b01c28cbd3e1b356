import { z } from "zod";
import { units } from "#core/figures/unit.ts";
import { isParameter } from "#core/plans/evaluation/parameter-table.ts";
import { endpoint } from "./endpoint.ts";
import { day, text } from "./scalars.ts";

const municipality = z.string().regex(/^\d{3}$/);

const parameter = z.object({
  name: z.string(),
  label: text,
  /** What it is for. */
  says: text,
  unit: z.enum(units),
  low: z.number(),
  high: z.number(),
  default: z.number(),
  /** As it is today. */
  value: z.number(),
  /** Each time it was set, the newest first. */
  set: z.array(z.object({ from: day, value: z.number(), by: z.string(), at: z.string() })),
});

export const listParameters = endpoint({
  method: "GET",
  path: "/api/parameters",
  summary: { da: "Grænser og tærskler i en kommune", en: "Limits and thresholds of a municipality" },
  query: z.strictObject({ municipality }),
  answer: z.object({ parameters: z.array(parameter) }),
});

export const setParameter = endpoint({
  method: "PUT",
  path: "/api/parameters/:name",
  summary: { da: "Sæt en grænse eller tærskel fra en dag", en: "Set a limit or threshold from a day on" },
  params: z.strictObject({ name: z.string().refine(isParameter) }),
  body: z.strictObject({ municipality, from: day, value: z.number() }),
  answer: z.object({ name: z.string() }),
});
