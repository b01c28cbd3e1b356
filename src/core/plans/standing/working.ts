import type { Period } from "../../calendar/period.ts";
import { type Figure, isMissing, type Missing } from "../../figures/figure.ts";
import { writeFigure } from "../../figures/write.ts";
import { chanceText } from "../../forecast/goals/chance.ts";
import { isForeseen } from "../../forecast/goals/foreseen.ts";
import { isRoom, neededText, turnText } from "../../forecast/goals/say.ts";
import { sourceText } from "../../indicators/source-text.ts";
import { fill, type Text, verbatim } from "../../text/text.ts";
import type { Parameters } from "../evaluation/parameters.ts";
import { bandOf } from "../evaluation/projection.ts";
import type { PartResult } from "../evaluation/result.ts";
import { dayText, demandText, figureBeside, figureText, periodText, rangeText, sizeText } from "../evaluation/say.ts";
import { wordsOf } from "../evaluation/verdict.ts";
import type { Demand } from "../targets/demand.ts";
import { aimOf } from "../targets/kinds.ts";
import { targetText } from "../targets/say.ts";
import type { Target } from "../targets/schema.ts";
import type { Taken } from "../targets/taken.ts";
import { askedFigure } from "./asked-figure.ts";
import { gapOf } from "./distance.ts";

/** A step of a verdict's working, and the figure it rests on. */
export type Step = { readonly says: Text; readonly figure?: Figure | Missing };

/** A part of a goal, and its newest figure with where it comes from. */
export type Worked = { readonly part: PartResult; readonly latest: Figure | Missing; readonly parameters: Parameters };

/**
 * A verdict's working, a step a line: what is counted from, what the target asks, the newest figure, where it leads and
 * by which rule, how far that is from the target, and what follows.
 */
export function workingOf(worked: Worked): Step[] {
  const steps = [
    baselineStep,
    targetStep,
    latestStep,
    settledStep,
    forecastStep,
    neededStep,
    courseStep,
    nowStep,
    distanceStep,
    ruleStep,
    conclusionStep,
  ];
  return steps.flatMap((step) => step(worked) ?? []);
}

type Line = (worked: Worked) => Step | undefined;

const baselineStep: Line = ({ part: { baseline, target } }) => {
  if (isMissing(baseline))
    return asksForBaseline(target?.kind) ? { says: words.noBaseline, figure: baseline } : undefined;
  const where = baseline.printed === undefined ? words.computed : words.printed;
  const period = baseline.period === undefined ? nothing : inPeriod(baseline.period);
  return { says: fill(words.baseline, { figure: figureText(baseline), period, where }), figure: baseline };
};

function asksForBaseline(kind: string | undefined): boolean {
  return kind === "change" || kind === "direction";
}

const targetStep: Line = ({ part: { target, demand } }) => {
  if (target === undefined) return { says: words.noTarget };
  const asked = { target: targetText(target), demand: demand === undefined ? nothing : demandText(demand) };
  return { says: fill(demand === undefined ? words.target : words.targetAsks, asked), ...resting(target, demand) };
};

function resting(target: Target | undefined, demand: Demand | undefined): Pick<Step, "figure"> {
  const figure = askedFigure(target, demand);
  return figure === undefined ? {} : { figure };
}

const latestStep: Line = ({ latest }) => {
  if (isMissing(latest)) return { says: fill(words.noLatest, { reason: figureText(latest) }), figure: latest };
  const { period, origin } = latest;
  const from = [origin?.source, origin?.table].filter((one) => one !== undefined && one !== "").join(" ");
  const asked = {
    figure: figureText(latest),
    period: period === undefined ? nothing : inPeriod(period),
    source: from === "" ? nothing : fill(words.source, { from: sourceText(from) }),
    fetched: origin?.fetched === undefined ? nothing : fill(words.fetched, { day: dayText(origin.fetched) }),
    preliminary: origin?.preliminary === true ? words.preliminary : nothing,
  };
  return { says: fill(words.latest, asked), figure: latest };
};

const settledStep: Line = ({ part: { settledBy, demand } }) => {
  if (settledBy === undefined) return undefined;
  const period = settledBy.period === undefined ? nothing : inPeriod(settledBy.period);
  return { says: fill(words.settledBy, { figure: figureBeside(settledBy, demand), period }), figure: settledBy };
};

