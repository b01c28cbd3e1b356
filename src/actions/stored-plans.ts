import { check, parseYaml } from "#connectors/data-files/yaml.ts";
import type { Held } from "#core/access/decide.ts";
import { broken } from "#core/faults/fault.ts";
import type { Plan } from "#core/plans/format/plan.ts";
import { type Catalogue, planSchema } from "#core/plans/references.ts";
import type { Text } from "#core/text/text.ts";
import type { Rows } from "#store/connection.ts";
import {
  addPlan,
  addVersion,
  dropDraft,
  findDraft,
  getStoredPlan,
  getVersion,
  listStoredPlans,
  listVersions,
  type PlanDraft,
  type PlanVersion,
  type StoredPlan,
  saveDraft as save,
} from "#store/plans.ts";
import { action } from "./action.ts";
import { withoutCpr } from "./without-cpr.ts";

/** A stored plan belongs to its municipalities together. @throws BrokenInput not-there */
export async function planSubject(plan: string, rows: Rows): Promise<Held> {
  const { municipalities } = await getStoredPlan(rows, plan);
  return { municipalities };
}

/** The plans that the person's municipalities hold. */
export const listStored = action<void, StoredPlan[]>({
  act: "read-plan",
  on: () => "in-reach",
  does: ({ rows }) => listStoredPlans(rows),
  tells: (_, plans) => ({ subject: "plans", count: plans.length }),
});

/** A plan with every version of it and its draft, when there is one. */
export const readStored = action<{ plan: string }, StoredPlan & { versions: PlanVersion[]; draft?: PlanDraft }>({
  act: "read-plan",
  on: ({ plan }, rows) => planSubject(plan, rows),
  does: async ({ rows }, { plan }) => ({
    ...(await getStoredPlan(rows, plan)),
    versions: await listVersions(rows, plan),
    draft: await findDraft(rows, plan),
  }),
  tells: ({ plan }) => ({ subject: `plan ${plan}` }),
});

/** Begins a plan: it has no version until one is adopted. */
export const beginPlan = action<{ plan: string; municipalities: readonly string[]; title: Text; yaml: string }, void>({
  act: "draft-plan",
  on: ({ municipalities }) => ({ municipalities }),
  does: async ({ rows, actor, at }, { plan: id, municipalities, title, yaml }) => {
    await addPlan(rows, { id, municipalities, title }, at);
    await save(rows, id, { yaml: withoutCpr(yaml), by: actor.id, at }, 0);
  },
  tells: ({ plan }) => ({ subject: `plan ${plan}` }),
});

/**
 * Saves the draft of a plan on top of the revision it was begun from, and answers with the new one. The text is kept to
 * the letter and need not be a valid plan yet.
 */
export const saveDraft = action<{ plan: string; yaml: string; onTopOf: number }, number>({
  act: "draft-plan",
  on: ({ plan }, rows) => planSubject(plan, rows),
  does: async ({ rows, actor, at }, { plan, yaml, onTopOf }) => {
    const basedOn = onTopOf === 0 ? (await listVersions(rows, plan))[0]?.number : undefined;
    return save(rows, plan, { yaml: withoutCpr(yaml), by: actor.id, at }, onTopOf, basedOn);
  },
  tells: ({ plan }) => ({ subject: `plan ${plan} draft` }),
});

/** Takes a former version of a plan up again, as its draft. */
export const restoreVersion = action<{ plan: string; number: number; onTopOf: number }, number>({
  act: "draft-plan",
  on: ({ plan }, rows) => planSubject(plan, rows),
  does: async ({ rows, actor, at }, { plan, number, onTopOf }) => {
    const { yaml } = await getVersion(rows, plan, number);
    return save(rows, plan, { yaml, by: actor.id, at }, onTopOf, number);
  },
  tells: ({ plan, number }) => ({ subject: `plan ${plan} version ${number}` }),
});

/** Puts the draft of a plan away, unless somebody saved it since its revision was read. @throws BrokenInput changed-meanwhile */
export const discardDraft = action<{ plan: string; revision?: number }, void>({
  act: "draft-plan",
  on: ({ plan }, rows) => planSubject(plan, rows),
  does: async ({ rows }, { plan, revision }) => {
    const draft = await findDraft(rows, plan);
    if (revision !== undefined && draft?.revision !== revision)
      throw broken("changed-meanwhile", { who: draft?.by ?? "–" });
    await dropDraft(rows, plan);
  },
  tells: ({ plan }) => ({ subject: `plan ${plan} draft` }),
});

type Adopting = {
  readonly plan: string;
  /** The revision of the draft that was read and decided on. */
  readonly revision: number;
  readonly note: string;
  readonly catalogue: Catalogue;
};

/** Makes the draft of a plan its next version, when it is a valid plan of that id. @throws BrokenInput with every fault */
export const adoptPlan = action<Adopting, number>({
  act: "adopt-plan",
  on: ({ plan }, rows) => planSubject(plan, rows),
  does: async ({ rows, actor, at }, { plan, revision, note, catalogue }) => {
    const draft = await findDraft(rows, plan);
    if (draft?.revision !== revision) throw broken("changed-meanwhile", { who: draft?.by ?? "–" });
    const { id } = parsePlan(draft.yaml, plan, catalogue);
    if (id !== plan) throw broken("id-not-file-name", { id, name: plan });
    const number = await addVersion(rows, plan, { yaml: draft.yaml, by: actor.id, at }, withoutCpr(note));
    await dropDraft(rows, plan);
    return number;
  },
  tells: ({ plan }, number) => ({ subject: `plan ${plan} version ${number}` }),
});

/** A plan from its text. @throws BrokenInput with every fault, each with its line */
export function parsePlan(yaml: string, name: string, catalogue: Catalogue): Plan {
  return check(parseYaml(yaml, `${name}.yaml`), planSchema(catalogue));
}
