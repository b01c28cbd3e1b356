import type { z } from "zod";
import { formatDay } from "#core/calendar/day.ts";
import type { Period } from "#core/calendar/period.ts";
import type { BenchmarkRow } from "#core/compare/benchmark.ts";
import type { ComparedRow, Comparison } from "#core/compare/comparison.ts";
import type { Group } from "#core/compare/group.ts";
import type { Level, Levels, Per } from "#core/compare/levels.ts";
import { isMissing } from "#core/figures/figure.ts";
import type { Indicator } from "#core/indicators/indicator.ts";
import type { Series } from "#core/indicators/series.ts";
import { type Text, verbatim } from "#core/text/text.ts";
import type { Area } from "#core/vocabulary/area.ts";
import type { Vocabulary } from "#core/vocabulary/vocabulary.ts";
import type { benchmarkSchema, comparedSchema } from "./compare.ts";
import { figureJson } from "./figure.ts";
import { type PublishedLine, seriesJson } from "./indicators-answer.ts";
import type { point } from "./scalars.ts";

/** The series municipalities can be compared by, as data. */
export function comparableJson(all: readonly { readonly line: PublishedLine; readonly indicator: Indicator }[]) {
  return { series: all.map(({ line, indicator }) => ({ ...seriesJson(line), indicatorName: indicator.name })) };
}

/** What every comparison was made of. */
type Made = {
  readonly own: Area;
  readonly group: Group;
  readonly groups: readonly Group[];
  readonly periods: readonly Period[];
  readonly says: Text;
};

function besideJson({ own, group, groups, periods, says }: Made, period: Period) {
  return {
    own: areaJson(own),
    group: groupJson(group),
    groups: groups.map(groupJson),
    periods: periods.map(({ id }) => id),
    period: period.id,
    says,
  };
}

type Compared = Made & {
  readonly comparison: Comparison;
  readonly line: PublishedLine;
  readonly indicator: Indicator;
  readonly levels: Levels;
  readonly per: Per;
  readonly mayBePer: boolean;
  readonly courses: readonly { readonly area: Area; readonly levels: readonly Level[] }[];
};

/** Municipalities side by side, as data. */
export function comparedJson(compared: Compared): z.input<typeof comparedSchema> {
  const { comparison, line, indicator, levels, per, mayBePer, courses, own } = compared;
  return {
    ...besideJson(compared, comparison.period),
    series: seriesJson(line),
    indicatorName: indicator.name,
    good: indicator.good,
    unit: comparison.unit,
    ...{ per, mayBePer, uncertainty: levels.uncertainty },
    rows: comparison.rows.map(comparedRowJson),
    median: figureJson(comparison.median),
    country: figureJson(comparison.country),
    lines: courses.map((one) => ({
      area: areaJson(one.area),
      isOwn: one.area === own,
      points: pointsJson(one.levels),
    })),
  };
}

type Benchmarked = Made & {
  readonly period: Period;
  readonly benefits: string | undefined;
  readonly benefitGroups: readonly string[];
  readonly actual: Pick<Series, "owner" | "table" | "fetched">;
  readonly rows: readonly BenchmarkRow[];
  readonly course: readonly BenchmarkRow[];
};

/** Expected and actual, as data. */
export function benchmarkedJson(read: Benchmarked, { lists }: Vocabulary): z.input<typeof benchmarkSchema> {
  const { own, period, benefits, benefitGroups, actual, rows, course } = read;
  const labelOf = (id: string) => lists.get("benefit-group")?.terms.get(id)?.label ?? verbatim(id);
  const { owner, table, fetched } = actual;
  return {
    ...besideJson(read, period),
    benefitGroups: benefitGroups.map((id) => ({ id, label: labelOf(id) })),
    ...(benefits !== undefined && { benefits }),
    source: {
      owner,
      ...(table !== undefined && { table }),
      ...(fetched !== undefined && { fetched: formatDay(fetched) }),
    },
    rows: rows.map((row) => ({ area: areaJson(row.area), isOwn: row.area === own, ...benchmarkJson(row) })),
    course: course.map((row) => ({ period: row.period.id, ...benchmarkJson(row) })),
  };
}

function areaJson({ id, label }: Area) {
  return { id, label };
}

/** A group in a line. */
function groupJson({ kind, label, why, members }: Group) {
  return { kind, label, why, members: members.length };
}

/** A municipality beside the others, as data. */
function comparedRowJson({ area, isOwn, figure: read, interval, place, before }: ComparedRow) {
  return {
    area: areaJson(area),
    isOwn,
    figure: figureJson(read),
    ...(interval && { interval }),
    ...(place && { rank: place.rank, ...(place.ranks && { ranks: place.ranks }) }),
    isNoise: place?.isNoise === true,
    ...(before && { before: { figure: figureJson(before.figure), rank: before.rank } }),
  };
}

/** A course as data. */
function pointsJson(levels: readonly Level[]): z.input<typeof point>[] {
  return levels.map(({ period, figure: read }) =>
    isMissing(read)
      ? { period: period.id, missing: read.missing }
      : { period: period.id, value: read.value, ...(read.origin?.preliminary && { preliminary: true }) },
  );
}

/** The figures of a municipality in the benchmark, as data. */
function benchmarkJson({ area: _, period: __, ...figures }: BenchmarkRow) {
  const { expected, actual, gap, expectedShare, actualShare, gapShare, place } = figures;
  const counts = { expected: figureJson(expected), actual: figureJson(actual), gap: figureJson(gap) };
  const shares = { expectedShare: figureJson(expectedShare), actualShare: figureJson(actualShare) };
  return { ...counts, ...shares, gapShare: figureJson(gapShare), place: figureJson(place) };
}
