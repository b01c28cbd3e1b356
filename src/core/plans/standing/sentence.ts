import type { Day } from "../../calendar/day.ts";
import { type Period, samePeriod } from "../../calendar/period.ts";
import { isMissing } from "../../figures/figure.ts";
import { fill, type Text, verbatim } from "../../text/text.ts";
import { moved, type PartResult } from "../evaluation/result.ts";
import { demandText, figureBeside, figureText, periodText, whenText } from "../evaluation/say.ts";
import { outturn } from "../evaluation/values.ts";
import { latestOf } from "./overview.ts";

/**
 * The sentence of a goal's page: how the figure moved, what the target asks, and how the country moved meanwhile; where
 * nothing can be compared, the latest figure, and else why there is none.
 *
 * @example `Tallet er faldet med 88 (−2,6 %) fra 2017 til 2018; målet er højst 3.400 fuldtidspersoner. På landsplan er det faldet 4,1 %.`
 */
export function goalSentence(part: PartResult, asOf: Day): Text {
  const { baseline, demand, change, verdict } = part;
  const latest = part.settledBy ?? latestOf(part, asOf);
  if (isMissing(latest) || latest.period === undefined) return verdict.reason;
  const when = whenText(latest.period);
  const target = demand === undefined ? nothing : fill(words.target, { demand: demandText(demand) });
  const to = periodText(latest.period);
  if (part.target?.kind === "gap") return fill(words.gap, { figure: figureBeside(latest, demand), to, target });
  if (change === undefined || isMissing(change.number) || isMissing(baseline) || baseline.period === undefined)
    return fill(part.settledBy === undefined ? words.latest : words.settled, {
      figure: figureBeside(latest, demand),
      ...{ to, when, target },
    });
  const { value } = change.number;
  const by = figureText({ ...change.number, value: Math.abs(value) });
  const share =
    isMissing(change.share) || latest.unit === "share"
      ? nothing
      : fill(words.share, { share: figureText(change.share) });
  const { period } = baseline;
  const from = { from: periodText(period), before: whenText(period) };
  const asked = { figure: figureBeside(latest, demand), by, share, ...from, when, target };
  const country = countryMoved(part, latest.period, asOf);
  const moves = fill(value === 0 ? words.same : value > 0 ? words.risen : words.fallen, asked);
  return country === undefined ? moves : fill({ da: "{moves} {country}", en: "{moves} {country}" }, { moves, country });
}

/** How the country's figure moved between the same two periods. */
function countryMoved({ series, baseline, context }: PartResult, to: Period, asOf: Day): Text | undefined {
  const area = context.find(({ kind }) => kind === "country")?.area;
  if (series === undefined || area === undefined || baseline.period === undefined) return undefined;
  const { period } = baseline;
  const known = outturn({ series, areas: [area], asOf });
  const [before, after] = [period, to].map((when) => known.find((one) => samePeriod(one.period, when))?.value);
  const change = before && moved(before, after);
  if (change === undefined || isMissing(change.number)) return undefined;
  const size = change.number.unit === "share-points" || isMissing(change.share) ? change.number : change.share;
  const words = size.value === 0 ? country.same : size.value > 0 ? country.risen : country.fallen;
  return fill(words, { by: figureText({ ...size, value: Math.abs(size.value) }) });
}

const nothing = verbatim("");
const words = {
  risen: {
    da: "Tallet er steget med {by}{share} fra {from} til {figure} {when}{target}.",
    en: "The figure has risen by {by}{share} from {from} to {figure} {when}{target}.",
  },
  fallen: {
    da: "Tallet er faldet med {by}{share} fra {from} til {figure} {when}{target}.",
    en: "The figure has fallen by {by}{share} from {from} to {figure} {when}{target}.",
  },
  same: {
    da: "Tallet er {figure} {when} som {before}{target}.",
    en: "The figure is {figure} {when} as {before}{target}.",
  },
  latest: { da: "Seneste tal er {figure} ({to}){target}.", en: "The latest figure is {figure} ({to}){target}." },
  settled: { da: "Tallet blev {figure} {when}{target}.", en: "The figure became {figure} {when}{target}." },
  gap: { da: "Forskellen er {figure} ({to}){target}.", en: "The distance is {figure} ({to}){target}." },
  target: { da: "; målet er {demand}", en: "; the target is {demand}" },
  share: { da: " ({share})", en: " ({share})" },
} as const satisfies Readonly<Record<string, Text>>;
const country = {
  risen: { da: "På landsplan er det steget {by}.", en: "In the whole country it has risen {by}." },
  fallen: { da: "På landsplan er det faldet {by}.", en: "In the whole country it has fallen {by}." },
  same: { da: "På landsplan er det uændret.", en: "In the whole country it is unchanged." },
} as const satisfies Readonly<Record<string, Text>>;
