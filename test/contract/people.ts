import type { Action, Call } from "#actions/action.ts";
import type { Database } from "#actions/open-database.ts";
import type { Actor, Grant } from "#core/access/decide.ts";
import { parseDay } from "#core/calendar/day.ts";
import { BrokenInput, type Fault } from "#core/faults/fault.ts";

/** Somebody with these roles. */
export function person(id: string, ...grants: Grant[]): Actor {
  return { id, name: id, grants };
}

export const administrator = person("ada", { role: "administrator", municipality: "all" });
export const auditor = person("otto", { role: "auditor", municipality: "all" });
export const head = person("hanne", { role: "head", municipality: "851" });
export const analyst = person("anna", { role: "analyst", municipality: "851" });
export const caseworker = person("carl", { role: "caseworker", municipality: "851", unit: "north" });
export const reader = person("rikke", { role: "reader", municipality: "851" });
export const neighbour = person("nina", { role: "head", municipality: "165" });

let clock = Date.parse("2026-11-22T08:00:00.000Z");

/** A moment later than any before it. */
export function now(): string {
  clock += 1000;
  return new Date(clock).toISOString();
}

export function call(database: Database, actor: Actor, reason?: string): Call {
  return { ...database, actor, at: now(), today: parseDay("2026-11-22"), reason };
}

/** Does an action as somebody. */
export function as<I, R>(database: Database, actor: Actor, does: Action<I, R>, input: I, reason?: string): Promise<R> {
  return does(call(database, actor, reason), input);
}

/** The codes of the faults that something is refused with. */
export async function faultsOf(refused: Promise<unknown>): Promise<Fault["code"][]> {
  try {
    await refused;
    return [];
  } catch (error) {
    if (error instanceof BrokenInput) return error.faults.map(({ code }) => code);
    throw error;
  }
}
