import { addDays, type Day } from "../../calendar/day.ts";
import { contains, type Frequency, type Period } from "../../calendar/period.ts";
import { type Figure, isMissing } from "../../figures/figure.ts";
import { chanceOf } from "../../forecast/goals/chance.ts";
import { type Course, neededPerMonth, turnOf } from "../../forecast/goals/course.ts";
import { expectedOf } from "../../forecast/goals/expected.ts";
import type { Foreseen } from "../../forecast/goals/foreseen.ts";
import { isPaths, type Paths } from "../../forecast/goals/paths.ts";
import { periodsAfter } from "../../forecast/series/series-panel.ts";
import { areasOf, type Observation, type Series } from "../../indicators/series.ts";
import type { Text } from "../../text/text.ts";
import type { Demand } from "../targets/demand.ts";
import type { Taken } from "../targets/taken.ts";
import type { Ground } from "./ground.ts";
import { baselineOf, type Holding, holdAgainst } from "./held.ts";
import { differenceUnit } from "./result.ts";
import { isFinal, outturn, type Source } from "./values.ts";

/**
 * What is expected of a part that is not settled, by the forecast the ground has; why there is none; undefined where
 * none is asked for. In each drawn way the figures still to come are put after the final ones, and the target is held
 * against them as it will be held against those that come.
 */
export function foresee(ground: Ground, holding: Holding): Foreseen | Text | undefined {
  const { part, aim, period, source } = holding;
  if (ground.paths === undefined || source.asOf < Math.min(ground.plan.period.from, period.from)) return undefined;
  if (part.target?.kind === "benchmark") return reasons.benchmark;
  const measured = aim.gap ? distanceSeries(holding) : source;
  const history = finalSteps(measured);
  const last = history.at(-1);
  if (last === undefined || isMissing(last.value)) return reasons.nothing;
  const { series } = measured;
  const due = period.of ?? period;
  const periods = periodsUntil(due, last.period, series.frequency);
  if (periods.length === 0) return undefined;
  const paths = ground.paths({
    ...{ indicator: part.indicator, where: part.where ?? {}, parameters: part.parameters ?? {} },
    ...{ areas: source.areas, series, history, periods },
    asOf: source.asOf,
    distanceTo: aim.gap ? (holding.reference?.areas.join("+") ?? "") : undefined,
  });
  if (!isPaths(paths)) return paths;

  const known = history.filter((one) => one.period.to > firstDayOf(holding, due));
  const ends = paths.ways.map((way) => holdAgainst(afterWay(holding, known, paths.periods, way)));
  const { demand } = ends[0];
  const figures = ends.flatMap(({ figure }) => figure?.value ?? []);
  if (demand === undefined || figures.length < ends.length) return reasons.period;
  const range = expectedOf(figures);
  const unit = aim.gap ? differenceUnit(source.series.unit) : source.series.unit;
  const coming = paths.periods.map((one, at) => ({ period: one, ...expectedOf(paths.ways.map((way) => way[at])) }));
  const ofPeople = !aim.gap && (unit === "persons" || unit === "full-time-persons");
  if (ofPeople && [range, ...coming].some(({ mean }) => mean < ground.parameters.smallestGroup)) return reasons.few;
  return {
    ...{ method: paths.method, past: paths.past, range },
    figure: { value: range.mean, unit, period, origin: last.value.origin },
    chance: chanceOf(ends.map(({ met }) => met === true)),
    ...onTheWay(demand, aim.taken ?? (unit === "count" ? "sum" : "value"), {
      ...{ due, history, paths, unit },
      origin: last.value.origin,
    }),
    coming,
  };
}

type Going = {
  readonly due: Period;
  readonly history: readonly Observation[];
  readonly paths: Paths;
  readonly unit: Figure["unit"];
  readonly origin: Figure["origin"];
};

/** When the target turns, and what it takes from now on. */
function onTheWay(demand: Demand, taken: Taken, going: Going): Pick<Foreseen, "turn" | "needed"> {
  const { due, history, paths, unit, origin } = going;
  const known = history.flatMap(({ period, value }) => (isMissing(value) ? [] : [{ period, value: value.value }]));
  const sofar = known.filter(({ period }) => contains(due, period)).map(({ value }) => value);
  const course: Course = { demand, taken, sofar, latest: known[known.length - 1].value };
  const first = paths.periods.findIndex((one) => contains(due, one));
  if (first < 0) return { turn: undefined, needed: undefined };
  const inside = paths.periods.slice(first);
  const months = monthsIn[history[0].period.kind] ?? 1;
  const needed = neededPerMonth(course, { left: inside.length, before: first }, months);
  return {
    turn: turnOf(
      course,
      inside,
      paths.ways.map((way) => way.subarray(first)),
    ),
    needed: needed && {
      kind: needed.kind,
      figure: { value: needed.value, unit: differenceUnit(unit), period: due, origin },
    },
  };
}

