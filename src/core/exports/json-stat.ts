import { formatDay } from "../calendar/day.ts";
import { isMissing, missingWords } from "../figures/figure.ts";
import { type Unit, unitWords } from "../figures/unit.ts";
import { fill, type Language, say, type Text } from "../text/text.ts";
import { names } from "./columns.ts";
import { type FigureRow, type FigureTable, type Heading, type Measure, plainTerm, type Term } from "./figure-table.ts";
import { aboutTable } from "./readable.ts";

/** A dimension of a dataset: its categories in order, each with its place, its name and, of figures, its unit. */
type Dimension = {
  readonly label: string;
  readonly category: {
    readonly index: Readonly<Record<string, number>>;
    readonly label: Readonly<Record<string, string>>;
    readonly unit?: Readonly<Record<string, { readonly label: string; readonly id: Unit }>>;
  };
};

/** A dataset of JSON-stat 2.0. Values and states stand by the number of their cell, the last dimension running fastest. */
export type JsonStat = {
  readonly version: "2.0";
  readonly class: "dataset";
  readonly label: string;
  readonly source: string;
  readonly updated: string;
  readonly id: readonly string[];
  readonly size: readonly number[];
  readonly role: {
    readonly time?: readonly string[];
    readonly geo?: readonly string[];
    readonly metric: readonly string[];
  };
  readonly dimension: Readonly<Record<string, Dimension>>;
  readonly value: Readonly<Record<string, number>>;
  /** Why a figure is missing, or that it is preliminary. */
  readonly status: Readonly<Record<string, string>>;
  readonly note: readonly string[];
  readonly extension: Extension;
};

/** What JSON-stat has no place for. */
type Extension = {
  readonly asOf: string;
  readonly simulated: boolean;
  readonly sources: readonly { readonly source: string; readonly table?: string; readonly fetched?: string }[];
  readonly status: Readonly<Record<string, string>>;
  /** Where the table is not of periods: the period of each cell. */
  readonly periods?: Readonly<Record<string, string>>;
  /** Of each row, by its keys: the code of each attribute, or its words. */
  readonly attributes: readonly Readonly<Record<string, string>>[];
};

/**
 * A table as a dataset of JSON-stat 2.0 (json-stat.org/format): its keys, the period and what is measured are the
 * dimensions. A cell without value and state is no cell of the table: not every goal has every part. Where figures of a
 * measure have several units, each unit is a measure of its own: `latest-persons`.
 */
export function jsonStat(table: FigureTable, language: Language = "da"): JsonStat {
  const { keys, isTimed, rows, head } = table;
  const axes = axesOf(table);
  const sizes = axes.map(({ terms }) => terms.length);
  const cells = rows.flatMap((row) => cellsOf(row, table, axes, sizes));
  const areas = keys.filter(({ isArea }) => isArea).map(({ id }) => id);
  const states = [...new Set(cells.flatMap(({ status }) => status ?? []))];
  return {
    version: "2.0",
    class: "dataset",
    label: say(head.title, language),
    source: [...new Set(head.sources.map(({ source }) => source))].join(", "),
    updated: head.drawn,
    id: axes.map(({ id }) => id),
    size: sizes,
    role: {
      ...(isTimed && { time: [TIME] }),
      ...(areas.length > 0 && { geo: areas }),
      metric: [METRIC],
    },
    dimension: Object.fromEntries(axes.map((axis) => [axis.id, dimensionOf(axis, language)])),
    value: record(cells, ({ value }) => value),
    status: record(cells, ({ status }) => status),
    note: aboutTable(table, language).map(([term, says]) => `${term}: ${says}`),
    extension: {
      asOf: formatDay(head.asOf),
      simulated: head.simulated,
      sources: head.sources.map(({ fetched, ...source }) => ({
        ...source,
        ...(fetched !== undefined && { fetched: formatDay(fetched) }),
      })),
      status: Object.fromEntries(states.map((state) => [state, say(stateText(state), language)])),
      ...(!isTimed && { periods: record(cells, ({ period }) => period) }),
      attributes: rows.map((row) => attributesOf(row, table, language)),
    },
  };
}

const [TIME, METRIC, PRELIMINARY] = ["period", "measure", "preliminary"];

/** A dimension before it is written: its terms in order, and how they are found again. */
type Axis = {
  readonly id: string;
  readonly label: Text;
  readonly terms: readonly (Term & { readonly unit?: Unit })[];
  readonly at: ReadonlyMap<string, number>;
};

