import { broken } from "#core/faults/fault.ts";

/** `benefit=kontanthjaelp` as a key and its value, for every word given. @throws BrokenInput wrong-use */
export function pairsOf(words: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(
    words.map((word) => {
      const at = word.indexOf("=");
      if (at > 0) return [word.slice(0, at), word.slice(at + 1)];
      const why = { da: `«${word}» mangler et lighedstegn`, en: `«${word}» lacks an equals sign` };
      const hint = { da: "Skriv fx benefit=kontanthjaelp.", en: "Write for example benefit=kontanthjaelp." };
      throw broken("wrong-use", { why, hint });
    }),
  );
}
