import { type AuditEntry, type Mac, NO_SEAL, type SealedEntry, sealOf } from "./entry.ts";

/** The end of a log: how many entries it has, the seal of the last, and a seal over both. */
export type AuditHead = { readonly number: number; readonly seal: string; readonly headSeal: string };

/** How a log stands: whole, or where and how it is first broken. */
export type Verdict =
  | { readonly whole: true; readonly entries: number; readonly seal: string }
  | {
      readonly whole: false;
      readonly number: number;
      readonly why: "missing" | "altered" | "cut-off" | "head-altered";
    };

/** The head of a log without entries. */
export function emptyHead(mac: Mac): AuditHead {
  return headOf(0, NO_SEAL, mac);
}

/** The entry in its place after a head, and the new head. */
export function append(entry: AuditEntry, head: AuditHead, mac: Mac): { entry: SealedEntry; head: AuditHead } {
  const number = head.number + 1;
  const seal = sealOf(entry, number, head.seal, mac);
  return { entry: { ...entry, number, seal }, head: headOf(number, seal, mac) };
}

function headOf(number: number, seal: string, mac: Mac): AuditHead {
  return { number, seal, headSeal: mac(`head\n${number}\n${seal}`) };
}

/**
 * Walks a log from its first entry and tells the first that was deleted, altered, moved or cut off. Whoever lacks the
 * key can do none of that unseen; setting the whole log back to an earlier end is seen by whoever noted a later one.
 *
 * @param noted an end of the log that was written down elsewhere, as a backup's manifest does
 */
export function startWalk(mac: Mac, noted?: { readonly number: number; readonly seal: string }) {
  let number = 0;
  let seal = NO_SEAL;
  let broken: Verdict | undefined;

  /** Takes the next entry; false as soon as the log is known to be broken. */
  const take = (entry: SealedEntry): boolean => {
    if (broken !== undefined) return false;
    number += 1;
    if (entry.number !== number) broken = { whole: false, number, why: "missing" };
    else if (entry.seal !== sealOf(entry, number, seal, mac)) broken = { whole: false, number, why: "altered" };
    else if (noted?.number === number && noted.seal !== entry.seal) broken = { whole: false, number, why: "altered" };
    seal = entry.seal;
    return broken === undefined;
  };

  /** The verdict, once every entry is taken. */
  const end = (head: AuditHead): Verdict => {
    if (broken !== undefined) return broken;
    if (head.headSeal !== headOf(head.number, head.seal, mac).headSeal)
      return { whole: false, number: head.number, why: "head-altered" };
    if (head.number !== number || head.seal !== seal || number < (noted?.number ?? 0))
      return { whole: false, number: number + 1, why: "cut-off" };
    return { whole: true, entries: number, seal };
  };

  return { take, end };
}
