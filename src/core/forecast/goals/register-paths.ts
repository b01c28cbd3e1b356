import { addToMonth, daysIn, type Month } from "../../calendar/month.ts";
import { monthsOf, type Period } from "../../calendar/period.ts";
import type { Text } from "../../text/text.ts";
import type { ForeseenRegister } from "../flow/foresee.ts";
import type { Seen } from "../flow/see.ts";
import type { PathQuestion, PathSource } from "./paths.ts";

/** A register that was learnt from and let run on, and the municipalities it is seen for. */
export type RunOn = {
  readonly seen: Seen;
  readonly foreseen: ForeseenRegister;
  readonly municipalities: readonly string[];
};

/** The indicator that the flow model foretells. */
const FULL_TIME = "fuldtidspersoner";

/**
 * Forecasts of full-time persons by the flow model: of any benefits of the register's own municipalities. What it cannot
 * tell it says, for another source to be asked.
 */
export function registerPaths({ seen, foreseen, municipalities }: RunOn): PathSource {
  const own = municipalities.toSorted().join();
  return (question) => {
    const { areas, periods } = question;
    const benefits = benefitsAsked(question)?.filter((code) => seen.benefits.some(({ benefit }) => benefit === code));
    if (benefits === undefined || benefits.length === 0 || areas.toSorted().join() !== own) return notTold;
    const last = foreseen.months[foreseen.months.length - 1];
    if (periods.some((period) => monthsOf(period).some((month) => month > last))) return tooFar;
    const { draws } = foreseen.projection;
    const ways = Array.from({ length: draws }, (_, draw) =>
      Float64Array.from(periods, (period) => {
        const monthly = (month: Month) => benefits.reduce((sum, one) => sum + figureIn(one, month, draw), 0);
        return meanOver(period, monthly);
      }),
    );
    return { periods, ways, method };
  };

  /** As it was seen, or in a future as it is foreseen. */
  function figureIn(benefit: string, month: Month, draw: number): number {
    const { months, benefits } = foreseen;
    const ahead = month - months[0];
    if (ahead >= 0) return benefits.find((one) => one.benefit === benefit)?.sampled[draw * months.length + ahead] ?? 0;
    const { fullTime } = seen.benefits.find((one) => one.benefit === benefit) ?? { fullTime: [] };
    return fullTime[month - addToMonth(months[0], -fullTime.length)] ?? Number.NaN;
  }
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
const notTold: Text = {
  da: "Flowmodellen fortæller kun om fuldtidspersoner på ydelser i registrets egen kommune.",
  en: "The flow model tells only of full-time persons on benefits in the register's own municipality.",
};
const tooFar: Text = {
  da: "Prognosen rækker ikke så langt; spørg flere måneder frem.",
  en: "The forecast does not reach so far; ask more months ahead.",
};
