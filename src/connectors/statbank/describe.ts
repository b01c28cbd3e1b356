import type { Layout } from "../tables/layout.ts";
import type { Sheet } from "../tables/sheet.ts";

/** What Statistikbanken's tables call the column of the area. */
const areaNames = ["OMRÅDE", "BOPOMR", "BOPKOM", "BOPKOMMUNEKODE", "KOMK", "ARBSTED"];

/** The layout of a table from Statistikbanken: its last two columns are always `TID` and `INDHOLD`. */
export function describeStatbank({ columns }: Sheet): Layout | undefined {
  const named = (name: string) => columns.find((column) => column.toUpperCase() === name);
  const [period, value] = [named("TID"), named("INDHOLD")];
  if (period === undefined || value === undefined) return undefined;
  const area = areaNames.map(named).find((column) => column !== undefined);
  const dimensions = columns.filter((column) => column !== period && column !== value && column !== area);
  return { form: "statbank", area, period, measures: [value], dimensions };
}
