import { addDays, formatDay } from "../calendar/day.ts";
import { type Figure, isMissing, type Missing } from "../figures/figure.ts";
import type { Text } from "../text/text.ts";
import type { FigureRow, Head, Heading, Measure, Shape } from "./figure-table.ts";

/** What stands in a cell for a machine; undefined is empty. */
export type Value = string | number | boolean | undefined;
export type ColumnType = "text" | "number" | "day" | "flag";

/** A column for a machine: a name without spaces, one type, and never two things in one cell. */
export type Column = {
  readonly id: string;
  readonly label: Text;
  readonly type: ColumnType;
  readonly of: (row: FigureRow, head: Head) => Value;
};

/**
 * The typed columns of a kind of table: code and both names of each key, the period with its first and last day, each
 * figure with unit, reason and origin, and what holds of the whole table. Shares are 0-1.
 */
export function columnsOf(shape: Shape): Column[] {
  const { keys, isTimed, measures, attributes } = shape;
  return [
    ...keys.flatMap((heading, k) => termColumns(heading, (row) => row.keys[k])),
    ...(isTimed ? periodColumns() : []),
    ...measures.flatMap((measure, k) => figureColumns(shape, measure, (row) => row.figures[k])),
    ...attributes.flatMap((heading, k) => termColumns(heading, (row) => row.attributes[k])),
    column("as_of", names.asOf, "day", (_, { asOf }) => formatDay(asOf)),
    column("simulated", names.simulated, "flag", (_, { simulated }) => simulated),
  ];
}

function column(id: string, label: Text, type: ColumnType, of: Column["of"]): Column {
  return { id, label, type, of };
}

function termColumns({ id, label, coded }: Heading, of: (row: FigureRow) => FigureRow["attributes"][number]): Column[] {
  const code = column(id, label, "text", (row) => of(row)?.code);
  const named = { da: `${label.da} (dansk)`, en: `${label.en} (Danish)` };
  const english = { da: `${label.da} (engelsk)`, en: `${label.en} (English)` };
  return [
    ...(coded ? [code] : []),
    column(`${id}_da`, named, "text", (row) => of(row)?.words.da),
    column(`${id}_en`, english, "text", (row) => of(row)?.words.en),
  ];
}

function periodColumns(): Column[] {
  return [
    column("period", names.period, "text", ({ period }) => period?.id),
    column("from", names.from, "day", ({ period }) => period && formatDay(period.from)),
    column("to", names.to, "day", ({ period }) => period && formatDay(addDays(period.to, -1))),
  ];
}

function figureColumns(
  { measures, isTimed }: Shape,
  { id, label, unit, isPublished }: Measure,
  of: (row: FigureRow) => Figure | Missing | undefined,
): Column[] {
  const prefix = measures.length === 1 ? "" : `${id}_`;
  const figure = (row: FigureRow) => {
    const one = of(row);
    return one === undefined || isMissing(one) ? undefined : one;
  };
  const missing = (row: FigureRow) => {
    const one = of(row);
    return isMissing(one) ? one.missing : undefined;
  };
  const part = (name: keyof typeof names, type: ColumnType, read: Column["of"]) => {
    const words = names[name];
    const named = prefix === "" ? words : { da: `${label.da}: ${words.da}`, en: `${label.en}: ${words.en}` };
    return column(`${prefix}${name}`, named, type, read);
  };
  return [
    column(id, label, "number", (row) => figure(row)?.value),
    part("unit", "text", (row) => of(row)?.unit ?? unit),
    part("missing", "text", missing),
    ...(isTimed ? [] : [part("period", "text", (row) => of(row)?.period?.id)]),
    ...(isPublished
      ? [
          part("preliminary", "flag", (row) => figure(row) && (figure(row)?.origin?.preliminary ?? false)),
          part("source", "text", (row) => figure(row)?.origin?.source),
          part("table", "text", (row) => figure(row)?.origin?.table),
          part("fetched", "day", (row) => {
            const fetched = figure(row)?.origin?.fetched;
            return fetched === undefined ? undefined : formatDay(fetched);
          }),
        ]
      : []),
  ];
}

/** What the columns are called that every table has. */
export const names = {
  period: { da: "Periode", en: "Period" },
  from: { da: "Første dag", en: "First day" },
  to: { da: "Sidste dag", en: "Last day" },
  unit: { da: "Enhed", en: "Unit" },
  missing: { da: "Hvorfor tallet mangler", en: "Why there is no figure" },
  preliminary: { da: "Foreløbigt", en: "Preliminary" },
  source: { da: "Kilde", en: "Source" },
  table: { da: "Kildens tabel", en: "The source's table" },
  fetched: { da: "Hentet", en: "Fetched" },
  asOf: { da: "Opgjort pr.", en: "As of" },
  simulated: { da: "Simulerede data", en: "Simulated data" },
} as const satisfies Readonly<Record<string, Text>>;
