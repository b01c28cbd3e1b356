import type { Misread } from "#core/register/cell.ts";

/** Why a row could not be parted in cells; `at` is the first cell that could not. */
export type RowFault = Misread & { readonly at: number };

/**
 * Rows of a delimited file as places in its bytes. The cells of row `r` are those from `firstCell[r]` until
 * `firstCell[r + 1]`, with the quotation marks around them.
 */
export type Batch = {
  bytes: Uint8Array;
  rows: number;
  /** The line each row begins on, and the places where its text begins and ends. */
  lines: Int32Array;
  rowStarts: Int32Array;
  rowEnds: Int32Array;
  firstCell: Int32Array;
  cellStarts: Int32Array;
  cellEnds: Int32Array;
  faults: Map<number, RowFault>;
  /** Whether the text ends within the last row, without a line break. */
  isOpen: boolean;
};

/** A row of more bytes is no row: the file lacks line breaks, or a quotation mark is never closed. */
export const LONGEST_ROW = 65_536;

export const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;
const QUOTE = 34;

/**
 * Parts a delimited text in rows and cells, blank lines left out. Cells may be quoted as in RFC 4180; a quotation mark
 * inside an unquoted cell is a letter like others. After a row that cannot be parted it goes on with the next line. The
 * batch is the same each time, filled anew.
 */
export async function* scanRows(pieces: AsyncIterable<Uint8Array>, separator: string): AsyncGenerator<Batch> {
  const mark = separator.charCodeAt(0);
  let batch = emptyBatch(0);
  let [rest, line, isSkipping] = [new Uint8Array(), 1, false];
  for await (const piece of pieces) {
    const start = isSkipping ? piece.indexOf(LINE_FEED) + 1 : 0;
    if (isSkipping && start === 0) continue;
    if (isSkipping) line++;
    batch = restart(batch, joined(rest, piece.subarray(start)));
    const left = scan(batch, mark, line, false);
    [rest, line, isSkipping] = [batch.bytes.slice(left.at), left.line, batch.bytes.length - left.at > LONGEST_ROW];
    if (isSkipping) {
      endRow(batch, line, left.at, left.at + LONGEST_ROW, tooLong);
      rest = new Uint8Array();
    }
    yield batch;
  }
  if (rest.length === 0) return;
  batch = restart(batch, joined(rest, Uint8Array.of(LINE_FEED)));
  scan(batch, mark, line, true);
  batch.isOpen = rest.at(-1) !== LINE_FEED;
  yield batch;
}

/** The value of a cell: without the quotation marks around it, doubled ones inside it single. */
export function unquoted(cell: string): string {
  return cell.startsWith('"') ? cell.trimEnd().slice(1, -1).replaceAll('""', '"') : cell;
}

/** Parts the bytes of a batch in rows; returns where the last whole row ends, and its line. */
function scan(batch: Batch, separator: number, firstLine: number, isLast: boolean): { at: number; line: number } {
  const { bytes } = batch;
  let [at, line] = [0, firstLine];
  while (at < bytes.length) {
    const row = partRow(batch, at, separator);
    const isWhole = row.end >= 0 && row.end - at <= LONGEST_ROW;
    if (!isWhole && row.isQuoted && (isLast || bytes.length - at > LONGEST_ROW || row.end >= 0)) {
      const lineEnd = bytes.indexOf(LINE_FEED, at);
      if (lineEnd < 0) break;
      endRow(batch, line++, at, lineEnd, { code: "unclosed-quote", parameters: {}, at: row.cells });
      at = lineEnd + 1;
      continue;
    }
    if (row.end < 0) break;
    const isBlank = row.cells === 1 && row.end - at <= 1 && bytes[at] <= RETURN;
    if (!isWhole) endRow(batch, line, at, at + LONGEST_ROW, tooLong);
    else if (row.isStray) endRow(batch, line, at, row.end, { code: "stray-quote", parameters: {}, at: row.cells });
    else if (!isBlank) endRow(batch, line, at, row.end, undefined, row.cells);
    line += row.isQuoted ? lineFeeds(bytes, at, row.end) + 1 : 1;
    at = row.end + 1;
  }
  return { at, line };
}

/** Notes the places of the cells of one row; its end is the line feed after it, -1 when there is none. */
function partRow(batch: Batch, start: number, separator: number) {
  const { bytes, cellStarts, cellEnds, firstCell, rows } = batch;
  const first = firstCell[rows];
  let [cell, cellStart, isQuoted] = [first, start, false];
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE && at === cellStart) {
      isQuoted = true;
      at = closingQuote(bytes, at);
      if (at < 0) return { end: -1, cells: cell - first, isQuoted, isStray: false };
      while (bytes[at + 1] === SPACE || bytes[at + 1] === RETURN) at++;
      const next = bytes[at + 1];
      if (next !== undefined && next !== separator && next !== LINE_FEED)
        return { end: bytes.indexOf(LINE_FEED, at), cells: cell - first, isQuoted, isStray: true };
    } else if (byte === separator || byte === LINE_FEED) {
      cellStarts[cell] = cellStart;
      cellEnds[cell++] = byte === LINE_FEED && bytes[at - 1] === RETURN && at > cellStart ? at - 1 : at;
      if (byte === LINE_FEED) return { end: at, cells: cell - first, isQuoted, isStray: false };
      cellStart = at + 1;
    }
  }
  return { end: -1, cells: cell - first, isQuoted, isStray: false };
}

/** The place of the mark that closes the quoted cell beginning at a place; -1 when it is not closed. */
function closingQuote(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(QUOTE, start + 1); at >= 0; at = bytes.indexOf(QUOTE, at + 2))
    if (bytes[at + 1] !== QUOTE) return at;
  return -1;
}

const tooLong: RowFault = { code: "row-too-long", parameters: { longest: LONGEST_ROW }, at: 0 };

function endRow(batch: Batch, line: number, start: number, end: number, fault?: RowFault, cells = 0) {
  const row = batch.rows++;
  batch.lines[row] = line;
  batch.rowStarts[row] = start;
  batch.rowEnds[row] = end > start && batch.bytes[end - 1] === RETURN ? end - 1 : end;
  batch.firstCell[row + 1] = batch.firstCell[row] + cells;
  if (fault !== undefined) batch.faults.set(row, fault);
}

function lineFeeds(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (bytes[at] === LINE_FEED) count++;
  return count;
}

function joined(rest: Uint8Array, piece: Uint8Array): Uint8Array {
  if (rest.length === 0) return piece;
  const bytes = new Uint8Array(rest.length + piece.length);
  bytes.set(rest);
  bytes.set(piece, rest.length);
  return bytes;
}

/** A batch without rows over new bytes, in the memory of the former one when that is large enough. */
function restart(batch: Batch, bytes: Uint8Array): Batch {
  const next = batch.cellStarts.length > bytes.length ? batch : emptyBatch(bytes.length);
  Object.assign(next, { bytes, rows: 0, isOpen: false, faults: new Map() });
  return next;
}

/** Room for the rows of so many bytes: at most one row and one cell a byte, and one row that is cut. */
function emptyBatch(size: number): Batch {
  const places = () => new Int32Array(size + 2);
  const [lines, rowStarts, rowEnds, firstCell] = [places(), places(), places(), places()];
  const [cellStarts, cellEnds] = [places(), places()];
  const bytes = new Uint8Array();
  return {
    bytes,
    rows: 0,
    lines,
    rowStarts,
    rowEnds,
    firstCell,
    cellStarts,
    cellEnds,
    faults: new Map(),
    isOpen: false,
  };
}
