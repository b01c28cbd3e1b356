import { BrokenInput, broken, type Fault } from "#core/faults/fault.ts";
import type { Missing } from "#core/figures/figure.ts";
import { type Dialect, findNumber } from "#core/figures/read-number.ts";
import type { Unit } from "#core/figures/unit.ts";
import type { ObservationStatus } from "#core/indicators/series.ts";
import { didYouMean } from "#core/text/nearest.ts";
import type { Layout } from "../tables/layout.ts";
import type { Reading } from "../tables/observations.ts";
import { columnAt, type Sheet, valuesIn } from "../tables/sheet.ts";

/** What a user has to say of a file where the file itself leaves it open. */
export type Choices = {
  readonly unit: Unit;
  /** The id of the area, where the table does not name one. */
  readonly area?: string;
  readonly column?: string;
  /** Columns known to hold other figures. */
  readonly beside?: readonly string[];
  readonly rows?: Readonly<Record<string, string>>;
  readonly numbers?: Dialect;
  /** Whether shares are written 11.4 or 0.114. */
  readonly shares?: "percent" | "fraction";
  readonly status?: ObservationStatus;
};

const withheld = {
  missing: "withheld",
  note: {
    da: "Tom i Jobindsats betyder 0-2 eller ikke beregnet, aldrig nul.",
    en: "Empty in Jobindsats means 0-2 or not computed, never zero.",
  },
} as const satisfies Missing;
const notThere = { missing: "no-data" } as const satisfies Missing;

/** What stands in each form where there is no figure. */
const marks: Readonly<Record<Layout["form"], Readonly<Record<string, Missing>>>> = {
  statbank: { "..": notThere, "": notThere },
  jobindsats: { "": withheld },
  spreadsheet: { "": notThere, "-": notThere, "–": notThere, "..": notThere },
};

/**
 * How a file is read, from what its columns are for and what the user chose.
 *
 * @throws BrokenInput no-area, choose-column, several-values, choose-shares
 */
export function chooseReading(sheet: Sheet, layout: Layout, choices: Choices): Reading {
  const { form, period } = layout;
  const { unit, rows = {}, numbers, status = "actual" } = choices;
  // A column of figures breaks nothing down, however few of its cells are numbers.
  const ofFigures = [...(choices.column === undefined ? [] : [choices.column]), ...(choices.beside ?? [])];
  const dimensions = layout.dimensions.filter((column) => !ofFigures.includes(column));
  refuseSeveralValues(sheet, dimensions, rows);
  const value = chooseColumn(sheet, layout, choices.column);
  const missing = marks[form];
  const percent = isShare(unit) && (form !== "spreadsheet" || inPercent(sheet, value, choices));
  const base = { period, value, rows, unit, percent, missing, status, ...(numbers && { numbers }) };
  if (layout.area !== undefined) return { ...base, area: { column: layout.area } };
  if (choices.area !== undefined) return { ...base, area: { id: choices.area } };
  throw broken("no-area", {}, { file: sheet.file });
}

function chooseColumn(sheet: Sheet, { measures }: Layout, column: string | undefined): string {
  if (column !== undefined) return sheet.columns[columnAt(sheet, column)];
  if (measures.length === 1) return measures[0];
  throw broken("choose-column", { columns: measures.join(" · ") }, { file: sheet.file });
}

/** A column nobody chose among must be the same in every row, else figures of different things would be mixed. */
function refuseSeveralValues(sheet: Sheet, dimensions: readonly string[], rows: Readonly<Record<string, string>>) {
  const faults = [...new Set([...dimensions, ...Object.keys(rows)])].flatMap((column): Fault[] => {
    const values = valuesIn(sheet, column);
    const chosen = rows[column];
    const place = { file: sheet.file, path: column };
    if (chosen === undefined)
      return values.length < 2
        ? []
        : [{ code: "several-values", place, parameters: { column, values: values.slice(0, 12).join(" · ") } }];
    if (values.includes(chosen)) return [];
    const all = values.slice(0, 12).join(" · ");
    const hint = didYouMean(chosen, values, { da: `Der står: ${all}.`, en: `It holds: ${all}.` });
    return [{ code: "no-rows", place, parameters: { choice: `${column} = ${chosen}`, hint } }];
  });
  if (faults.length > 0) throw new BrokenInput(faults);
}

function isShare(unit: Unit): boolean {
  return unit === "share" || unit === "share-points";
}

/** Per cent, when a cell has the sign or is above one: a share cannot be. */
function inPercent(sheet: Sheet, column: string, { shares, numbers }: Choices): boolean {
  if (shares !== undefined) return shares === "percent";
  const cells = valuesIn(sheet, column);
  const above = (cell: string) => Math.abs(findNumber(cell, numbers ?? "da")?.value ?? 0) > 1;
  if (cells.some((cell) => /%|pct/.test(cell) || above(cell))) return true;
  throw broken("choose-shares", { column, value: cells.find((cell) => /\d/.test(cell)) ?? "" }, { file: sheet.file });
}
