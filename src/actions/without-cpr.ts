import { broken } from "#core/faults/fault.ts";
import { mentionsCpr } from "#core/register/cpr.ts";

/**
 * The words as they are, when no CPR number is among them. Digits within a SHA-256, as plans name their document by, or
 * within a UUID, as jobs are named, are none.
 *
 * @throws BrokenInput cpr-in-text
 */
export function withoutCpr(words: string): string {
  if (mentionsCpr(words.replace(names, ""))) throw broken("cpr-in-text");
  return words;
}

const names = /\b([0-9a-f]{64}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b/g;
