import { inWholePercent } from "./chance.ts";

/** A goal whose chance fell below a limit since the data before. */
export type Warning = { readonly goal: string; readonly before: number; readonly now: number };

/**
 * The goals to warn of early: whose chance was at least the limit on the former data and is below it now, the furthest
 * fallen first. A goal that had no chance before is no news, nor is one that was below already.
 *
 * @example fallenBelow(0.35, new Map([["a", 0.6]]), new Map([["a", 0.2]])) // [{ goal: "a", before: 0.6, now: 0.2 }]
 */
export function fallenBelow(
  limit: number,
  before: ReadonlyMap<string, number>,
  now: ReadonlyMap<string, number>,
): Warning[] {
  return [...now]
    .flatMap(([goal, chance]) => {
      const then = before.get(goal);
      const fell = then !== undefined && inWholePercent(then) >= limit && inWholePercent(chance) < limit;
      return fell ? [{ goal, before: then, now: chance }] : [];
    })
    .toSorted((a, b) => b.before - b.now - (a.before - a.now));
}