const monthsIn: Readonly<Partial<Record<Period["kind"], number>>> = { month: 1, quarter: 3, half: 6, year: 12 };

/** The final figures of a source, one a step of its series, the oldest first. */
function finalSteps(source: Source): Observation[] {
  const { frequency } = source.series;
  return outturn(source).filter(
    ({ period, value }) => period.kind === frequency && isFinal(period, source) && !isMissing(value),
  );
}

/** The periods after one until another is over. */
function periodsUntil(due: Period, last: Period, frequency: Frequency): Period[] {
  const periods: Period[] = [];
  for (let at = last; at.to < due.to; at = periods[periods.length - 1]) periods.push(...periodsAfter(at, frequency, 1));
  return periods;
}

/** The first day of what a target is held against: its own period, and the one it counts from. */
function firstDayOf({ part, aim }: Holding, due: Period): Day {
  const counted = [aim.against, part.baseline?.period].flatMap((period) => (period === undefined ? [] : [period]));
  return counted
    .map((period) => (period.of ?? period).from)
    .reduce((first, from) => (from < first ? from : first), due.from);
}

/** A holding as it will be when the figures of a way have come. */
function afterWay(
  holding: Holding,
  history: readonly Observation[],
  periods: readonly Period[],
  way: Float64Array,
): Holding {
  const { part, aim, source, baseline } = holding;
  const { unit } = source.series;
  const area = source.areas.join("+");
  const came = periods.map((period, at): Observation => {
    return { area, period, status: "actual", value: { value: way[at], unit, period } };
  });
  const asOf = addDays(periods[periods.length - 1].to, -1);
  const known = (observations: readonly Observation[]): Source => ({
    ...{ areas: [area], asOf },
    series: { ...source.series, observations },
  });
  const own = known([...history, ...came]);
  // A gap's ways are of the distance itself, so the other stands still at 0.
  const other = known(own.series.observations.map((one) => ({ ...one, value: { value: 0, unit } })));
  return {
    ...holding,
    source: own,
    reference: aim.gap ? other : holding.reference,
    baseline: aim.gap || isMissing(baseline) ? baselineOf(part, aim, own) : baseline,
  };
}

/**
 * The distances own − other as a series of their own, of every area: forecast as such, what moves both sides alike is
 * already out of them.
 */
function distanceSeries({ source, reference }: Holding): Source {
  if (reference === undefined) return source;
  const unit = differenceUnit(source.series.unit);
  const grouped = reference.series !== source.series;
  const distances = (own: Source): Observation[] => {
    const others = outturn({ ...reference, areas: grouped ? own.areas : reference.areas });
    return outturn(own).flatMap((one) => {
      const other = others.find(({ period }) => period.from === one.period.from && period.to === one.period.to)?.value;
      if (isMissing(one.value) || other === undefined || isMissing(other)) return [];
      return [{ ...one, value: { value: one.value.value - other.value, unit } }];
    });
  };
  const beside = areasOf(source.series).filter((area) => !source.areas.includes(area));
  const all = [source.areas, ...beside.map((area) => [area])].map((areas) => ({ ...source, areas }));
  const series: Series = { ...source.series, unit, observations: all.flatMap(distances) };
  return { ...source, areas: [source.areas.join("+")], series };
}

const reasons = {
  benchmark: {
    da: "Der er ingen prognose for det, målet holdes op imod.",
    en: "There is no forecast of what the target is held against.",
  },
  nothing: {
    da: "Der er ingen endelige tal, der følger efter hinanden, at lave en prognose af.",
    en: "There are no final figures that follow each other to forecast from.",
  },
  few: {
    da: "Der ventes så få personer, at de ikke kan vises.",
    en: "So few persons are expected that they cannot be shown.",
  },
  period: {
    da: "Serien har ikke de trin, målets periode kræver.",
    en: "The series lacks the steps that the target's period needs.",
  },
} as const satisfies Readonly<Record<string, Text>>;
