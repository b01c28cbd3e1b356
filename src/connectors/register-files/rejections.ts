import { type Fault, faultMessage } from "#core/faults/fault.ts";
import type { Misread } from "#core/register/cell.ts";
import { hideCpr } from "#core/register/cpr.ts";
import type { PlacedColumn } from "#core/register/header.ts";
import type { TableName } from "#core/register/schema.ts";
import type { Text } from "#core/text/text.ts";
import type { TableFile } from "./source.ts";

/** A row that was not loaded, as it may be shown: without CPR numbers. */
export type RejectedRow = {
  readonly table: TableName;
  readonly file: string;
  readonly line: number;
  readonly reasons: readonly Text[];
  /** Its cells; none when it is not known which of them holds a CPR number. */
  readonly cells: readonly string[];
};

/** What is wrong with one cell of a row; without a name, with the row itself. */
export type Flaw = Misread & { readonly at: number; readonly name?: string };

/** The faults of one file. */
export type Rejections = {
  /** The first ones. */
  readonly faults: Fault[];
  /** How many there are, kept or not. */
  readonly count: () => number;
  /** How many rows have one. */
  readonly rows: () => number;
  readonly reject: (row: Row, flaws: readonly Flaw[]) => void;
};

/** A row as texts. */
export type Row = { readonly line: number; readonly text: string; readonly cells: readonly string[] };

/** Faults of a file that are kept; the rest are counted, and every rejected row is handed on. */
const MOST_FAULTS = 1000;
const LONGEST_WORD = 60;

/** Collects the faults of a file. */
export function rejectionsOf(
  { table, name: file }: TableFile,
  columns: readonly PlacedColumn[],
  separator: string,
  onRejected: (row: RejectedRow) => void,
): Rejections {
  const secret = new Set(columns.filter(({ cpr }) => cpr === true).map(({ at }) => at));
  const faults: Fault[] = [];
  let [count, rows] = [0, 0];
  const faultOf = (row: Row, flaw: Flaw): Fault => {
    const column = columnOf(row.text, separator, flaw.at);
    const path = flaw.name === undefined ? {} : { path: flaw.name };
    const parameters = shown(flaw.parameters, secret.has(flaw.at));
    return { code: flaw.code, place: { file, line: row.line, column, ...path }, parameters };
  };
  return {
    faults,
    count: () => count,
    rows: () => rows,
    reject: (row, flaws) => {
      const found = flaws.map((flaw) => faultOf(row, flaw));
      faults.push(...found.slice(0, Math.max(0, MOST_FAULTS - faults.length)));
      count += found.length;
      rows++;
      const isMisshapen = secret.size > 0 && flaws.some(({ name }) => name === undefined);
      const cells = isMisshapen ? [] : row.cells.map((cell, at) => (secret.has(at) ? "[CPR]" : hideCpr(cell)));
      onRejected({ table, file, line: row.line, reasons: found.map(faultMessage), cells });
    },
  };
}

/** The column, counted from 1, at which a cell of a row begins. */
export function columnOf(text: string, separator: string, cell: number): number {
  let [start, isQuoted] = [0, false];
  for (let at = 0, passed = 0; at < text.length && passed < cell; at++) {
    if (text[at] === '"') isQuoted = !isQuoted;
    if (text[at] !== separator || isQuoted) continue;
    start = at + 1;
    passed++;
  }
  return start + 1;
}

/** The words of a fault, without CPR numbers and of a length that can be printed. */
export function shown(parameters: Fault["parameters"], isSecret = false): Fault["parameters"] {
  return Object.fromEntries(
    Object.entries(parameters).map(([key, word]) => {
      if (typeof word !== "string") return [key, word];
      return [key, isSecret && (key === "value" || key === "other") ? "[CPR]" : shorten(hideCpr(word))];
    }),
  );
}

function shorten(word: string): string {
  return word.length > LONGEST_WORD ? `${word.slice(0, LONGEST_WORD)}…` : word;
}
