import type { Fault } from "../faults/fault.ts";
import { findPrinted } from "../figures/printed.ts";
import { findNumber, notANumber } from "../figures/read-number.ts";
import type { Unit } from "../figures/unit.ts";
import { fill } from "../text/text.ts";

/** A table copied from a spreadsheet: headings in the first row, labels in the first column. */
export type PastedTable = {
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  readonly rows: readonly { readonly id: string; readonly label: string; readonly cells: readonly PastedCell[] }[];
  /** Every cell that cannot be read, by its row and column counted from 1. */
  readonly faults: readonly Fault[];
};

/** A cell as it was pasted, and the figure it was read as; without one where nothing stands. */
export type PastedCell = { readonly text: string; readonly value?: number; readonly unit?: Unit };

export type Pasting = {
  /** The unit of a number that names none. */
  readonly unit: Unit;
  /** The user has said that the numbers are Danish: then none of them is ambiguous. */
  readonly danish: boolean;
};

/**
 * Reads rows pasted from a spreadsheet, separated by tabs, with Danish numbers. `1.234` and `1,234` mean different numbers
 * in Danish and English: unless another cell can only be Danish, or the user says so, they are refused with their place.
 *
 * @example readPasted("Ydelse\t2018\nKontanthjælp\t3.412,5", { unit: "persons", danish: false }).rows[0].cells[0].value // 3412.5
 */
export function readPasted(text: string, { unit, danish }: Pasting): PastedTable {
  const [head = [], ...body] = splitPasted(text);
  const cells = body.flatMap((row) => row.slice(1));
  const settled = danish || cells.some((cell) => readings(cell).da !== undefined && readings(cell).en === undefined);
  const faults: Fault[] = [];
  const read = (cell: string, row: number, column: number): PastedCell => {
    if (/^[.–—-]?$/.test(cell)) return { text: cell };
    const figure = findPrinted(cell, "da", unit);
    const fault = figure === undefined ? notANumber(cell, "da") : settled ? undefined : ambiguity(cell);
    if (fault !== undefined) faults.push({ ...fault, place: { line: row + 2, column: column + 2 } });
    return figure === undefined ? { text: cell } : { text: cell, value: figure.value, unit: figure.unit };
  };
  const width = Math.max(0, ...[head, ...body].map((row) => row.length)) - 1;
  const ids = { column: slugs(), row: slugs() };
  const columns = Array.from({ length: Math.max(0, width) }, (_, at) => head[at + 1] ?? "");
  return {
    columns: columns.map((label, at) => ({ id: ids.column(label, `k${at + 1}`), label })),
    rows: body.map(([label = "", ...rest], row) => ({
      id: ids.row(label, `r${row + 1}`),
      label,
      cells: columns.map((_, at) => read(rest[at] ?? "", row, at)),
    })),
    faults,
  };
}

/** The number a cell would be in each dialect, where it is one. */
function readings(cell: string) {
  const number = /^[+\-−]?[\d.,]+/.exec(cell)?.[0] ?? "";
  return { da: findNumber(number, "da")?.value, en: findNumber(number, "en")?.value };
}

function ambiguity(cell: string): Fault | undefined {
  const { da, en } = readings(cell);
  if (da === undefined || en === undefined || da === en) return undefined;
  const why = fill(
    { da: "det kan være {da} på dansk og {en} på engelsk", en: "it can be {da} in Danish and {en} in English" },
    { da: String(da), en: String(en) },
  );
  return { ...notANumber(cell, "da"), parameters: { value: cell, why, example: "1.234,5" } };
}

/** Rows and cells as spreadsheets copy them: a cell with a tab, a line break or quotes in it stands in quotes. */
function splitPasted(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare = "", end] of text.trimEnd().matchAll(/(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|$)/g)) {
    const cell = (quoted?.replaceAll('""', '"') ?? bare).replaceAll(/\s+/g, " ").trim();
    rows[rows.length - 1].push(cell);
    if (end === "") break;
    if (end !== "\t") rows.push([]);
  }
  return rows.filter((row) => row.some((cell) => cell !== ""));
}

/** Makes ids of labels, none of which is taken or made before. */
export function slugs(taken: readonly string[] = []): (label: string, otherwise: string) => string {
  const known = new Set(taken);
  return (label, otherwise) => {
    const plain = label.toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "oe").replaceAll("å", "aa");
    const slug = plain.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "") || otherwise;
    const id = known.has(slug) ? `${slug}-${known.size + 1}` : slug;
    known.add(id);
    return id;
  };
}
