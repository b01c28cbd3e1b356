import { broken } from "#core/faults/fault.ts";

/** `benefit=kontanthjaelp` as a key and its value, for every word given; a key once. @throws BrokenInput wrong-use */
export function pairsOf(words: readonly string[] = []): Record<string, string> {
  const pairs = new Map<string, string>();
  for (const word of words) {
    const at = word.indexOf("=");
    const key = word.slice(0, at);
    if (at < 1) throw unequal(word);
    if (pairs.has(key)) throw twice(key);
    pairs.set(key, word.slice(at + 1));
  }
  return Object.fromEntries(pairs);
}

function unequal(word: string) {
  const why = { da: `«${word}» mangler et lighedstegn`, en: `«${word}» lacks an equals sign` };
  const hint = { da: "Skriv fx benefit=kontanthjaelp.", en: "Write for example benefit=kontanthjaelp." };
  return broken("wrong-use", { why, hint });
}

function twice(key: string) {
  const why = { da: `«${key}» er givet to gange`, en: `«${key}» is given twice` };
  const hint = {
    da: "Forbind koderne med plus: benefit=dagpenge+kontanthjaelp.",
    en: "Join the codes by a plus: benefit=dagpenge+kontanthjaelp.",
  };
  return broken("wrong-use", { why, hint });
}
