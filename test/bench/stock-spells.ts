import { parseDay } from "#core/calendar/day.ts";
import { blankRows, type Register } from "#core/register/columns.ts";
import { dictionaryOf, startDictionaries } from "#core/register/dictionary.ts";
import type { AsOf } from "#core/register/reading/as-of.ts";
import { randomFrom } from "#core/stats/random.ts";

/** The size of a made-up register of spells on benefits. */
export type Size = {
  readonly persons: number;
  readonly spellsEach: number;
  readonly municipalities: number;
  readonly benefits: number;
  readonly years: number;
};

/** The first day of every made-up register. */
export const BEGIN = parseDay("2010-01-01");

const shared = (bytes: number) => new SharedArrayBuffer(bytes);

/**
 * Spells one after another, a person's never overlapping, as an import leaves them: each begins in its own stretch of
 * the years, on a benefit drawn anew, lasts up to ten months, and four of five are full. In shared memory.
 */
export function makeSpells({ persons, spellsEach, municipalities, benefits, years }: Size): AsOf {
  const random = randomFrom(1);
  const below = (n: number) => Math.floor(random() * n);
  const rows = blankRows("benefits", persons * spellsEach, shared);
  const { person_id, benefit, municipality, from, to, degree } = rows.columns;
  const turn = Math.floor((years * 365) / spellsEach);
  for (let person = 1, i = 0; person <= persons; person++) {
    const place = 1 + below(municipalities);
    for (let k = 0; k < spellsEach; k++, i++) {
      person_id[i] = person;
      benefit[i] = 1 + below(benefits);
      municipality[i] = place;
      from[i] = BEGIN + k * turn + below(Math.floor(turn * 0.6));
      to[i] = Math.min(from[i] + 1 + below(300), BEGIN + (k + 1) * turn);
      degree[i] = random() < 0.8 ? 1 : 0.5;
    }
  }
  const extracted = parseDay("2040-12-31");
  const register: Register = {
    id: "",
    name: "bench",
    extracted,
    covers: { benefits: { from: BEGIN, to: extracted } },
    simulated: true,
    dictionaries: {
      ...startDictionaries(),
      // Who they are does not matter, only how many.
      person: { words: new Array(persons + 1), numbers: new Map() },
      benefit: dictionaryOf(Array.from({ length: benefits }, (_, k) => `ydelse_${k + 1}`)),
      municipality: dictionaryOf(Array.from({ length: municipalities }, (_, k) => String(101 + k))),
    },
    tables: { benefits: rows },
  };
  return { register, asOf: extracted };
}
