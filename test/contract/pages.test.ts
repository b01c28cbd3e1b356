import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appointOwner, assessGoal, commentGoal } from "#actions/comment-goal.ts";
import { type demoUsers, prepareDemoUsers } from "#actions/demo-users.ts";
import { followStored, readGoalPage } from "#actions/follow-stored.ts";
import { openData } from "#actions/open-data.ts";
import type { Database } from "#actions/open-database.ts";
import { writeParameter } from "#actions/parameters.ts";
import { listPlansForPages } from "#actions/plans-for-pages.ts";
import { prepareDatabase } from "#actions/prepare-database.ts";
import { prepareDemo } from "#actions/prepare-demo.ts";
import { listRegistersForPages } from "#actions/seen-registers.ts";
import { listSeriesForPages, readSeriesForPages } from "#actions/series-for-pages.ts";
import { listSnapshotsForPages, withdrawForPages } from "#actions/snapshots-for-pages.ts";
import { adoptPlan, readStored, saveDraft } from "#actions/stored-plans.ts";
import { listSnapshots, listSources, readSeries } from "#api/data.ts";
import { seriesReadJson, snapshotJson, sourceJson } from "#api/data-answer.ts";
import { goalSchema } from "#api/goal.ts";
import { goalJson } from "#api/goal-answer.ts";
import { listPlans, overviewSchema } from "#api/overview.ts";
import { listPlansJson, overviewJson } from "#api/overview-answer.ts";
import { EVERYTHING } from "#core/access/decide.ts";
import { parseDay } from "#core/calendar/day.ts";
import { defaultParameters } from "#core/plans/evaluation/parameters.ts";
import { simulatedWords } from "#core/plans/register-series.ts";
import { findActor } from "#store/accounts.ts";
import { openStore } from "#store/open.ts";
import { secretsOf } from "#store/secrets.ts";
import { embedded, testFolder } from "./databases.ts";
import { faultsOf, neighbour, person } from "./people.ts";

const bin = embedded.bin();
const plans = ["aalborg-2018", "albertslund-2018", "albertslund-2021", "ballerup-2018", "vallensbaek-ishoej-2020"];

