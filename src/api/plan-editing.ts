import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { file } from "./file.ts";
import { planReading } from "./plan-document.ts";
import { figure, text } from "./scalars.ts";

const params = z.strictObject({ plan: z.string() });
const yaml = z.string().max(1_500_000);

/** Which text of a plan: the number of a version, its draft, or (without) the draft when there is one, else the newest. */
const which = z.union([z.coerce.number().int().min(1), z.literal("draft")]);

/** The draft's revision that something is done on top of; 0 when there is no draft. */
const onTopOf = z.number().int().min(0);
const revised = z.object({ revision: z.number() });

const written = z.object({ by: z.string(), who: z.string(), at: z.string() });
const version = written.extend({ number: z.number(), note: z.string() });
const draft = written.extend({ revision: z.number(), basedOn: z.number().optional() });

export const readPlanDocument = endpoint({
  method: "GET",
  path: "/api/plans/:plan/document",
  summary: {
    da: "En plans tekst, som den læses, med alle udgaver",
    en: "A plan's text as it reads, with every version",
  },
  params,
  query: z.strictObject({ version: which.optional() }),
  answer: z.object({
    title: text,
    /** Which text this is. */
    shown: which,
    versions: z.array(version),
    draft: draft.optional(),
    yaml: z.string(),
    reading: planReading,
    /** What the forms offer to choose from. */
    known: z.object({
      indicators: z.array(z.object({ id: z.string(), title: text })),
      areas: z.array(z.object({ id: z.string(), label: text })),
      dimensions: z.array(
        z.object({ id: z.string(), label: text, codes: z.array(z.object({ id: z.string(), label: text })) }),
      ),
    }),
  }),
});

export const checkDraft = endpoint({
  method: "POST",
  path: "/api/plans/:plan/check",
  summary: { da: "Læs og efterregn en tekst uden at gemme den", en: "Read and recompute a text without saving it" },
  params,
  body: z.strictObject({ yaml }),
  answer: planReading,
});

/** One value of a goal: where in the goal, and what is to stand there; without `value` it goes. */
const change = z.strictObject({ path: z.string().min(1), value: z.string().optional() });

export const editGoal = endpoint({
  method: "POST",
  path: "/api/plans/:plan/goals/:goal/edit",
  summary: {
    da: "Skriv værdier i et mål, eller et nyt, eller tag det ud; teksten og regnestykket kommer tilbage, intet gemmes",
    en: "Write values into a goal, or a new one, or take it out; the text and its check come back, nothing is saved",
  },
  params: params.extend({ goal: z.string() }),
  body: z.strictObject({
    yaml,
    changes: z.array(change).max(200),
    /** Whether the goal is one of the text, a new one at its end, or to go. */
    as: z.enum(["edited", "added", "removed"]).default("edited"),
  }),
  answer: z.object({ yaml: z.string(), reading: planReading }),
});

export const pasteTable = endpoint({
  method: "POST",
  path: "/api/plans/:plan/paste",
  summary: {
    da: "Se en tabel fra et regneark, som den vil stå i planen, og teksten med den i",
    en: "See a table from a spreadsheet as it will stand in the plan, and the text with it in",
  },
  params,
  body: z.strictObject({
    yaml,
    /** Rows by lines and cells by tabs, as a spreadsheet puts them on the clipboard. */
    cells: z.string().max(200_000),
    /** Whether the numbers are known to be written in Danish; else the cells must tell. */
    danish: z.boolean().default(false),
    /** The id of a table of the plan whose figures they replace. */
    into: z.string().optional(),
    /** Of a new table: its name, the unit of numbers without one, and where the plan prints it. */
    title: z.string().optional(),
    unit: z.string().optional(),
    section: z.string().optional(),
    lines: z.string().optional(),
  }),
  answer: z.object({
    columns: z.array(z.string()),
    rows: z.array(z.object({ label: z.string(), cells: z.array(z.string()) })),
    /** The cells that cannot be taken, counted from 1 as in the spreadsheet. */
    refused: z.array(z.object({ row: z.number(), column: z.number(), value: z.string(), why: text })),
    /** The text with the table in it, when every cell can be taken. */
    yaml: z.string().optional(),
    reading: planReading.optional(),
  }),
});

export const lookUpBaseline = endpoint({
  method: "POST",
  path: "/api/plans/:plan/goals/:goal/baseline",
  summary: { da: "Slå udgangspunktet for et mål op i tallene", en: "Look a goal's baseline up in the figures" },
  params: params.extend({ goal: z.string() }),
  body: z.strictObject({ yaml, part: z.string().optional(), register: z.string().optional() }),
  answer: z.object({ figure, simulated: z.boolean() }),
});

export const saveDraft = endpoint({
  method: "PUT",
  path: "/api/plans/:plan/draft",
  summary: { da: "Gem en plans kladde", en: "Save a plan's draft" },
  params,
  body: z.strictObject({ yaml, onTopOf }),
  answer: revised,
});

export const discardDraft = endpoint({
  method: "DELETE",
  path: "/api/plans/:plan/draft",
  summary: { da: "Læg en plans kladde bort", en: "Put a plan's draft away" },
  params,
  body: z.strictObject({ revision: onTopOf }),
  answer: z.object({ plan: z.string() }),
});

export const restoreVersion = endpoint({
  method: "POST",
  path: "/api/plans/:plan/versions/:number/restore",
  summary: { da: "Tag en tidligere udgave op som kladde", en: "Take a former version up as the draft" },
  params: params.extend({ number: z.coerce.number().int().min(1) }),
  body: z.strictObject({ onTopOf }),
  answer: revised,
});

export const adoptPlan = endpoint({
  method: "POST",
  path: "/api/plans/:plan/versions",
  summary: { da: "Vedtag kladden som planens næste udgave", en: "Adopt the draft as the plan's next version" },
  params,
  body: z.strictObject({ revision: onTopOf, note: z.string().trim().min(1).max(4000) }),
  answer: z.object({ number: z.number() }),
});

export const diffVersions = endpoint({
  method: "POST",
  path: "/api/plans/:plan/difference",
  summary: { da: "Hvad der er forskelligt i to tekster af en plan", en: "What differs in two texts of a plan" },
  params,
  body: z.strictObject({
    from: z.union([which, z.strictObject({ yaml })]),
    to: z.union([which, z.strictObject({ yaml })]),
  }),
  answer: z.object({
    differences: z.array(
      z.object({
        kind: z.enum(["added", "removed", "changed"]),
        /** What it is of, as `goals`, and its id. */
        list: z.string(),
        id: z.string().optional(),
        title: text,
        /** The values that changed, each in words; empty for what was added or removed. */
        values: z.array(
          z.object({
            what: text,
            before: text.optional(),
            after: text.optional(),
            /** After minus before, where both are figures of one unit. */
            moved: figure.optional(),
          }),
        ),
      }),
    ),
  }),
});

export const exportPlan = endpoint({
  method: "GET",
  path: "/api/plans/:plan/file",
  summary: { da: "En plans tekst som YAML-fil, til bogstavet", en: "A plan's text as a YAML file, to the letter" },
  params,
  query: z.strictObject({ version: which.optional() }),
  answer: file,
});

export const importPlan = endpoint({
  method: "POST",
  path: "/api/plans",
  summary: {
    da: "Tag en plans YAML-fil ind som kladde, til bogstavet: af planen med dens id, eller af en ny",
    en: "Take a plan's YAML file in as a draft, to the letter: of the plan with its id, or of a new one",
  },
  body: z.strictObject({ yaml }),
  answer: z.object({ plan: z.string(), revision: z.number() }),
});
