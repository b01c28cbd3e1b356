import { type Actor, ALL, decide, EVERYTHING, refusals, type Subject, scopeOf } from "#core/access/decide.ts";
import { type Act, isAct } from "#core/access/table.ts";
import type { AuditEntry, Trace } from "#core/audit/entry.ts";
import type { Day } from "#core/calendar/day.ts";
import { broken } from "#core/faults/fault.ts";
import { hideCpr } from "#core/register/cpr.ts";
import { addToLog } from "#store/audit-log.ts";
import { isBeyondScope, type Rows } from "#store/connection.ts";
import type { Store } from "#store/open.ts";
import type { Secrets } from "#store/secrets.ts";

/** Somebody asking for something: who, when, and where it is to be done. */
export type Call = {
  readonly store: Store;
  readonly secrets: Secrets;
  readonly actor: Actor;
  /** The moment, as `2026-11-22T08:30:00.000Z`, and the day it is in Denmark. */
  readonly at: string;
  readonly today: Day;
  /** What it is needed for, in the person's own words. */
  readonly reason?: string;
};

/** What an action works with once it may: the call, and the rows that its act may see. */
export type Work = Call & { readonly rows: Rows };

/** Something a person can do: called with who asks and what for; `act` names its line in the decision table. */
export type Action<Input, Result> = ((call: Call, input: Input) => Promise<Result>) & { readonly act: Act };

/** What an action is made of. */
export type Shape<Input, Result> = {
  readonly act: Act;
  /** What it is to be done to; found among all rows, so that who may not see it is denied and not misled. */
  readonly on: (input: Input, rows: Rows, call: Call) => Subject | Promise<Subject>;
  /** Whether it asks what the person needs it for. */
  readonly asksWhy?: boolean;
  /** Reads, lets core decide, and writes: in one transaction with the audit entry. */
  readonly does: (work: Work, input: Input) => Promise<Result>;
  /** What the audit log keeps of it; nothing of a look at how far one's own doing has come. */
  readonly tells: (input: Input, result: Result) => Trace | undefined;
};

/**
 * The one shape of everything a person can do: may they → read → core → write → audit. What is done and its line in the
 * log stand or fall together; a denial is logged too. Only here are the rows opened.
 *
 * @throws BrokenInput not-permitted, no-reason, and what the action itself finds
 * @example const readPlan = action({ act: "read-plan", on: planSubject, does: …, tells: (id) => ({ subject: `plan ${id}` }) });
 */
export function action<Input, Result>(shape: Shape<Input, Result>): Action<Input, Result> {
  if (!isAct(shape.act)) throw new Error(`There is no rule for ${String(shape.act)}.`);
  const run = async (call: Call, input: Input): Promise<Result> => {
    const { act, on, asksWhy, does, tells } = shape;
    const { store, actor, today } = call;
    const subject = await store.within(EVERYTHING, async (rows) => on(input, rows, call));
    const decision = decide(actor, act, subject, today);
    if (!decision.may) throw await denial(call, act, subject, decision.why);
    if (asksWhy === true && (call.reason ?? "").trim() === "") throw broken("no-reason");
    const doing = store.within(scopeOf(actor, act, subject, today), async (rows) => {
      const result = await does({ ...call, rows }, input);
      const entry = { ...about(call, act, subject), role: decision.role, outcome: "done" as const };
      const told = tells(input, result);
      if (told !== undefined) await log(rows, call, { ...entry, ...told });
      return result;
    });
    return doing.catch(async (error: unknown) => {
      throw isBeyondScope(error) ? await denial(call, act, subject, "other-municipality") : error;
    });
  };
  return Object.assign(run, { act: shape.act });
}

/** Logs that somebody may not, and gives the fault to tell them so. */
async function denial(call: Call, act: Act, subject: Subject, why: keyof typeof refusals) {
  const entry = { ...about(call, act, subject), outcome: "denied" as const, reason: why, subject: inWords(subject) };
  await call.store.within(EVERYTHING, (rows) => log(rows, call, entry));
  return broken("not-permitted", { why: refusals[why] });
}

function about({ actor, at, reason }: Call, act: Act, subject: Subject) {
  const held = typeof subject === "object" ? subject : { municipalities: ownMunicipalities(actor), unit: undefined };
  return { at, actor: actor.id, act, reason, municipalities: held.municipalities, unit: held.unit };
}

/** What belongs to nobody is logged where the person works, so that it can be read there. */
function ownMunicipalities({ grants }: Actor): string[] {
  return [...new Set(grants.map(({ municipality }) => municipality))].filter((one) => one !== ALL);
}

function inWords(subject: Subject): string {
  if (typeof subject === "string") return subject;
  return [...subject.municipalities, subject.unit ?? "", subject.worker ?? ""].join(" ").trim();
}

/** Writes an entry; a CPR number that somebody typed into a search or a reason never reaches the log. */
async function log(rows: Rows, { secrets }: Pick<Call, "secrets">, entry: AuditEntry) {
  const { subject, reason, query, persons } = entry;
  const hidden = (text: string | undefined) => (text === undefined ? undefined : hideCpr(text));
  const told = { subject: hideCpr(subject), reason: hidden(reason), query: hidden(query) };
  await addToLog(rows, { ...entry, ...told, persons: persons?.map(hideCpr) }, secrets.auditMac);
}

/** Logs what the program did of itself, as letting somebody sign in, or for an actor that is no account. */
export async function logOfProgram(
  rows: Rows,
  call: Pick<Call, "secrets" | "at">,
  told: Omit<AuditEntry, "at" | "actor"> & { readonly actor?: string },
): Promise<void> {
  await log(rows, call, { actor: "program", ...told, at: call.at });
}
