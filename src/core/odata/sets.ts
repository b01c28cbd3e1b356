import { addDays, formatDay } from "../calendar/day.ts";
import { type ColumnType, columnsOf } from "../exports/columns.ts";
import type { FigureTable, Shape } from "../exports/figure-table.ts";
import { linesShape } from "../exports/goal-lines.ts";
import { goalsShape } from "../exports/goals.ts";
import { seriesShape } from "../exports/series.ts";
import type { Indicator } from "../indicators/indicator.ts";
import type { Text } from "../text/text.ts";
import type { Entity } from "./evaluate.ts";
import type { Value, ValueType } from "./expression.ts";
import type { EntitySet } from "./metadata.ts";

/** A column of a file as a property: `target_low_unit` is `TargetLowUnit`. */
function propertyName(id: string): string {
  return id
    .split("_")
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");
}

const types: Readonly<Record<ColumnType, ValueType>> = {
  text: "string",
  number: "number",
  day: "date",
  flag: "boolean",
};

/** A kind of table as a set: the same columns as in its files. */
function setOf(name: string, label: Text, shape: Shape): EntitySet {
  const keys = [...shape.keys.map(({ id }) => id), ...(shape.isTimed ? ["period"] : [])];
  return {
    name,
    label,
    key: keys.map(propertyName),
    properties: columnsOf(shape).map(({ id, type, label: words }) => ({
      name: propertyName(id),
      type: types[type],
      label: words,
    })),
  };
}

/** The rows of a table as those of its set. */
export function entitiesOf(table: FigureTable): Entity[] {
  const columns = columnsOf(table).map((column) => ({ name: propertyName(column.id), of: column.of }));
  return table.rows.map((row) =>
    Object.fromEntries(columns.map(({ name, of }): [string, Value] => [name, of(row, table.head) ?? null])),
  );
}

/** The sets of tables, by their names in addresses. */
export const sets = {
  Goals: setOf("Goals", { da: "Mål, som de står", en: "Goals as they stand" }, goalsShape),
  Figures: setOf("Figures", { da: "Tallene bag målene", en: "The figures behind the goals" }, linesShape),
  Series: setOf("Series", { da: "Offentliggjorte serier", en: "Published series" }, seriesShape),
  Indicators: indicatorSet(),
} as const;

export type SetName = keyof typeof sets;

export const setNames = ["Goals", "Figures", "Series", "Indicators"] as const satisfies readonly SetName[];

type IndicatorColumn = readonly [name: string, type: ValueType, label: Text, of: (indicator: Indicator) => Value];

function indicatorColumns(): readonly IndicatorColumn[] {
  return [
    ["Indicator", "string", { da: "Indikator", en: "Indicator" }, ({ id }) => id],
    ["NameDa", "string", { da: "Navn (dansk)", en: "Name (Danish)" }, ({ name }) => name.da],
    ["NameEn", "string", { da: "Navn (engelsk)", en: "Name (English)" }, ({ name }) => name.en],
    ["Unit", "string", { da: "Enhed", en: "Unit" }, ({ unit }) => unit],
    ["Good", "string", { da: "Bedre retning", en: "Better way" }, ({ good }) => good],
    ["DefinitionDa", "string", { da: "Definition (dansk)", en: "Definition (Danish)" }, (one) => one.definition.da],
    ["DefinitionEn", "string", { da: "Definition (engelsk)", en: "Definition (English)" }, (one) => one.definition.en],
    ["SourceDa", "string", { da: "Kilde (dansk)", en: "Source (Danish)" }, ({ source }) => source.da],
    ["SourceEn", "string", { da: "Kilde (engelsk)", en: "Source (English)" }, ({ source }) => source.en],
    ["Dimensions", "string", { da: "Opdelinger", en: "Dimensions" }, ({ dimensions }) => dimensions.join(",")],
    [
      "SmallestCount",
      "number",
      { da: "Mindste antal, der vises", en: "Smallest count shown" },
      (one) => one.smallestCount,
    ],
    [
      "Computed",
      "boolean",
      { da: "Beregnes af registret", en: "Computed from the register" },
      (one) => isComputed(one),
    ],
    ["ValidFrom", "date", { da: "Gælder fra", en: "Valid from" }, ({ valid }) => dayOrNull(valid.from)],
    [
      "ValidTo",
      "date",
      { da: "Gælder til", en: "Valid to" },
      ({ valid }) => dayOrNull(valid.until && addDays(valid.until, -1)),
    ],
  ];
}

function isComputed({ numerator }: Indicator): boolean {
  return numerator !== undefined;
}

function dayOrNull(day: Indicator["valid"]["from"]): string | null {
  return day === undefined ? null : formatDay(day);
}

function indicatorSet(): EntitySet {
  const properties = indicatorColumns().map(([name, type, label]) => ({ name, type, label }));
  return { name: "Indicators", label: { da: "Indikatorer", en: "Indicators" }, key: ["Indicator"], properties };
}

/** An indicator's definition as a row of its set. */
export function indicatorEntity(indicator: Indicator): Entity {
  return Object.fromEntries(indicatorColumns().map(([name, , , of]) => [name, of(indicator)]));
}
