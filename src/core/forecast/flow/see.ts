import { formatMonth } from "../../calendar/month.ts";
import { broken } from "../../faults/fault.ts";
import type { AsOf } from "../../register/reading/as-of.ts";
import type { Law } from "../../register/reading/law.ts";
import { didYouMean } from "../../text/nearest.ts";
import { replacedBy } from "./dated.ts";
import { fullTimeOf } from "./full-time.ts";
import type { FlowModel } from "./model.ts";
import { benefitsOf } from "./month-ends.ts";
import { lastMonth, observe } from "./observe.ts";
import { type Observed, stockAt } from "./observed.ts";

/** What a register tells that a forecast is made from: people at the ends of months, and full-time persons of benefits. */
export type Seen = {
  readonly observed: Observed;
  /** The benefits anybody has had in the months seen. */
  readonly benefits: readonly SeenBenefit[];
};

/** A benefit in the months seen. */
export type SeenBenefit = {
  readonly benefit: string;
  /** Full-time persons by month. */
  readonly fullTime: Float64Array;
  /** Persons at the end of each month whose state it is. */
  readonly persons: Float64Array;
  /** The numbers of its states. */
  readonly states: readonly number[];
};

/** Reads a register for forecasting. @throws BrokenInput register-too-short */
export function see(read: AsOf, law: Law, model: FlowModel, municipality?: number): Seen {
  const observed = observe(read, law, model, municipality);
  const replaced = replacedBy(model.changes, lastMonth(observed));
  const codes = benefitsOf({ ...model, replaced });
  const fullTime = fullTimeOf(read, law, codes, replaced, observed, municipality);
  const benefits = codes.map((benefit, i): SeenBenefit => {
    const states = model.states.flatMap((state, number) => (state.benefit === benefit ? [number] : []));
    return { benefit, fullTime: fullTime[i], persons: personsIn(observed, states), states };
  });
  return { observed, benefits: benefits.filter((one) => one.fullTime.some((persons) => persons > 0)) };
}

/** Months of the past by which it is told whether a benefit is had beside others. */
const LATELY = 24;

/** The benefits that people mostly have beside another that decides their state: few are in a state of their own. */
export function besideOthers({ benefits }: Seen, until = Number.POSITIVE_INFINITY): ReadonlySet<string> {
  const lately = (figures: Float64Array) =>
    figures
      .slice(0, until)
      .slice(-LATELY)
      .reduce((sum, one) => sum + one, 0);
  const found = benefits.filter(({ persons, fullTime }) => lately(persons) < lately(fullTime) / 2);
  return new Set(found.map(({ benefit }) => benefit));
}

/** The benefits asked for; all where none is. @throws BrokenInput benefit-not-seen */
export function chosen({ observed, benefits }: Seen, wanted: readonly string[]): readonly SeenBenefit[] {
  if (wanted.length === 0) return benefits;
  return wanted.map((code) => {
    const found = benefits.find(({ benefit }) => benefit === code);
    if (found !== undefined) return found;
    const known = benefits.map(({ benefit }) => benefit);
    const otherwise = { da: `Vælg en af: ${known.join(", ")}.`, en: `Choose one of: ${known.join(", ")}.` };
    throw broken("benefit-not-seen", {
      benefit: code,
      from: formatMonth(observed.first),
      hint: didYouMean(code, known, otherwise),
    });
  });
}

function personsIn(observed: Observed, states: readonly number[]): Float64Array {
  const { durations, ages } = observed.shape;
  return Float64Array.from({ length: observed.months }, (_, t) => {
    let persons = 0;
    for (const state of states) {
      const at = stockAt(observed, t, state, 0, 0);
      for (let k = at; k < at + durations * ages; k++) persons += observed.stocks[k];
    }
    return persons;
  });
}
