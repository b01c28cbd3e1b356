import { createHash } from "node:crypto";
import { broken } from "#core/faults/fault.ts";
import { type Text, verbatim } from "#core/text/text.ts";
import { addOnce } from "./add-once.ts";
import type { Rows } from "./connection.ts";
import { readText } from "./json.ts";

/** A plan of the database: what is in its versions is in their text. */
export type StoredPlan = { readonly id: string; readonly municipalities: readonly string[]; readonly title: Text };

/** A text of a plan, to the letter, and who wrote it when. */
type Written = { readonly yaml: string; readonly by: string; readonly at: string };

/** An adopted text of a plan; it never changes. */
export type PlanVersion = Written & { readonly number: number; readonly sha256: string; readonly note: string };

/** The text being worked on; whoever saves it names the revision they began from. */
export type PlanDraft = Written & { readonly revision: number; readonly basedOn?: number };

const kind = { da: "Planen", en: "The plan" };

/** @throws BrokenInput already-there */
export async function addPlan(rows: Rows, { id, municipalities, title }: StoredPlan, at: string): Promise<void> {
  const row = { id, municipalities: [...municipalities], title: JSON.stringify(title), created: at };
  await addOnce(rows.insertInto("plan").values(row), kind, id);
}

/** The plans that may be seen, by id. */
export async function listStoredPlans(rows: Rows): Promise<StoredPlan[]> {
  const found = await rows.selectFrom("plan").select(["id", "municipalities", "title"]).orderBy("id").execute();
  return found.map(({ title, ...plan }) => ({ ...plan, title: readText(title) }));
}

/** @throws BrokenInput not-there */
export async function getStoredPlan(rows: Rows, id: string): Promise<StoredPlan> {
  const plan = (await listStoredPlans(rows)).find((one) => one.id === id);
  if (plan === undefined) throw broken("not-there", { kind, id });
  return plan;
}

/** The versions of a plan, the newest first. */
export async function listVersions(rows: Rows, plan: string): Promise<PlanVersion[]> {
  const columns = ["number", "yaml", "sha256", "note", "by", "at"] as const;
  return rows.selectFrom("plan_version").select(columns).where("plan", "=", plan).orderBy("number", "desc").execute();
}

/** A version of a plan, or its newest. @throws BrokenInput not-there */
export async function getVersion(rows: Rows, plan: string, number?: number): Promise<PlanVersion> {
  const version = await findVersion(rows, plan, number);
  if (version === undefined) throw broken("not-there", { kind: versionKind, id: `${plan} ${number ?? ""}`.trim() });
  return version;
}

/** As `getVersion`; undefined when there is none, as while a plan is only a draft. */
export async function findVersion(rows: Rows, plan: string, number?: number): Promise<PlanVersion | undefined> {
  const columns = ["number", "yaml", "sha256", "note", "by", "at"] as const;
  let found = rows.selectFrom("plan_version").select(columns).where("plan", "=", plan);
  if (number !== undefined) found = found.where("number", "=", number);
  return found.orderBy("number", "desc").limit(1).executeTakeFirst();
}

const versionKind = { da: "Planens udgave", en: "The plan's version" };

/** Adds the next version of a plan and returns its number. */
export async function addVersion(rows: Rows, plan: string, { yaml, by, at }: Written, note: string): Promise<number> {
  await rows.selectFrom("plan").select("id").where("id", "=", plan).forUpdate().execute();
  const number = ((await listVersions(rows, plan))[0]?.number ?? 0) + 1;
  const sha256 = createHash("sha256").update(yaml).digest("hex");
  await rows.insertInto("plan_version").values({ plan, number, yaml, sha256, note, by, at }).execute();
  return number;
}

/** The draft of a plan, when somebody works on one. */
export async function findDraft(rows: Rows, plan: string): Promise<PlanDraft | undefined> {
  const found = await rows.selectFrom("plan_draft").selectAll().where("plan", "=", plan).executeTakeFirst();
  if (found === undefined) return undefined;
  const { yaml, by, at, revision, based_on: basedOn } = found;
  return { yaml, by, at, revision, basedOn: basedOn ?? undefined };
}

/**
 * Saves a draft on top of the revision it was begun from (0 when there was none) and returns the new one. The text need
 * not be a valid plan yet.
 *
 * @throws BrokenInput changed-meanwhile, when somebody saved in between
 */
export async function saveDraft(rows: Rows, plan: string, written: Written, onTopOf: number, basedOn?: number) {
  await rows.selectFrom("plan").select("id").where("id", "=", plan).forUpdate().execute();
  const now = await findDraft(rows, plan);
  if ((now?.revision ?? 0) !== onTopOf) throw broken("changed-meanwhile", { who: verbatim(now?.by ?? "–") });
  const { yaml, by, at } = written;
  const row = { yaml, by, at, revision: onTopOf + 1, based_on: basedOn ?? now?.basedOn ?? null };
  await rows
    .insertInto("plan_draft")
    .values({ plan, ...row })
    .onConflict((on) => on.column("plan").doUpdateSet(row))
    .execute();
  return row.revision;
}

/** Puts a draft away. */
export async function dropDraft(rows: Rows, plan: string): Promise<void> {
  await rows.deleteFrom("plan_draft").where("plan", "=", plan).execute();
}
