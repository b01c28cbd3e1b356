import { addDays, type Day } from "../calendar/day.ts";
import { addToMonth, type Month, monthOf } from "../calendar/month.ts";
import { lengthInDays, type Period } from "../calendar/period.ts";
import type { Figure, Missing } from "../figures/figure.ts";
import type { Where } from "../format/scalars.ts";
import type { IndicatorResult } from "../indicators/compute.ts";
import type { Indicator, Indicators } from "../indicators/indicator.ts";
import type { IndicatorRow } from "../indicators/row.ts";
import type { Observation, Series } from "../indicators/series.ts";
import { simulatedMark } from "../indicators/source-text.ts";
import type { SeriesUnit } from "../register/counting/windows.ts";
import type { Text } from "../text/text.ts";
import { pointsOf } from "./evaluation/cohort-points.ts";
import { filterOf } from "./evaluation/measure.ts";
import type { Part } from "./format/goal.ts";
import type { Plan } from "./format/plan.ts";
import { aimOf } from "./targets/kinds.ts";

/** What must be computed from a register for a part of a goal: an indicator for the plan's municipalities, at the steps its periods need. */
export type RegisterNeed = {
  readonly indicator: Indicator;
  readonly where: Where;
  readonly parameters: Readonly<Record<string, string>>;
  readonly areas: readonly string[];
  readonly units: readonly SeriesUnit[];
  readonly from: Month;
  readonly to: Month;
};

/** How many months before a goal's first period are computed too, for its course. */
const monthsBefore = 24;

/** Everything the goals of a plan need of a register, each once. What no register can tell is left out. */
export function registerNeeds(plan: Plan, indicators: Indicators, asOf: Day): RegisterNeed[] {
  const needs = plan.goals
    .flatMap(({ parts }) => parts.flatMap(pointsOf))
    .flatMap((part) => needOf(part, plan, indicators, asOf));
  const known = new Map<string, RegisterNeed>();
  for (const need of needs) {
    const key = keyOf(need);
    known.set(key, both(known.get(key), need));
  }
  return [...known.values()];
}

function needOf(part: Part, { municipalities }: Plan, indicators: Indicators, asOf: Day): RegisterNeed[] {
  const indicator = indicators.get(part.indicator ?? "");
  const aim = part.target && aimOf(part.target);
  if (indicator?.numerator === undefined || aim?.period === undefined) return [];
  const periods = [aim.period, aim.against, part.baseline?.period].filter((period) => period !== undefined);
  const first = Math.min(...periods.map(({ from }) => from));
  return [
    {
      indicator,
      where: part.where ?? {},
      parameters: part.parameters ?? {},
      areas: part.area === undefined ? municipalities : [part.area],
      units: [...new Set(["month" as const, ...periods.flatMap(stepsOf)])],
      from: addToMonth(monthOf(addDays(asOf, first - asOf)), -monthsBefore),
      to: monthOf(asOf),
    },
  ];
}

/** The step at which a register gives just a period; none for one that no step gives. */
export function stepsOf(period: Period): SeriesUnit[] {
  if (period.kind === "year" || period.kind === "quarter") return [period.kind];
  const days = lengthInDays(period);
  return days === 365 || days === 366 ? ["rolling12"] : [];
}

function keyOf({ indicator, where, parameters, areas }: RegisterNeed): string {
  const inOrder = (codes: Where) => Object.entries(codes).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([indicator.id, inOrder(where), inOrder(parameters), areas]);
}

function both(one: RegisterNeed | undefined, other: RegisterNeed): RegisterNeed {
  if (one === undefined) return other;
  const units = [...new Set([...one.units, ...other.units])];
  return {
    ...one,
    units,
    from: one.from < other.from ? one.from : other.from,
    to: one.to > other.to ? one.to : other.to,
  };
}

/** The computed figures of a need as a series, marked when they are simulated. A group under the indicator's limit is too small. */
export function registerSeries(need: RegisterNeed, results: readonly IndicatorResult[], name: string): Series {
  const { indicator, areas } = need;
  const [{ snapshot, asOf, simulated }] = results;
  const area = areas.join("+");
  const observations = new Map<string, Observation>();
  for (const { rows } of results)
    for (const row of rows)
      observations.set(row.period.id, {
        area,
        period: row.period,
        status: "actual",
        value: valueOfRow(row, indicator),
      });
  return {
    id: `${name}.${indicator.id}`,
    title: indicator.name,
    owner: simulated ? `${name}, ${simulatedMark}` : name,
    // Enough of the hash to tell one register from another; the whole is the vintage.
    table: snapshot.slice(0, 12),
    indicator: indicator.id,
    where: filterOf({ indicator: indicator.id, where: need.where, parameters: need.parameters }, indicator),
    unit: indicator.unit,
    frequency: "month",
    seasonal: "none",
    fetched: asOf,
    vintage: snapshot,
    licence: "",
    finalAfterMonths: indicator.finalAfterMonths,
    breaks: [],
    proxyFor: [],
    ...(simulated && { note: simulatedWords }),
    observations: [...observations.values()],
  };
}

/** What every figure of a simulated register is marked with. */
export const simulatedWords: Text = {
  da: "Simulerede data: ingen virkelige personer",
  en: "Simulated data: no real persons",
};

function valueOfRow({ value, missing, n, period }: IndicatorRow, { unit, smallestCount }: Indicator): Figure | Missing {
  if (missing !== undefined || value === undefined) return { missing: missing ?? "no-data", unit, period };
  if (n !== undefined && n > 0 && n < smallestCount) return { missing: "too-small", unit, period };
  return { value, unit, period };
}
