import type { Stretches } from "../stretches/list.ts";

/** One more dimension of a table: which cell a cell of the table so far and a code of the dimension make together. */
export type Level = {
  readonly dimension: string;
  readonly words: readonly string[];
  /** The cell so far, and the code, of each cell. */
  readonly parents: number[];
  readonly codes: number[];
  readonly known: Map<number, number>;
};

/** A dimension of which no cell is made yet; `words` are those of its codes. */
export function startLevel(dimension: string, words: readonly string[]): Level {
  return { dimension, words, parents: [], codes: [], known: new Map() };
}

/** Puts each stretch in the cell that its cell so far and its code make. */
export function deepen(level: Level, stretches: Stretches): Stretches {
  const { count, cell, code } = stretches;
  const cells = new Int32Array(count);
  let [parent, kind, at] = [-1, -1, -1];
  for (let i = 0; i < count; i++) {
    if (cell[i] !== parent || code[i] !== kind) {
      [parent, kind] = [cell[i], code[i]];
      at = cellOf(level, parent, kind);
    }
    cells[i] = at;
  }
  return { ...stretches, cell: cells };
}

function cellOf(level: Level, parent: number, code: number): number {
  const key = parent * level.words.length + code;
  const known = level.known.get(key);
  if (known !== undefined) return known;
  level.known.set(key, level.parents.length);
  level.codes.push(code);
  return level.parents.push(parent) - 1;
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
