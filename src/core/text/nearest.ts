import type { Text } from "./text.ts";

/**
 * The candidate that looks most like a mistyped word, or undefined when none is near
 * (more than a third of the letters would have to change).
 *
 * @example nearest("kontanhjaelp", ["kontanthjaelp", "dagpenge"]) // "kontanthjaelp"
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.floor(Math.max(word.length, 3) / 3) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** What to write instead of an unknown word: the nearest known one, or other words where none is near. */
export function didYouMean(word: string, candidates: Iterable<string>, otherwise: Text): Text {
  const near = nearest(word, candidates);
  return near === undefined ? otherwise : { da: `Mente du «${near}»?`, en: `Did you mean «${near}»?` };
}

/** Levenshtein's distance: letters inserted, deleted or replaced. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length];
}
