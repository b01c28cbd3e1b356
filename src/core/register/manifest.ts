import { z } from "zod";
import { day } from "../format/scalars.ts";
import { span } from "./data-package.ts";

const text = z.object({ da: z.string(), en: z.string() });
const storedFile = z.object({ bytes: z.number(), sha256: z.string() });

/** What became of one file of a delivery. */
const source = z.object({
  table: z.string(),
  file: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  written: z.object({
    container: z.string(),
    encoding: z.string(),
    separator: z.string(),
    decimal: z.string().optional(),
    dates: z.string().optional(),
  }),
  rowsIn: z.number(),
  rejected: z.number(),
  duplicates: z.number(),
  joined: z.number(),
  loaded: z.number(),
  unread: z.array(z.string()),
});

/**
 * `manifest.json`, the truth about a snapshot: what it holds, byte for byte, and where that came from. A folder without
 * one is no snapshot.
 */
export const manifest = z.object({
  format: z.literal(1),
  /** The hash of the content: rows sorted and typed, days, name, and the id of the key of its pseudonyms. */
  id: z.string(),
  name: z.string(),
  extracted: day,
  covers: z.record(z.string(), span),
  simulated: z.boolean(),
  key: z.string().optional(),
  tables: z.record(z.string(), storedFile.extend({ rows: z.number() })),
  words: z.record(z.string(), storedFile.extend({ count: z.number() })),
  source: z.object({
    folder: z.string(),
    mapping: z.string().optional(),
    files: z.array(source),
    others: z.array(z.string()),
  }),
  assumptions: z.array(text),
  notes: z.array(text).default([]),
  /** What the import guard found, and a human let pass. */
  accepted: z.array(text),
  /** The snapshot it was compared with, or was made from. */
  previous: z.string().optional(),
  imported: z.string(),
  keepUntil: day,
  program: z.string(),
});
export type Manifest = z.output<typeof manifest>;
/** A manifest as it stands in its file. */
export type WrittenManifest = z.input<typeof manifest>;

/** `withdrawn.json`: the snapshot is no longer to be used; erased when its rows are gone. */
export const withdrawal = z.object({
  at: z.string(),
  by: z.string(),
  reason: z.string(),
  erased: z.boolean(),
  replacedBy: z.string().optional(),
});
export type Withdrawal = z.output<typeof withdrawal>;
