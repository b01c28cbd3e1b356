import { addDays } from "../../calendar/day.ts";
import { type Period, splitInto } from "../../calendar/period.ts";
import { type Figure, isMissing } from "../../figures/figure.ts";
import { chanceText, inWholePercent } from "../../forecast/goals/chance.ts";
import { type Foreseen, isForeseen } from "../../forecast/goals/foreseen.ts";
import type { Observation } from "../../indicators/series.ts";
import { fill, type Text, verbatim } from "../../text/text.ts";
import { type Demand, satisfies } from "../targets/demand.ts";
import type { Taken } from "../targets/taken.ts";
import type { Measuring } from "./measuring.ts";
import type { Parameters } from "./parameters.ts";
import { bandOf, demandOnTheWay, projectedMean, projectedSum, standing } from "./projection.ts";
import { distanceFrom, type PartResult } from "./result.ts";
import { demandText, figureBeside, figureText, periodText, rangeText, whenText } from "./say.ts";
import { inside, isFinal, outturn, type Source } from "./values.ts";
import type { Verdict } from "./verdict.ts";

type Standing = Partial<PartResult> & Pick<PartResult, "verdict">;

/**
 * The verdict while the target's period runs: by the chance that it is met where there is a forecast, else by where its
 * figures so far lead, against the demand.
 */
export function underWay(measuring: Measuring, demand: Demand, foreseen?: Foreseen | Text): Standing {
  const { source, aim, period, ground } = measuring;
  const sofar = finalInside(source, period);
  if (sofar.length === 0) {
    return {
      verdict: { family: "under-way", value: "not-yet-due", reason: fill(notYetDue, { period: periodText(period) }) },
    };
  }
  const { unit } = source.series;
  const values = sofar.flatMap(({ value }) => (isMissing(value) ? [] : [value.value]));
  const taken = aim.taken ?? (unit === "count" ? "sum" : "value");
  const of = { unit, period, origin: originOf(sofar[sofar.length - 1]) };
  if (taken === "each" && (!isForeseen(foreseen) || values.some((value) => !satisfies(value, demand))))
    return eachSoFar(values, demand, of);
  if (isForeseen(foreseen)) return byChance(foreseen, demand, taken, ground.parameters);
  const figure = projected(measuring, taken, values);
  const band = bandOf(unit, values[values.length - 1], ground.parameters);
  const today = taken === "mean" || taken === "sum" ? demand : onTheWay(measuring, demand, figure.period ?? period);
  const words = {
    figure: figureBeside(figure, demand),
    when: whenText(figure.period ?? period),
    period: periodText(figure.period ?? period),
    demand: demandText(demand),
    target: periodText(period),
  };
  const reason = fill(taken === "mean" || taken === "sum" ? leadsTo : stands, words);
  const verdict: Verdict = { family: "under-way", value: standing(figure.value, today, band), reason };
  return { projected: figure, demandNow: today, distance: distanceFrom(figure, demand), verdict };
}

/** The verdict that a chance gives. */
function byChance(
  { figure, chance: counted, range }: Foreseen,
  demand: Demand,
  taken: Taken,
  { onCourseChance, offCourseChance }: Parameters,
): Standing {
  const chance = inWholePercent(counted);
  const value = chance >= onCourseChance ? "on-course" : chance < offCourseChance ? "off-course" : "at-risk";
  const words = {
    figure: figureBeside(figure, demand),
    when: figure.period === undefined ? verbatim("") : whenText(figure.period),
    target: figure.period === undefined ? verbatim("") : periodText(figure.period),
    range: rangeText(range.lo80, range.hi80, figure.unit),
    ...{ demand: demandText(demand), chance: chanceText(chance) },
  };
  const verdict: Verdict = {
    family: "under-way",
    value,
    reason: fill(taken === "each" ? eachExpected : isExpected, words),
  };
  return { projected: figure, distance: distanceFrom(figure, demand), verdict };
}

