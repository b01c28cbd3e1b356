import type { Day } from "../calendar/day.ts";
import { type Period, samePeriod } from "../calendar/period.ts";
import { type Figure, isMissing, type Missing } from "../figures/figure.ts";
import { writeFigure } from "../figures/write.ts";
import { figureOf, type Series } from "../indicators/series.ts";
import { joinedWith } from "../plans/evaluation/measure.ts";
import { differenceUnit } from "../plans/evaluation/result.ts";
import { fill, type Text } from "../text/text.ts";
import type { Area } from "../vocabulary/area.ts";

/** The indicators of the source that says how many could be expected on support under a municipality's conditions. */
export const benchmarkIndicators = {
  expected: "forventet-forsoergede",
  actual: "faktisk-forsoergede",
  gap: "afvigelse-fra-forventet",
  expectedShare: "forventet-forsoergede-andel",
  actualShare: "faktisk-forsoergede-andel",
  gapShare: "afvigelse-fra-forventet-andel",
  place: "benchmarkplacering",
} as const;
type Measured = keyof typeof benchmarkIndicators;
const measured = ["expected", "actual", "gap", "expectedShare", "actualShare", "gapShare", "place"] as const;

/** Indicators whose figures a model has made: chance did not count them. */
export const modelled: ReadonlySet<string> = new Set([
  benchmarkIndicators.expected,
  benchmarkIndicators.expectedShare,
  benchmarkIndicators.place,
]);

/** The series of a benchmark: of one source and one group of benefits, or of all of them. */
export type Benchmark = { readonly where: Series["where"]; readonly series: { readonly [M in Measured]?: Series } };

/** Every benchmark among the published series, that of all benefits first. */
export function benchmarksIn(all: readonly Series[]): Benchmark[] {
  const wheres = all.filter(({ indicator }) => indicator === benchmarkIndicators.actual).map(({ where }) => where);
  const different = new Map(wheres.map((where) => [JSON.stringify(where), where]));
  return [...different.values()]
    .map((where): Benchmark => {
      const found = measured.map((one) => [one, findSeries(all, benchmarkIndicators[one], where)] as const);
      return { where, series: Object.fromEntries(found.filter(([, series]) => series !== undefined)) };
    })
    .toSorted((a, b) => Object.keys(a.where).length - Object.keys(b.where).length);
}

/** Of several sources the one fetched last speaks first; the others fill in what it has not. */
function findSeries(all: readonly Series[], indicator: string, where: Series["where"]): Series | undefined {
  return all
    .filter((one) => one.indicator === indicator && JSON.stringify(one.where) === JSON.stringify(where))
    .toSorted((a, b) => (b.fetched ?? 0) - (a.fetched ?? 0))
    .reduce<Series | undefined>(joinedWith, undefined);
}

/** One municipality in one period: what was expected of it, and what came. */
export type BenchmarkRow = { readonly area: Area; readonly period: Period } & {
  readonly [M in Measured]: Figure | Missing;
};

/** The figures of a municipality in a period; what the source does not give is missing. */
export function benchmarkRow({ series }: Benchmark, area: Area, period: Period, asOf: Day): BenchmarkRow {
  const read = (one: Measured): Figure | Missing => {
    const from = series[one];
    const found = from?.observations.find((each) => each.area === area.id && samePeriod(each.period, period));
    return from && found ? figureOf(from, found, asOf) : { missing: "no-data", period };
  };
  const [expected, actual, place] = [read("expected"), read("actual"), read("place")];
  const [expectedShare, actualShare] = [read("expectedShare"), read("actualShare")];
  const gap = given(read("gap"), actual, expected);
  const gapShare = given(read("gapShare"), actualShare, expectedShare);
  return { area, period, expected, actual, gap, place, expectedShare, actualShare, gapShare };
}

/** The gap as the source has it; where it does not, the actual figure less the expected. */
function given(gap: Figure | Missing, actual: Figure | Missing, expected: Figure | Missing): Figure | Missing {
  if (!isMissing(gap) || gap.missing !== "no-data" || isMissing(actual) || isMissing(expected)) return gap;
  const { value, unit, period, origin } = actual;
  return { value: value - expected.value, unit: differenceUnit(unit), period, ...(origin && { origin }) };
}

/** The periods of a benchmark, oldest first. */
export function benchmarkPeriods({ series: { actual } }: Benchmark): Period[] {
  const byId = new Map((actual?.observations ?? []).map(({ period }) => [period.id, period]));
  return [...byId.values()].toSorted((a, b) => a.to - b.to);
}

/** The benchmark of a municipality in a sentence: more or fewer than expected, by how many, and at which place. */
export function sayBenchmark({ area, expected, actual, gap, place }: BenchmarkRow, of: number): Text {
  if (isMissing(expected) || isMissing(actual) || isMissing(gap)) return fill(sentences.missing, { area: area.label });
  const size = { value: Math.abs(gap.value), unit: gap.unit };
  const kind = gap.value === 0 ? "even" : gap.value > 0 ? "more" : "fewer";
  const says = fill(sentences[kind], { area: area.label, ...sayAll({ size, expected, actual }) });
  if (isMissing(place)) return says;
  return fill(sentences.placed, { says, place: place.value, of });
}

function sayAll(figures: Readonly<Record<string, Figure>>): Record<string, Text> {
  const both = (figure: Figure): Text => ({ da: writeFigure(figure, "da"), en: writeFigure(figure, "en") });
  return Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, both(figure)]));
}

const sentences = {
  more: {
    da: "{area} har {size} flere på offentlig forsørgelse, end rammevilkårene tilsiger: {actual} mod forventet {expected}.",
    en: "{area} has {size} more on public support than its conditions lead one to expect: {actual} against {expected}.",
  },
  fewer: {
    da: "{area} har {size} færre på offentlig forsørgelse, end rammevilkårene tilsiger: {actual} mod forventet {expected}.",
    en: "{area} has {size} fewer on public support than its conditions lead one to expect: {actual} against {expected}.",
  },
  even: {
    da: "{area} har så mange på offentlig forsørgelse, som rammevilkårene tilsiger: {actual}.",
    en: "{area} has as many on public support as its conditions lead one to expect: {actual}.",
  },
  placed: { da: "{says} Det er nr. {place} af {of}.", en: "{says} That is no. {place} of {of}." },
  missing: { da: "Kilden har intet forventet antal for {area}.", en: "The source has no expected number for {area}." },
} as const satisfies Readonly<Record<string, Text>>;
