import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askExpectedEnds, askWhyMoved } from "#actions/ask-forecasts.ts";
import { askRegister } from "#actions/ask-register.ts";
import { readAudit } from "#actions/audit.ts";
import { importRegister } from "#actions/import-register.ts";
import { openData, openPlan } from "#actions/open-data.ts";
import type { Database } from "#actions/open-database.ts";
import { tryScenario } from "#actions/plan-scenarios.ts";
import type { ScenarioQuestion } from "#actions/run-scenario.ts";
import { simulateRegister } from "#actions/simulate-register.ts";
import { firstDay, parseMonth } from "#core/calendar/month.ts";
import { moveParts } from "#core/forecast/moved/moved.ts";
import { openStore } from "#store/open.ts";
import { secretsOf } from "#store/secrets.ts";
import { embedded, testFolder } from "../../contract/databases.ts";
import { as, faultsOf, analyst as ofAnother, person } from "../../contract/people.ts";

const bin = embedded.bin();
const head = person("hanne", { role: "head", municipality: "165" });
const reader = person("rikke", { role: "reader", municipality: "165" });

describe.skipIf(bin === undefined)("Of a register is asked, by those who may,", () => {
  const { folder, remove } = testFolder();
  const own = openData();
  const data = { ...own, folders: { ...own.folders, var: join(folder, "var") } };
  const files = join(folder, "register");
  let db: Database;
  let register: string;

  beforeAll(async () => {
    const span = { from: firstDay(parseMonth("2013-01")), to: firstDay(parseMonth("2018-02")) };
    simulateRegister({ municipalities: ["165"], span, seed: 1, scale: 0.1, out: files }, data);
    const { folders, vocabulary } = data;
    const setting = { folders, vocabulary, now: "2026-11-22T00:00:00.000Z", by: "test", key: undefined };
    register = (await importRegister({ folder: files, municipality: "165", accept: true }, setting)).id;
    const secrets = secretsOf("the secret of these tests, and long enough");
    db = { secrets, store: await openStore({ folder: join(folder, "database"), bin }) };
  }, 120_000);
  afterAll(async () => {
    await db?.store.close();
    remove();
  });

  test("what a scenario changes: the same again, and refused where it cannot be", async () => {
    const closing = { lever: "closing", benefit: "kontanthjaelp-jobparat", persons: "2000", on: "2018-02-01" };
    const asked = { data, register, months: 11, draws: 30, levers: [closing] };
    const answer = await as(db, head, tryScenario, asked);
    expect(answer).toMatchObject({ snapshot: register, simulated: true, known: "2018-01", draws: 30 });
    expect(answer.stocks.findLast(({ id }) => id === "kontanthjaelp")?.difference.lo80).toBeGreaterThan(0);
    expect(await as(db, head, tryScenario, asked)).toEqual(answer);

    const wrong = { ...asked, levers: [{ ...closing, benefit: "kontanthjelp" }] };
    expect(await faultsOf(as(db, head, tryScenario, wrong))).toEqual(["unknown-code"]);
    expect(await faultsOf(as(db, ofAnother, tryScenario, asked))).toEqual(["not-permitted"]);
  }, 60_000);

  test("what is expected at once, before the futures that were asked for earlier are drawn", async () => {
    const text = "{ format: pejlemaerke-scenario/1, id: intet, title: { da: Intet, en: Nothing }, levers: [] }";
    const question = { scenario: { text, name: "x.yaml" }, months: 11, seed: 1, draws: 1000, limit: 5 };
    const answered: string[] = [];
    const ask = async (kind: "look" | "scenario") => {
      const { stocks } = await askRegister(data.folders, kind, { register, question });
      answered.push(kind);
      return stocks.map(({ scenario }) => scenario.mean);
    };
    const whole = ask("scenario");
    const atOnce = ask("look");
    await wait(200);
    const meanwhile = ask("look");
    expect(await atOnce).toEqual(await whole);
    expect(await meanwhile).toEqual(await whole);
    expect(answered).toEqual(["look", "look", "scenario"]);
  }, 60_000);

  test("what it does to the chances of a plan's goals, and against another scenario", async () => {
    const textOf = (persons: number) => `format: pejlemaerke-scenario/1
id: lukning-${persons}
title: { da: En lukning, en: A closing }
levers:
  - { lever: closing, benefit: kontanthjaelp-jobparat, persons: ${persons}, on: 2018-02-01 }
`;
    const writtenOf = (persons: number) => ({ text: textOf(persons), name: "x.yaml" });
    // In the thread that has learnt how people flow already.
    const ran = (question: ScenarioQuestion) => askRegister(data.folders, "scenario", { register, question });
    const question = { scenario: writtenOf(2000), months: 11, seed: 1, draws: 30, limit: 5 };
    const { answered, followUp } = openPlan(data, "albertslund-2018");
    const { goals = [] } = await ran({ ...question, plan: { answered, followUp } });
    const goal = goals.find(({ goal: id }) => id === "budget-kontanthjaelp");
    expect(goal?.scenario).toBeLessThan(Number(goal?.baseline));

    const beside = await ran({ ...question, against: writtenOf(1990) });
    expect(beside.against?.id).toBe("lukning-1990");
    const more = beside.stocks.find(({ id, month }) => id === "kontanthjaelp" && month === "2018-02");
    expect(more?.difference.mean).toBeGreaterThan(3);
    expect(more?.difference.mean).toBeLessThan(7);
  }, 60_000);

  test("why a figure moved, the parts adding up to the change", async () => {
    const question = {
      stock: { benefits: ["kontanthjaelp"] },
      measure: "full-time-persons",
      before: "2016",
      after: "2017",
    } as const;
    const moved = await as(db, head, askWhyMoved, { data, register, question });
    if ("missing" in moved) throw new Error(moved.missing);
    expect(moveParts.reduce((sum, part) => sum + moved.parts[part], 0)).toBeCloseTo(moved.after - moved.before, 9);
    expect(moved.says.da).toMatch(/fuldtidspersoner fra 2016 til 2017: /);
    expect(await faultsOf(as(db, reader, askWhyMoved, { data, register, question }))).toEqual(["not-permitted"]);
    for (const other of [{ after: "2017Q4" }, { before: "2018" }, { before: "2016-W05", after: "2017-W05" }])
      expect(
        await faultsOf(as(db, head, askWhyMoved, { data, register, question: { ...question, ...other } })),
      ).toEqual(["invalid-value"]);
  });

  test("when spells of a group end: never of a person, and every look is logged", async () => {
    const question = { benefits: ["dagpenge", "sygedagpenge"] };
    const told = await as(db, head, askExpectedEnds, { data, register, question });
    if ("missing" in told) throw new Error(told.missing);
    expect(told.about.da).toContain("aldrig om en person");
    const known = told.groups.filter((one) => "course" in one);
    expect(known.length).toBeGreaterThan(3);
    for (const { group, now } of told.groups) {
      expect(question.benefits).toContain(group.benefit);
      expect(typeof now === "number" ? now === 0 || now >= 5 : now.missing).toBeTruthy();
    }
    expect(await faultsOf(as(db, reader, askExpectedEnds, { data, register, question }))).toEqual(["not-permitted"]);
    const looks = (await as(db, head, readAudit, {})).filter(({ act }) => act === "read-expected-end");
    expect(looks.map(({ actor, outcome }) => [actor, outcome])).toEqual(
      expect.arrayContaining([
        ["hanne", "done"],
        ["rikke", "denied"],
      ]),
    );
  });
});

describe("pejl scenario", () => {
  const pejl = (...words: string[]) =>
    spawnSync(process.execPath, ["src/cli/main.ts", "scenario", ...words], {
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1", NODE_COMPILE_CACHE: join(tmpdir(), "pejl-compiled") },
    });

  test("check says what a file changes", () => {
    const { status, stdout } = pejl("check", "data/model/scenarios/virksomhedslukning.yaml");
    expect(status).toBe(0);
    expect(stdout).toContain("150 personer kommer på A-dagpenge den 15. marts 2021.");
    expect(stdout).toContain("−5 % afgang fra A-dagpenge til arbejde fra marts 2021 til og med august 2021.");
  });

  test("refuses a file it cannot find, and a horizon that is none", () => {
    expect(pejl("check", "nowhere.yaml")).toMatchObject({ status: 2, stderr: expect.stringContaining("nowhere.yaml") });
    const asked = ["run", "data/model/scenarios/virksomhedslukning.yaml", "--register", "x", "--months", "-3"];
    expect(pejl(...asked)).toMatchObject({ status: 2, stderr: expect.stringContaining("«-3»") });
  });
});