/** What a forecast expects, by which method, how such forecasts have come out, and the chance. */
const forecastStep: Line = ({ part: { foreseen, demand } }) => {
  if (foreseen === undefined) return undefined;
  if (!isForeseen(foreseen)) return { says: fill(words.noForecast, { reason: foreseen }) };
  const { figure, range, method, past, chance, turn } = foreseen;
  const asked = {
    figure: figureBeside(figure, demand),
    period: figure.period === undefined ? nothing : inPeriod(figure.period),
    ...{ range: rangeText(range.lo80, range.hi80, figure.unit), method, chance: chanceText(chance) },
    past: past === undefined ? nothing : fill({ da: " {past}", en: " {past}" }, { past }),
    turn: turn === undefined ? nothing : turnText(turn),
  };
  return { says: fill(words.forecast, asked), figure };
};

/** What it takes each month from now on, or has room for. */
const neededStep: Line = ({ part: { foreseen } }) => {
  if (!isForeseen(foreseen) || foreseen.needed === undefined) return undefined;
  const { needed } = foreseen;
  return {
    says: fill(words[isRoom(needed) ? "room" : "needed"], { needed: neededText(needed) }),
    figure: needed.figure,
  };
};

const courseStep: Line = ({ part: { projected, target, verdict, demand, foreseen } }) => {
  if (projected === undefined || verdict.family !== "under-way" || isForeseen(foreseen)) return undefined;
  const taken = target && aimOf(target).taken;
  const period = projected.period === undefined ? nothing : inPeriod(projected.period);
  return {
    says: fill(courses[taken ?? "value"], { figure: figureBeside(projected, demand), period }),
    figure: projected,
  };
};

/** What is asked today, where the target is approached along a line. */
const nowStep: Line = ({ part: { demand, demandNow, target } }) => {
  if (demand === undefined || demandNow === undefined) return undefined;
  if (demandNow.low === demand.low && demandNow.high === demand.high) return undefined;
  return { says: fill(words.now, { demand: demandText(demandNow) }), ...resting(target, demandNow) };
};

const distanceStep: Line = ({ part }) => {
  const gap = gapOf(part);
  return gap && { says: fill(words[gap.side], { by: sizeText(gap.by) }), figure: part.distance };
};

const ruleStep: Line = ({ part: { verdict, projected, latest, foreseen }, parameters }) => {
  if (verdict.family === "cannot-be-settled") return undefined;
  if (verdict.family === "settled") return { says: words.settledRule };
  const held = projected ?? latest;
  if (isMissing(held) || verdict.value === "not-yet-due") return { says: words.waitRule };
  if (isForeseen(foreseen)) return { says: chanceRule(parameters) };
  const band: Figure = { value: bandOf(held.unit, held.value, parameters), unit: bandUnit(held) };
  const share = (language: "da" | "en") => writeFigure({ value: parameters.countBand, unit: "share" }, language);
  const isShare = band.unit === "share-points";
  const rule = isShare ? words.shareRule : words.countRule;
  return { says: fill(rule, { band: figureText(band), share: { da: share("da"), en: share("en") } }), figure: band };
};

function chanceRule({ onCourseChance, offCourseChance }: Parameters): Text {
  const limits = { onCourse: chanceText(onCourseChance), offCourse: chanceText(offCourseChance) };
  return fill(words.chanceRule, limits);
}

function bandUnit({ unit }: Figure): Figure["unit"] {
  return unit === "share" ? "share-points" : unit;
}

const conclusionStep: Line = ({ part: { verdict, settledBy, projected } }) => {
  const { word, shape } = wordsOf(verdict);
  const settles = verdict.family === "cannot-be-settled" ? fill(words.settles, { what: verdict.settles }) : nothing;
  const figure = settledBy ?? projected;
  return { says: fill(words.conclusion, { shape, word, reason: verdict.reason, settles }), ...(figure && { figure }) };
};

function inPeriod(period: Period): Text {
  return fill({ da: " ({period})", en: " ({period})" }, { period: periodText(period) });
}

/** How the figure that is held against the demand comes about, by how the target takes its period. */
const courses: Readonly<Record<Taken, Text>> = {
  mean: {
    da: "Gennemsnittet hidtil, med resten af perioden på de seneste tre måneders niveau (og sidste års sæson, hvor den kendes), ender på {figure}{period}.",
    en: "The mean so far, with the rest of the period at the level of the last three months (and last year's season where it is known), ends at {figure}{period}.",
  },
  sum: {
    da: "Summen hidtil, delt med den andel af året, som sidste år var nået på samme tid (ellers dagene, der er gået), ender på {figure}{period}.",
    en: "The sum so far over the share of the year that last year had reached by now (else the days passed) ends at {figure}{period}.",
  },
  end: { da: "Det seneste endelige tal er {figure}{period}.", en: "The latest final figure is {figure}{period}." },
  value: { da: "Det seneste endelige tal er {figure}{period}.", en: "The latest final figure is {figure}{period}." },
  each: {
    da: "Hvert endeligt tal i perioden holdes op mod målet; {figure}{period} afgør det hidtil.",
    en: "Each final figure of the period is held against the target; {figure}{period} decides so far.",
  },
};

