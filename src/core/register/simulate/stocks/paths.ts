import { addToMonth, type Month, monthOf, numberOf } from "../../../calendar/month.ts";
import type { Period } from "../../../calendar/period.ts";
import { normal } from "../../../stats/draw.ts";
import type { Random } from "../../../stats/random.ts";
import type { DevelopmentSpec } from "../parameters/development.ts";
import type { Parameters } from "../parameters/parameters.ts";
import type { MunicipalitySize, StockTarget, TargetsSpec } from "../parameters/targets.ts";
import { interpolate, meanOver, type Path } from "./path.ts";

/** The stocks one municipality should have, month by month, by state; `supplement` among them. */
export type StockPaths = ReadonlyMap<string, PlannedStock>;
export type PlannedStock = { readonly path: Path; counts: StockTarget["count"] };

type Months = { readonly from: Month; readonly count: number };

/**
 * The course each stock should take: the municipality's level moved by the country's course, the season and some chance,
 * and then scaled so that it meets every figure a plan prints, exactly in the mean of the figure's period.
 */
export function stockPaths(
  parameters: Parameters,
  codes: readonly string[],
  within: Months,
  random: Random,
): ReadonlyMap<string, StockPaths> {
  const months = withPeriods(within, periodsOf(parameters));
  const targets = parameters.targets.targets.filter(({ municipalities }) =>
    municipalities.some((code) => codes.includes(code)),
  );
  const named = new Set([...codes, ...targets.flatMap(({ municipalities }) => municipalities)]);
  const sizes = parameters.municipalities.municipalities.filter(({ id }) => named.has(id));
  const places = new Map(sizes.map((size) => [size.id, ordinaryPaths(parameters, size, months, random)]));
  for (const { municipalities, stocks } of targets) {
    const these = municipalities.flatMap((code) => places.get(code) ?? []);
    for (const stock of stocks) meet(these, stock, parameters.targets.groups);
  }
  return new Map(codes.map((code) => [code, places.get(code) ?? new Map()]));
}

/** The stocks of a municipality that no plan speaks of. */
function ordinaryPaths(
  parameters: Parameters,
  size: MunicipalitySize,
  { from, count }: Months,
  random: Random,
): Map<string, PlannedStock> {
  const { states, supplement } = parameters.states;
  const paths = new Map<string, PlannedStock>();
  for (const { id, level } of states) {
    const shape = shapeOf(parameters.development, id, { from, count });
    const scale = (size[level.of] * level.share) / meanOver(shape, level.at ?? parameters.municipalities.period);
    const swings = swingsOf(parameters.development.noise, count, random);
    const values = shape.values.map((value, i) => {
      const stock = value * scale;
      return Math.max(0, stock + swings[i] * Math.sqrt(stock));
    });
    paths.set(id, { path: { from, values }, counts: "fullTime" });
  }
  const beside = new Float64Array(count);
  for (const [id, share] of Object.entries(supplement.given))
    for (let i = 0; i < count; i++) beside[i] += share * (paths.get(id)?.path.values[i] ?? 0);
  return paths.set("supplement", { path: { from, values: beside }, counts: "fullTime" });
}

/** The country's course of a state with its season, on any scale. */
function shapeOf({ course, season }: DevelopmentSpec, id: string, { from, count }: Months): Path {
  const points = course[id] ?? [[from, 1]];
  const months = season[id] ?? flat;
  const mean = months.reduce((sum, one) => sum + one) / 12;
  const values = Float64Array.from({ length: count }, (_, i) => {
    const month = addToMonth(from, i);
    return (interpolate(points, month) * months[numberOf(month) - 1]) / mean;
  });
  return { from, values };
}

const flat: readonly number[] = Array.from({ length: 12 }, () => 1);

/** Swings from month to month, in square roots of the stock, each a part of the one before. */
function swingsOf({ size, persistence }: DevelopmentSpec["noise"], count: number, random: Random): Float64Array {
  const fresh = size * Math.sqrt(1 - persistence ** 2);
  let swing = size * normal(random);
  return Float64Array.from({ length: count }, () => (swing = persistence * swing + fresh * normal(random)));
}

/** Scales the stocks of some municipalities, as one, until they meet a printed figure in each of its periods. */
function meet(places: readonly StockPaths[], target: StockTarget, groups: TargetsSpec["groups"]): void {
  const { states, beside, count, values } = target;
  const ids = states.flatMap((id) => groups[id] ?? id);
  const scaled = places.flatMap((paths) => ids.flatMap((id) => paths.get(id) ?? []));
  for (const one of scaled) one.counts = count;
  const apart = (period: Period) =>
    Object.entries(beside).reduce((sum, [id, share]) => {
      const paths = places.flatMap((stocks) => stocks.get(id)?.path ?? []);
      return sum + share * sumOver(paths, period);
    }, 0);
  scaleToMeet(
    scaled.map(({ path }) => path),
    values.map(([period, value]) => [period, Math.max(0, value - apart(period))]),
  );
}

/** A path of some months that meets figures in the mean of their periods. */
export function pathMeeting(figures: readonly Figure[], within: Months): Path {
  const { from, count } = withPeriods(
    within,
    figures.map(([period]) => period),
  );
  const path = { from, values: new Float64Array(count).fill(1) };
  scaleToMeet([path], figures);
  return path;
}

type Figure = readonly [period: Period, value: number];

/** Scales paths alike until their sum has the mean of each figure over its period, in straight lines between them. */
function scaleToMeet(paths: readonly Path[], figures: readonly Figure[]): void {
  for (let round = 0; round < ROUNDS; round++) {
    const course = figures.map(([period, value]): [Month, number] => {
      const sum = sumOver(paths, period);
      return [middleOf(period), sum > 0 ? value / sum : 0];
    });
    for (const { from, values } of paths)
      for (let i = 0; i < values.length; i++) values[i] *= interpolate(course, from + i);
  }
}

/** Straight lines between two years do not keep their means; so many rounds bring them within a thousandth of a person. */
const ROUNDS = 12;

function sumOver(paths: readonly Path[], period: Period): number {
  return paths.reduce((sum, path) => sum + meanOver(path, period), 0);
}

/** The month in the middle of a period. */
function middleOf({ from, to }: Period): Month {
  const first = monthOf(from);
  return addToMonth(first, Math.floor((monthOf(to) - first - 1) / 2));
}

/** Every period that some figure is for. */
function periodsOf({ states, municipalities, targets }: Parameters): Period[] {
  const levels = states.states.flatMap(({ level }) => level.at ?? []);
  const printed = targets.targets.flatMap(({ stocks }) =>
    stocks.flatMap(({ values }) => values.map(([period]) => period)),
  );
  return [municipalities.period, ...levels, ...printed];
}

/** The months and all those of some periods, without gaps. */
function withPeriods({ from, count }: Months, periods: readonly Period[]): Months {
  const first = Math.min(from, ...periods.map((period) => monthOf(period.from)));
  const end = Math.max(from + count, ...periods.map((period) => monthOf(period.to)));
  return { from: addToMonth(from, first - from), count: end - first };
}
