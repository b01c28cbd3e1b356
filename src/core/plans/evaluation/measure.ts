import type { Day } from "../../calendar/day.ts";
import { formatDay } from "../../calendar/day.ts";
import type { Period } from "../../calendar/period.ts";
import { isMissing } from "../../figures/figure.ts";
import type { Where } from "../../format/scalars.ts";
import type { Indicator, Indicators } from "../../indicators/indicator.ts";
import { findProxy, matches, type Observation, type Series } from "../../indicators/series.ts";
import type { Text } from "../../text/text.ts";
import type { FollowUp } from "../format/follow-up-file.ts";
import type { Goal, Part } from "../format/goal.ts";
import type { Parameters } from "./parameters.ts";

/** What a part measures: an indicator, narrowed, with other values of its parameters than its own. */
export type Measures = Pick<Part, "indicator" | "where" | "parameters">;

/** What a part measures as one filter: its codes, and the parameters that differ from the indicator's own. */
export function filterOf({ where, parameters }: Measures, { parameters: own }: Indicator): Where {
  const other = Object.entries(parameters ?? {}).filter(
    ([id, value]) => own.find((one) => one.id === id)?.value !== value,
  );
  return { ...where, ...Object.fromEntries(other) };
}

/**
 * The series that measures just this, its observations joined from every source that has them in the order given:
 * the register, published series, the plan's own tables.
 */
export function seriesFor(measures: Measures, all: readonly Series[], indicators: Indicators): Series | undefined {
  const definition = measures.indicator === undefined ? undefined : indicators.get(measures.indicator);
  if (definition === undefined) return undefined;
  const measuring = all.filter((one) => matches(one, definition, filterOf(measures, definition))).map(withOrigin);
  return measuring.reduce<Series | undefined>(joinedWith, undefined);
}

/** A series whose figures say where they come from, so that they can stand among another's. */
function withOrigin(series: Series): Series {
  const origin = { source: series.owner, table: series.table, fetched: series.fetched };
  const observations = series.observations.map((one) =>
    isMissing(one.value) ? one : { ...one, value: { period: one.period, origin, ...one.value } },
  );
  return { ...series, observations };
}

/** One series with another's observations where it has none of its own. */
export function joinedWith(series: Series | undefined, other: Series | undefined): Series | undefined {
  if (series === undefined || other === undefined) return series ?? other;
  const known = new Set(series.observations.map(key));
  const added = other.observations.filter((one) => !known.has(key(one)));
  if (added.length === 0) return series;
  return {
    ...series,
    frequency: finer(series.frequency, other.frequency),
    finalAfterMonths: Math.max(series.finalAfterMonths, other.finalAfterMonths),
    breaks: [...series.breaks, ...other.breaks],
    observations: [...series.observations, ...added],
  };
}

function key({ area, period, status }: Observation): string {
  return `${area} ${period.from} ${period.to} ${status}`;
}

const fineness: readonly Series["frequency"][] = ["month", "quarter", "half", "year"];

function finer(a: Series["frequency"], b: Series["frequency"]): Series["frequency"] {
  return fineness.find((one) => one === a || one === b) ?? a;
}

/** The figures a municipality has typed in for a part, as a series; undefined when there are none. */
export function typedSeries(
  goal: Goal,
  part: Part,
  followUp: FollowUp,
  areas: readonly string[],
  { finalAfterMonths }: Parameters,
): Series | undefined {
  const typed = followUp.observations.filter(
    (one) => one.goal === goal.id && (one.part === undefined ? goal.parts.length === 1 : one.part === part.id),
  );
  const last = typed.at(-1);
  if (last === undefined) return undefined;
  return {
    id: `${followUp.plan}.${goal.id}.${part.id}`,
    title: part.label,
    owner: last.by,
    table: last.source,
    indicator: part.indicator ?? goal.id,
    where: part.where ?? {},
    unit: last.value.unit,
    frequency: frequencyOf(typed.map(({ period }) => period)),
    seasonal: "none",
    fetched: last.on,
    vintage: formatDay(last.on),
    licence: "",
    // A figure typed in is final when it is said to be; a preliminary one waits as published figures do.
    finalAfterMonths: typed.some(({ preliminary }) => preliminary) ? finalAfterMonths : 0,
    breaks: [],
    proxyFor: [],
    observations: lastOfEach(typed).map(({ period, value, source, on, preliminary }) => ({
      area: areas.join("+"),
      period,
      status: "actual",
      value: {
        value: value.value,
        unit: value.unit,
        period,
        printed: value.printed,
        origin: { source, fetched: on, preliminary },
      },
    })),
  };
}

/** A later figure for the same period replaces the earlier. */
function lastOfEach<T extends { readonly period: Period }>(typed: readonly T[]): T[] {
  return [...new Map(typed.map((one) => [one.period.id, one])).values()];
}

function frequencyOf(periods: readonly Period[]): Series["frequency"] {
  const shortest = Math.min(...periods.map(({ from, to }) => to - from));
  if (shortest <= 31) return "month";
  if (shortest <= 92) return "quarter";
  return shortest <= 184 ? "half" : "year";
}

/** A series that only resembles what is measured, and why it is not the same. */
export type Proxied = { readonly series: Series; readonly why: Text };

/** The series that resemble what a part measures: shown beside it, never settling it. */
export function proxiesFor(measures: Measures, all: readonly Series[], indicators: Indicators): Proxied[] {
  const definition = measures.indicator === undefined ? undefined : indicators.get(measures.indicator);
  if (definition === undefined) return [];
  return all.flatMap((series) => {
    const proxy = findProxy(series, definition, filterOf(measures, definition));
    return proxy === undefined ? [] : [{ series, why: proxy.why }];
  });
}

/** The day a break fell between two periods of a series, if one did. */
export function breakBetween(series: Series, from: Period, to: Period): Day | undefined {
  return series.breaks.find(({ on }) => on > from.from && on < to.to)?.on;
}

/** Whether the series says anything of the areas, if only why there is no figure. */
export function speaksOf(series: Series, areas: readonly string[]): boolean {
  const pooled = areas.join("+");
  return series.observations.some(({ area }) => area === pooled || areas.includes(area));
}
