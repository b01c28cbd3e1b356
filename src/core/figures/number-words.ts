const digits = new Map([
  ["nul", 0],
  ["en", 1],
  ["én", 1],
  ["et", 1],
  ["ét", 1],
  ["to", 2],
  ["tre", 3],
  ["fire", 4],
  ["fem", 5],
  ["seks", 6],
  ["syv", 7],
  ["otte", 8],
  ["ni", 9],
  ["ti", 10],
  ["elleve", 11],
  ["tolv", 12],
]);

/** How the words for a part of so many begin, and the ordinal in `hver …`. */
const parts: readonly (readonly [number, string, string])[] = [
  [2, "halv", "anden"],
  [2, "halv", "andet"],
  [3, "tredje", "tredje"],
  [4, "fjerde", "fjerde"],
  [5, "femte", "femte"],
  [6, "sjette", "sjette"],
  [7, "syvende", "syvende"],
  [8, "ottende", "ottende"],
  [9, "niende", "niende"],
  [10, "tiende", "tiende"],
];

/** The number a Danish word from `nul` to `tolv` names. */
export function findNumberWord(word: string): number | undefined {
  return digits.get(word.toLowerCase());
}

/**
 * The share that Danish words name, 0-1.
 *
 * @example findShareWords("to tredjedele") // 0.666…
 * @example findShareWords("hver femte") // 0.2
 */
export function findShareWords(words: string): number | undefined {
  const plain = words.toLowerCase();
  if (plain === "halvdelen") return 1 / 2;
  const each = parts.find(([, , ordinal]) => plain === `hver ${ordinal}`);
  if (each !== undefined) return 1 / each[0];
  const [, howMany = "", ofWhat] = /^(\S+) (\S+del)e?$/.exec(plain) ?? [];
  const [of] = parts.find(([, beginning]) => `${beginning}del` === ofWhat) ?? [];
  const count = digits.get(howMany);
  if (of === undefined || count === undefined || count < 1 || count >= of) return undefined;
  return count / of;
}
