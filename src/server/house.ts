import { randomUUID } from "node:crypto";
import type { Call } from "#actions/action.ts";
import type { Data } from "#actions/open-data.ts";
import type { Database } from "#actions/open-database.ts";
import type { Door } from "#actions/sign-in.ts";
import type { Actor } from "#core/access/decide.ts";
import { type Day, parseDay } from "#core/calendar/day.ts";

/** What the server is started with and answers from. */
export type House = {
  readonly data: Data;
  readonly database: Database;
  /** The moment it is, as `2026-11-22T08:30:00.000Z`. */
  readonly clock: () => string;
  /** Whether the invented users of the demo may sign in: only on this machine itself. */
  readonly demo: boolean;
  /** Where people sign in, when there is a provider. */
  readonly provider?: ProviderSetting;
  /** The address people reach the server at, as `https://pejl.example.dk`. */
  readonly address: string;
  readonly version: string;
};

/** A provider of sign-ins (OpenID Connect). */
export type ProviderSetting = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim that lists what a person may be here, each as `head@851` or `caseworker@851/north`. */
  readonly rolesClaim: string;
};

/** The door before anybody is known: the store, the secrets, and the moment. */
export function doorOf({ database, clock }: House): Door {
  const at = clock();
  return { ...database, at, today: dayInDenmark(at) };
}

/** A call by somebody, for something they may be asked the reason of. */
export function callOf(house: House, actor: Actor, reason?: string): Call {
  return { ...doorOf(house), actor, ...(reason !== undefined && { reason }) };
}

/** The day it is in Denmark at a moment. */
export function dayInDenmark(at: string): Day {
  return parseDay(danish.format(new Date(at)));
}

/** The moment a day begins in Denmark: in summer two hours before it does in UTC, else one. */
export function startOfDay(day: string): string {
  const starts = ["+02:00", "+01:00"].map((ahead) => new Date(`${day}T00:00:00${ahead}`).toISOString());
  return starts.find((at) => dayInDenmark(at) === parseDay(day)) ?? starts[0];
}

const danish = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen" });

/** A number by which a failure is found again in the log. */
export function failureNumber(): string {
  return randomUUID().slice(0, 8);
}
