const digits: Readonly<Record<string, number>> = {
  nul: 0,
  en: 1,
  én: 1,
  et: 1,
  ét: 1,
  to: 2,
  tre: 3,
  fire: 4,
  fem: 5,
  seks: 6,
  syv: 7,
  otte: 8,
  ni: 9,
  ti: 10,
  elleve: 11,
  tolv: 12,
};

const parts: Readonly<Record<string, number>> = {
  tredjedel: 3,
  fjerdedel: 4,
  femtedel: 5,
  sjettedel: 6,
  syvendedel: 7,
  ottendedel: 8,
  niendedel: 9,
  tiendedel: 10,
};

const ordinals: Readonly<Record<string, number>> = {
  anden: 2,
  andet: 2,
  tredje: 3,
  fjerde: 4,
  femte: 5,
  sjette: 6,
  syvende: 7,
  ottende: 8,
  niende: 9,
  tiende: 10,
};

/** The number a Danish word from `nul` to `tolv` names. */
export function findNumberWord(word: string): number | undefined {
  return digits[word.toLowerCase()];
}

/**
 * The share that Danish words name, 0-1.
 *
 * @example findShareWords("to tredjedele") // 2 / 3
 * @example findShareWords("hver femte") // 0.2
 */
export function findShareWords(words: string): number | undefined {
  const plain = words.toLowerCase();
  if (/^(halvdelen|en halvdel)$/.test(plain)) return 1 / 2;
  const each = /^hver ([a-zæøå]+)$/.exec(plain);
  if (each !== null) return inverse(ordinals[each[1]]);
  const part = /^([a-zéæøå]+) ([a-z]+del)e?$/.exec(plain);
  if (part === null) return undefined;
  const [count, of] = [digits[part[1]], parts[part[2]]];
  return count > 0 && count < of ? count / of : undefined;
}

function inverse(n: number | undefined): number | undefined {
  return n === undefined ? undefined : 1 / n;
}
