import { type Areas, findArea } from "#core/vocabulary/area.ts";
import { holdsFigures, type Layout } from "../tables/layout.ts";
import { findWrittenPeriod } from "../tables/period.ts";
import { type Sheet, valuesIn } from "../tables/sheet.ts";

/**
 * The layout of a table of one's own: the column of periods, the one of areas, and those of figures. More than half of
 * a column decides, so that a misspelt cell is named as such later. Counts can look like years and like municipality
 * codes; then the column's name tells. Undefined where no column holds periods.
 */
export function describeSpreadsheet(sheet: Sheet, areas: Areas): Layout | undefined {
  const { columns } = sheet;
  const share = (column: string, holds: (cell: string) => boolean) => {
    const values = valuesIn(sheet, column);
    return values.filter(holds).length / values.length;
  };
  const periods = columns.filter((column) => share(column, (cell) => findWrittenPeriod(cell) !== undefined) > 0.5);
  const period = periods.find((column) => periodName.test(column)) ?? periods[0];
  if (period === undefined) return undefined;
  const others = columns.filter((column) => column !== period);
  const area = others.find(
    (column) =>
      share(column, (cell) => findArea(areas, cell) !== undefined) > 0.5 &&
      (areaName.test(column) || share(column, (cell) => /[a-zæøå]/i.test(cell)) === 1),
  );
  const measures = others.filter((column) => column !== area && holdsFigures(sheet, column));
  const dimensions = others.filter((column) => column !== area && !measures.includes(column));
  return { form: "spreadsheet", area, period, measures, dimensions };
}

const periodName = /period|måned|kvartal|år|tid|dato|uge|month|year/i;
const areaName = /kommune|område|area|municipality/i;
