import { normalQuantile } from "./distributions/normal.ts";

/** Above so many expected, a count is drawn from the normal distribution that is then near. */
const MANY = 15;

/**
 * The count that chance gives at `u`, 0 to 1, when so many of at most so many are expected: binomial, Poisson when there
 * is no end to how many there may be. It never falls as `u` or what is expected rises, so two runs that share their `u`
 * differ only by what is expected of them.
 *
 * @example countAt(0.5, 3.2, Number.POSITIVE_INFINITY) // 3
 */
export function countAt(u: number, expected: number, most: number): number {
  if (!(expected > 0)) return 0;
  if (expected >= most) return most;
  const share = expected / most;
  if (expected >= MANY) {
    const count = Math.round(expected + Math.sqrt(expected * (1 - share)) * normalQuantile(u));
    return Math.min(most, Math.max(0, count));
  }
  const room = Math.ceil(most);
  const odds = share / (1 - share);
  let chance = most > 1e9 ? Math.exp(-expected) : (1 - share) ** room;
  let below = chance;
  let count = 0;
  while (u >= below && chance > 0 && count < room) {
    count++;
    chance *= most > 1e9 ? expected / count : ((room - count + 1) / count) * odds;
    below += chance;
  }
  return Math.min(count, most);
}
