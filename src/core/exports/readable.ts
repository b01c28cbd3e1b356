import { formatDay } from "../calendar/day.ts";
import { type Figure, isMissing, type Missing, missingWords } from "../figures/figure.ts";
import { unitWords } from "../figures/unit.ts";
import { periodText } from "../plans/evaluation/say.ts";
import { fill, type Language, say, type Text, verbatim } from "../text/text.ts";
import { names } from "./columns.ts";
import { type FigureRow, type FigureTable, type Measure, reasonsIn } from "./figure-table.ts";

/** What stands in a cell for a person: words, or a figure still to be written; a missing one is its reason in words. */
export type ReadableCell = string | Figure;

/** A column for a person, headed in their language. */
export type ReadableColumn = { readonly label: string; readonly of: (row: FigureRow) => ReadableCell };

/** A table as a person reads it: names instead of codes, and the reason where a figure would have stood. */
export function readableColumns(table: FigureTable, language: Language): ReadableColumn[] {
  const { keys, isTimed, measures, attributes, head } = table;
  const words = (label: Text, of: (row: FigureRow) => Text | undefined): ReadableColumn => {
    return { label: say(label, language), of: (row) => say(of(row) ?? nothing, language) };
  };
  return [
    ...keys.map(({ label }, k) => words(label, (row) => row.keys[k].words)),
    ...(isTimed ? [words(names.period, ({ period }) => period && periodText(period))] : []),
    ...measures.flatMap((measure, k) => figureColumns(table, measure, language, (row) => row.figures[k])),
    ...attributes.map(({ label }, k) => words(label, (row) => row.attributes[k]?.words)),
    ...(head.simulated ? [words(names.simulated, () => yes)] : []),
  ];
}

function figureColumns(
  { isTimed, measures }: FigureTable,
  { label, unit, isPublished }: Measure,
  language: Language,
  of: (row: FigureRow) => Figure | Missing | undefined,
): ReadableColumn[] {
  const own = unit === undefined ? label : fill(headed, { label, unit: unitWords[unit].name });
  const beside = (name: Text, read: (figure: Figure | Missing) => Text | undefined): ReadableColumn => {
    const text = measures.length === 1 ? name : fill({ da: "{label}: {name}", en: "{label}: {name}" }, { label, name });
    const cell = (row: FigureRow) => {
      const figure = of(row);
      return (figure && read(figure)) ?? nothing;
    };
    return { label: say(text, language), of: (row) => say(cell(row), language) };
  };
  const figure: ReadableColumn = {
    label: say(own, language),
    of: (row) => {
      const one = of(row);
      if (one === undefined) return "";
      return isMissing(one) ? say(missingWords[one.missing], language) : one;
    },
  };
  return [
    figure,
    ...(unit === undefined ? [beside(names.unit, (one) => one.unit && unitWords[one.unit].name)] : []),
    ...(isTimed ? [] : [beside(names.period, ({ period }) => period && periodText(period))]),
    ...(isPublished ? [beside(names.preliminary, (one) => (isPreliminary(one) ? yes : undefined))] : []),
  ];
}

function isPreliminary(figure: Figure | Missing): boolean {
  return !isMissing(figure) && figure.origin?.preliminary === true;
}

/** What must be known of a table, as pairs for a sheet of their own: what it is, its definitions, sources and reasons. */
export function aboutTable(table: FigureTable, language: Language): (readonly [string, string])[] {
  const { title, asOf, drawn, simulated, sources, definitions } = table.head;
  const pair = (term: Text, says: Text | string): readonly [string, string] => [
    say(term, language),
    typeof says === "string" ? says : say(says, language),
  ];
  return [
    pair(about.title, title),
    ...(simulated ? [pair(names.simulated, about.invented)] : []),
    pair(names.asOf, formatDay(asOf)),
    pair(about.drawn, drawn),
    ...definitions.map(({ term, says }) => pair(term, says)),
    ...sources.map(({ source, table: name, fetched }) => {
      const day = fetched === undefined ? "" : ` (${say(about.fetched, language)} ${formatDay(fetched)})`;
      return pair(names.source, `${[source, name].filter(Boolean).join(" ")}${day}`);
    }),
    ...reasonsIn(table).map((reason) => pair(names.missing, missingWords[reason])),
  ];
}

const nothing = verbatim("");
const yes: Text = { da: "ja", en: "yes" };
const headed: Text = { da: "{label} ({unit})", en: "{label} ({unit})" };
const about = {
  title: { da: "Tabel", en: "Table" },
  drawn: { da: "Trukket", en: "Drawn" },
  fetched: { da: "hentet", en: "fetched" },
  invented: { da: "ingen virkelige personer", en: "no real people" },
} as const satisfies Readonly<Record<string, Text>>;
