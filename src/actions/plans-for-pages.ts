import { parseYaml } from "#connectors/data-files/yaml.ts";
import type { Subject } from "#core/access/decide.ts";
import { findPeriod } from "#core/calendar/period.ts";
import type { Text } from "#core/text/text.ts";
import type { Rows } from "#store/connection.ts";
import { findDraft, findVersion, listStoredPlans } from "#store/plans.ts";
import { action } from "./action.ts";
import { memory } from "./memory.ts";
import type { Folders } from "./open-data.ts";
import { listNewSnapshots, type SeenRegister, seenRegisters } from "./seen-registers.ts";

/** A plan of the database in a line of a list. */
export type PlanHead = {
  readonly id: string;
  readonly title: Text;
  readonly municipalities: readonly string[];
  readonly organisation: string;
  /** The id of its period; the text as it stands where it is none, as a draft may have it. */
  readonly period: string;
  /** The number of its newest version; undefined while it is only a draft. */
  readonly version: number | undefined;
  readonly isTemplate: boolean;
};

/** What there is to follow up, and on what. */
export type PlansAndRegisters = { readonly plans: readonly PlanHead[]; readonly registers: readonly SeenRegister[] };

/** The plans of the person's municipalities, templates last, and the registers they can be followed on. */
export const listPlansForPages = action<{ folders: Folders }, PlansAndRegisters>({
  act: "read-plan",
  on: async ({ folders }, _, call): Promise<Subject> => {
    await listNewSnapshots(folders, call);
    return "in-reach";
  },
  does: async ({ rows }, { folders }) => ({
    plans: await planHeads(rows),
    registers: await seenRegisters(rows, folders),
  }),
  tells: (_, { plans, registers }) => ({ subject: "plans and registers", count: plans.length + registers.length }),
});

async function planHeads(rows: Rows): Promise<PlanHead[]> {
  const heads: PlanHead[] = [];
  for (const plan of await listStoredPlans(rows)) {
    const version = await findVersion(rows, plan.id);
    const yaml = version?.yaml ?? (await findDraft(rows, plan.id))?.yaml ?? "";
    heads.push({ ...plan, version: version?.number, ...(await heading(yaml, async () => readHeading(yaml))) });
  }
  return heads.toSorted((a, b) => Number(a.isTemplate) - Number(b.isTemplate));
}

type Heading = Pick<PlanHead, "organisation" | "period" | "isTemplate">;

const heading = memory<Heading>(200);

/** What the head of a plan's text says; a draft need not be readable. */
function readHeading(yaml: string): Heading {
  const value = contentOf(yaml);
  const textOf = (key: string): string => {
    const found: unknown = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
    return typeof found === "string" ? found : "";
  };
  const period = textOf("period");
  return {
    organisation: textOf("organisation"),
    period: findPeriod(period)?.id ?? period,
    isTemplate: textOf("status") === "template",
  };
}

function contentOf(yaml: string): unknown {
  try {
    return parseYaml(yaml, "").value;
  } catch {
    return undefined;
  }
}
