import { daysIn, type Month } from "../../calendar/month.ts";
import { monthsOf, type Period } from "../../calendar/period.ts";
import type { Figure } from "../../figures/figure.ts";
import { writeFigure } from "../../figures/write.ts";
import { fill, type Text } from "../../text/text.ts";
import type { ForeseenBenefit, ForeseenRegister } from "../flow/foresee.ts";
import type { FlowAccuracy } from "../flow/past.ts";
import type { Projection } from "../flow/project.ts";
import type { SeenBenefit } from "../flow/see.ts";
import type { PathQuestion, PathSource } from "./paths.ts";

/** A register that was learnt from and let run on: what chances need of it, and the municipalities it is seen for. */
export type RunOn = {
  readonly seen: { readonly benefits: readonly Pick<SeenBenefit, "benefit" | "fullTime">[] };
  readonly foreseen: Pick<ForeseenRegister, "months"> & {
    readonly benefits: readonly Pick<ForeseenBenefit, "benefit" | "sampled">[];
    readonly projection: Pick<Projection, "draws">;
  };
  readonly municipalities: readonly string[];
  /** How forecasts of each benefit have come out in the register's own past, where that was tried. */
  readonly past?: readonly Pick<FlowAccuracy, "benefit" | "off" | "covered80">[];
};

/** The indicator that the flow model foretells. */
export const FULL_TIME = "fuldtidspersoner";

/**
 * Forecasts of full-time persons by the flow model: of any benefits of the register's own municipalities. What it cannot
 * tell it says, for another source to be asked.
 */
export function registerPaths(run: RunOn): PathSource {
  const { seen, foreseen } = run;
  const own = run.municipalities.toSorted().join();
  return (question) => {
    const { areas, periods } = question;
    const benefits = benefitsAsked(question)?.filter((code) => seen.benefits.some(({ benefit }) => benefit === code));
    if (benefits === undefined || benefits.length === 0 || areas.toSorted().join() !== own) return notTold;
    const last = foreseen.months[foreseen.months.length - 1];
    if (periods.some((period) => monthsOf(period).some((month) => month > last))) return tooFar;
    const wayOf = (draw: number) =>
      Float64Array.from(periods, (period) =>
        meanOver(period, (month) => benefits.reduce((sum, benefit) => sum + figureIn(run, benefit, month, draw), 0)),
      );
    const ways = Array.from({ length: foreseen.projection.draws }, (_, draw) => wayOf(draw));
    const past = pastOf(run, benefits);
    return { periods, ways, method, ...(past && { past }) };
  };
}

/** How forecasts of some benefits have come out, each counted by how many are on it now. */
function pastOf({ seen, past = [] }: RunOn, wanted: readonly string[]): Text | undefined {
  const tried = past
    .filter(({ benefit }) => wanted.includes(benefit))
    .map((one) => ({
      ...one,
      now: seen.benefits.find(({ benefit }) => benefit === one.benefit)?.fullTime.at(-1) ?? 0,
    }));
  const now = tried.reduce((sum, one) => sum + one.now, 0);
  if (now === 0) return undefined;
  const mean = (of: (one: (typeof tried)[number]) => number): Text => {
    const figure: Figure = { value: tried.reduce((sum, one) => sum + of(one) * one.now, 0) / now, unit: "share" };
    return { da: writeFigure(figure, "da"), en: writeFigure(figure, "en") };
  };
  return fill(tried.length === 1 ? cameOutOne : cameOut, {
    off: mean(({ off }) => off),
    covered: mean(({ covered80 }) => covered80),
  });
}

/** Full-time persons of a month: as they were seen, or in a future as they are foreseen. */
function figureIn({ seen, foreseen }: RunOn, wanted: string, month: Month, draw: number): number {
  const { months, benefits } = foreseen;
  const ahead = month - months[0];
  if (ahead >= 0) return benefits.find(({ benefit }) => benefit === wanted)?.sampled[draw * months.length + ahead] ?? 0;
  const known = seen.benefits.find(({ benefit }) => benefit === wanted)?.fullTime ?? new Float64Array();
  return known[known.length + ahead] ?? Number.NaN;
}

/** Whether the flow model may tell of what is asked: full-time persons on benefits, of everybody. */
export function isOfFlow(question: PathQuestion): boolean {
  return benefitsAsked(question) !== undefined;
}

/** The benefits whose full-time persons are asked for, of everybody; undefined where something else is. */
function benefitsAsked({ indicator, where, parameters, distanceTo }: PathQuestion): string[] | undefined {
  const isPlain = Object.keys(parameters).length === 0 && Object.keys(where).join() === "benefit";
  return indicator === FULL_TIME && isPlain && distanceTo === undefined ? where.benefit.split("+") : undefined;
}

/** The mean over a period's days of what is the same in each of its months. */
function meanOver(period: Period, monthly: (month: Month) => number): number {
  let [sum, days] = [0, 0];
  for (const month of monthsOf(period)) {
    sum += monthly(month) * daysIn(month);
    days += daysIn(month);
  }
  return sum / days;
}

const method: Text = {
  da: "flowmodellen: hvordan folk strømmer mellem ydelser i registret",
  en: "the flow model: how people flow between benefits in the register",
};
export const notTold: Text = {
  da: "Flowmodellen fortæller kun om fuldtidspersoner på ydelser i registrets egen kommune.",
  en: "The flow model tells only of full-time persons on benefits in the register's own municipality.",
};
const cameOutOne: Text = {
  da: "Prøvet på registrets egen fortid ramte den i gennemsnit inden for ± {off}; {covered} af tallene kom inden for intervallet på 80 %.",
  en: "Tried on the register's own past it hit within ± {off} on average; {covered} of the figures came within the interval of 80%.",
};
const cameOut: Text = {
  da: "Prøvet på registrets egen fortid ramte den hver af ydelserne i gennemsnit inden for ± {off}; {covered} af tallene kom inden for intervallet på 80 %.",
  en: "Tried on the register's own past it hit each of the benefits within ± {off} on average; {covered} of the figures came within the interval of 80%.",
};
const tooFar: Text = {
  da: "Prognosen rækker ikke så langt; spørg flere måneder frem.",
  en: "The forecast does not reach so far; ask more months ahead.",
};
