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

const ordinals = new Map([
  ["anden", 2],
  ["andet", 2],
  ["tredje", 3],
  ["fjerde", 4],
  ["femte", 5],
  ["sjette", 6],
  ["syvende", 7],
  ["ottende", 8],
  ["niende", 9],
  ["tiende", 10],
]);

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
  const [, howMany = "", ordinal = ""] = /^(\S+) (\S+?)(?:dele?)?$/.exec(plain) ?? [];
  const of = ordinals.get(ordinal);
  if (of === undefined) return undefined;
  if (!plain.includes("del")) return howMany === "hver" ? 1 / of : undefined;
  const count = digits.get(howMany);
  return count === undefined || count < 1 || count >= of ? undefined : count / of;
}
