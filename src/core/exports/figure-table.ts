import type { Day } from "../calendar/day.ts";
import type { Period } from "../calendar/period.ts";
import { type Figure, isMissing, type Missing, type MissingReason } from "../figures/figure.ts";
import type { Unit } from "../figures/unit.ts";
import { type Text, verbatim } from "../text/text.ts";

/** A code and what it is called. */
export type Term = { readonly code: string; readonly words: Text };

/** A column of terms. */
export type Heading = {
  /** As a column of a file: lower-case ASCII and underscores. */
  readonly id: string;
  readonly label: Text;
  /** Whether the codes mean something; of sentences only the words are written. */
  readonly coded: boolean;
  /** Whether it says where. */
  readonly isArea?: true;
};

/** A column of figures. */
export type Measure = {
  readonly id: string;
  readonly label: Text;
  /** Undefined where every row has its own. */
  readonly unit: Unit | undefined;
  /** Whether its figures are taken from a source, which each then names and which may still revise it. */
  readonly isPublished: boolean;
};

/** Where figures come from. */
export type Source = { readonly source: string; readonly table?: string; readonly fetched?: Day };

/** What must be known of a table wherever it goes. */
export type Head = {
  readonly title: Text;
  readonly asOf: Day;
  /** The moment it was drawn, as `2026-11-22T08:30:00.000Z`. */
  readonly drawn: string;
  /** Invented people: marked in every file. */
  readonly simulated: boolean;
  readonly sources: readonly Source[];
  readonly definitions: readonly { readonly term: Text; readonly says: Text }[];
};

/** One row: its keys and, where the table is of periods, its period tell it from every other. */
export type FigureRow = {
  readonly keys: readonly Term[];
  readonly period?: Period;
  /** A figure a measure, or why there is none; undefined where the row cannot have one, as a highest without a lowest. */
  readonly figures: readonly (Figure | Missing | undefined)[];
  readonly attributes: readonly (Term | undefined)[];
};

/** What the rows of a kind of table hold. */
export type Shape = {
  readonly keys: readonly Heading[];
  /** Whether each row is of a period; where not, every figure has its own. */
  readonly isTimed: boolean;
  readonly measures: readonly Measure[];
  readonly attributes: readonly Heading[];
};

/** Figures as a plain table: the one form that every file and feed for other tools is written from. */
export type FigureTable = Shape & {
  /** What a file of it is called, without ending. */
  readonly name: string;
  readonly head: Head;
  readonly rows: readonly FigureRow[];
};

/** A code that is called what it is. */
export function plainTerm(code: string): Term {
  return { code, words: verbatim(code) };
}

/** Every reason for which a table lacks a figure. */
export function reasonsIn({ rows }: Pick<FigureTable, "rows">): MissingReason[] {
  const reasons = rows.flatMap(({ figures }) => figures.flatMap((one) => (isMissing(one) ? [one.missing] : [])));
  return [...new Set(reasons)];
}

/** The sources of the figures of rows, each once. */
export function sourcesIn(rows: readonly FigureRow[]): Source[] {
  const all = rows.flatMap(({ figures }) =>
    figures.flatMap((one): Source[] => {
      if (one === undefined || isMissing(one) || one.origin === undefined) return [];
      const { source, table, fetched } = one.origin;
      return [{ source, table, fetched }];
    }),
  );
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}
