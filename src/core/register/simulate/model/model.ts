import type { PensionAge } from "../../../rules/pension-age.ts";
import type { Mix } from "../../../stats/draw.ts";
import type { Parameters } from "../parameters/parameters.ts";
import { type OfferKind, offerKinds, sequelMix } from "./offers.ts";
import { aDay, type States, statesOf } from "./state.ts";
import { type FactorTable, factorTable, OLDEST, stepTable } from "./traits.ts";

/** The parameters made ready for millions of draws. */
export type Model = {
  readonly parameters: Parameters;
  readonly pensionAges: readonly PensionAge[];
  readonly states: States;
  readonly offers: readonly OfferKind[];
  readonly intoWork: FactorTable;
  readonly intoEducation: FactorTable;
  /** Rates a day, by age. */
  readonly mortality: Float64Array;
  readonly moving: Float64Array;
  readonly movingSupported: number;
  readonly emigration: Readonly<Record<string, number>>;
  /** Rates a day of a new employer or new hours, by the state's place. */
  readonly jobChange: Float64Array;
  readonly afterStudies: Mix<string>;
};

export function modelOf(parameters: Parameters, pensionAges: readonly PensionAge[]): Model {
  const { people } = parameters;
  const states = statesOf(parameters);
  const daily = (aYear: number) => aYear / 365.25;
  return {
    parameters,
    pensionAges,
    states,
    offers: offerKinds(parameters, states),
    intoWork: factorTable(people.factors.work),
    intoEducation: factorTable(people.factors.education),
    mortality: stepTable(people.mortality, OLDEST + 1, 0).map(daily),
    moving: stepTable(people.moving.age, OLDEST + 1, 0).map(daily),
    movingSupported: people.moving.supported,
    emigration: Object.fromEntries(Object.entries(people.emigration).map(([origin, rate]) => [origin, daily(rate)])),
    jobChange: jobChanges(parameters, states),
    afterStudies: sequelMix(people.afterStudies),
  };
}

function jobChanges({ states: { selfSupport } }: Parameters, { all, work, get }: States): Float64Array {
  const rates = new Float64Array(all.length);
  rates[work.at] = aDay(selfSupport.jobChange);
  rates[get("fleksjob").at] = aDay(selfSupport.flexHoursChange.up + selfSupport.flexHoursChange.down);
  return rates;
}
