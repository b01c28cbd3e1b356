import { z } from "zod";
import { missingReasons } from "#core/figures/figure.ts";
import { units } from "#core/figures/unit.ts";
import { endpoint } from "./endpoint.ts";
import { job } from "./jobs.ts";
import { day, point, text } from "./scalars.ts";

/** What is expected, and where it lies in 80 and 95 of 100 cases. */
export const expected = {
  mean: z.number(),
  lo80: z.number(),
  hi80: z.number(),
  lo95: z.number(),
  hi95: z.number(),
};

/** What a forecast follows from: the same again gives the same figures. */
export const forecastOrigin = z.object({
  /** The id of the snapshot. */
  snapshot: z.string(),
  name: z.string(),
  simulated: z.boolean(),
  /** Of which of its municipalities; of all together without one. */
  municipality: z.string().optional(),
  asOf: day,
  /** The last month known. */
  known: z.string(),
  /** A hash of the model's states and parameters. */
  model: z.string(),
  draws: z.number(),
  seed: z.number(),
  /** Fewer people than this are not shown. */
  limit: z.number(),
  program: z.string(),
  made: z.string(),
});

const coming = z.array(z.object({ period: z.string(), ...expected }));

/** People from one place to another in a year; the year before's where it is known. */
const stream = z.object({
  from: z.string(),
  to: z.string(),
  persons: z.number(),
  before: z.number().optional(),
});

/** How good forecasts have been, in errors measured by what last year's figure was off by: below 1 is better. */
const accuracyRow = z.object({
  benefit: z.string().optional(),
  /** Months ahead, both included. */
  from: z.number(),
  to: z.number(),
  count: z.number(),
  /** The mean error as a share of what came, and with its sign. */
  off: z.number(),
  bias: z.number(),
  scaledError: z.number(),
  seasonalNaive: z.number(),
  drift: z.number(),
  smoothing: z.number(),
  covered80: z.number(),
  covered95: z.number(),
  isBest: z.boolean(),
});

const benefit = z.object({
  benefit: z.string(),
  label: text,
  /** How it is forecast. */
  method: text,
  history: z.array(point),
  coming,
});

/** What was expected earlier of the months that have come since. */
const held = z.object({
  made: z.string(),
  known: z.string(),
  rows: z.array(
    z.object({ benefit: z.string(), label: text, period: z.string(), ...expected, actual: z.number().optional() }),
  ),
  says: text,
});

export const outlookSchema = z.object({
  origin: forecastOrigin,
  unit: z.enum(units),
  /** Where it ends, in a sentence, a year and two years ahead. */
  says: z.array(z.object({ months: z.number(), text })),
  benefits: z.array(benefit),
  /** Benefits with too few people to show. */
  hidden: z.number(),
  places: z.array(z.object({ id: z.string(), label: text, kind: z.enum(["benefit", "own", "out", "outside"]) })),
  years: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      isExpected: z.boolean(),
      streams: z.array(stream),
      /** Streams of too few people to show. */
      hidden: z.number(),
    }),
  ),
  accuracy: z.object({ says: text, rows: z.array(accuracyRow) }),
  earlier: held.optional(),
});

const registerQuery = z.strictObject({
  register: z.string(),
  /** One of the register's municipalities; all of them together without one. */
  municipality: z.string().optional(),
  asOf: day.optional(),
});

export const readForecast = endpoint({
  method: "GET",
  path: "/api/forecast",
  summary: {
    da: "Prognosen for et registers ydelser, når den er lavet; ellers arbejdet, der laver den",
    en: "The forecast of a register's benefits once it is made; else the job that makes it",
  },
  query: registerQuery,
  answer: z.object({ forecast: outlookSchema.optional(), job: job.optional() }),
});

export const makeForecast = endpoint({
  method: "POST",
  path: "/api/forecast",
  summary: {
    da: "Lav prognosen for et register; den gemmes, og laves ikke igen af de samme data",
    en: "Make the forecast of a register; it is kept, and not made again from the same data",
  },
  body: registerQuery,
  answer: z.object({ job: z.string() }),
});

export const publishedForecastSchema = z.object({
  area: z.object({ id: z.string(), label: text }),
  says: text,
  series: z.array(
    z.object({
      id: z.string(),
      title: text,
      unit: z.enum(units),
      owner: z.string(),
      table: z.string().optional(),
      vintage: z.string(),
      method: text,
      past: text.optional(),
      history: z.array(point),
      coming,
    }),
  ),
  /** Series that cannot be forecast, and why. */
  without: z.array(z.object({ id: z.string(), title: text, why: text })),
});

export const readPublishedForecast = endpoint({
  method: "GET",
  path: "/api/forecast/published",
  summary: {
    da: "Prognoser af offentliggjorte serier for en kommune",
    en: "Forecasts of published series of a municipality",
  },
  query: z.strictObject({
    area: z.string(),
    /** Years ahead. */
    years: z.coerce.number().int().min(1).max(3).default(1),
    asOf: day.optional(),
  }),
  answer: publishedForecastSchema,
});

const codes = z
  .string()
  .transform((written) => written.split(",").filter((one) => one !== ""))
  .pipe(z.array(z.string()).min(1));

/** A figure's change and the parts that add up to it, or why it cannot be told. */
export const movedSchema = z.union([
  z.object({
    before: z.number(),
    after: z.number(),
    change: z.number(),
    unit: z.enum(units),
    parts: z.array(z.object({ part: z.string(), label: text, change: z.number() })),
    says: text,
  }),
  z.object({ missing: z.enum(missingReasons) }),
]);

export const readWhyMoved = endpoint({
  method: "GET",
  path: "/api/forecast/moved",
  summary: {
    da: "Hvorfor et tal på nogle ydelser flyttede sig: tilgang, sammensætning, varighed, grad",
    en: "Why a figure on some benefits moved: inflow, mix, duration, degree",
  },
  query: z.strictObject({
    register: z.string(),
    /** Codes with commas between. */
    benefits: codes,
    measure: z.enum(["full-time-persons", "persons"]).default("full-time-persons"),
    /** Periods of the same length, as `2017` and `2018`. */
    before: z.string(),
    after: z.string(),
  }),
  answer: movedSchema,
});

const share = z.object({ to: z.string(), share: z.number() });

/** When spells of groups are expected to end; of groups, never of a person. */
export const expectedEndsSchema = z.union([
  z.object({
    asOf: day,
    about: text,
    groups: z.array(
      z.object({
        benefit: z.string(),
        duration: z.string(),
        age: z.string(),
        now: z.union([z.number(), z.object({ missing: z.enum(missingReasons) })]),
        missing: z.enum(missingReasons).optional(),
        says: text.optional(),
        basis: text.optional(),
        weeks: z.number().optional(),
        after: z.number().optional(),
        still: z.number().optional(),
        next: z.array(share).optional(),
      }),
    ),
    calibration: z
      .array(z.object({ weeks: z.number(), persons: z.number(), expected: z.number(), observed: z.number() }))
      .optional(),
  }),
  z.object({ missing: z.enum(missingReasons) }),
]);

export const readExpectedEnds = endpoint({
  method: "GET",
  path: "/api/forecast/expected-ends",
  summary: {
    da: "Hvornår gruppers forløb ventes at slutte, og hvad der så kommer; hvert opslag logges",
    en: "When spells of groups are expected to end, and what comes then; every look is logged",
  },
  query: z.strictObject({ register: z.string(), benefits: codes.optional() }),
  answer: expectedEndsSchema,
});
