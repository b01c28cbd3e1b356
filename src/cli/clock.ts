import { userInfo } from "node:os";
import { type Day, parseDay } from "#core/calendar/day.ts";

/** Today where the command is run; `PEJL_TODAY` sets it, so that a run can be repeated to the letter. */
export function today(): Day {
  const now = new Date();
  const pad = (n: number) => String(n).padStart(2, "0");
  return parseDay(process.env.PEJL_TODAY ?? `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`);
}

/** Who runs the command, as the operating system knows them. */
export function userName(): string {
  return process.env.PEJL_USER ?? userInfo().username;
}

/** The moment a command is run; `PEJL_TODAY` sets its day. */
export function now(): string {
  return process.env.PEJL_TODAY === undefined ? new Date().toISOString() : `${process.env.PEJL_TODAY}T00:00:00.000Z`;
}
