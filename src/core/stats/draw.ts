import type { Random } from "./random.ts";

/** A number from `low` up to, not including, `high`. */
export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}

/** A whole number from `low` to `high`, both included. */
export function wholeBetween(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** True with a probability. */
export function chance(random: Random, probability: number): boolean {
  return random() < probability;
}

/** A waiting time with mean 1. */
export function exponential(random: Random): number {
  return -Math.log(1 - random());
}

/** A standard normal number, by Box and Muller's transformation. */
export function normal(random: Random): number {
  const radius = Math.sqrt(2 * exponential(random));
  return radius * Math.cos(2 * Math.PI * random());
}

/** A whole number whose mean is the number given: rounded up as often as its fraction says. */
export function roundAtRandom(random: Random, n: number): number {
  return Math.floor(n + random());
}

/** One of the items, each as likely. There must be one. */
export function pick<T>(random: Random, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)];
}

/** Items and how much of the whole each makes up; made once and drawn from many times. */
export type Mix<T> = { readonly items: readonly T[]; readonly upTo: readonly number[] };

/** Items by their weights, which need not add up to 1. */
export function mixOf<T>(weighted: Iterable<readonly [item: T, weight: number]>): Mix<T> {
  const items: T[] = [];
  const upTo: number[] = [];
  let sum = 0;
  for (const [item, weight] of weighted) {
    items.push(item);
    sum += weight;
    upTo.push(sum);
  }
  return { items, upTo: upTo.map((one) => one / sum) };
}

/** One of the items, each as often as its weight says. */
export function drawFrom<T>(random: Random, { items, upTo }: Mix<T>): T {
  const u = random();
  let at = 0;
  while (at < items.length - 1 && u >= upTo[at]) at++;
  return items[at];
}
