import { addDays, type Day } from "#core/calendar/day.ts";
import { type Period, parsePeriod, samePeriod, sayPeriod } from "#core/calendar/period.ts";
import {
  type Benchmark,
  type BenchmarkRow,
  benchmarkIndicators,
  benchmarkPeriods,
  benchmarkRow,
  benchmarksIn,
  sayBenchmark,
} from "#core/compare/benchmark.ts";
import { type Comparison, compare } from "#core/compare/comparison.ts";
import { sayComparison } from "#core/compare/finding.ts";
import { type Group, type GroupKind, groupsOf, type Likeness } from "#core/compare/group.ts";
import { findPopulation, type Level, type Levels, levelsOf, mayBePer, type Per } from "#core/compare/levels.ts";
import { broken } from "#core/faults/fault.ts";
import { isMissing } from "#core/figures/figure.ts";
import { getIndicator, type Indicator } from "#core/indicators/indicator.ts";
import type { Series } from "#core/indicators/series.ts";
import type { Text } from "#core/text/text.ts";
import { type Area, areasOfKind, getArea } from "#core/vocabulary/area.ts";
import { action } from "./action.ts";
import { publishedLines } from "./list-indicators.ts";
import type { SeriesLine } from "./list-series.ts";
import type { Data } from "./open-data.ts";
import { getPublished, lineOfPublished } from "./read-published.ts";

/** How many municipalities a series must have for them to be compared by it. */
const ENOUGH = 20;
/** How many courses are drawn beside the own one. */
const NEAREST = 7;

/** The series that municipalities can be compared by, with their indicators. */
export const listComparable = action<{ data: Data }, { line: SeriesLine; indicator: Indicator }[]>({
  act: "read-figures",
  on: () => "in-reach",
  does: async (_, { data }) =>
    publishedLines(data)
      .filter(({ areas }) => areas >= ENOUGH)
      .map((line) => ({ line, indicator: getIndicator(data.indicators, line.indicator) })),
  tells: (_, found) => ({ subject: "comparable series", count: found.length }),
});

/** Whose figures are held beside whose, and when. */
type Beside = {
  readonly data: Data;
  /** A municipality, by name or code. */
  readonly area: string;
  readonly group: GroupKind;
  /** The id of a period; the newest without one. */
  readonly period?: string;
  readonly asOf?: Day;
};

export type CompareRequest = Beside & {
  readonly series: string;
  readonly per?: Per;
  /** The municipalities whose course is given beside the own one. */
  readonly lines?: readonly string[];
};

/** What a comparison was made of. */
type Made = {
  readonly own: Area;
  readonly group: Group;
  readonly groups: readonly Group[];
  readonly periods: readonly Period[];
  readonly says: Text;
};

export type Compared = Made & {
  readonly comparison: Comparison;
  readonly line: SeriesLine;
  readonly indicator: Indicator;
  readonly levels: Levels;
  readonly per: Per;
  readonly mayBePer: boolean;
  /** The own municipality's course, and those of some others. */
  readonly courses: readonly { readonly area: Area; readonly levels: readonly Level[] }[];
};

/** Compares municipalities by a published series. @throws BrokenInput unknown-series, unknown-area, not-a-period */
export const compareMunicipalities = action<CompareRequest, Compared>({
  act: "read-figures",
  on: () => "in-reach",
  does: async ({ today }, asked) => compared(asked, asked.asOf ?? today),
  tells: ({ series, area, group, period }) => ({
    subject: `comparison by series ${series}`,
    query: [area, group, period ?? ""].join(" ").trim(),
  }),
});

function compared(
  { data, series: id, area, group: kind, period: wanted, per: asked, lines }: CompareRequest,
  asOf: Day,
) {
  const series = getPublished(data, id);
  const all = data.series();
  const indicator = getIndicator(data.indicators, series.indicator);
  const own = getMunicipality(data, area);
  const periods = periodsOf(series);
  const period = chosenPeriod(periods, wanted);
  const isPossible = mayBePer(series, all, period);
  const per = isPossible ? (asked ?? "inhabitants") : "none";
  const levels = levelsOf({ series, per, all, asOf });
  const { group, groups } = choose(data, own, period, kind);
  const comparison = compare({ levels, good: indicator.good, members: group.members, own: own.id, period });
  const others = lines?.map((one) => getMunicipality(data, one)) ?? nearestOf(comparison);
  const drawn = [own, ...others.filter((one) => one.id !== own.id)];
  return {
    ...{ own, group, groups, periods, comparison, indicator, levels, per, mayBePer: isPossible },
    line: lineOfPublished(data, id),
    says: sayComparison(comparison, group, per),
    courses: drawn.map((one) => ({ area: one, levels: levels.over(one.id) })),
  };
}

/** The municipalities whose place is nearest to the own one. */
function nearestOf({ rows }: Comparison): Area[] {
  const known = rows.filter(({ figure }) => !isMissing(figure));
  const at = known.findIndex(({ isOwn }) => isOwn);
  const first = Math.max(0, Math.min(at - Math.floor(NEAREST / 2), known.length - NEAREST - 1));
  return known.slice(first, first + NEAREST + 1).flatMap(({ area, isOwn }) => (isOwn ? [] : [area]));
}

export type BenchmarkRequest = Beside & {
  /** A group of benefits; all together without one. */
  readonly benefits?: string;
};

export type Benchmarked = Made & {
  readonly period: Period;
  readonly benefits: string | undefined;
  readonly benefitGroups: readonly string[];
  readonly actual: Series;
  readonly rows: readonly BenchmarkRow[];
  readonly course: readonly BenchmarkRow[];
};