function axisOf(id: string, label: Text, terms: Iterable<Axis["terms"][number]>): Axis {
  const distinct = [...new Map([...terms].map((term) => [term.code, term])).values()];
  return { id, label, terms: distinct, at: new Map(distinct.map(({ code }, place) => [code, place])) };
}

function axesOf({ keys, isTimed, measures, rows }: FigureTable): Axis[] {
  const ofKeys = keys.map(({ id, label }, k) =>
    axisOf(
      id,
      label,
      rows.map((row) => row.keys[k]),
    ),
  );
  const periods = rows.flatMap(({ period }) => period ?? []).toSorted((a, b) => a.to - b.to || a.from - b.from);
  const time = axisOf(
    TIME,
    names.period,
    periods.map(({ id }) => plainTerm(id)),
  );
  const metric = axisOf(
    METRIC,
    measureLabel,
    measures.flatMap((measure, k) => metricsOf(measure, rows, k)),
  );
  return [...ofKeys, ...(isTimed ? [time] : []), metric];
}

/** A measure, or one for each unit its figures have. */
function metricsOf(measure: Measure, rows: readonly FigureRow[], k: number): Axis["terms"] {
  const { id, label, unit } = measure;
  if (unit !== undefined) return [{ code: id, words: label, unit }];
  const found = new Set(rows.flatMap(({ figures }) => (figures[k] === undefined ? [] : [figures[k].unit])));
  return [...found].map((one) => {
    if (one === undefined) return { code: id, words: label };
    const inUnit = fill({ da: "{label}, {unit}", en: "{label}, {unit}" }, { label, unit: unitWords[one].name });
    return { code: metricCode(measure, one), words: inUnit, unit: one };
  });
}

function metricCode({ id, unit }: Measure, own: Unit | undefined): string {
  return unit !== undefined || own === undefined ? id : `${id}-${own}`;
}

type Cell = {
  readonly place: number;
  readonly value?: number;
  readonly status?: string;
  readonly period?: string;
};

function cellsOf(row: FigureRow, { measures, isTimed }: FigureTable, axes: readonly Axis[], sizes: readonly number[]) {
  const before = [...row.keys.map(({ code }) => code), ...(isTimed ? [row.period?.id ?? ""] : [])];
  return row.figures.flatMap((figure, k): Cell[] => {
    if (figure === undefined) return [];
    const codes = [...before, metricCode(measures[k], figure.unit)];
    const place = codes.reduce((sofar, code, d) => sofar * sizes[d] + (axes[d].at.get(code) ?? 0), 0);
    const period = figure.period?.id;
    if (isMissing(figure)) return [{ place, status: figure.missing, period }];
    return [{ place, value: figure.value, period, ...(figure.origin?.preliminary && { status: PRELIMINARY }) }];
  });
}

function dimensionOf({ label, terms }: Axis, language: Language): Dimension {
  const units = terms.flatMap(({ code, unit }) =>
    unit === undefined ? [] : [[code, { label: say(unitWords[unit].name, language), id: unit }] as const],
  );
  return {
    label: say(label, language),
    category: {
      index: Object.fromEntries(terms.map(({ code }, place) => [code, place])),
      label: Object.fromEntries(terms.map(({ code, words }) => [code, say(words, language)])),
      ...(units.length > 0 && { unit: Object.fromEntries(units) }),
    },
  };
}

function record<T>(cells: readonly Cell[], read: (cell: Cell) => T | undefined): Record<string, T> {
  return Object.fromEntries(
    cells.flatMap((cell) => {
      const one = read(cell);
      return one === undefined ? [] : [[String(cell.place), one] as const];
    }),
  );
}

function attributesOf(row: FigureRow, { keys, isTimed, attributes }: FigureTable, language: Language) {
  const written = ({ coded }: Heading, term: Term) => (coded ? term.code : say(term.words, language));
  return Object.fromEntries([
    ...keys.map(({ id }, k) => [id, row.keys[k].code] as const),
    ...(isTimed && row.period !== undefined ? [[TIME, row.period.id] as const] : []),
    ...attributes.flatMap((heading, k) => {
      const term = row.attributes[k];
      return term === undefined ? [] : [[heading.id, written(heading, term)] as const];
    }),
  ]);
}

function stateText(state: string): Text {
  return Object.entries(missingWords).find(([reason]) => reason === state)?.[1] ?? names.preliminary;
}

const measureLabel: Text = { da: "Måltal", en: "Measure" };
