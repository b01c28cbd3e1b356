import { randomUUID } from "node:crypto";
import { formatDay } from "#core/calendar/day.ts";
import type { Plan } from "#core/plans/format/plan.ts";
import type { Catalogue } from "#core/plans/references.ts";
import { addFollowUp, type FollowUpLine, type FollowUpList, listFollowUp } from "#store/goals.ts";
import { getVersion } from "#store/plans.ts";
import { type Action, action } from "./action.ts";
import {
  type Accepting,
  type Answering,
  acceptedEntry,
  answerEntry,
  type Entry,
  type Evidencing,
  evidenceEntry,
  type Observing,
  observationEntry,
  type Said,
} from "./follow-up-entries.ts";
import { addedTo, readStoredText } from "./stored-follow-up.ts";
import { planSubject } from "./stored-plans.ts";
import { withoutCpr } from "./without-cpr.ts";

/** What is added to a plan of the database; who says it, and on which day, is known already. */
type Adding<Written> = { readonly plan: string; readonly catalogue: Catalogue; readonly adds: Unsaid<Written> };
type Unsaid<Written> = Omit<Written, keyof Said>;

/** Answers a question of a goal. */
export const answerStored: Action<Adding<Answering>, void> = adding<Answering>("answers", answerEntry);
/** Enters a figure of the municipality's own for a goal. */
export const observeStored: Action<Adding<Observing>, void> = adding<Observing>("observations", observationEntry);
/** Enters what shows that a milestone was reached, or that it was not. */
export const recordStored: Action<Adding<Evidencing>, void> = adding<Evidencing>("evidence", evidenceEntry);
/** Accepts a finding of the check with the reason. */
export const acceptStored: Action<Adding<Accepting>, void> = adding<Accepting>("accepted", acceptedEntry);

/** Adds a line that fits the plan as it reads now; what would make plan or follow-up unreadable is not kept. */
function adding<Written extends Said>(
  list: FollowUpList,
  entryOf: (plan: Plan, written: Unsaid<Written> & Said) => Entry,
) {
  return action<Adding<Written>, void>({
    act: "follow-up-plan",
    on: ({ plan }, rows) => planSubject(plan, rows),
    does: async ({ rows, actor, at, today }, { plan, catalogue, adds }) => {
      const version = await getVersion(rows, plan);
      const { answered } = readStoredText(version, plan, await addedTo(rows, plan), catalogue);
      const entry = entryOf(answered, { ...adds, by: actor.name, on: formatDay(today) });
      withoutCpr(JSON.stringify(entry));
      await addFollowUp(rows, randomUUID(), plan, { list, entry, by: actor.id, at });
      readStoredText(version, plan, await addedTo(rows, plan), catalogue);
    },
    tells: ({ plan }) => ({ subject: `plan ${plan} ${list}` }),
  });
}

/** What was added to a plan, the oldest line first. */
export const listAdded = action<{ plan: string }, FollowUpLine[]>({
  act: "read-plan",
  on: ({ plan }, rows) => planSubject(plan, rows),
  does: ({ rows }, { plan }) => listFollowUp(rows, plan),
  tells: ({ plan }, lines) => ({ subject: `plan ${plan} follow-up`, count: lines.length }),
});
