import { parseDay } from "#core/calendar/day.ts";
import { BrokenInput } from "#core/faults/fault.ts";
import type { Parameters } from "#core/plans/evaluation/parameters.ts";
import { type Verdict, wordsOf } from "#core/plans/evaluation/verdict.ts";
import { changesBetween } from "#core/plans/standing/changes.ts";
import { overviewOf } from "#core/plans/standing/overview.ts";
import { canonicalDictionaries } from "#core/register/canonical.ts";
import type { Register } from "#core/register/columns.ts";
import type { Text } from "#core/text/text.ts";
import type { Rows } from "#store/connection.ts";
import { findVersion, listStoredPlans, type PlanVersion } from "#store/plans.ts";
import { liveSnapshots } from "#store/snapshots/folder.ts";
import { openSnapshot } from "#store/snapshots/open.ts";
import type { CheckedRegister } from "./check-register.ts";
import { followUpPlan } from "./follow-up-plan.ts";
import type { Data } from "./open-data.ts";
import { limitsOn } from "./parameters.ts";
import { type RegisterSetting, registerStore } from "./register-setting.ts";
import { type Added, addedTo, readStoredText } from "./stored-follow-up.ts";

/** A plan with all that its follow-up depends on, handed to where there is no database. */
export type HandedPlan = {
  readonly id: string;
  readonly version: PlanVersion;
  readonly added: Added;
  readonly parameters: Parameters;
};

/** A verdict with its words, to be kept with what came of a job. */
export type SaidVerdict = {
  readonly family: Verdict["family"];
  readonly value: string;
  readonly word: Text;
  readonly shape: string;
  readonly reason: Text;
};

/** What would change in a plan if a register were let in. */
export type PlanIfAccepted = {
  readonly plan: string;
  readonly title: Text;
  readonly turned: readonly {
    readonly goal: string;
    readonly title: Text;
    readonly before: SaidVerdict;
    readonly after: SaidVerdict;
  }[];
  /** How many goals would have another latest figure. */
  readonly moved: number;
};

/** The adopted plans of a municipality, to be followed up elsewhere. */
export async function plansToHand(rows: Rows, municipality: string, day: string): Promise<HandedPlan[]> {
  const handed: HandedPlan[] = [];
  for (const { id, municipalities } of await listStoredPlans(rows)) {
    const version = municipalities.includes(municipality) ? await findVersion(rows, id) : undefined;
    if (version === undefined) continue;
    const parameters = await limitsOn(rows, municipalities, parseDay(day));
    handed.push({ id, version, added: await addedTo(rows, id), parameters });
  }
  return handed;
}

/**
 * How the plans would stand on a register that is not let in yet, against how they stand on the one before it, or on
 * published figures where there is none. A plan that the register has not all the municipalities of is left out.
 */
export async function changesIfAccepted(
  checked: CheckedRegister,
  plans: readonly HandedPlan[],
  data: Data,
  setting: RegisterSetting,
): Promise<PlanIfAccepted[]> {
  const today = parseDay(setting.now.slice(0, 10));
  const { previous } = checked.content.about;
  const stored = liveSnapshots(registerStore(setting)).find(({ manifest }) => manifest.id === previous);
  const former = stored && (await openSnapshot(stored));
  return plans.flatMap((handed) => {
    try {
      const { version, id, added, parameters } = handed;
      const read = readStoredText(version, id, added, data.catalogue);
      const on = (register: Register | undefined) =>
        overviewOf(followUpPlan(data, read, today, { full: false, parameters, ...(register && { register }) })).rows;
      const changes = changesBetween(on(former), on(candidateOf(checked)));
      const moved = changes.filter(({ latest }) => latest !== undefined).length;
      const turned = changes.flatMap(({ goal, verdict }) =>
        verdict === undefined
          ? []
          : [{ goal: goal.id, title: goal.title, before: said(verdict.before), after: said(verdict.after) }],
      );
      return turned.length + moved === 0 ? [] : [{ plan: id, title: read.plan.title, turned, moved }];
    } catch (error) {
      if (error instanceof BrokenInput) return [];
      throw error;
    }
  });
}

/** The register as it would be. */
function candidateOf({ delivery, name, id }: CheckedRegister): Register {
  const { extracted, covers, simulated, tables, words } = delivery;
  return { id, name, extracted, covers, simulated, tables, dictionaries: canonicalDictionaries(words) };
}

function said(verdict: Verdict): SaidVerdict {
  const { family, value, reason } = verdict;
  return { family, value, ...wordsOf(verdict), reason };
}
