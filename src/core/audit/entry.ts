/**
 * What was done, or asked for and denied: one line of the audit log. Times are ISO 8601 in UTC with milliseconds,
 * `2026-11-22T08:30:00.000Z`. No text of it ever holds a CPR number.
 */
export type AuditEntry = {
  readonly at: string;
  /** The account that acted; `program` when it did so of itself. */
  readonly actor: string;
  /** The role whose right was used; none for a denial, or for the program itself. */
  readonly role?: string;
  readonly act: string;
  readonly outcome: "done" | "denied";
  /** Why the person needed it, in their own words, where they were asked; of a denial, why it was one. */
  readonly reason?: string;
  readonly municipalities: readonly string[];
  readonly unit?: string;
} & Trace;

/** What an act touched. */
export type Trace = {
  /** What it was done to, as `plan aalborg-2018`. */
  readonly subject: string;
  /** The persons whose data were shown, changed or handed over. */
  readonly persons?: readonly string[];
  /** What was asked for, of a list or an export, and how many came. */
  readonly query?: string;
  readonly count?: number;
};

/** An entry in its place: its number, counted from 1, and a seal over itself and the seal before it. */
export type SealedEntry = AuditEntry & { readonly number: number; readonly seal: string };

/** The seal before the first entry. */
export const NO_SEAL = "0".repeat(64);

/** A keyed hash of a text, as 64 hexadecimal digits; HMAC-SHA-256 with a key that the log's keeper cannot reach. */
export type Mac = (text: string) => string;

/** The seal of an entry that follows another. */
export function sealOf(entry: AuditEntry, number: number, before: string, mac: Mac): string {
  return mac(`${before}\n${number}\n${canonical(entry)}`);
}

/** The entry as text, always the same for the same content: every field in one order, the absent as null. */
export function canonical(entry: AuditEntry): string {
  const { at, actor, role, act, outcome, reason, municipalities, unit, subject, persons, query, count } = entry;
  const absent = null;
  return JSON.stringify([
    ...[at, actor, role ?? absent, act, outcome, reason ?? absent, municipalities, unit ?? absent],
    ...[subject, persons ?? [], query ?? absent, count ?? absent],
  ]);
}
