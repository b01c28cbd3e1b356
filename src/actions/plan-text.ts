import { createHash } from "node:crypto";
import { check, parseYaml } from "#connectors/data-files/yaml.ts";
import { EVERYTHING, type Held, type Subject } from "#core/access/decide.ts";
import { broken } from "#core/faults/fault.ts";
import { type Difference, differenceOf } from "#core/plans/difference.ts";
import { type Catalogue, planSchema } from "#core/plans/references.ts";
import type { Text } from "#core/text/text.ts";
import { listAccounts } from "#store/accounts.ts";
import { type Rows, withScope } from "#store/connection.ts";
import {
  addPlan,
  findDraft,
  findVersion,
  getStoredPlan,
  getVersion,
  listStoredPlans,
  listVersions,
  saveDraft as save,
} from "#store/plans.ts";
import { action, type Work } from "./action.ts";
import { memory } from "./memory.ts";
import { type PlanReading, readPlanText } from "./plan-reading.ts";
import { acceptedIn } from "./stored-follow-up.ts";
import { parsePlan, planSubject } from "./stored-plans.ts";
import { withoutCpr } from "./without-cpr.ts";

/** Which text of a plan: a version by its number, the draft, or (undefined) the draft when there is one, else the newest. */
export type Which = number | "draft" | undefined;

/** Who wrote a text, and what they are called. */
type Written = { readonly by: string; readonly who: string; readonly at: string };

/** A plan's text as it reads, with every version there is. */
export type OpenText = {
  readonly title: Text;
  readonly shown: number | "draft";
  readonly versions: readonly (Written & { readonly number: number; readonly note: string })[];
  readonly draft: (Written & { readonly revision: number; readonly basedOn?: number }) | undefined;
  readonly yaml: string;
  readonly reading: PlanReading;
};

/** Opens a text of a plan to be read as a document. @throws BrokenInput not-there */
export const planDocument = action<{ plan: string; which: Which; catalogue: Catalogue }, OpenText>({
  act: "read-plan",
  on: ({ plan }, rows) => planSubject(plan, rows),
  does: async (work, { plan, which, catalogue }) => {
    const { rows } = work;
    const { title } = await getStoredPlan(rows, plan);
    const nameOf = await namesFor(work);
    const versions = await listVersions(rows, plan);
    const draft = await findDraft(rows, plan);
    const { yaml, shown } = await textOf(rows, plan, which);
    const accepted = await acceptedIn(rows, plan);
    const key = [plan, sha256(yaml), JSON.stringify(accepted)].join("\n");
    return {
      title,
      shown,
      versions: versions.map(({ number, note, by, at }) => ({ number, note, by, at, who: nameOf(by) })),
      draft: draft && { ...draft, who: nameOf(draft.by) },
      yaml,
      reading: await readings(catalogue)(key, async () => readPlanText(yaml, plan, catalogue, accepted)),
    };
  },
  tells: ({ plan }, { shown }) => ({ subject: `plan ${plan} text ${shown}` }),
});

/** The text of a plan, and which it is. @throws BrokenInput not-there */
async function textOf(rows: Rows, plan: string, which: Which): Promise<{ yaml: string; shown: number | "draft" }> {
  const draft = typeof which === "number" ? undefined : await findDraft(rows, plan);
  if (draft !== undefined) return { yaml: draft.yaml, shown: "draft" };
  if (which === "draft") throw broken("not-there", { kind: { da: "Kladden", en: "The draft" }, id: plan });
  const { yaml, number } = await getVersion(rows, plan, which);
  return { yaml, shown: number };
}

/** What an account is called, where its row may be seen; else its id. */
async function namesFor({ rows }: Work): Promise<(id: string) => string> {
  // Whoever may read a plan may know who wrote it.
  const accounts = await withScope(rows, EVERYTHING, () => listAccounts(rows));
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

/** How many readings of texts are kept, by their content. */
const MOST = 30;
const kept = new WeakMap<Catalogue, ReturnType<typeof memory<PlanReading>>>();

function readings(catalogue: Catalogue): ReturnType<typeof memory<PlanReading>> {
  const own = kept.get(catalogue) ?? memory<PlanReading>(MOST);
  kept.set(catalogue, own);
  return own;
}

/** A text of a plan of the database, or one that is nowhere yet. */
export type Side = Which | { readonly yaml: string };

/** What differs in two texts of a plan, in words and figures. @throws BrokenInput with every fault of either */
export const diffVersions = action<{ plan: string; from: Side; to: Side; catalogue: Catalogue }, Difference[]>({
  act: "read-plan",
  on: ({ plan }, rows) => planSubject(plan, rows),
  does: async ({ rows }, { plan, from, to, catalogue }) => {
    const read = async (side: Side) => {
      const { yaml } = typeof side === "object" ? side : await textOf(rows, plan, side);
      return parsePlan(yaml, plan, catalogue);
    };
    return differenceOf(await read(from), await read(to));
  },
  tells: ({ plan, from, to }, found) => ({
    subject: `plan ${plan} difference`,
    query: [from, to].map((side) => (typeof side === "object" ? "text" : (side ?? "newest"))).join(" "),
    count: found.length,
  }),
});

/** Hands over a text of a plan, to the letter. */
export const exportPlanYaml = action<
  { plan: string; which: Which; take: (text: string) => Promise<void> | void },
  void
>({
  act: "read-plan",
  on: ({ plan }, rows) => planSubject(plan, rows),
  does: async ({ rows }, { plan, which, take }) => take((await textOf(rows, plan, which)).yaml),
  tells: ({ plan, which }) => ({ subject: `plan ${plan} file`, query: String(which ?? "newest") }),
});

/** A plan's file as it was sent. */
export type Import = { readonly yaml: string; readonly catalogue: Catalogue };

/**
 * Takes a plan's file in as a draft, to the letter: of the plan with its id, or of a new one of its municipalities.
 *
 * @throws BrokenInput changed-meanwhile, when somebody works on a draft of it, and every fault of the file
 */
export const importPlanYaml = action<Import, { readonly plan: string; readonly revision: number }>({
  act: "draft-plan",
  on: async (file, rows): Promise<Subject> => {
    const { id, municipalities } = planIn(file);
    const held = (await listStoredPlans(rows)).find((one) => one.id === id);
    return held === undefined ? ({ municipalities } satisfies Held) : { municipalities: held.municipalities };
  },
  does: async ({ rows, actor, at }, file) => {
    const { id, municipalities, title } = planIn(file);
    const isKnown = (await listStoredPlans(rows)).some((one) => one.id === id);
    if (!isKnown) await addPlan(rows, { id, municipalities, title }, at);
    const basedOn = (await findVersion(rows, id))?.number;
    const written = { yaml: withoutCpr(file.yaml), by: actor.id, at };
    return { plan: id, revision: await save(rows, id, written, 0, basedOn) };
  },
  tells: (_, { plan }) => ({ subject: `plan ${plan} file taken in as draft` }),
});

function planIn({ yaml, catalogue }: Import) {
  return check(parseYaml(yaml, "plan.yaml"), planSchema(catalogue));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
