import { holdsFigures, type Layout } from "../tables/layout.ts";
import type { Sheet } from "../tables/sheet.ts";

/** The layout of a table from Jobindsats: `Area` or `Område`, `Periode`, what it is broken down by, and the measures. */
export function describeJobindsats(sheet: Sheet): Layout | undefined {
  const { columns } = sheet;
  const area = columns.find((column) => column === "Area" || column === "Område");
  const period = columns.find((column) => column === "Periode");
  if (area === undefined || period === undefined) return undefined;
  const others = columns.filter((column) => column !== area && column !== period);
  const measures = others.filter((column) => holdsFigures(sheet, column));
  const dimensions = others.filter((column) => !measures.includes(column));
  return { form: "jobindsats", area, period, measures, dimensions };
}
