import { type MethodId, methodIds } from "./method.ts";
import { firstOrigin, type Panel } from "./panel.ts";
import type { Trials } from "./trials.ts";

/** A method must have been off by less than this part of what the first was, to be clearly better. */
const CLEARLY = 0.9;

/** What nothing is worth that does not beat it: last year's figure needs only to have been better. */
const YARDSTICK: MethodId = "seasonal-naive";

/**
 * Chooses the method of each history by how far each was off in the trials that were over at an origin: half by its own
 * trials, half by those of all areas, since what few trials seem to say is mostly chance. Never by how well a method fits.
 */
export function chooseMethods(panel: Panel, all: readonly Trials[], origin: number): MethodId[] {
  const own = all.map((trials) => methodIds.map((method) => errorOf(panel, trials, method, origin)));
  const shared = methodIds.map((_, i) => {
    const errors = own.map((one) => one[i]).filter(Number.isFinite);
    return errors.reduce((sum, one) => sum + one, 0) / errors.length;
  });
  return own.map((errors) => clearlyBest(errors.map((one, i) => (one + shared[i]) / 2)));
}

/** The first method, unless the best of the others is clearly better, or last year's figure better than what is left. */
function clearlyBest(errors: readonly number[]): MethodId {
  const handicapped = errors.map((error, i) => (i === 0 || methodIds[i] === YARDSTICK ? error : error / CLEARLY));
  return methodIds[handicapped.reduce((least, one, i) => (one < handicapped[least] ? i : least), 0)];
}

/** The sum of a method's errors in the trials over at an origin, as part of what the seasonal naive forecast's errors were. */
export function errorOf({ season, scale }: Panel, trials: Trials, method: MethodId, origin: number): number {
  const { history, horizon, naive } = trials;
  const forecasts = trials.forecasts[method];
  const first = firstOrigin(season);
  let [off, measure] = [0, 0];
  for (let from = first; from < origin; from++)
    for (let h = 0; h < horizon && from + h < origin; h++) {
      off += Math.abs(history.values[from + h] - scale.off(forecasts[(from - first) * horizon + h]));
      measure += naive[from];
    }
  return off / measure;
}
