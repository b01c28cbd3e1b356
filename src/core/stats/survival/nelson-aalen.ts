import { type RiskTable, riskTable, type Waits } from "./risk-table.ts";

/** The hazard gathered up to each time of an event, with its standard error. */
export type HazardCurve = RiskTable & { readonly hazard: Float64Array; readonly error: Float64Array };

/**
 * Nelson and Aalen's estimate of the hazard gathered up to a time: how many events one always under watch would have met.
 * Its slope shows when in a wait the event is likely; a straight line means that waiting changes nothing.
 *
 * The sum of events ÷ at risk; standard error √Σ events ÷ at risk².
 *
 * @see Odd Aalen, "Nonparametric inference for a family of counting processes" (1978)
 * @throws RangeError as `riskTable`
 * @example nelsonAalen({ end: [5, 3, 5, 8], event: [1, 0, 1, 1] }).hazard // Float64Array [0.6666…, 1.6666…]
 */
export function nelsonAalen(waits: Waits): HazardCurve {
  const table = riskTable(waits);
  const hazard = new Float64Array(table.time.length);
  const error = new Float64Array(table.time.length);
  let [gathered, variance] = [0, 0];
  for (let i = 0; i < hazard.length; i++) {
    const [atRisk, events] = [table.atRisk[i], table.events[i]];
    gathered += events / atRisk;
    variance += events / atRisk ** 2;
    hazard[i] = gathered;
    error[i] = Math.sqrt(variance);
  }
  return { ...table, hazard, error };
}
