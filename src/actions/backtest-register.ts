import { formatDay } from "#core/calendar/day.ts";
import { addToMonth, formatMonth, type Month } from "#core/calendar/month.ts";
import { broken } from "#core/faults/fault.ts";
import { backtestFlows, type FlowOutcome } from "#core/forecast/flow/backtest.ts";
import { accuracyByBenefit, type FlowAccuracy, smoothingOf } from "#core/forecast/flow/past.ts";
import type { Seen } from "#core/forecast/flow/see.ts";
import { type Accuracy, accuracyOf } from "#core/forecast/series/accuracy.ts";
import { type AsOf, readAsOf } from "#core/register/reading/as-of.ts";
import type { Data } from "./open-data.ts";
import { openRegister } from "./open-register.ts";
import type { RegisterSetting } from "./register-setting.ts";
import { checkHorizon, flowModelOf, seenByMunicipality } from "./seen-municipalities.ts";

/** Which forecasts to make anew in a register's past. */
export type RegisterBacktestQuestion = {
  /** The first and the last month known to a forecast; two years of them up to a year before the end where none is given. */
  readonly from?: Month;
  readonly to?: Month;
  readonly months: number;
  readonly municipality?: string;
  readonly seed?: number;
};

/** How the forecasts of a register would have come out: in all, by benefit, and by how many months ahead. */
export type RegisterBacktest = {
  readonly model: string;
  readonly snapshot: string;
  readonly seed: number;
  readonly simulated: boolean;
  readonly asOf: string;
  readonly municipalities: readonly RegisterBacktested[];
};
export type RegisterBacktested = {
  readonly municipality?: string;
  readonly from: string;
  readonly to: string;
  readonly origins: number;
  readonly together: Accuracy & { readonly smoothing: number };
  readonly benefits: readonly FlowAccuracy[];
  readonly ahead: readonly (Accuracy & { readonly smoothing: number })[];
};

/** Backtests the flow model on a register. @throws BrokenInput as `backtestRead` */
export async function backtestRegister(
  data: Data,
  { register: name, ...question }: RegisterBacktestQuestion & { readonly register: string },
  setting: RegisterSetting,
): Promise<RegisterBacktest> {
  const register = await openRegister(name, setting);
  return backtestRead(data, readAsOf(register, register.extracted), question);
}

/**
 * Forecasts a register's benefits from every third month of a stretch of its past, each time from what was known then.
 *
 * @throws BrokenInput register-too-short, horizon-too-far, register-of-others, no-origin when the stretch leaves none
 */
export function backtestRead(data: Data, read: AsOf, question: RegisterBacktestQuestion): RegisterBacktest {
  const { seed = 1, months: horizon } = question;
  const { model, version } = flowModelOf(data);
  const municipalities = seenByMunicipality(data, read, model, question.municipality).map(({ seen, municipality }) => {
    checkHorizon(horizon, seen);
    const origins = originsIn(seen, question, model.fewestMonths, model.betweenOrigins);
    const all = backtestFlows(seen, model, { origins, horizon, seed, draws: model.trialDraws }) ?? [];
    const outcomes = ofMany(all);
    const monthOf = (until: number) => formatMonth(addToMonth(seen.observed.first, until - 1));
    return {
      ...municipality,
      from: monthOf(origins[0]),
      to: monthOf(origins[origins.length - 1]),
      origins: origins.length,
      together: { ...accuracyOf(outcomes), smoothing: smoothingOf(outcomes) },
      benefits: accuracyByBenefit(outcomes),
      ahead: Array.from({ length: horizon }, (_, h) => outcomes.filter(({ ahead }) => ahead === h + 1)).map((own) => ({
        ...accuracyOf(own),
        smoothing: smoothingOf(own),
      })),
    };
  });
  return {
    ...{ model: version, snapshot: read.register.id, seed, simulated: read.register.simulated },
    ...{ asOf: formatDay(read.asOf), municipalities },
  };
}

/** Fewer full-time persons than this on average, and a benefit's errors say nothing. */
const LIMIT = 5;

/** The outcomes of benefits that many had in the months forecast. */
function ofMany(outcomes: readonly FlowOutcome[]): FlowOutcome[] {
  const many = [...Map.groupBy(outcomes, ({ area }) => area).values()].filter(
    (own) => own.reduce((sum, { actual }) => sum + actual, 0) >= LIMIT * own.length,
  );
  return many.flat();
}

/** The origins of the stretch, as how many months were known. */
function originsIn({ observed }: Seen, { from, to, months }: RegisterBacktestQuestion, fewest: number, apart: number) {
  const last = Math.min(to === undefined ? observed.months - months : to - observed.first + 1, observed.months - 1);
  const first = Math.max(from === undefined ? last - 24 : from - observed.first + 1, fewest);
  if (first > last) throw broken("no-origin", { fewest, months: observed.months });
  return Array.from({ length: Math.floor((last - first) / apart) + 1 }, (_, k) => first + k * apart);
}
