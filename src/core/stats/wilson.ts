import { type Bounds, tailOf } from "./bounds.ts";
import { normalQuantile } from "./distributions/normal.ts";

/**
 * Wilson's interval for a share: every share that so many of so many does not speak against. Unlike a share ± its
 * standard error it stays between 0 and 1, and says something sensible of 0 of 10.
 *
 * The shares p with |x/n − p| ≤ z √(p (1 − p) / n).
 *
 * @throws RangeError unless 0 ≤ successes ≤ trials, trials > 0 and the level is between 0 and 1
 * @example wilson(7, 10).low // 0.396778147461145…
 */
export function wilson(successes: number, trials: number, level = 0.95): Bounds {
  if (!(trials > 0 && successes >= 0 && successes <= trials))
    throw new RangeError("wilson needs trials, and successes among them");
  const z = -normalQuantile(tailOf(level));
  const share = successes / trials;
  const whole = 1 + (z * z) / trials;
  const middle = (share + (z * z) / (2 * trials)) / whole;
  const half = (z / whole) * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  return { low: successes === 0 ? 0 : middle - half, high: successes === trials ? 1 : middle + half };
}
