import type { Text } from "#core/text/text.ts";
import type { DataWords } from "../text/data/da.ts";
import type { FaultGroup } from "./answers.ts";

/** The faults as a table that opens in Excel: file, line, character, column, what stands there, what is wrong, what to do. */
export function faultCsv(groups: readonly FaultGroup[], words: DataWords["job"], say: (text: Text) => string): string {
  const head = [words.file, words.line, words.column, words.field, words.value, words.faultsTitle, words.mend];
  const rows = groups.flatMap(({ file, path, says, mend, places }) =>
    places.map(({ line, column, value }) => [file, line, column, path, value, say(says), say(mend)]),
  );
  // Excel reads the letters right when the file begins with this mark.
  return `\uFEFF${[head, ...rows].map(csvLine).join("\r\n")}\r\n`;
}

function csvLine(cells: readonly (string | number | undefined)[]): string {
  // A cell that begins as a formula does would be computed.
  return cells
    .map(
      (cell) =>
        `"${String(cell ?? "")
          .replace(/^(?=[=+\-@\t])/, "'")
          .replaceAll('"', '""')}"`,
    )
    .join(";");
}
