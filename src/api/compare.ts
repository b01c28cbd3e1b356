import { z } from "zod";
import { groupKinds } from "#core/compare/group.ts";
import { pers } from "#core/compare/levels.ts";
import { units } from "#core/figures/unit.ts";
import { endpoint } from "./endpoint.ts";
import { seriesEntry } from "./indicators.ts";
import { day, figure, point, text } from "./scalars.ts";

const areaEntry = z.object({ id: z.string(), label: text });
const group = z.object({
  kind: z.enum(groupKinds),
  label: text,
  /** By what they belong together. */
  why: text,
  members: z.number(),
});

/** What every comparison is asked for: whose, beside whom, and when. */
const besideQuery = {
  /** The id of a municipality. */
  area: z.string(),
  group: z.enum(groupKinds).default("all"),
  /** The id of a period; the newest without one. */
  period: z.string().optional(),
};

/** What every comparison says of its choices. */
const beside = {
  own: areaEntry,
  group,
  groups: z.array(group),
  /** The ids of the periods there are figures of, oldest first. */
  periods: z.array(z.string()),
  period: z.string(),
  /** The finding, in a sentence or two. */
  says: text,
};

export const comparedRow = z.object({
  area: areaEntry,
  isOwn: z.boolean(),
  figure,
  interval: z.object({ low: z.number(), high: z.number() }).optional(),
  /** Its place, 1 the best, and the places chance alone could have given. */
  rank: z.number().optional(),
  ranks: z.object({ low: z.number(), high: z.number() }).optional(),
  /** Whether chance spans so many places that the rank says little. */
  isNoise: z.boolean(),
  before: z.object({ figure, rank: z.number() }).optional(),
});

export const comparedSchema = z.object({
  ...beside,
  series: seriesEntry,
  indicatorName: text,
  good: z.enum(["up", "down", "none"]),
  unit: z.enum(units),
  /** What the figures are seen against, and whether they could be seen against the inhabitants. */
  per: z.enum(pers),
  mayBePer: z.boolean(),
  uncertainty: z.object({ method: z.enum(["wilson", "poisson", "unknown"]), says: text }),
  rows: z.array(comparedRow),
  median: figure,
  country: figure,
  /** The course of some of the municipalities, the own one first. */
  lines: z.array(z.object({ area: areaEntry, isOwn: z.boolean(), points: z.array(point) })),
});

export const listComparable = endpoint({
  method: "GET",
  path: "/api/compare/series",
  summary: { da: "Serier, kommuner kan sammenlignes i", en: "Series that municipalities can be compared by" },
  answer: z.object({ series: z.array(seriesEntry.extend({ indicatorName: text })) }),
});

export const compareMunicipalities = endpoint({
  method: "GET",
  path: "/api/compare",
  summary: { da: "Kommuner ved siden af hinanden", en: "Municipalities side by side" },
  query: z.strictObject({
    ...besideQuery,
    series: z.string(),
    /** Against the inhabitants where that can be, unless something else is said. */
    per: z.enum(pers).optional(),
    /** The municipalities whose course is drawn beside the own one, with commas between; those of nearest rank without any. */
    lines: z
      .string()
      .transform((written) => written.split(",").filter((one) => one !== ""))
      .optional(),
    asOf: day.optional(),
  }),
  answer: comparedSchema,
});

const benchmarkFigures = {
  expected: figure,
  actual: figure,
  /** Actual minus expected. */
  gap: figure,
  expectedShare: figure,
  actualShare: figure,
  gapShare: figure,
  /** The place the source gives. */
  place: figure,
};

export const benchmarkSchema = z.object({
  ...beside,
  /** The groups of benefits there are, and the one that is shown; undefined for all together. */
  benefitGroups: z.array(areaEntry),
  benefits: z.string().optional(),
  source: z.object({ owner: z.string(), table: z.string().optional(), fetched: day.optional() }),
  rows: z.array(z.object({ area: areaEntry, isOwn: z.boolean(), ...benchmarkFigures })),
  /** The own municipality, period by period. */
  course: z.array(z.object({ period: z.string(), ...benchmarkFigures })),
});

export const readBenchmark = endpoint({
  method: "GET",
  path: "/api/compare/benchmark",
  summary: {
    da: "Forventet og faktisk antal på offentlig forsørgelse",
    en: "Expected and actual number on public support",
  },
  query: z.strictObject({
    ...besideQuery,
    /** A group of benefits; all together without one. */
    benefits: z.string().optional(),
    asOf: day.optional(),
  }),
  answer: benchmarkSchema,
});

export const importBenchmark = endpoint({
  method: "POST",
  path: "/api/compare/benchmark",
  summary: {
    da: "Indlæs en fil med forventede og faktiske tal for kommunerne (multipart/form-data)",
    en: "Import a file with expected and actual figures of the municipalities (multipart/form-data)",
  },
  query: z.strictObject({
    /** Whose import it is to be logged as. */
    municipality: z.string().regex(/^\d{3}$/),
    owner: z.string().trim().min(1).max(200).optional(),
    table: z.string().trim().min(1).max(200).optional(),
  }),
  answer: z.object({
    /** The series that were kept, a column each. */
    series: z.array(z.object({ id: z.string(), title: text, figures: z.number() })),
    municipalities: z.number(),
    first: z.string(),
    last: z.string(),
  }),
});
