import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkDraft, editGoal, pasteTable } from "#actions/edit-plan.ts";
import { lookUpBaseline } from "#actions/look-up-baseline.ts";
import { openData } from "#actions/open-data.ts";
import type { Database } from "#actions/open-database.ts";
import { diffVersions, exportPlanYaml, importPlanYaml, planDocument } from "#actions/plan-text.ts";
import { prepareDatabase } from "#actions/prepare-database.ts";
import { adoptPlan, discardDraft, saveDraft } from "#actions/stored-plans.ts";
import { differencesJson, knownJson, pastedJson, readingJson } from "#api/plan-document-answer.ts";
import * as api from "#api/plan-editing.ts";
import { parseDay } from "#core/calendar/day.ts";
import { openStore } from "#store/open.ts";
import { secretsOf } from "#store/secrets.ts";
import { embedded, testFolder } from "./databases.ts";
import { as, faultsOf, person, reader } from "./people.ts";

const bin = embedded.bin();
const municipalities = ["851", "165", "151", "187", "183"];
const head = person("hanne", ...municipalities.map((municipality) => ({ role: "head" as const, municipality })));

describe.skipIf(bin === undefined)("The text of a plan", () => {
  const { folder, remove } = testFolder();
  const data = openData();
  const { catalogue, indicators, vocabulary } = data;
  let db: Database;

  beforeAll(async () => {
    const secrets = secretsOf("the secret of these tests, and long enough");
    db = { secrets, store: await openStore({ folder: join(folder, "database"), bin }) };
    await prepareDatabase(data, { ...db, at: "2026-11-22T08:00:00.000Z", today: parseDay("2026-11-22") });
  }, 120_000);
  afterAll(async () => {
    await db?.store.close();
    remove();
  });

  const open = (plan: string, which?: number | "draft") => as(db, head, planDocument, { plan, which, catalogue });

  test.for([
    "aalborg-2018",
    "albertslund-2018",
    "albertslund-2021",
    "ballerup-2018",
    "skabelon-2027",
    "vallensbaek-ishoej-2020",
  ])("of %s reads as a document, every goal with its line and all that is written of it", async (plan) => {
    const { reading, yaml, draft, versions, ...opened } = await open(plan);
    const known = knownJson(indicators, vocabulary);
    const answer = api.readPlanDocument.answer.parse({
      ...opened,
      versions,
      yaml,
      known,
      reading: readingJson(reading, indicators),
    });
    expect(answer.shown).toBe(1);
    expect(answer.reading.faults).toEqual([]);
    const lines = yaml.split("\n");
    for (const { id, line, written } of answer.reading.document?.goals ?? []) {
      expect(lines[line - 1]).toContain(`id: ${id}`);
      expect(written.id).toBe(id);
    }
    const refs = new Set(answer.reading.document?.goals.map(({ id }) => `goals.${id}`));
    for (const { places } of answer.reading.check?.findings ?? [])
      for (const place of places.filter((one) => one.startsWith("goals."))) expect(refs).toContain(place);
  });

  test("is handed over, and taken in as a draft, to the letter", async () => {
    let file = "";
    await as(db, head, exportPlanYaml, {
      plan: "ballerup-2018",
      which: undefined,
      take: (text) => {
        file = text;
      },
    });
    const yaml = `# æøå\r\n${file}\n\n# til sidst`;
    expect(await as(db, head, importPlanYaml, { yaml, catalogue })).toEqual({ plan: "ballerup-2018", revision: 1 });
    expect((await open("ballerup-2018", "draft")).yaml).toBe(yaml);
    expect(await faultsOf(as(db, head, importPlanYaml, { yaml, catalogue }))).toEqual(["changed-meanwhile"]);
    expect(await faultsOf(as(db, reader, importPlanYaml, { yaml, catalogue }))).toEqual(["not-permitted"]);
    await as(db, head, discardDraft, { plan: "ballerup-2018", revision: 1 });
    const other = file.replace("id: ballerup-2018", "id: ballerup-2019");
    expect(await as(db, head, importPlanYaml, { yaml: other, catalogue })).toMatchObject({ plan: "ballerup-2019" });
    expect(await faultsOf(as(db, head, discardDraft, { plan: "ballerup-2019", revision: 7 }))).toEqual([
      "changed-meanwhile",
    ]);
  });

  test("that is not a plan tells every fault with line and column, and one that is tells its check", async () => {
    const { yaml } = await open("aalborg-2018");
    const broken = yaml.replace("force: promise", "force: maybe").replace("good: down", "good: sideways");
    const { faults, read } = await as(db, head, checkDraft, { plan: "aalborg-2018", yaml: broken, catalogue });
    expect(read).toBeUndefined();
    expect(faults.map(({ place }) => [typeof place.line, typeof place.column])).toEqual([
      ["number", "number"],
      ["number", "number"],
    ]);
    const torn = await as(db, head, checkDraft, { plan: "aalborg-2018", yaml: "a: [", catalogue });
    expect(api.checkDraft.answer.parse(readingJson(torn, indicators)).faults[0].line).toBe(1);
  });

  test("has a goal edited through its values, nothing else of it moving, and the check reacts", async () => {
    const { yaml } = await open("skabelon-2027");
    const goal = (await open("skabelon-2027")).reading.read?.plan.goals.find(
      ({ parts }) => parts[0].target?.kind === "level",
    );
    const changes = [
      { path: "target.value", value: "1.999 fuldtidspersoner" },
      { path: "responsible", value: "Ydelse: nord" },
    ];
    const asked = { plan: "skabelon-2027", yaml, catalogue, goal: goal?.id ?? "", changes };
    const edited = await as(db, head, editGoal, asked);
    const [before, after] = [yaml.split("\n"), edited.yaml.split("\n")];
    expect(before.length).toBe(after.length);
    expect(before.filter((line, at) => line !== after[at])).toHaveLength(2);
    const changed = edited.reading.read?.plan.goals.find(({ id }) => id === goal?.id);
    expect(changed?.responsible).toBe("Ydelse: nord");
    expect(changed?.parts[0].target).toMatchObject({ value: { value: 1999, unit: "full-time-persons" } });
    const wrong = await as(db, head, editGoal, { ...asked, changes: [{ path: "target.value", value: "mange" }] });
    expect(wrong.reading.faults.map(({ code }) => code)).toEqual(["not-a-figure"]);
    const other = [
      ...["kind", "bound", "value", "period", "as"].map((key) => ({ path: `target.${key}` })),
      ...[
        ["kind", "direction"],
        ["direction", "falls"],
        ["period", "2027"],
      ].map(([key, value]) => ({ path: `target.${key}`, value })),
    ];
    const turned = [...new Map(other.map((one) => [one.path, one])).values()];
    const kind = await as(db, head, editGoal, { ...asked, changes: turned });
    expect(kind.reading.read?.plan.goals.find(({ id }) => id === goal?.id)?.parts[0].target).toMatchObject({
      kind: "direction",
      direction: "falls",
    });
    const gone = await as(db, head, editGoal, {
      ...asked,
      changes: [{ path: "baseline" }, { path: "baseline.origin", value: "missing" }],
    });
    expect(gone.yaml).toContain("missing");
    expect(await faultsOf(as(db, head, editGoal, { ...asked, goal: "nix" }))).toEqual(["not-there"]);
  });

  test("takes a table from a spreadsheet, new or over an old one, and refuses numbers that mean two things", async () => {
    const { yaml } = await open("aalborg-2018");
    const paste = { plan: "aalborg-2018", yaml, catalogue, title: "Budget på ydelser", unit: "DKK" as const };
    const cells = "Ydelse\t2017\t2018\nKontanthjælp\t1.234.567\t7\nSygedagpenge\t\t12,5 mio. kr.";
    const pasted = await as(db, head, pasteTable, { ...paste, cells });
    const answer = api.pasteTable.answer.parse(pastedJson(pasted, indicators));
    expect(answer.refused).toEqual([]);
    const table = answer.reading?.document?.tables.find(({ id }) => id === "budget-paa-ydelser");
    expect(table?.rows.map((row) => row.cells)).toEqual([
      ["1.234.567", "7"],
      [null, "12,5 mio. kr."],
    ]);
    expect(answer.yaml?.startsWith(yaml.slice(0, yaml.indexOf("tables:")))).toBe(true);
    const doubtful = await as(db, head, pasteTable, { ...paste, cells: "\ta\nx\t1.234" });
    expect(pastedJson(doubtful, indicators)).toMatchObject({ refused: [{ row: 2, column: 2, value: "1.234" }] });
    const again = { ...paste, yaml: answer.yaml ?? "", into: "budget-paa-ydelser" };
    const over = await as(db, head, pasteTable, {
      ...again,
      cells: "\t2017\t2018\nKontanthjælp\t8\t9\nSygedagpenge\t10,5\t11",
    });
    expect(over.edited?.reading.read?.plan.tables.at(-1)?.rows[1].cells.map((cell) => cell?.value)).toEqual([10.5, 11]);
    expect(await faultsOf(as(db, head, pasteTable, { ...again, cells: "\ta\nx\t1,5" }))).toEqual([
      "wrong-cell-count",
      "wrong-cell-count",
    ]);
  });

  test("differs from another in words and figures", async () => {
    const plan = "albertslund-2018";
    const { yaml } = await open(plan);
    const same = await as(db, head, diffVersions, { plan, from: 1, to: { yaml }, catalogue });
    expect(same).toEqual([]);
    const table = (await open(plan)).reading.read?.plan.tables[0];
    const before = table?.rows[0].cells.find((cell) => cell !== undefined)?.printed ?? "";
    const edited = yaml
      .replace("organisation: Jobcenter Albertslund", "organisation: Albertslund Kommune")
      .replace(new RegExp(`(cells: "?)${before.replaceAll(".", "\\.")}`), "$19.999");
    await as(db, head, saveDraft, { plan, yaml: edited, onTopOf: 0 });
    const differences = await as(db, head, diffVersions, { plan, from: 1, to: "draft", catalogue });
    const answer = api.diffVersions.answer.parse(differencesJson(differences));
    expect(answer.differences.map(({ kind, list, id }) => [kind, list, id])).toEqual([
      ["changed", "plan", undefined],
      ["changed", "tables", table?.id],
    ]);
    expect(answer.differences[0].values[0]).toMatchObject({
      before: { da: "Jobcenter Albertslund" },
      after: { da: "Albertslund Kommune" },
    });
    const [cell] = answer.differences[1].values;
    expect([cell.before?.da, cell.after?.da]).toEqual([before, "9.999"]);
    expect(cell.moved).toHaveProperty("value");
    expect(await as(db, head, adoptPlan, { plan, revision: 1, note: "rettet", catalogue })).toBe(2);
    expect(await as(db, head, diffVersions, { plan, from: 1, to: 2, catalogue })).toEqual(differences);
  });

  test("has the baseline of a goal looked up where its figures are", async () => {
    const plan = "ballerup-2018";
    const { yaml, reading } = await open(plan);
    const look = (goal: string) => as(db, head, lookUpBaseline, { data, plan, yaml, goal });
    expect(await look("lav-ledighed")).toMatchObject({ figure: { value: 0.0379, unit: "share" }, simulated: false });
    const unmeasured = reading.read?.plan.goals.find(({ parts }) => parts[0].indicator === undefined);
    expect(await look(unmeasured?.id ?? "")).toEqual({ figure: { missing: "no-indicator" }, simulated: false });
    expect(await faultsOf(look("nix"))).toEqual(["not-there"]);
  });
});
