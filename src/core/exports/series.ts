import { formatDay } from "../calendar/day.ts";
import type { Indicator } from "../indicators/indicator.ts";
import { figureOf, type ObservationStatus, type Series } from "../indicators/series.ts";
import type { Text } from "../text/text.ts";
import type { Areas } from "../vocabulary/area.ts";
import type { FigureTable, Head, Heading, Measure, Shape } from "./figure-table.ts";
import { areaTerm } from "./goal-lines.ts";

/** A published series: a row an observation, in order of area and time. Figures are as known on the day `asOf`. */
export function seriesTable(
  series: Series,
  indicator: Indicator,
  areas: Areas,
  { asOf, drawn }: Pick<Head, "asOf" | "drawn">,
): FigureTable {
  const { id, title, owner: source, table, fetched, unit, note } = series;
  const inOrder = series.observations.toSorted(
    (a, b) => (a.area < b.area ? -1 : a.area > b.area ? 1 : 0) || a.period.to - b.period.to,
  );
  const rows = inOrder.map((one) => ({
    keys: [{ code: id, words: title }, areaTerm(one.area, areas), statusTerm(one.status)],
    period: one.period,
    figures: [figureOf(series, one, asOf)],
    attributes: [],
  }));
  const definitions = [
    { term: indicator.name, says: indicator.definition },
    ...(note === undefined ? [] : [{ term: title, says: note }]),
    ...series.breaks.map(({ on, text }) => ({ term: breakOn(formatDay(on)), says: text })),
  ];
  return {
    name: `${id}-${formatDay(asOf)}`,
    head: { title, asOf, drawn, simulated: false, sources: [{ source, table, fetched }], definitions },
    ...seriesShape,
    measures: [{ ...figure, unit }],
    rows,
  };
}

function statusTerm(status: ObservationStatus) {
  return { code: status, words: statuses[status] };
}

function breakOn(day: string): Text {
  return { da: `Databrud ${day}`, en: `Break ${day}` };
}

const keys: readonly Heading[] = [
  { id: "series", label: { da: "Serie", en: "Series" }, coded: true },
  { id: "area", label: { da: "Område", en: "Area" }, coded: true, isArea: true },
  { id: "status", label: { da: "Tallets art", en: "Kind of figure" }, coded: true },
];

const figure: Measure = { id: "value", label: { da: "Tal", en: "Figure" }, unit: undefined, isPublished: true };

/** What a row of a series holds. */
export const seriesShape: Shape = { keys, isTimed: true, measures: [figure], attributes: [] };

const statuses: Readonly<Record<ObservationStatus, Text>> = {
  actual: { da: "faktisk", en: "actual" },
  forecast: { da: "prognose", en: "forecast" },
  budget: { da: "budget", en: "budget" },
  expected: { da: "forventet", en: "expected" },
  target: { da: "mål", en: "target" },
};