const nothing = verbatim("");
const words = {
  baseline: { da: "Udgangspunkt: {figure}{period}, {where}.", en: "Baseline: {figure}{period}, {where}." },
  printed: { da: "som planen trykker det", en: "as the plan prints it" },
  computed: { da: "slået op i serien", en: "looked up in the series" },
  noBaseline: { da: "Udgangspunkt: kendes ikke.", en: "Baseline: not known." },
  noTarget: { da: "Målet: planen sætter intet.", en: "Target: the plan sets none." },
  target: { da: "Målet: {target}.", en: "Target: {target}." },
  targetAsks: { da: "Målet: {target}. Det kræver {demand}.", en: "Target: {target}. That asks for {demand}." },
  noLatest: { da: "Seneste tal: {reason}.", en: "Latest figure: {reason}." },
  latest: {
    da: "Seneste tal: {figure}{period}{source}{fetched}{preliminary}.",
    en: "Latest figure: {figure}{period}{source}{fetched}{preliminary}.",
  },
  settledBy: { da: "Periodens endelige tal: {figure}{period}.", en: "The period's final figure: {figure}{period}." },
  source: { da: ", {from}", en: ", {from}" },
  fetched: { da: ", hentet {day}", en: ", fetched {day}" },
  preliminary: { da: "; det er foreløbigt", en: "; it is preliminary" },
  now: {
    da: "På den lige linje fra midten af udgangspunktets periode til målets dato kræves nu {demand}.",
    en: "On the straight line from the middle of the baseline's period to the target's date, {demand} is asked now.",
  },
  over: { da: "Afstand: {by} over målet.", en: "Distance: {by} above the target." },
  under: { da: "Afstand: {by} under målet.", en: "Distance: {by} below the target." },
  within: {
    da: "Afstand: {by} til grænsen, på den rigtige side.",
    en: "Distance: {by} to the limit, on the right side.",
  },
  settledRule: {
    da: "Regel: perioden er slut og tallet endeligt, så det holdes uafrundet op mod målet, som det er trykt.",
    en: "Rule: the period is over and the figure final, so it is held unrounded against the target as printed.",
  },
  waitRule: {
    da: "Regel: der dømmes først, når der er et endeligt tal i målets periode.",
    en: "Rule: nothing is judged before there is a final figure in the target's period.",
  },
  countRule: {
    da: "Regel: inden for ± {band} (± {share} af niveauet: almindelig revision) af det krævede er målet i risiko.",
    en: "Rule: within ± {band} (± {share} of the level: ordinary revision) of what is asked, the goal is at risk.",
  },
  shareRule: {
    da: "Regel: inden for ± {band} (almindelig revision) af det krævede er målet i risiko.",
    en: "Rule: within ± {band} (ordinary revision) of what is asked, the goal is at risk.",
  },
  forecast: {
    da: "Prognose ({method}): {figure}{period}, i 80 af 100 tilfælde {range}. Sandsynlighed for at nå målet: {chance}.{turn}{past}",
    en: "Forecast ({method}): {figure}{period}, in 80 of 100 cases {range}. Chance of meeting the target: {chance}.{turn}{past}",
  },
  noForecast: { da: "Ingen prognose: {reason}", en: "No forecast: {reason}" },
  needed: { da: "Herfra kræver målet {needed}.", en: "From now on the target takes {needed}." },
  room: { da: "Herfra har målet plads til {needed}.", en: "From now on the target leaves room for {needed}." },
  chanceRule: {
    da: "Regel: med en prognose er målet på vej fra {onCourse} sandsynlighed for at nå det, ikke på vej under {offCourse} og ellers i risiko.",
    en: "Rule: with a forecast the goal is on course from a chance of {onCourse}, off course under {offCourse}, and else at risk.",
  },
  settles: { da: " Det afgøres af: {what}", en: " What settles it: {what}" },
  conclusion: { da: "{shape} {word}: {reason}{settles}", en: "{shape} {word}: {reason}{settles}" },
} as const satisfies Readonly<Record<string, Text>>;
