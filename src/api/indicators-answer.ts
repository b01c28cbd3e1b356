import type { z } from "zod";
import { addDays, formatDay } from "#core/calendar/day.ts";
import type { Indicator } from "#core/indicators/indicator.ts";
import type { Series } from "#core/indicators/series.ts";
import type { Plan } from "#core/plans/format/plan.ts";
import { type Text, verbatim } from "#core/text/text.ts";
import type { Vocabulary } from "#core/vocabulary/vocabulary.ts";
import type { indicatorEntry, indicatorSchema, seriesEntry } from "./indicators.ts";

/** A published series, and how far it reaches. */
export type PublishedLine = Omit<Series, "observations"> & {
  readonly first: string;
  readonly last: string;
  readonly areas: number;
};

/** A series as data. */
export function seriesJson(series: PublishedLine): z.input<typeof seriesEntry> {
  const { id, title, indicator, where, unit, owner, table, frequency, licence, vintage, first, last, areas } = series;
  const { fetched, moment, note } = series;
  return {
    ...{ id, title, indicator, where: { ...where }, unit, owner, frequency, licence, vintage, first, last, areas },
    ...(table !== undefined && { table }),
    ...(fetched !== undefined && { fetched: formatDay(fetched) }),
    ...(moment && { moment }),
    ...(note && { note }),
  };
}

/** An indicator with the series that show it and the goals that are measured by it. */
type Used = {
  readonly indicator: Indicator;
  readonly series: readonly PublishedLine[];
  readonly goals: readonly { readonly plan: Plan; readonly goal: Plan["goals"][number] }[];
};

/** The list of indicators as data. */
export function listedJson(all: readonly Used[]) {
  return {
    indicators: all.map(({ indicator, series, goals }) => ({
      ...lineJson(indicator, firstSentence(indicator.definition)),
      series: series.length,
      goals: goals.length,
    })),
  };
}

function lineJson({ id, name, unit, good, numerator }: Indicator, definition: Text) {
  const line = { id, name, unit, good, definition, computed: numerator !== undefined };
  return line satisfies Omit<z.input<typeof indicatorEntry>, "series" | "goals">;
}

/** What is said until the first full stop that a new sentence follows. */
function firstSentence({ da, en }: Text): Text {
  const first = (words: string) => /^.*?[.:?](?=\s+[A-ZÆØÅ]|$)/s.exec(words)?.[0] ?? words;
  return { da: first(da), en: first(en) };
}

/** An indicator whole, as data. */
export function readJson(
  read: Used & { readonly formula: { readonly numerator: Text; readonly denominator?: Text } | undefined },
  { dimensions }: Vocabulary,
): z.input<typeof indicatorSchema> {
  const { indicator, series, goals, formula } = read;
  const { source, parameters, published, smallestCount, valid, breaks, finalAfterMonths } = indicator;
  return {
    ...lineJson(indicator, indicator.definition),
    source,
    ...(formula && { formula }),
    parameters,
    dimensions: indicator.dimensions.map((id) => ({ id, label: dimensions.get(id)?.label ?? verbatim(id) })),
    published,
    smallestCount,
    valid: {
      ...(valid.from !== undefined && { from: formatDay(valid.from) }),
      ...(valid.until !== undefined && { to: formatDay(addDays(valid.until, -1)) }),
    },
    breaks: breaks.map(({ on, text }) => ({ on: formatDay(on), text })),
    finalAfterMonths,
    series: series.map(seriesJson),
    goals: goals.map(({ plan, goal }) => ({
      ...{ plan: plan.id, planTitle: plan.title, organisation: verbatim(plan.organisation) },
      ...{ goal: goal.id, title: goal.title },
    })),
  };
}
