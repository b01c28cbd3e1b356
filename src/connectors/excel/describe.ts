import { type Areas, findArea } from "#core/vocabulary/area.ts";
import { holdsFigures, type Layout } from "../tables/layout.ts";
import { findWrittenPeriod } from "../tables/period.ts";
import { type Sheet, valuesIn } from "../tables/sheet.ts";

/**
 * The layout of a table of one's own: the column whose every cell is a period, the one whose every cell is an area, and
 * the columns of figures. Counts can look like years and like municipality codes; then the column's name tells.
 * Undefined where no column holds periods.
 */
export function describeSpreadsheet(sheet: Sheet, areas: Areas): Layout | undefined {
  const { columns } = sheet;
  const every = (column: string, holds: (cell: string) => boolean) => valuesIn(sheet, column).every(holds);
  const periods = columns.filter((column) => every(column, (cell) => findWrittenPeriod(cell) !== undefined));
  const period =
    periods.find((column) => /period|måned|kvartal|år|tid|dato|uge|month|year/i.test(column)) ?? periods[0];
  if (period === undefined) return undefined;
  const others = columns.filter((column) => column !== period);
  const area = others.find(
    (column) =>
      every(column, (cell) => findArea(areas, cell) !== undefined) &&
      (/kommune|område|area|municipality/i.test(column) || every(column, (cell) => /[a-zæøå]/i.test(cell))),
  );
  const measures = others.filter((column) => column !== area && holdsFigures(sheet, column));
  const dimensions = others.filter((column) => column !== area && !measures.includes(column));
  return { form: "spreadsheet", area, period, measures, dimensions };
}
