import { type Bounds, tailOf } from "../bounds.ts";
import { normalQuantile } from "../distributions/normal.ts";

/** The scale on which the estimate ± z standard errors is laid. */
export type SurvivalScale = "plain" | "log" | "log-log";

/**
 * An interval for a share still waiting. Laid on the share itself it can pass 0 or 1; on the scale log(−log) it cannot,
 * and covers better in small samples. Cut to 0-1.
 *
 * @throws RangeError unless the level is between 0 and 1
 * @example survivalBounds(0.6, 0.1, 0.95, "log").high // 0.83179857928…
 */
export function survivalBounds(
  survival: number,
  error: number,
  level = 0.95,
  scale: SurvivalScale = "log-log",
): Bounds {
  const z = -normalQuantile(tailOf(level));
  if (survival <= 0 || survival >= 1 || error === 0) return { low: survival, high: survival };
  const [low, high] = ends[scale](survival, z * error);
  return { low: Math.max(0, low), high: Math.min(1, high) };
}

/** Each scale's ends, from the share and z standard errors; the error of a transformed share is the error × its slope. */
const ends: Readonly<Record<SurvivalScale, (share: number, reach: number) => readonly [low: number, high: number]>> = {
  plain: (share, reach) => [share - reach, share + reach],
  log: (share, reach) => [share * Math.exp(-reach / share), share * Math.exp(reach / share)],
  "log-log": (share, reach) => {
    const stretch = Math.exp(reach / (share * -Math.log(share)));
    return [share ** stretch, share ** (1 / stretch)];
  },
};
