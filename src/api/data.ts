import { z } from "zod";
import { observationStatuses } from "#core/indicators/series.ts";
import { endpoint } from "./endpoint.ts";
import { pairs } from "./explore.ts";
import { seriesEntry } from "./indicators.ts";
import { day, figure, text } from "./scalars.ts";

/** A published or kept series, and whether it is new. */
export const sourceEntry = seriesEntry.extend({
  figures: z.number(),
  /** How many fetches are kept. */
  vintages: z.number(),
  /** From this day a newer figure can be there: the period after the last one is over. */
  newerFrom: day.optional(),
  /** Whether that day is past, and the series was not fetched in the period that goes on. */
  state: z.enum(["new", "due"]),
});

/** How a fetch changed the one before it; sizes are shares of what the figures were. */
const revision = z.object({
  compared: z.number(),
  changed: z.number(),
  added: z.number(),
  mean: z.number().optional(),
  largest: z.number().optional(),
});

export const listSources = endpoint({
  method: "GET",
  path: "/api/series",
  summary: { da: "Alle serier, og om de er nye", en: "Every series, and whether it is new" },
  answer: z.object({ series: z.array(sourceEntry) }),
});

export const readSeries = endpoint({
  method: "GET",
  path: "/api/series/:series",
  summary: {
    da: "En serie med alle dens hentninger, hvad de ændrede, og dens tal for et område",
    en: "A series with all its fetches, what they changed, and its figures for an area",
  },
  params: z.strictObject({ series: z.string() }),
  /** An area by name or code, the whole country without one; and an earlier fetch by its name. */
  query: z.strictObject({ area: z.string().optional(), vintage: z.string().optional() }),
  answer: z.object({
    series: sourceEntry,
    vintages: z.array(
      z.object({
        vintage: z.string(),
        fetched: day.optional(),
        figures: z.number(),
        first: z.string(),
        last: z.string(),
        sha256: z.string().optional(),
        /** Undefined for the first fetch. */
        revision: revision.optional(),
      }),
    ),
    rows: z.array(
      z.object({ area: z.string(), areaName: text, period: z.string(), figure, status: z.enum(observationStatuses) }),
    ),
  }),
});

/** A snapshot of a register: what it holds, and where that came from. */
export const snapshotEntry = z.object({
  id: z.string(),
  name: z.string(),
  simulated: z.boolean(),
  municipalities: z.array(z.string()),
  extracted: day,
  /** A moment. */
  imported: z.string(),
  keepUntil: day,
  program: z.string(),
  /** The snapshot it was compared with, or was made from. */
  previous: z.string().optional(),
  tables: z.array(
    z.object({
      table: z.string(),
      rows: z.number(),
      /** The days it covers. */
      covers: z.object({ from: day, to: day }).optional(),
      /** Of the file it came from. */
      file: z.string().optional(),
      rowsIn: z.number().optional(),
      rejected: z.number().optional(),
      duplicates: z.number().optional(),
    }),
  ),
  assumptions: z.array(text),
  notes: z.array(text),
  /** What the import guard found, and a human let pass. */
  accepted: z.array(text),
  withdrawn: z.object({ at: z.string(), by: z.string(), reason: z.string(), erased: z.boolean() }).optional(),
});

export const listSnapshots = endpoint({
  method: "GET",
  path: "/api/registers",
  summary: { da: "Alle indlæste registre, også de tilbagetrukne", en: "Every imported register, withdrawn ones too" },
  answer: z.object({ snapshots: z.array(snapshotEntry) }),
});

export const withdrawSnapshot = endpoint({
  method: "POST",
  path: "/api/registers/:register/withdrawal",
  summary: {
    da: "Træk et register tilbage; hvorfor siges i X-Pejlemaerke-Reason",
    en: "Withdraw a register; why is said in X-Pejlemaerke-Reason",
  },
  params: z.strictObject({ register: z.string() }),
  /** Erased, its rows are gone for good. */
  body: z.strictObject({ erase: z.boolean().default(false) }),
  answer: snapshotEntry,
});

/** Rows to read of a table with several kinds: `column=value`, several with semicolons. */
const rows = z
  .string()
  .regex(
    /^[^=;]+=[^=;]*(;[^=;]+=[^=;]*)*$/,
    "kolonne=værdi, flere med semikolon / column=value, several with semicolons",
  )
  .transform((written) =>
    Object.fromEntries(written.split(";").map((pair) => pair.split("=", 2).map((one) => one.trim()))),
  );

const words = z.string().trim().min(1).max(200);

export const importSeries = endpoint({
  method: "POST",
  path: "/api/series",
  summary: {
    da: "Indlæs en fil med en series tal (multipart/form-data); tidligere hentninger bliver stående",
    en: "Import a file with the figures of a series (multipart/form-data); earlier fetches stay",
  },
  query: z.strictObject({
    /** Whose figures they are to be logged as. */
    municipality: z.string().regex(/^\d{3}$/),
    indicator: z.string(),
    where: pairs.optional(),
    /** What the file may leave open: the area, the column of figures, the worksheet, the rows, and how numbers are written. */
    area: words.optional(),
    column: words.optional(),
    worksheet: words.optional(),
    rows: rows.optional(),
    numbers: z.enum(["da", "en"]).optional(),
    shares: z.enum(["percent", "fraction"]).optional(),
    owner: words.optional(),
    table: words.optional(),
  }),
  answer: z.object({
    series: z.string(),
    title: text,
    vintage: z.string(),
    figures: z.number(),
    first: z.string(),
    last: z.string(),
    areas: z.number(),
  }),
});
