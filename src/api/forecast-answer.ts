import type { z } from "zod";
import { parsePeriod, sayPeriod } from "#core/calendar/period.ts";
import { isMissing } from "#core/figures/figure.ts";
import { writeFigure } from "#core/figures/write.ts";
import type { Outlook, OutlookBenefit, StreamYear } from "#core/forecast/outlook/outlook.ts";
import { sayAccuracy, sayFlowMethod, sayHeld, sayOutlook } from "#core/forecast/outlook/words.ts";
import type { Expected } from "#core/forecast/series/forecast.ts";
import type { Observation, Series } from "#core/indicators/series.ts";
import { fill, type Text } from "#core/text/text.ts";
import type { Area } from "#core/vocabulary/area.ts";
import type { outlookSchema, publishedForecastSchema } from "./forecast.ts";
import type { point } from "./scalars.ts";

/** A forecast as it was kept, with the register it was made from. */
export type Kept = {
  readonly basis: {
    readonly register: string;
    readonly municipality?: string;
    readonly asOf: string;
    readonly model: string;
    readonly draws: number;
    readonly seed: number;
    readonly limit: number;
    readonly program: string;
  };
  readonly made: string;
  readonly outlook: Outlook;
};

type Answer = z.input<typeof outlookSchema>;

/** The forecast of a register as data, beside an earlier one where there is one. */
export function outlookJson(
  { basis, made, outlook }: Kept,
  { name, simulated }: { readonly name: string; readonly simulated: boolean },
  earlier: Kept | undefined,
): Answer {
  const { register: snapshot, municipality, asOf, model, draws, seed, limit, program } = basis;
  const { known, benefits, hidden, places, years, accuracy, origins } = outlook;
  return {
    origin: {
      ...{ snapshot, name, simulated, asOf, known, model, draws, seed, limit, program, made },
      ...(municipality !== undefined && { municipality }),
    },
    unit: "full-time-persons",
    says: [6, 12, 24].map((months) => ({ months, text: sayOutlook(outlook, months) })),
    benefits: benefits.map(benefitJson),
    hidden,
    places: places.map((place) => ({ ...place })),
    years: years.map((year) => yearJson(year, years)),
    accuracy: { says: sayAccuracy(accuracy, origins), rows: accuracy.map((row) => ({ ...row })) },
    ...(earlier && { earlier: earlierJson(earlier, outlook) }),
  };
}

function benefitJson({ benefit, label, method, history, coming }: OutlookBenefit): Answer["benefits"][number] {
  return {
    ...{ benefit, label, method: sayFlowMethod(method), coming: [...coming] },
    history: history.map(({ period, value }) => (value === null ? { period, missing: "withheld" } : { period, value })),
  };
}

/** A year of streams, each with the year before's; the expected year comes after the newest one seen. */
function yearJson({ from, to, isExpected, streams, hidden }: StreamYear, years: readonly StreamYear[]) {
  const earlier = years.find((one) => !one.isExpected && one.to < from && one.to >= previous(from));
  const before = new Map(earlier?.streams.map((one) => [`${one.from} ${one.to}`, one.persons]));
  return {
    ...{ from, to, isExpected, hidden },
    streams: streams.map((one) => {
      const then = before.get(`${one.from} ${one.to}`);
      return { ...one, ...(then !== undefined && { before: then }) };
    }),
  };
}

/** The month before one, as it is written. */
function previous(month: string): string {
  const [year, number] = month.split("-").map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, "0")}`;
}

/** What an earlier forecast expected of the last month known now, by benefit. */
function earlierJson({ made, outlook }: Kept, now: Outlook): Answer["earlier"] {
  const rows = outlook.benefits.flatMap(({ benefit, label, coming }) => {
    const expected = coming.find(({ period }) => period === now.known);
    if (expected === undefined) return [];
    const actual = now.benefits.find((one) => one.benefit === benefit)?.history.at(-1)?.value;
    return [{ benefit, label, ...expected, ...(typeof actual === "number" && { actual }) }];
  });
  return { made, known: outlook.known, rows, says: sayHeld(rows, outlook.known, now.known) };
}

/** Forecasts of published series, as the actions give them. */
type Published = {
  readonly area: Area;
  readonly forecasts: readonly {
    readonly series: Series;
    readonly history: readonly Observation[];
    readonly method: Text;
    readonly past: Text | undefined;
    readonly coming: readonly (Expected & { readonly period: string })[];
  }[];
  readonly without: readonly { readonly series: Series; readonly why: Text }[];
};

/** Periods of the past that are shown. */
const SHOWN = 40;

/** Forecasts of published series as data. */
export function publishedForecastJson({
  area,
  forecasts,
  without,
}: Published): z.input<typeof publishedForecastSchema> {
  return {
    area: { id: area.id, label: area.label },
    says: sayPublished(area, forecasts),
    series: forecasts.map(({ series, history, method, past, coming }) => ({
      ...{ id: series.id, title: series.title, unit: series.unit, owner: series.owner, vintage: series.vintage },
      ...(series.table !== undefined && { table: series.table }),
      ...{ method, coming: [...coming] },
      ...(past && { past }),
      history: history.slice(-SHOWN).map(pointJson),
    })),
    without: without.map(({ series: { id, title }, why }) => ({ id, title, why })),
  };
}

function pointJson({ period, value }: Observation): z.input<typeof point> {
  return isMissing(value) ? { period: period.id, missing: value.missing } : { period: period.id, value: value.value };
}

/** Where the first series ends. */
function sayPublished(area: Area, forecasts: Published["forecasts"]): Text {
  const [first] = forecasts;
  const [last, end] = [first?.history.at(-1), first?.coming.at(-1)];
  if (first === undefined || last === undefined || isMissing(last.value) || end === undefined)
    return fill(words.none, { area: area.label });
  const { unit, title } = first.series;
  const written = (value: number): Text => inBoth((language) => writeFigure({ value, unit }, language));
  const bare = (value: number): Text => inBoth((language) => writeFigure({ value, unit }, language, { bare: true }));
  return fill(words.first, {
    ...{ title, area: area.label, now: bare(last.value.value), later: written(end.mean) },
    ...{ low: bare(end.lo80), high: bare(end.hi80) },
    from: inBoth((language) => sayPeriod(last.period, language)),
    to: inBoth((language) => sayPeriod(parsePeriod(end.period), language)),
  });
}

function inBoth(write: (language: "da" | "en") => string): Text {
  return { da: write("da"), en: write("en") };
}

const words = {
  first: {
    da: "{title}, {area}: {later} ventes i {to} mod {now} i {from}. I 80 af 100 tilfælde ligger tallet mellem {low} og {high}.",
    en: "{title}, {area}: {later} expected in {to}, against {now} in {from}. In 80 of 100 cases the figure lies between {low} and {high}.",
  },
  none: {
    da: "Ingen offentliggjort serie for {area} er lang nok til en prognose.",
    en: "No published series of {area} is long enough for a forecast.",
  },
} as const satisfies Readonly<Record<string, Text>>;
