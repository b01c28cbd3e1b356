import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkPlan } from "#actions/check-plan.ts";
import { followUpPlan } from "#actions/follow-up-plan.ts";
import { isTemplate, listPlans } from "#actions/list-plans.ts";
import { type OpenPlan, openData, ownFolders } from "#actions/open-data.ts";
import { checkJson, followUpJson } from "#api/plans.ts";
import { parseDay } from "#core/calendar/day.ts";
import { emptyFollowUp } from "#core/plans/format/follow-up-file.ts";
import { differences } from "./differences.ts";

/** Written anew with `PEJL_GOLDEN=write npm test -- test/plans/golden.test.ts`; read what git then shows before committing it. */
const folder = fileURLToPath(new URL("golden/", import.meta.url));
const writes = process.env.PEJL_GOLDEN === "write";

// As shipped: without the series and the follow-up that a user of this checkout has added.
const data = openData({ ...ownFolders(), var: join(folder, "nothing-imported") });
const plans = listPlans(data)
  .filter((one) => !isTemplate(one))
  .map((one) => ({ ...one, followUp: emptyFollowUp(one.plan.id), answered: one.plan, id: one.plan.id }));

describe("The plans stand as they are known to stand", () => {
  it.for(plans)("$id: check and follow-up", ({ id, ...plan }) => {
    const now: unknown = JSON.parse(JSON.stringify(standOf(plan)));
    const path = join(folder, `${id}.json`);
    if (writes) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, `${JSON.stringify(now, undefined, 1)}\n`);
    }
    expect(existsSync(path), `${path} is missing`).toBe(true);
    expect(differences(JSON.parse(readFileSync(path, "utf8")), now)).toEqual([]);
  });

  it("and no golden file stands for a plan that is gone", () => {
    expect(readdirSync(folder).map((name) => basename(name, ".json"))).toEqual(plans.map(({ id }) => id).sort());
  });
});

describe("A difference is said", () => {
  it("by the path to it, with both values, members of a list by their id", () => {
    const before = { goals: [{ id: "a", verdict: "met" }, { id: "b" }], asOf: "2019-04-01" };
    const after = { goals: [{ id: "c" }, { id: "a", verdict: "not-met" }], asOf: "2019-04-01" };
    expect(differences(before, after)).toEqual([
      'goals.a.verdict: "met" → "not-met"',
      'goals.b: {"id":"b"} → nothing',
      'goals.c: nothing → {"id":"c"}',
    ]);
  });

  it("of each of several members with the same id", () => {
    const of = (...values: number[]) => values.map((value) => ({ id: "a", value }));
    expect(differences(of(1, 2), of(1, 3))).toEqual(["a 2.value: 2 → 3"]);
  });
});

/** A plan's check and follow-up as `--json` prints them, as of the day its own last figures became final. */
function standOf(plan: OpenPlan) {
  const checked = checkPlan(plan);
  const followed = followUpPlan(data, plan, parseDay("2026-11-22"));
  return { check: checkJson(checked.plan, checked, checked.accepted), followUp: followUpJson(followed) };
}
