import { broken } from "#core/faults/fault.ts";
import { mentionsCpr } from "#core/register/cpr.ts";

/**
 * The words as they are, when no CPR number is among them. Digits within a SHA-256, as plans name their document by, are
 * none.
 *
 * @throws BrokenInput cpr-in-text
 */
export function withoutCpr(words: string): string {
  if (mentionsCpr(words.replace(/\b[0-9a-f]{64}\b/g, ""))) throw broken("cpr-in-text");
  return words;
}
