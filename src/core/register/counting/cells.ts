import type { Stretches } from "../stretches/list.ts";

/** One more dimension of a table: which cell a cell of the table so far and a code of the dimension make together. */
export type Level = {
  readonly dimension: string;
  readonly words: readonly string[];
  /** The cell so far, and the code, of each cell. */
  readonly parents: number[];
  readonly codes: number[];
  /** The cells by the key of parent and code: of low keys in a list, one more than the cell; of others in a map. */
  near: Int32Array;
  readonly far: Map<number, number>;
};

/** Keys below this are looked up in a list, which is much the faster. */
const MOST_NEAR = 1 << 20;

/** A dimension of which no cell is made yet; `words` are those of its codes. */
export function startLevel(dimension: string, words: readonly string[]): Level {
  return { dimension, words, parents: [], codes: [], near: new Int32Array(0), far: new Map() };
}

/** Puts each stretch in the cell that its cell so far and its code make. */
export function deepen(level: Level, stretches: Stretches): Stretches {
  const { count, cell, code } = stretches;
  const cells = new Int32Array(count);
  const width = level.words.length;
  let { near } = level;
  for (let i = 0; i < count; i++) {
    const key = cell[i] * width + code[i];
    const known = key < near.length ? near[key] : 0;
    if (known > 0) cells[i] = known - 1;
    else {
      cells[i] = cellOf(level, cell[i], code[i]);
      near = level.near;
    }
  }
  return { ...stretches, cell: cells };
}

function cellOf(level: Level, parent: number, code: number): number {
  const key = parent * level.words.length + code;
  const known = level.far.get(key);
  if (known !== undefined) return known;
  level.codes.push(code);
  const cell = level.parents.push(parent) - 1;
  if (key < MOST_NEAR) keepNear(level, key, cell);
  else level.far.set(key, cell);
  return cell;
}

function keepNear(level: Level, key: number, cell: number): void {
  if (key >= level.near.length) {
    const wider = new Int32Array(Math.min(MOST_NEAR, Math.max(1024, 2 * (key + 1))));
    wider.set(level.near);
    level.near = wider;
  }
  level.near[key] = cell + 1;
}

/** How many cells a crossing has: of no dimension, one. */
export function cellCount(levels: readonly Level[]): number {
  return levels.at(-1)?.parents.length ?? 1;
}

/** The word of each dimension that a cell stands for; of what is not known, `uoplyst`. */
export function wordsOf(levels: readonly Level[], cell: number): Record<string, string> {
  const words: [string, string][] = [];
  let at = cell;
  for (const { dimension, words: all, parents, codes } of levels.toReversed()) {
    words.push([dimension, all[codes[at]] || "uoplyst"]);
    at = parents[at];
  }
  return Object.fromEntries(words.toReversed());
}