describe.skipIf(bin === undefined)("The actions behind the pages", () => {
  const { folder, remove } = testFolder();
  const own = openData();
  const data = { ...own, folders: { ...own.folders, var: folder } };
  let db: Database;
  const door = () => ({ ...db, at: "2026-11-22T08:00:00.000Z", today: parseDay("2026-11-22") });
  const as = async (role: (typeof demoUsers)[number]["role"]) => {
    const actor = await db.store.within(EVERYTHING, (rows) => findActor(rows, `demo-${role}`));
    if (actor === undefined) throw new Error(`There is no demo ${role}.`);
    return { ...door(), actor };
  };

  beforeAll(async () => {
    const secrets = secretsOf("the secret of these tests, and long enough");
    db = { secrets, store: await openStore({ folder: join(folder, "database"), bin }) };
    await prepareDatabase(data, door());
    await prepareDemoUsers(door());
    const { vocabulary, folders } = data;
    await prepareDemo(data, { folders, vocabulary, now: door().at, by: "test" });
  }, 300_000);
  afterAll(async () => {
    await db?.store.close();
    remove();
  });

  test("list plans and registers as the pages read them", async () => {
    const reader = await as("reader");
    const { folders } = data;
    const answer = listPlans.answer.parse(listPlansJson(await listPlansForPages(reader, { folders })));
    expect(await listRegistersForPages(reader, { folders })).toHaveLength(1);
    expect(answer.plans.map(({ id, isTemplate, version }) => [id, isTemplate, version])).toEqual([
      ...plans.map((id) => [id, false, 1]),
      ["skabelon-2027", true, 1],
    ]);
    expect(answer.registers).toMatchObject([
      { name: "demo", simulated: true, municipalities: ["165"], to: "2020-12-31" },
    ]);
  });

  test.for(plans)("answer for every goal of %s on published figures", async (plan) => {
    const { overview, goals } = await everyPage(plan);
    const file = (await followStored(await as("reader"), { data, plan })).written;
    expect(overview.goals.map(({ id }) => id)).toEqual(file.goals.map(({ id }) => id));
    expect(overview.counts.reduce((sum, { count }) => sum + count, 0) + overview.intentions).toBe(file.goals.length);
    expect(overview.check.ran).toBeGreaterThan(overview.check.disagree);
    for (const goal of goals) {
      expect(goal.working).toBeGreaterThan(1);
      expect(goal.says).not.toContain("undefined");
    }
  });

  test("answer for the goals of a municipality on its simulated register, marked so, small groups withheld", async () => {
    const { registers } = await listPlansForPages(await as("reader"), { folders: data.folders });
    const { overview, goals } = await everyPage("albertslund-2018", registers[0].id);
    expect(overview.basis.register).toMatchObject({ name: "demo", simulated: true });
    const settled = overview.goals.filter(({ verdict }) => verdict.family === "settled");
    expect(settled.length).toBeGreaterThan(2);
    for (const { notes, latest, distance } of settled) {
      expect(notes).toContainEqual(simulatedWords);
      expect("period" in latest && latest.period).toBe("2018");
      expect(distance).not.toHaveProperty("missing");
    }
    expect(overview.important.map(({ verdict }) => verdict.value)).toEqual(expect.arrayContaining(["not-met"]));
    expect(overview.counts).toContainEqual(expect.objectContaining({ value: "withheld" }));
    const told = goals.find(({ id }) => id === "budget-i-alt");
    expect(told?.says).toMatch(
      /^Tallet er (faldet|steget) med .* fra 2017 til .* i 2018; målet er højst 2\.739 fuldtidspersoner\.$/,
    );
    expect(told?.history.map(([day]) => day)).toEqual(["2018-03-31", "2018-06-30", "2018-09-30", "2018-12-31"]);
  });

  test("judge by the limits that the municipality has set, from the day they hold", async () => {
    const limit = { municipality: "151", name: "countBand", value: 0.03 };
    await writeParameter(await as("administrator"), { ...limit, from: parseDay("2018-07-01") });
    const reader = await as("reader");
    const on = async (day: string) =>
      (await followStored(reader, { data, plan: "ballerup-2018", asOf: parseDay(day) })).parameters.countBand;
    expect([await on("2018-06-30"), await on("2018-07-01")]).toEqual([defaultParameters.countBand, 0.03]);
  });

  test("remember an answer, and forget it when anything it stands on is another", async () => {
    const head = await as("head");
    const request = { data, plan: "ballerup-2018" };
    const first = await followStored(head, request);
    expect((await followStored(head, request)).overview).toBe(first.overview);
    expect((await followStored(head, { ...request, asOf: parseDay("2018-06-30") })).overview).not.toBe(first.overview);
    await assessGoal(head, { plan: "ballerup-2018", goal: first.plan.goals[0].id, says: "Vi begyndte senere." });
    expect((await followStored(head, request)).followUp.assessments).toHaveLength(1);
    const { versions } = await readStored(head, { plan: "ballerup-2018" });
    const yaml = versions[0].yaml.replace("organisation: Jobcenter Ballerup", "organisation: Ballerup Kommune");
    const revision = await saveDraft(head, { plan: "ballerup-2018", yaml, onTopOf: 0 });
    await adoptPlan(head, { plan: "ballerup-2018", revision, note: "", catalogue: data.catalogue });
    const after = await followStored(head, request);
    expect([after.version, after.plan.organisation]).toEqual([2, "Ballerup Kommune"]);
    expect((await followStored(head, { ...request, version: 1 })).plan.organisation).toBe("Jobcenter Ballerup");
  });

  test("show what was said of a goal and who answers for it", async () => {
    const head = await as("head");
    const plan = "aalborg-2018";
    const goal = (await followStored(head, { data, plan })).plan.goals[0].id;
    await commentGoal(head, { plan, goal, says: "Se også budgettet." });
    await appointOwner(head, { plan, goal, owner: "demo-team-leader" });
    const page = goalJson(await readGoalPage(head, { data, plan, goal }), data.vocabulary.areas);
    expect(page.comments).toMatchObject([{ kind: "comment", says: "Se også budgettet.", by: "demo-head", version: 1 }]);
    expect(page.owner).toEqual({ person: "demo-team-leader", who: "Demo Teamleder" });
  });

  test("deny a neighbour the plan, its goals and the register, and refuse what is not there", async () => {
    const other = { ...door(), actor: neighbour };
    expect(await faultsOf(followStored(other, { data, plan: "aalborg-2018" }))).toEqual(["not-permitted"]);
    expect(await faultsOf(readGoalPage(other, { data, plan: "aalborg-2018", goal: "x" }))).toEqual(["not-permitted"]);
    const { registers } = await listPlansForPages(other, { folders: data.folders });
    expect(registers).toHaveLength(1);
    const stranger = { ...door(), actor: person("berit", { role: "head", municipality: "151" }) };
    expect((await listPlansForPages(stranger, { folders: data.folders })).registers).toEqual([]);
    const onAnothers = { data, plan: "ballerup-2018", register: registers[0].id };
    expect(await faultsOf(followStored(stranger, onAnothers))).toEqual(["not-permitted"]);
    const reader = await as("reader");
    expect(await faultsOf(readGoalPage(reader, { data, plan: "aalborg-2018", goal: "nix" }))).toEqual(["not-there"]);
    expect(await faultsOf(followStored(reader, { data, plan: "nix" }))).toEqual(["not-there"]);
  });

  test("show every series with its fetches, what they changed, and whether a newer one can be there", async () => {
    const asked = await as("reader");
    const listed = listSources.answer.parse({ series: (await listSeriesForPages(asked, { data })).map(sourceJson) });
    expect(listed.series.map(({ id }) => id)).toContain("dst-aup02-ledighedsprocent");
    const [due, fresh] = ["due", "new"].map((state) => listed.series.filter((one) => one.state === state));
    expect(due.length).toBeGreaterThan(0);
    for (const { newerFrom = "9999", fetched = "" } of due) {
      expect(newerFrom <= "2026-11-22").toBe(true);
      expect(fetched < "2026-11-22").toBe(true);
    }
    for (const { newerFrom = "9999", fetched = "" } of fresh)
      expect(newerFrom > "2026-11-22" || fetched >= "2026-01-01").toBe(true);
    const read = await readSeriesForPages(asked, { data, series: "dst-aup02-ledighedsprocent", area: "Aalborg" });
    const answer = readSeries.answer.parse(seriesReadJson(read));
    expect(new Set(answer.rows.map(({ area }) => area))).toEqual(new Set(["851"]));
    expect(answer.vintages[0]).toMatchObject({ vintage: "2024" });
    expect(await faultsOf(readSeriesForPages(asked, { data, series: "nix" }))).toEqual(["unknown-series"]);
  });

  test("withdraw a register for a reason, after which nothing is followed on it", async () => {
    const { folders } = data;
    const list = async () => (await listSnapshotsForPages(await as("analyst"), { folders })).map(snapshotJson);
    const [snapshot] = listSnapshots.answer.parse({ snapshots: await list() }).snapshots;
    expect(snapshot).toMatchObject({ name: "demo", simulated: true, municipalities: ["165"] });
    expect(snapshot.tables.find(({ table }) => table === "benefits")).toMatchObject({
      rejected: 0,
      covers: { to: "2020-12-31" },
    });
    const { id: register } = snapshot;
    const head = await as("head");
    const withdrawal = { folders, register, erase: false };
    expect(await faultsOf(withdrawForPages(head, withdrawal))).toEqual(["no-reason"]);
    expect(await faultsOf(withdrawForPages({ ...(await as("reader")), reason: "x" }, withdrawal))).toEqual([
      "not-permitted",
    ]);
    await withdrawForPages({ ...head, reason: "Forkert udtræk" }, withdrawal);
    expect((await list())[0].withdrawn).toMatchObject({ by: "Demo Chef", reason: "Forkert udtræk", erased: false });
    const follow = followStored(await as("reader"), { data, plan: "albertslund-2018", register });
    expect(await faultsOf(follow)).toEqual(["withdrawn-snapshot"]);
  });

  /** The overview of a plan and what its goals' pages say, each as its schema has it. */
  async function everyPage(plan: string, register?: string) {
    const reader = await as("reader");
    const request = { data, plan, ...(register !== undefined && { register }) };
    const overview = overviewSchema.parse(overviewJson(await followStored(reader, request)));
    const goals = [];
    for (const { id } of overview.goals) {
      const page = await readGoalPage(reader, { ...request, goal: id });
      const { says, parts, history } = goalSchema.parse(goalJson(page, data.vocabulary.areas));
      const told = history.map(({ asOf, verdict }) => [asOf, verdict.value] as const);
      goals.push({ id, says: says.da, working: parts[0].working.length, history: told });
    }
    return { overview, goals };
  }
});
