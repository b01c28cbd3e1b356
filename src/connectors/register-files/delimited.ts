import type { Misread } from "#core/register/cell.ts";

/** One row of a delimited file: the line it begins on, its text and its cells; or why it cannot be parted in cells. */
export type ScannedRow = {
  readonly line: number;
  readonly text: string;
  readonly cells: readonly string[];
  readonly fault?: Misread & { readonly at: number };
};

/** A row of more characters is no row: the file lacks line breaks, or a quotation mark is never closed. */
export const LONGEST_ROW = 65_536;

/**
 * The rows of a delimited text, a piece at a time, blank lines left out. Cells may be quoted as in RFC 4180; a quotation
 * mark inside an unquoted cell is a letter like others. After a row that cannot be read it goes on with the next line.
 */
export async function* scanRows(pieces: AsyncIterable<string>, separator: string): AsyncGenerator<ScannedRow[]> {
  let [rest, line, skipping] = ["", 1, false];
  for await (const piece of pieces) {
    rest += piece;
    if (skipping) {
      const end = rest.indexOf("\n");
      rest = end < 0 ? "" : rest.slice(end + 1);
      if (end < 0) continue;
      [line, skipping] = [line + 1, false];
    }
    const taken = takeRows(rest, line, separator, false);
    [rest, line] = [rest.slice(taken.end), taken.line];
    if (rest.length > LONGEST_ROW) {
      taken.rows.push(tooLong(rest, line));
      [rest, skipping] = ["", true];
    }
    yield taken.rows;
  }
  if (rest !== "" && !skipping) yield takeRows(`${rest}\n`, line, separator, true).rows;
}

/** The column, counted from 1, at which a cell of a row begins. */
export function cellColumn(text: string, separator: string, cell: number): number {
  let start = 0;
  for (let i = 0; i < cell; i++) {
    const quoted = text[start] === '"' ? quotedCell(text, start) : undefined;
    const next = text.indexOf(separator, quoted?.end ?? start);
    if (next < 0) return start + 1;
    start = next + separator.length;
  }
  return start + 1;
}

/** Every whole row of a text, where the text after them begins and on which line. */
function takeRows(text: string, firstLine: number, separator: string, isLast: boolean) {
  const rows: ScannedRow[] = [];
  let [start, line] = [0, firstLine];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
    const lineText = text.slice(start, text[end - 1] === "\r" ? Math.max(start, end - 1) : end);
    if (!lineText.includes('"')) {
      if (lineText.length > LONGEST_ROW) rows.push(tooLong(lineText, line));
      else if (lineText !== "") rows.push({ line, text: lineText, cells: lineText.split(separator) });
      [start, line] = [end + 1, line + 1];
      continue;
    }
    const parted = partQuoted(text, start, separator);
    if (parted.end === undefined && !isLast && text.length - start <= LONGEST_ROW) break;
    if (parted.end === undefined || parted.end - start > LONGEST_ROW) {
      rows.push({
        line,
        text: lineText.slice(0, LONGEST_ROW),
        cells: [],
        fault: misquoted("unclosed-quote", parted.cells),
      });
      [start, line] = [end + 1, line + 1];
      continue;
    }
    const rowText = text.slice(start, parted.end);
    const fault = parted.stray ? { fault: misquoted("stray-quote", parted.cells) } : {};
    rows.push({ line, text: rowText.replace(/\r$/, ""), cells: parted.cells, ...fault });
    [start, line] = [parted.end + 1, line + rowText.split("\n").length];
  }
  return { rows, end: start, line };
}

/** The cells of a row that has quotation marks; its end is the line break after it, undefined when there is none. */
function partQuoted(text: string, start: number, separator: string): Parted {
  const cells: string[] = [];
  for (let at = start; ; ) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : undefined;
    const lineEnd = text.indexOf("\n", quoted?.end ?? at);
    if (lineEnd < 0 || (text[at] === '"' && quoted === undefined)) return { cells, stray: false };
    const remainder = text.slice(quoted?.end ?? at, lineEnd).replace(/\r$/, "");
    const width = remainder.indexOf(separator);
    const plain = width < 0 ? remainder : remainder.slice(0, width);
    if (quoted !== undefined && plain.trim() !== "") return { cells, end: lineEnd, stray: true };
    cells.push(quoted?.value ?? plain);
    if (width < 0) return { cells, end: lineEnd, stray: false };
    at = (quoted?.end ?? at) + width + separator.length;
  }
}

type Parted = { readonly cells: string[]; readonly end?: number; readonly stray: boolean };

/** The value of a quoted cell and the place after its closing mark; undefined when it is not closed. */
function quotedCell(text: string, start: number): { value: string; end: number } | undefined {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return { value: text.slice(start + 1, at).replaceAll('""', '"'), end: at + 1 };
  return undefined;
}

function tooLong(text: string, line: number): ScannedRow {
  const fault = { code: "row-too-long", parameters: { longest: LONGEST_ROW }, at: 0 } as const;
  return { line, text: text.slice(0, 200), cells: [], fault };
}

/** The fault stands in the cell after those that could be parted. */
function misquoted(code: "unclosed-quote" | "stray-quote", cells: readonly string[]): Misread & { at: number } {
  return { code, parameters: {}, at: cells.length };
}
