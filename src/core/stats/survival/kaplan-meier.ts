import { type RiskTable, riskTable, type Waits } from "./risk-table.ts";

/** The share still waiting after each time of an event, with its standard error. */
export type SurvivalCurve = RiskTable & { readonly survival: Float64Array; readonly error: Float64Array };

/**
 * Kaplan and Meier's estimate of how many still wait after a time. A plain share of waits that are over would count only
 * the short ones; here each wait counts for as long as it was watched.
 *
 * The product of 1 − events ÷ at risk; Greenwood's standard error, survival × √Σ events ÷ (at risk × (at risk − events)),
 * which is 0 once nobody is left. Where all at risk leave early by late entry, the curve drops to 0 and stays there.
 *
 * @see E. L. Kaplan and Paul Meier, "Nonparametric estimation from incomplete observations" (1958)
 * @throws RangeError as `riskTable`
 * @example kaplanMeier({ end: [5, 3, 5, 8], event: [1, 0, 1, 1] }).survival // Float64Array [0.3333…, 0]
 */
export function kaplanMeier(waits: Waits): SurvivalCurve {
  const table = riskTable(waits);
  const survival = new Float64Array(table.time.length);
  const error = new Float64Array(table.time.length);
  let [left, greenwood] = [1, 0];
  for (let i = 0; i < survival.length; i++) {
    const [atRisk, events] = [table.atRisk[i], table.events[i]];
    left *= 1 - events / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    survival[i] = left;
    error[i] = left === 0 ? 0 : left * Math.sqrt(greenwood);
  }
  return { ...table, survival, error };
}
