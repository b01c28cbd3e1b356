import writeExcelFile, { type Cell, type SheetData } from "write-excel-file/node";
import type { FigureTable } from "#core/exports/figure-table.ts";
import { aboutTable, type ReadableCell, readableColumns } from "#core/exports/readable.ts";
import type { Figure } from "#core/figures/figure.ts";
import { shift } from "#core/figures/round.ts";
import type { Unit } from "#core/figures/unit.ts";
import type { Language } from "#core/text/text.ts";

/**
 * A table as an Excel workbook: numbers are numbers, shown as the unit asks; where one is missing its reason stands in
 * its place. The second sheet says what the figures mean, where they come from, and what the reasons are.
 */
export async function writeExcel(table: FigureTable, language: Language = "da"): Promise<Uint8Array> {
  const columns = readableColumns(table, language);
  const figures: SheetData = [
    columns.map(({ label }) => headCell(label)),
    ...table.rows.map((row) => columns.map(({ of }) => cellOf(of(row)))),
  ];
  const about: SheetData = aboutTable(table, language).map(([term, says]) => [headCell(term), textCell(says, true)]);
  return writeExcelFile([
    {
      sheet: sheets.figures[language],
      data: figures,
      stickyRowsCount: 1,
      columns: columns.map(({ label }) => ({ width: Math.min(40, Math.max(12, label.length + 2)) })),
    },
    { sheet: sheets.about[language], data: about, columns: [{ width: 30 }, { width: 100 }] },
  ]).toBuffer();
}

function headCell(value: string): Cell {
  return { type: String, value, fontWeight: "bold", wrap: true, alignVertical: "top" };
}

function textCell(value: string, wrap = false): Cell {
  return value === "" ? null : { type: String, value, wrap, alignVertical: "top" };
}

function cellOf(cell: ReadableCell): Cell {
  if (typeof cell === "string") return textCell(cell);
  const { origin, unit } = cell;
  const lighter = origin?.preliminary === true && { textColor: "#6b6b6b", fontStyle: "italic" as const };
  return { type: Number, value: shown(cell), format: formats[unit], ...lighter };
}

/** Percentage points have no format of their own; shares are kept as they are, and shown in per cent. */
function shown({ value, unit }: Figure): number {
  return unit === "share-points" ? shift(value, 2) : value;
}

const [WHOLE, ONE_DECIMAL] = ["#,##0", "#,##0.0"];

/** How Excel shows a number of each unit; the marks are those of the reader's own Excel. */
const formats: Readonly<Record<Unit, string>> = {
  persons: WHOLE,
  "full-time-persons": ONE_DECIMAL,
  companies: WHOLE,
  DKK: WHOLE,
  share: "0.0%",
  "share-points": ONE_DECIMAL,
  hours: ONE_DECIMAL,
  days: ONE_DECIMAL,
  weeks: ONE_DECIMAL,
  months: ONE_DECIMAL,
  years: ONE_DECIMAL,
  count: WHOLE,
  rank: WHOLE,
};

const sheets = { figures: { da: "Tal", en: "Figures" }, about: { da: "Om tallene", en: "About the figures" } };
