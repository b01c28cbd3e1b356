import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EVERYTHING } from "#core/access/decide.ts";
import { isRole, roles } from "#core/access/role.ts";
import { parseDay } from "#core/calendar/day.ts";
import { findActor } from "#store/accounts.ts";
import { openStore } from "#store/open.ts";
import { secretsOf } from "#store/secrets.ts";
import { embedded, testFolder } from "../../test/contract/databases.ts";
import { demoIssuer, demoUsers, prepareDemoUsers } from "./demo-users.ts";
import { openData } from "./open-data.ts";
import type { Database } from "./open-database.ts";
import { prepareDatabase } from "./prepare-database.ts";
import { listRegistersForPages } from "./seen-registers.ts";
import { signIn } from "./sign-in.ts";
import { adoptPlan, listStored, readStored, saveDraft } from "./stored-plans.ts";

const bin = embedded.bin();

describe.skipIf(bin === undefined)("A database at its first start", () => {
  const { folder, remove } = testFolder();
  const data = openData();
  let db: Database;
  const door = () => ({ ...db, at: "2026-11-22T08:00:00.000Z", today: parseDay("2026-11-22") });
  const demoActor = async (id: string) => {
    const actor = await db.store.within(EVERYTHING, (rows) => findActor(rows, id));
    if (actor === undefined) throw new Error(`${id} is not there`);
    return { ...door(), actor };
  };

  beforeAll(async () => {
    const secrets = secretsOf("the secret of these tests, and long enough");
    db = { secrets, store: await openStore({ folder: join(folder, "database"), bin }) };
    await prepareDatabase(data, door());
    await prepareDemoUsers(door());
  }, 120_000);
  afterAll(async () => {
    await db?.store.close();
    remove();
  });

  test("takes over the five plans and the template, to the letter", async () => {
    const plans = await listStored(await demoActor("demo-head"), undefined);
    expect(plans.map(({ id }) => id)).toEqual([
      "aalborg-2018",
      "albertslund-2018",
      "albertslund-2021",
      "ballerup-2018",
      "skabelon-2027",
      "vallensbaek-ishoej-2020",
    ]);
  });

  test("has one invented user a role, each in its role and able to sign in", async () => {
    expect(demoUsers.map(({ role }) => role)).toEqual(Object.keys(roles).filter(isRole));
    for (const { id, role } of demoUsers) {
      const { actor } = await demoActor(id);
      expect(new Set(actor.grants.map((grant) => grant.role))).toEqual(new Set([role]));
      expect(await signIn(door(), { issuer: demoIssuer, subject: id }, "2026-11-23T08:00:00.000Z")).toBeDefined();
    }
  });

  test("is left as it is at the next, also where a plan was changed", async () => {
    const head = await demoActor("demo-head");
    const { versions } = await readStored(head, { plan: "ballerup-2018" });
    const yaml = `${versions[0].yaml}# rettet\n`;
    const revision = await saveDraft(head, { plan: "ballerup-2018", yaml, onTopOf: 0 });
    await adoptPlan(head, { plan: "ballerup-2018", revision, note: "rettet", catalogue: data.catalogue });
    expect(await prepareDatabase(data, door())).toEqual([]);
    await prepareDemoUsers(door());
    const after = await readStored(head, { plan: "ballerup-2018" });
    expect(after.versions.map(({ number, note }) => [number, note])).toEqual([
      [2, "rettet"],
      [1, ""],
    ]);
    expect(after.versions[0].yaml).toBe(yaml);
  });

  test("lists no registers where there are none", async () => {
    const folders = { ...data.folders, var: folder };
    expect(await listRegistersForPages(await demoActor("demo-reader"), { folders })).toEqual([]);
  });
});
