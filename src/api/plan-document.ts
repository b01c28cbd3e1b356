import { z } from "zod";
import { problemFault } from "./problem.ts";
import { figure, text } from "./scalars.ts";

const source = z.object({ section: z.string(), lines: z.string() });

/** Something of the plan's text: its id, what it says in our words, and where the plan prints it. */
const said = z.object({ id: z.string(), title: text, source: source.optional() });

/** A part of a goal as the document reads. */
const part = z.object({
  id: z.string(),
  label: text,
  /** The name of what it is measured by. */
  indicator: text.optional(),
  where: z.record(z.string(), z.string()).optional(),
  noIndicator: text.optional(),
  /** The target as the plan has it, in a sentence. */
  target: text.optional(),
  baseline: z
    .object({
      origin: z.enum(["stated", "expected", "computed", "missing"]),
      period: z.string().optional(),
      printed: z.string().optional(),
      note: text.optional(),
    })
    .optional(),
});

const goal = said.extend({
  track: z.string(),
  targetGroup: z.string().optional(),
  force: z.enum(["promise", "expectation", "intention"]),
  level: z.enum(["own", "national", "none-set"]),
  noneSet: text.optional(),
  responsible: z.string().optional(),
  /** Ids of efforts. */
  efforts: z.array(z.string()),
  parts: z.array(part),
  questions: z.array(z.object({ id: z.string(), asks: text, blocks: z.boolean() })),
  /** Everything written of it, path by path, to the letter: `target.value` is `3.400 fuldtidspersoner`. */
  written: z.record(z.string(), z.string()),
  /** The line of the YAML text it begins on. */
  line: z.number(),
});

const table = said.extend({
  note: text.optional(),
  columns: z.array(z.object({ id: z.string(), label: text, total: z.boolean() })),
  /** A cell as printed; null where the plan prints a dash. */
  rows: z.array(z.object({ id: z.string(), label: text, total: z.boolean(), cells: z.array(z.string().nullable()) })),
  line: z.number(),
});

/** A plan as it reads: what the printed one says, in its order, with section and lines. */
export const planDocument = z.object({
  id: z.string(),
  title: text,
  version: z.string(),
  status: z.enum(["draft", "adopted", "template"]),
  organisation: z.string(),
  period: z.string(),
  /** The document it was read from. */
  from: z.object({ title: z.string(), file: z.string() }).optional(),
  tracks: z.array(said),
  targetGroups: z.array(said),
  goals: z.array(goal),
  efforts: z.array(said.extend({ track: z.string().optional() })),
  principles: z.array(said.extend({ track: z.string().optional() })),
  expectations: z.array(
    said.extend({ by: z.string(), values: z.array(z.object({ period: z.string(), printed: z.string() })) }),
  ),
  tables: z.array(table),
  statements: z.array(
    said.extend({ printed: z.string(), change: z.enum(["rise", "fall"]).optional(), period: z.string().optional() }),
  ),
});

/** What the arithmetic check found. */
export const planCheck = z.object({
  ran: z.number(),
  agreed: z.number(),
  /** How many printed figures no check touches. */
  unchecked: z.number(),
  findings: z.array(
    z.object({
      id: z.string(),
      weight: z.enum(["high", "medium", "low"]),
      kind: z.string(),
      says: text,
      printed: figure.optional(),
      computed: figure.optional(),
      tolerance: figure.optional(),
      source: source.optional(),
      /** Where in the document it is about: `goals.<id>`, `tables.<id>.<row>.<column>`, `statements.<id>`. */
      places: z.array(z.string()),
      accepted: z.object({ reason: z.string(), by: z.string(), on: z.string() }).optional(),
    }),
  ),
});

/** A text read as a plan: the document and its check, or what keeps it from being a plan, with line and column. */
export const planReading = z.object({
  faults: z.array(problemFault),
  document: planDocument.optional(),
  check: planCheck.optional(),
});
