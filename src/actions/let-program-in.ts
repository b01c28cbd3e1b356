import { beginSession } from "#store/sessions.ts";
import { action } from "./action.ts";
import { withoutCpr } from "./without-cpr.ts";

/** A token for a program, shown once, and the moment it ends. */
export type ProgramToken = { readonly token: string; readonly expires: string };

const DAY = 24 * 60 * 60 * 1000;

/**
 * Begins a session for one of the person's own programs, for so many days. It opens figures for export, as far as the
 * person's own roles reach at any time, and ends as their other sessions do.
 */
export const letProgramIn = action<{ program: string; days: number }, ProgramToken>({
  act: "export-figures",
  on: () => "in-reach",
  does: async ({ rows, actor, at }, { program, days }) => {
    const expires = new Date(Date.parse(at) + days * DAY).toISOString();
    return { token: await beginSession(rows, actor.id, at, expires, withoutCpr(program)), expires };
  },
  tells: ({ program }, { expires }) => ({ subject: `token for ${program} until ${expires}` }),
});