/** The observations inside the target's period that are no longer revised. Of an end, the period it ends. */
function finalInside(source: Source, period: Period): Observation[] {
  return inside(source, period.of ?? period).filter((one) => isFinal(one.period, source));
}

/** The figure the demand is held against: the mean or sum the period will end at, else the latest figure. */
function projected({ source, period }: Measuring, taken: Taken, values: readonly number[]): Figure {
  const { unit } = source.series;
  const sofar = finalInside(source, period);
  const step = sofar[0].period;
  const known = outturn(source).filter(
    (one) => isFinal(one.period, source) && one.period.to - one.period.from <= step.to - step.from + 3,
  );
  const last = sofar[sofar.length - 1];
  const shared = { unit, origin: originOf(last) };
  if (taken === "mean")
    return { ...shared, value: projectedMean(values, known, period, stepsIn(period, step)), period };
  if (taken === "sum") return { ...shared, value: projectedSum(sofar, known, period), period };
  return { ...shared, value: values[values.length - 1], period: last.period };
}

/** How many steps as long as one of its observations a period holds. */
function stepsIn(period: Period, step: Period): number {
  const days = step.to - step.from;
  return splitInto(period, days <= 31 ? "month" : days <= 92 ? "quarter" : "year").length;
}

/** The demand on the straight line to the target; without a baseline the target itself. */
function onTheWay({ start, startPeriod, period }: Measuring, demand: Demand, latest: Period): Demand {
  if (start === undefined || startPeriod === undefined) return demand;
  const middle = addDays(startPeriod.from, Math.floor((startPeriod.to - startPeriod.from) / 2));
  return demandOnTheWay(demand, { value: start, at: middle }, addDays(period.to, -1), addDays(latest.to, -1));
}

function originOf({ value }: Observation): Figure["origin"] {
  return isMissing(value) ? undefined : value.origin;
}

function eachSoFar(
  values: readonly number[],
  demand: Demand,
  of: Pick<Figure, "unit" | "origin"> & { readonly period: Period },
): Standing {
  const { period } = of;
  const breaking = values.find((value) => !satisfies(value, demand));
  const figure: Figure = { ...of, value: breaking ?? values[values.length - 1] };
  const words = { figure: figureText(figure), demand: demandText(demand), target: periodText(period) };
  const value = breaking === undefined ? "on-course" : "off-course";
  return {
    projected: figure,
    verdict: { family: "under-way", value, reason: fill(breaking === undefined ? eachHolds : eachBreaks, words) },
  };
}

const notYetDue: Text = {
  da: "Der er endnu ingen endelige tal for {period}.",
  en: "There are no final figures for {period} yet.",
};
const leadsTo: Text = {
  da: "Udviklingen hidtil fører til {figure} {when}; målet er {demand}.",
  en: "The course so far leads to {figure} {when}; the target is {demand}.",
};
const isExpected: Text = {
  da: "Der ventes {figure} {when} (i 80 af 100 tilfælde {range}); målet er {demand}. Sandsynligheden for at nå det er {chance}.",
  en: "The forecast is {figure} {when} (in 80 of 100 cases {range}); the target is {demand}. The chance of meeting it is {chance}.",
};
const eachExpected: Text = {
  da: "Alle tal hidtil i {target} opfylder målet, {demand}. Sandsynligheden for, at de kommende også gør det, er {chance}.",
  en: "Every figure so far in {target} meets the target, {demand}. The chance that those to come do so too is {chance}.",
};
const stands: Text = {
  da: "Senest {figure} ({period}); målet for {target} er {demand}.",
  en: "Latest {figure} ({period}); the target for {target} is {demand}.",
};
const eachHolds: Text = {
  da: "Alle tal hidtil i {target} opfylder målet, {demand}.",
  en: "Every figure so far in {target} meets the target, {demand}.",
};
const eachBreaks: Text = {
  da: "{figure} bryder målet, {demand}, som gælder hver gang i {target}.",
  en: "{figure} breaks the target, {demand}, which holds each time in {target}.",
};
