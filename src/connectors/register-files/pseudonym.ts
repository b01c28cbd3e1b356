import { createHmac } from "node:crypto";
import { broken } from "#core/faults/fault.ts";
import { type CprFacts, cprFacts } from "#core/register/cpr.ts";

/** The environment variable that holds the key of the pseudonyms. */
export const KEY_NAME = "PEJL_PSEUDONYM_KEY";

/** Replaces CPR numbers by pseudonyms of one key. */
export type Pseudonyms = {
  /** Tells keys apart without telling anything of them. */
  readonly keyId: string;
  readonly of: (digits: string) => string;
  /** Birthday and sex of the numbers replaced so far, by pseudonym. */
  readonly facts: ReadonlyMap<string, CprFacts>;
};

/**
 * Pseudonyms of a key: the first 128 bits of HMAC-SHA-256. Whoever lacks the key cannot find a number by trying them
 * all, as with a plain hash.
 *
 * @throws BrokenInput no-pseudonym-key, when there is none or it is shorter than 32 characters
 */
export function pseudonymsOf(key: string | undefined): Pseudonyms {
  if (key === undefined || key.length < 32) throw broken("no-pseudonym-key");
  const facts = new Map<string, CprFacts>();
  const of = (digits: string) => {
    const pseudonym = hmac(key, digits).slice(0, 32);
    const known = cprFacts(digits);
    if (known !== undefined) facts.set(pseudonym, known);
    return pseudonym;
  };
  return { keyId: hmac(key, "key id").slice(0, 8), of, facts };
}

function hmac(key: string, text: string): string {
  return createHmac("sha256", key).update(text).digest("hex");
}
