import { broken } from "#core/faults/fault.ts";
import { mentionsCpr } from "#core/register/cpr.ts";

/** The words as they are, when no CPR number is among them. @throws BrokenInput cpr-in-text */
export function withoutCpr(words: string): string {
  if (mentionsCpr(words)) throw broken("cpr-in-text");
  return words;
}
