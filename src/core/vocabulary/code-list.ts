import { z } from "zod";
import { broken } from "../faults/fault.ts";
import { type Break, code, id, seriesBreak, text } from "../format/scalars.ts";
import { didYouMean } from "../text/nearest.ts";
import type { Text } from "../text/text.ts";
import { type Validity, validityKeys, validityOf } from "./validity.ts";

/** Who else has a name or a number for the same thing. */
export const termSources = ["jobindsats", "jobindsatsTables", "statbank", "star", "law"] as const;
export type TermSource = (typeof termSources)[number];

/** A code that a register or a plan can use. */
export type Term = {
  readonly id: string;
  readonly label: Text;
  /** The id of the list's group it belongs to, where the list has groups. */
  readonly group?: string;
  readonly valid: Validity;
  /** The codes that took over when it ended. */
  readonly successors: readonly string[];
  readonly sources: Readonly<Partial<Record<TermSource, readonly string[]>>>;
  readonly breaks: readonly Break[];
  readonly note?: Text;
};

/** The codes of one kind. */
export type CodeList = {
  readonly id: string;
  readonly label: Text;
  /** The columns of the register (`benefits.benefit`) whose values these are. */
  readonly columns: readonly string[];
  readonly groups: Readonly<Record<string, Text>>;
  readonly terms: ReadonlyMap<string, Term>;
};

const term = z
  .strictObject({
    id: code,
    label: text,
    group: z.string().optional(),
    ...validityKeys,
    successors: z.array(code).default([]),
    sources: z.partialRecord(z.enum(termSources), z.array(z.string())).default({}),
    breaks: z.array(seriesBreak).default([]),
    note: text.optional(),
  })
  .transform(({ validFrom, validTo, ...rest }): Term => ({ ...rest, valid: validityOf({ validFrom, validTo }) }));

/** A data file of code lists: each with its id as the key. */
export const codeListFile = z.record(
  id,
  z.strictObject({
    label: text,
    columns: z.array(z.string().regex(/^\w+\.\w+$/, "tabel.kolonne / table.column")).default([]),
    groups: z.record(id, text).default({}),
    terms: z.array(term).min(1),
  }),
);
export type CodeListFile = z.output<typeof codeListFile>;

/** Joins the files of code lists into one look-up. */
export function joinLists(files: readonly CodeListFile[]): ReadonlyMap<string, CodeList> {
  return new Map(
    files.flatMap((file) =>
      Object.entries(file).map(([id, { terms, ...rest }]): [string, CodeList] => [
        id,
        { id, ...rest, terms: new Map(terms.map((one) => [one.id, one])) },
      ]),
    ),
  );
}

/** As `list.terms.get`. @throws BrokenInput unknown-code, with the nearest known code */
export function getTerm(list: CodeList, code: string): Term {
  const term = list.terms.get(code);
  if (term !== undefined) return term;
  throw broken("unknown-code", { value: code, list: list.label, hint: nearestTerm(list, code) });
}

/** What to write instead of a code that the list does not have. */
export function nearestTerm(list: CodeList, code: string): Text {
  const all = [...list.terms.keys()].join(", ");
  return didYouMean(code, list.terms.keys(), { da: `Vælg en af: ${all}.`, en: `Choose one of: ${all}.` });
}

/**
 * The term that a source has its own name or number for.
 *
 * @example findBySource(benefits, "jobindsats", "A-dagpenge")?.id // "dagpenge"
 */
export function findBySource(list: CodeList, source: TermSource, name: string): Term | undefined {
  return [...list.terms.values()].find((term) => term.sources[source]?.includes(name));
}
