import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Text } from "#core/text/text.ts";

/** A row that was not loaded, without CPR numbers. */
export type RejectedRow = {
  readonly table: string;
  readonly file: string;
  readonly line: number;
  readonly reasons: readonly Text[];
  readonly cells: readonly string[];
};

/** A file that rejected rows are written to, for whoever is to correct them. */
export type RejectedFile = {
  readonly add: (row: RejectedRow) => void;
  /** Its path; undefined when no row was rejected, and no file made. */
  readonly close: () => string | undefined;
};

/** Lines gathered before they are written. */
const GATHERED = 1000;

/** Opens a file of rejected rows when the first one comes; it can be opened in a spreadsheet. */
export function rejectedFile(folder: string, name: string): RejectedFile {
  const path = join(folder, `${name}.csv`);
  let lines = ["\ufefftabel;fil;linje;grund;række\n"];
  let file: number | undefined;
  const flush = () => {
    mkdirSync(folder, { recursive: true });
    file ??= openSync(path, "w");
    writeSync(file, lines.join(""));
    lines = [];
  };
  return {
    add: ({ table, file: from, line, reasons, cells }) => {
      const why = reasons.map(({ da }) => da).join(" ");
      lines.push(`${[table, from, String(line), why, ...cells].map(harmless).join(";")}\n`);
      if (lines.length > GATHERED) flush();
    },
    close: () => {
      if (file === undefined && lines.length === 1) return undefined;
      flush();
      if (file !== undefined) closeSync(file);
      return path;
    },
  };
}

/** A cell that no spreadsheet takes for a formula. */
function harmless(cell: string): string {
  const plain = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return `"${plain.replaceAll('"', '""')}"`;
}
