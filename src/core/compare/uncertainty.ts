import type { Unit } from "../figures/unit.ts";
import type { Series } from "../indicators/series.ts";
import type { Bounds } from "../stats/bounds.ts";
import { poissonScore } from "../stats/poisson.ts";
import { wilson } from "../stats/wilson.ts";
import type { Text } from "../text/text.ts";
import { modelled } from "./benchmark.ts";

/** How far chance alone could have moved a published figure: by which method, or why that cannot be said. */
export type Uncertainty = { readonly method: "wilson" | "poisson" | "unknown"; readonly says: Text };

/** The units that are counted one by one, so that a figure can be held against chance. */
const counted: ReadonlySet<Unit> = new Set(["persons", "full-time-persons", "companies", "count"]);

/** Whether a unit counts something that can be seen against the inhabitants. */
export function isCounted(unit: Unit): boolean {
  return counted.has(unit);
}

/** What can be said of the uncertainty of a series' figures; a share needs to be known to be one of so many. */
export function uncertaintyOf(
  { indicator, unit }: Pick<Series, "indicator" | "unit">,
  isOfKnown: boolean,
): Uncertainty {
  if (modelled.has(indicator)) return { method: "unknown", says: words.modelled };
  if (isCounted(unit)) return { method: "poisson", says: words.poisson };
  if (unit === "share" && isOfKnown) return { method: "wilson", says: words.wilson };
  return { method: "unknown", says: words.unknown };
}

/**
 * The published count behind a share: of the same table and filter, under the indicator of the same name without
 * `-andel`. With it, the share says how many it is a share of.
 */
export function findCount(series: Series, all: readonly Series[]): Series | undefined {
  const { indicator, table, where } = series;
  return all.find(
    (one) =>
      `${one.indicator}-andel` === indicator &&
      one.table === table &&
      JSON.stringify(one.where) === JSON.stringify(where),
  );
}

/**
 * Where a count lies in 95 of 100 cases if chance alone moved it.
 *
 * @example intervalOfCount(10)?.high // 18.4094727150797…
 */
export function intervalOfCount(value: number): Bounds | undefined {
  return value < 0 ? undefined : poissonScore(Math.round(value));
}

/** Where a share of so many lies; nothing where it is no share of them. */
export function intervalOfShare(share: number, of: number): Bounds | undefined {
  const trials = Math.round(of);
  const successes = Math.round(share * of);
  return trials > 0 && successes >= 0 && successes <= trials ? wilson(successes, trials) : undefined;
}

const words = {
  poisson: {
    da: "Intervallet viser, hvor meget et antal af den størrelse kan svinge ved tilfældighed alene (95 %). Fuldtidspersoner regnes her som personer.",
    en: "The interval shows how much a number of that size can vary by chance alone (95%). Full-time persons are taken as persons here.",
  },
  wilson: {
    da: "Intervallet er Wilsons (95 %): hvor andelen kan ligge, når så mange kan tælles med.",
    en: "The interval is Wilson's (95%): where the share can lie when so many can be counted.",
  },
  unknown: {
    da: "Usikkerheden er ukendt: kilden siger ikke, hvor mange der ligger bag tallet.",
    en: "The uncertainty is unknown: the source does not say how many are behind the figure.",
  },
  modelled: {
    da: "Tallet er beregnet af en model, hvis usikkerhed kilden ikke oplyser.",
    en: "The figure is computed by a model whose uncertainty the source does not state.",
  },
} as const satisfies Readonly<Record<string, Text>>;
