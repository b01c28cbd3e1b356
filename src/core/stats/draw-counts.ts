import { normalQuantile } from "./distributions/normal.ts";

/** Above so many expected, a count is drawn from the normal distribution that is then near. */
const MANY = 15;

/** What arithmetic adds to a number of people. */
const DUST = 1e-6;

/**
 * The count that chance gives at `u`, 0 to 1, when so many of at most so many are expected: binomial, Poisson when there
 * is no end to how many there may be. It never falls as `u` or what is expected rises, so two runs that share their `u`
 * differ only by what is expected of them.
 *
 * @example countAt(0.5, 3.2, Number.POSITIVE_INFINITY) // 3
 */
export function countAt(u: number, expected: number, most: number): number {
  if (!(expected > 0)) return 0;
  if (expected >= most - DUST) return most;
  if (expected < MANY) return exactCountAt(u, expected, most);
  const count = Math.round(expected + Math.sqrt(expected * (1 - expected / most)) * normalQuantile(u));
  // Here and there the normal distribution lies lower than the exact one does just before it takes over.
  const least = expected < 2 * MANY ? exactCountAt(u, MANY, most) : 0;
  return Math.min(most, Math.max(least, count));
}

/** The first count up to which chance reaches `u`; of parts of a person the last is drawn as a whole one. */
function exactCountAt(u: number, expected: number, most: number): number {
  const isEndless = most > 1e9;
  const room = Math.ceil(most - DUST);
  const share = expected / room;
  const odds = share / (1 - share);
  let chance = isEndless ? Math.exp(-expected) : (1 - share) ** room;
  let below = chance;
  let count = 0;
  while (u >= below && chance > 0 && count < room) {
    count++;
    chance *= isEndless ? expected / count : ((room - count + 1) / count) * odds;
    below += chance;
  }
  return Math.min(count, most);
}
