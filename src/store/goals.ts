import type { Rows } from "./connection.ts";

/** What somebody said of a goal: a comment, or the municipality's assessment of why it stands as it does. */
export type GoalComment = {
  readonly id: string;
  readonly version: number;
  readonly plan: string;
  readonly goal: string;
  readonly kind: "comment" | "assessment";
  readonly says: string;
  readonly by: string;
  readonly at: string;
};

/** Writes a comment, or writes it anew: every version stays. One without words is taken back. */
export async function addComment(rows: Rows, comment: Omit<GoalComment, "version">): Promise<number> {
  const newest = rows.selectFrom("goal_comment").select("version").where("id", "=", comment.id);
  const before = await newest.orderBy("version", "desc").limit(1).executeTakeFirst();
  const version = (before?.version ?? 0) + 1;
  await rows
    .insertInto("goal_comment")
    .values({ ...comment, version })
    .execute();
  return version;
}

/** Every version of what was said of a goal, the oldest first; of all a plan's goals without one. */
export async function listComments(rows: Rows, plan: string, goal?: string): Promise<GoalComment[]> {
  let query = rows.selectFrom("goal_comment").selectAll().where("plan", "=", plan);
  if (goal !== undefined) query = query.where("goal", "=", goal);
  return query.orderBy("at").orderBy("id").orderBy("version").execute();
}

/** The comments as they read now, without those taken back. */
export function newestOf<Comment extends GoalComment>(comments: readonly Comment[]): Comment[] {
  const newest = new Map<string, Comment>();
  for (const comment of comments)
    if (comment.version > (newest.get(comment.id)?.version ?? 0)) newest.set(comment.id, comment);
  return [...newest.values()].filter(({ says }) => says !== "");
}

/** Who answers for a goal: a person, a unit, or both. */
export type GoalOwner = {
  readonly plan: string;
  readonly goal: string;
  readonly owner?: string;
  readonly unit?: string;
  readonly by: string;
  readonly at: string;
};

/** Lets somebody answer for a goal from now on. */
export async function addOwner(rows: Rows, { owner, unit, ...rest }: GoalOwner): Promise<void> {
  await rows
    .insertInto("goal_owner")
    .values({ ...rest, owner: owner ?? null, unit: unit ?? null })
    .execute();
}

/** Who answered for the goals of a plan, the oldest first: the last of a goal is its owner now. */
export async function listOwners(rows: Rows, plan: string): Promise<GoalOwner[]> {
  const found = await rows.selectFrom("goal_owner").selectAll().where("plan", "=", plan).orderBy("at").execute();
  return found.map(({ owner, unit, ...rest }) => ({ ...rest, owner: owner ?? undefined, unit: unit ?? undefined }));
}

/** The lists of a follow-up file that are kept a line at a time. */
export const followUpLists = ["answers", "observations", "evidence", "accepted"] as const;
export type FollowUpList = (typeof followUpLists)[number];
export type FollowUpLine = {
  readonly list: FollowUpList;
  readonly entry: unknown;
  readonly by: string;
  readonly at: string;
};

/** Adds a line to a plan's follow-up. */
export async function addFollowUp(rows: Rows, id: string, plan: string, { list, entry, by, at }: FollowUpLine) {
  await rows
    .insertInto("follow_up_entry")
    .values({ id, plan, list, entry: JSON.stringify(entry), by, at })
    .execute();
}

/** A plan's follow-up, the oldest line first. */
export async function listFollowUp(rows: Rows, plan: string): Promise<FollowUpLine[]> {
  const columns = ["list", "entry", "by", "at"] as const;
  return rows
    .selectFrom("follow_up_entry")
    .select(columns)
    .where("plan", "=", plan)
    .orderBy("at")
    .orderBy("id")
    .execute();
}
