import { EVERYTHING } from "#core/access/decide.ts";
import { listStoredPlans } from "#store/plans.ts";
import { follow } from "./follow-stored.ts";
import type { Data } from "./open-data.ts";
import { listNewSnapshots, seenRegisters } from "./seen-registers.ts";
import type { Door } from "./sign-in.ts";

/**
 * Follows every plan up, on published figures and on the newest register that holds its municipalities, so that the first
 * who opens a plan need not wait for it. Nobody sees anything by it, so it leaves no audit line.
 */
export async function warmFollowUps(data: Data, { store, at, today }: Door): Promise<void> {
  await listNewSnapshots(data.folders, { store, at });
  const [plans, registers] = await store.within(EVERYTHING, async (rows) => [
    await listStoredPlans(rows),
    await seenRegisters(rows, data.folders),
  ]);
  for (const { id: plan, municipalities } of plans) {
    const own = registers.find((one) => municipalities.every((code) => one.municipalities.includes(code)));
    for (const register of own === undefined ? [undefined] : [undefined, own.id])
      await store.within(EVERYTHING, (rows) => follow({ rows, today }, { data, plan, register }));
  }
}
