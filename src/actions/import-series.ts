import { createHash } from "node:crypto";
import { readIndicators } from "#connectors/data-files/indicators.ts";
import { type Fetched, type Kept, keepSeries } from "#connectors/data-files/stored-series.ts";
import { readVocabulary } from "#connectors/data-files/vocabulary.ts";
import { type Choices, chooseReading } from "#connectors/series-files/choose.ts";
import { openSeriesFile, type SeriesFile } from "#connectors/series-files/open.ts";
import { readObservations } from "#connectors/tables/observations.ts";
import type { Day } from "#core/calendar/day.ts";
import type { Frequency, Period } from "#core/calendar/period.ts";
import { BrokenInput, broken } from "#core/faults/fault.ts";
import type { Where } from "#core/format/scalars.ts";
import { getIndicator, type Indicator } from "#core/indicators/indicator.ts";
import type { Observation, Series } from "#core/indicators/series.ts";
import { ownFiguresMark } from "#core/indicators/source-text.ts";
import type { Text } from "#core/text/text.ts";
import { getArea } from "#core/vocabulary/area.ts";
import { codesOf, faultsOfWhere } from "#core/vocabulary/dimension.ts";
import type { Vocabulary } from "#core/vocabulary/vocabulary.ts";

/** What to import, and what the user says of it. */
export type ImportRequest = Omit<Choices, "unit"> & {
  readonly file: string;
  readonly indicator: string;
  readonly where?: Where;
  readonly worksheet?: string;
  readonly id?: string;
  readonly title?: Text;
  readonly owner?: string;
  readonly table?: string;
  readonly licence?: string;
  readonly seasonal?: Series["seasonal"];
  readonly finalAfterMonths?: number;
};

/** Where the data and the kept fetches are, and what day it is. */
export type ImportSetting = { readonly dataDir: string; readonly keptDir: string; readonly today: Day };

/**
 * Reads a file of figures as a series of an indicator and keeps it beside its earlier fetches. Nothing is kept when
 * anything in the file is wrong.
 *
 * @throws BrokenInput with every fault of the file or of what was said of it
 */
export async function importSeries(request: ImportRequest, setting: ImportSetting): Promise<Kept> {
  const vocabulary = readVocabulary(setting.dataDir);
  const indicator = getIndicator(readIndicators(setting.dataDir, vocabulary), request.indicator);
  const where = request.where ?? {};
  const faults = faultsOfWhere(where, vocabulary, indicator.dimensions);
  if (faults.length > 0) throw new BrokenInput(faults);

  const area = request.area === undefined ? undefined : getArea(vocabulary.areas, request.area).id;
  const file = await openSeriesFile(request.file, vocabulary.areas, request.worksheet);
  const reading = chooseReading(file.sheet, file.layout, { ...request, unit: indicator.unit, area });
  const all = readObservations(file.sheet, reading, vocabulary.areas);
  const observations = area === undefined ? all : all.filter((one) => one.area === area);
  if (observations.length === 0) throw broken("empty-table", {}, { file: request.file });

  const { today, keptDir } = setting;
  return keepSeries(describe(request, { file, indicator, where, area, observations, vocabulary, today }), keptDir);
}

type Found = {
  readonly file: SeriesFile;
  readonly indicator: Indicator;
  readonly where: Where;
  readonly area: string | undefined;
  readonly observations: readonly Observation[];
  readonly vocabulary: Vocabulary;
  readonly today: Day;
};

/** What is known of each form of file when the user says nothing. */
const known = {
  statbank: { owner: "Danmarks Statistik", licence: "CC BY 4.0", finalAfterMonths: 3 },
  jobindsats: {
    owner: "Styrelsen for Arbejdsmarked og Rekruttering, Jobindsats",
    licence: "ikke oplyst · not stated",
    finalAfterMonths: 2,
  },
  spreadsheet: { owner: ownFiguresMark, licence: ownFiguresMark, finalAfterMonths: 1 },
} as const;

function describe(request: ImportRequest, found: Found): Fetched {
  const { file, indicator, where, area, observations, vocabulary, today } = found;
  const { form } = file.layout;
  return {
    id: request.id ?? idOf([form, indicator.id, ...Object.values(where), area]),
    title: request.title ?? titleOf(indicator, where, vocabulary),
    owner: request.owner ?? known[form].owner,
    ...(request.table === undefined ? {} : { table: request.table }),
    indicator: indicator.id,
    where,
    unit: indicator.unit,
    frequency: frequencyOf(observations, request.file),
    seasonal: request.seasonal ?? "none",
    fetched: today,
    sha256: createHash("sha256").update(file.bytes).digest("hex"),
    licence: request.licence ?? known[form].licence,
    finalAfterMonths: request.finalAfterMonths ?? known[form].finalAfterMonths,
    breaks: [],
    proxyFor: [],
    observations,
  };
}

function idOf(parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined)
    .join("-")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-");
}

function titleOf({ name }: Indicator, where: Where, { dimensions, lists }: Vocabulary): Text {
  const labels = Object.entries(where).flatMap(([dimension, value]) =>
    codesOf(value).map((code): Text => {
      const list = lists.get(dimensions.get(dimension)?.list ?? "");
      return list?.terms.get(code)?.label ?? { da: code, en: code };
    }),
  );
  if (labels.length === 0) return name;
  const join = (language: keyof Text) => `${name[language]}: ${labels.map((label) => label[language]).join(", ")}`;
  return { da: join("da"), en: join("en") };
}

/** How often the series has a figure, by the kind of its periods; rolling years come as often as they end. */
function frequencyOf(observations: readonly Observation[], file: string): Frequency {
  const periods = [...new Map(observations.map(({ period }) => [period.id, period])).values()];
  const kinds = [...new Set(periods.map(({ kind }) => kind))];
  const [kind] = kinds;
  if (kinds.length > 1 || kind === "week" || kind === "range" || kind === "end") {
    const some = periods.slice(0, 4).map(({ id }) => id);
    throw broken("mixed-periods", { periods: some.join(", ") }, { file });
  }
  return kind === "rolling" ? stepOf(periods) : kind;
}

function stepOf(periods: readonly Period[]): Frequency {
  const ends = periods.map(({ to }) => to).toSorted((a, b) => a - b);
  const step = Math.min(...ends.slice(1).map((end, at) => end - ends[at]));
  if (step > 300) return "year";
  return step > 100 ? "half" : "quarter";
}
