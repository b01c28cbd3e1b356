import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { day, text, verdict } from "./scalars.ts";

const municipality = z.string().regex(/^\d{3}$/);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** Faults that are mended alike: of one kind, in one file and column. */
const faultGroup = z.object({
  code: z.string(),
  file: z.string().optional(),
  /** The column's name. */
  path: z.string().optional(),
  says: text,
  mend: text,
  count: z.number(),
  /** The first ones: where, and what stood there. */
  places: z.array(
    z.object({ line: z.number().optional(), column: z.number().optional(), value: z.string().optional() }),
  ),
});

/** How a file was found to be written. */
const dialect = z.object({
  container: z.string(),
  encoding: z.string(),
  separator: z.string(),
  decimal: z.string().optional(),
  dates: z.string().optional(),
});

/** What came of checking, importing or simulating a register. */
export const registerReport = z.object({
  outcome: z.enum(["checked", "imported", "unchanged", "faulty", "stopped"]),
  name: z.string(),
  id: z.string(),
  simulated: z.boolean(),
  extracted: day,
  municipalities: z.array(z.string()),
  tables: z.array(
    z.object({
      table: z.string(),
      file: z.string(),
      rowsIn: z.number(),
      rejected: z.number(),
      duplicates: z.number(),
      joined: z.number(),
      loaded: z.number(),
      /** The dialect that was found; what was kept before it was told has none. */
      written: dialect.optional(),
    }),
  ),
  faultCount: z.number(),
  faults: z.array(faultGroup),
  /** What the import guard asks a human before it lets the register in. */
  findings: z.array(z.object({ rule: z.string(), says: text })),
  /** What would change in the plans' goals, where the register is not let in yet: plans without change are left out. */
  goals: z
    .array(
      z.object({
        plan: z.string(),
        title: text,
        turned: z.array(z.object({ goal: z.string(), title: text, before: verdict, after: verdict })),
        /** How many goals would have another latest figure. */
        moved: z.number(),
      }),
    )
    .optional(),
  notes: z.array(text),
  assumptions: z.array(text),
});

const started = z.object({ job: z.string() });
const upload = { municipality, upload: z.string(), name: z.string().min(1).max(60).optional() };

export const uploadRegister = endpoint({
  method: "POST",
  path: "/api/register/uploads",
  summary: {
    da: "Send et registers filer (multipart/form-data); de slettes, når de er indlæst, eller efter et døgn",
    en: "Send the files of a register (multipart/form-data); they go once imported, or after a day",
  },
  query: z.strictObject({ municipality }),
  answer: z.object({ upload: z.string(), files: z.array(z.object({ name: z.string(), bytes: z.number() })) }),
});

export const checkRegister = endpoint({
  method: "POST",
  path: "/api/register/checks",
  summary: { da: "Tjek et upload; intet indlæses", en: "Check an upload; nothing is imported" },
  body: z.strictObject(upload),
  answer: started,
});

export const importRegister = endpoint({
  method: "POST",
  path: "/api/register/imports",
  summary: {
    da: "Indlæs et upload, med svar på importvagtens spørgsmål",
    en: "Import an upload, with the answer to the guard's questions",
  },
  body: z.strictObject({
    ...upload,
    /** Load it though the import guard found something. */
    accept: z.boolean().default(false),
    /** Load the good rows though others are rejected. */
    acceptPartial: z.boolean().default(false),
  }),
  answer: started,
});

export const simulateRegister = endpoint({
  method: "POST",
  path: "/api/register/simulations",
  summary: {
    da: "Lav et register over folk, der ikke findes (kun i demoen)",
    en: "Make a register of people who do not exist (in the demo only)",
  },
  body: z.strictObject({
    municipality,
    from: month,
    to: month,
    seed: z.int().min(1).max(1_000_000).default(1),
    /** How many times as many people. */
    scale: z.number().min(0.01).max(2).default(1),
  }),
  answer: started,
});
