import { randomUUID } from "node:crypto";
import { broken } from "#core/faults/fault.ts";
import type { Rows } from "#store/connection.ts";
import {
  addComment,
  addOwner,
  type GoalComment,
  type GoalOwner,
  listComments,
  listOwners,
  newestOf,
} from "#store/goals.ts";
import { action, type Work } from "./action.ts";
import { planSubject } from "./stored-plans.ts";
import { withoutCpr } from "./without-cpr.ts";

/** What is said of a goal; of one said before, its id, and no words to take it back. */
export type Saying = {
  readonly plan: string;
  readonly goal: string;
  readonly says: string;
  readonly id?: string;
};

/** A goal belongs to its plan's municipalities, and to the unit that answers for it. */
export async function goalSubject({ plan, goal }: { plan: string; goal: string }, rows: Rows) {
  const owner = (await listOwners(rows, plan)).findLast((one) => one.goal === goal);
  return { ...(await planSubject(plan, rows)), unit: owner?.unit };
}

/** Comments on a goal, or changes one's own comment. */
export const commentGoal = action<Saying, GoalComment>({
  act: "comment-goal",
  on: goalSubject,
  does: (work, saying) => write(work, saying, "comment"),
  tells: trace,
});

/** Says in the municipality's own words why a goal stands as it does; colleagues may write it anew. */
export const assessGoal = action<Saying, GoalComment>({
  act: "assess-goal",
  on: goalSubject,
  does: (work, saying) => write(work, saying, "assessment"),
  tells: trace,
});

async function write({ rows, actor, at }: Work, saying: Saying, kind: GoalComment["kind"]): Promise<GoalComment> {
  const { plan, goal, id = randomUUID(), says } = saying;
  const former = (await listComments(rows, plan, goal)).find((one) => one.id === id && one.kind === kind);
  if (saying.id !== undefined && former === undefined) throw broken("not-there", { kind: commentWord, id });
  if (kind === "comment" && former !== undefined && former.by !== actor.id)
    throw broken("not-permitted", { why: others });
  const comment = { id, plan, goal, kind, says: withoutCpr(says), by: actor.id, at };
  return { ...comment, version: await addComment(rows, comment) };
}

function trace({ plan, goal }: Saying, { kind, id, version }: GoalComment) {
  return { subject: `plan ${plan} goal ${goal} ${kind} ${id} version ${version}` };
}

/** What is said of a plan's goals now, or with every former version. */
export const readComments = action<{ plan: string; goal?: string; every?: boolean }, GoalComment[]>({
  act: "read-plan",
  on: ({ plan }, rows) => planSubject(plan, rows),
  does: async ({ rows }, { plan, goal, every }) => {
    const comments = await listComments(rows, plan, goal);
    return every === true ? comments : newestOf(comments);
  },
  tells: ({ plan, goal }, found) => ({ subject: `plan ${plan} comments`, query: goal, count: found.length }),
});

/** Lets a person or a unit answer for a goal from now on. */
export const appointOwner = action<Pick<GoalOwner, "plan" | "goal" | "owner" | "unit">, void>({
  act: "own-goal",
  on: goalSubject,
  does: ({ rows, actor, at }, owner) => addOwner(rows, { ...owner, by: actor.id, at }),
  tells: ({ plan, goal, owner, unit }) => ({ subject: `plan ${plan} goal ${goal} owner ${owner ?? unit ?? "none"}` }),
});

/** Who answers for each goal of a plan now. */
export const readOwners = action<{ plan: string }, GoalOwner[]>({
  act: "read-plan",
  on: ({ plan }, rows) => planSubject(plan, rows),
  does: async ({ rows }, { plan }) => {
    const latest = new Map((await listOwners(rows, plan)).map((owner) => [owner.goal, owner]));
    return [...latest.values()].filter(({ owner, unit }) => owner !== undefined || unit !== undefined);
  },
  tells: ({ plan }, owners) => ({ subject: `plan ${plan} owners`, count: owners.length }),
});

const commentWord = { da: "Kommentaren", en: "The comment" };
const others = { da: "det er en andens kommentar", en: "it is somebody else's comment" };
