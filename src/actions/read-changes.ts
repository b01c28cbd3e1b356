import type { Day } from "#core/calendar/day.ts";
import { evaluatePlan } from "#core/plans/evaluation/evaluate.ts";
import { changesBetween, type GoalChange, lastReport } from "#core/plans/standing/changes.ts";
import { overviewOf } from "#core/plans/standing/overview.ts";
import { getSnapshot } from "#store/snapshots/folder.ts";
import { action, type Work } from "./action.ts";
import { type FollowedStored, type FollowRequest, follow, followSubject } from "./follow-stored.ts";
import { registerStore } from "./register-setting.ts";
import { getSeenRegister, type SeenRegister } from "./seen-registers.ts";

/** What changed in a plan, and since what: the data it stood on before, or the report of the quarter before. */
export type PlanChanges = {
  readonly since: { readonly day: Day; readonly register?: SeenRegister } | undefined;
  readonly changes: readonly GoalChange[];
};

/**
 * What changed since the register before was imported; where it is the first, or the plan stands on published figures,
 * since the quarter before. Nothing where there is no before.
 */
export const readChanges = action<FollowRequest, PlanChanges>({
  act: "read-figures",
  on: followSubject,
  does: async (work, request) => {
    const now = await follow(work, request);
    const former = await formerRegister(work, request, now);
    if (former !== undefined) {
      const before = await follow(work, { ...request, register: former.id, asOf: now.asOf });
      const changes = changesBetween(before.overview.rows, now.overview.rows);
      return { since: { day: former.extracted, register: former }, changes };
    }
    const day = lastReport(now.asOf);
    if (day < now.plan.period.from) return { since: undefined, changes: [] };
    const ground = { ...now, indicators: request.data.indicators, asOf: day };
    const before = overviewOf({ goals: evaluatePlan(ground), followUp: now.followUp, asOf: day });
    return { since: { day }, changes: changesBetween(before.rows, now.overview.rows) };
  },
  tells: ({ plan, register }, { changes }) => ({
    subject: `plan ${plan} changes`,
    query: register,
    count: changes.length,
  }),
});

/** The register that the one in use took the place of, while it can still be read. */
async function formerRegister(
  { rows }: Pick<Work, "rows">,
  { data }: Pick<FollowRequest, "data">,
  { seen }: FollowedStored,
): Promise<SeenRegister | undefined> {
  if (seen === undefined) return undefined;
  const { previous } = getSnapshot(registerStore(data), seen.id).manifest;
  if (previous === undefined) return undefined;
  // One that was withdrawn, or went when its time was up, is no longer held against anything.
  return getSeenRegister(rows, data.folders, previous).catch(() => undefined);
}