/** Holds municipalities against what was expected of them. @throws BrokenInput unknown-series, unknown-area, not-a-period */
export const readBenchmark = action<BenchmarkRequest, Benchmarked>({
  act: "read-figures",
  on: () => "in-reach",
  does: async ({ today }, asked) => benchmarked(asked, asked.asOf ?? today),
  tells: ({ area, group, benefits }) => ({
    subject: "benchmark",
    query: [area, group, benefits ?? ""].join(" ").trim(),
  }),
});

function benchmarked({ data, area, group: kind, period: wanted, benefits }: BenchmarkRequest, asOf: Day): Benchmarked {
  const all = benchmarksIn(data.series());
  const benchmark = all.find(({ where }) => where.group === benefits);
  const actual = benchmark?.series.actual;
  if (benchmark === undefined || actual === undefined) throw noBenchmark(benefits);
  const own = getMunicipality(data, area);
  const periods = benchmarkPeriods(benchmark);
  const period = chosenPeriod(periods, wanted);
  const { group, groups } = choose(data, own, period, kind);
  const ownRow = benchmarkRow(benchmark, own, period, asOf);
  const placed = areasOfKind(data.vocabulary.areas, "municipality").filter((one) =>
    isPlaced(benchmark, one, period, asOf),
  );
  return {
    ...{ own, group, groups, periods, period, benefits, actual },
    benefitGroups: all.flatMap(({ where }) => where.group ?? []),
    says: sayBenchmark(ownRow, placed.length),
    rows: group.members.map((one) => benchmarkRow(benchmark, one, period, asOf)).toSorted(byGap),
    course: periods.map((one) => benchmarkRow(benchmark, own, one, asOf)),
  };
}

function isPlaced(benchmark: Benchmark, area: Area, period: Period, asOf: Day): boolean {
  return !isMissing(benchmarkRow(benchmark, area, period, asOf).actual);
}

/** The farthest below what was expected first; without a figure last. */
function byGap(a: BenchmarkRow, b: BenchmarkRow): number {
  const [one, other] = [a, b].map(({ gapShare }) => (isMissing(gapShare) ? Number.MAX_SAFE_INTEGER : gapShare.value));
  return one - other;
}

function noBenchmark(benefits: string | undefined) {
  const hint = {
    da: "Serien Y30R21 fra Jobindsats har benchmarket.",
    en: "The series Y30R21 of Jobindsats has the benchmark.",
  };
  return broken("unknown-series", { id: [benchmarkIndicators.actual, benefits ?? ""].join(" ").trim(), hint });
}

/** A municipality by name or code. @throws BrokenInput unknown-area */
function getMunicipality({ vocabulary: { areas } }: Data, nameOrCode: string): Area {
  const area = getArea(areas, nameOrCode);
  if (area.kind === "municipality") return area;
  const hint = { da: "Vælg en af de 98 kommuner.", en: "Choose one of the 98 municipalities." };
  throw broken("unknown-area", { value: nameOrCode, hint });
}

function periodsOf({ observations }: Series): Period[] {
  const byId = new Map(observations.map(({ period }) => [period.id, period]));
  return [...byId.values()].toSorted((a, b) => a.to - b.to);
}

/** @throws BrokenInput not-a-period, and invalid-value where there are no figures of it */
function chosenPeriod(periods: readonly Period[], wanted: string | undefined): Period {
  const newest = periods[periods.length - 1];
  if (wanted === undefined) return newest;
  const asked = parsePeriod(wanted);
  const found = periods.find((one) => samePeriod(one, asked));
  if (found !== undefined) return found;
  throw broken("invalid-value", {
    value: wanted,
    why: {
      da: `serien har tal til og med ${sayPeriod(newest, "da")}`,
      en: `the series has figures until ${sayPeriod(newest, "en")}`,
    },
  });
}

/** The chosen group, or the whole country where the municipality has no such group; and all it could be. */
function choose(data: Data, own: Area, { to }: Period, kind: GroupKind): { group: Group; groups: Group[] } {
  const groups = groupsOf(data.vocabulary.areas, own.id, addDays(to, -1), likenesses(data));
  return { group: groups.find((one) => one.kind === kind) ?? groups[0], groups };
}

/** What municipalities can be alike in: what is expected of them, and how many live there; each as newest published. */
function likenesses(data: Data): { conditions?: Likeness; size?: Likeness } {
  const expected = benchmarksIn(data.series()).at(0)?.series.expectedShare;
  const people = findPopulation(data.series());
  return {
    ...(expected && { conditions: likenessBy(data, expected, conditions) }),
    ...(people && { size: likenessBy(data, people, size) }),
  };
}

function likenessBy(data: Data, series: Series, words: (period: Period, series: Series) => Text): Likeness {
  const newest = periodsOf(series)[periodsOf(series).length - 1];
  const towns = areasOfKind(data.vocabulary.areas, "municipality").map(({ id }) => id);
  const figures = series.observations.flatMap(({ area, period, value }): [string, number][] =>
    samePeriod(period, newest) && towns.includes(area) && !isMissing(value) ? [[area, value.value]] : [],
  );
  return { why: words(newest, series), figures: new Map(figures) };
}

function conditions(period: Period, { table = "" }: Series): Text {
  return {
    da: `den andel, der kan ventes på offentlig forsørgelse under deres rammevilkår (${table}, ${sayPeriod(period, "da")})`,
    en: `the share that can be expected on public support under their conditions (${table}, ${sayPeriod(period, "en")})`,
  };
}

function size(period: Period, { table = "" }: Series): Text {
  return {
    da: `befolkningens størrelse (${table}, ${sayPeriod(period, "da")})`,
    en: `the size of the population (${table}, ${sayPeriod(period, "en")})`,
  };
}
