import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readVocabulary } from "#connectors/data-files/vocabulary.ts";
import { parseDay } from "#core/calendar/day.ts";
import { readAudit } from "#store/audit.ts";
import { forgetPerson } from "./forget-person.ts";
import { importRegister } from "./import-register.ts";
import { listRegisters } from "./list-registers.ts";
import { ownFolders } from "./open-data.ts";
import { openRegister } from "./open-register.ts";
import type { RegisterSetting } from "./register-setting.ts";

const { data } = ownFolders();
const vocabulary = readVocabulary(data);

function fresh(): RegisterSetting {
  const folders = { data, var: mkdtempSync(join(tmpdir(), "pejl-forget-")) };
  return { folders, vocabulary, now: "2026-11-22T10:00:00Z", by: "anna" };
}

async function importMonth(extracted: string, setting: RegisterSetting): Promise<string> {
  const folder = join(mkdtempSync(join(tmpdir(), "pejl-month-")), "by");
  mkdirSync(folder);
  const rows = ["Bodil", "Carl", "Dorte"].map((person) => `${person},dagpenge,2018-01-01,\n`);
  writeFileSync(join(folder, "benefits.csv"), `person_id,benefit,from,to\n${rows.join("")}`);
  writeFileSync(
    join(folder, "sanctions.csv"),
    "person_id,date,kind\nBodil,2018-01-20,fradrag\nCarl,2018-01-21,fradrag\n",
  );
  const { id } = await importRegister(
    { folder, name: "by", extracted: parseDay(extracted), accept: true },
    { ...setting, now: `${extracted}T10:00:00Z` },
  );
  return id;
}

test("a forgotten person is in no snapshot any longer, and everybody else is", async () => {
  const setting = fresh();
  const first = await importMonth("2018-03-31", setting);
  const second = await importMonth("2018-04-30", setting);
  const replaced = await forgetPerson("Carl", setting);
  expect(replaced.map(({ was }) => was)).toEqual([first, second]);

  const lines = listRegisters(setting);
  expect(lines.filter(({ withdrawn }) => withdrawn === undefined).map(({ imported }) => imported)).toEqual([
    "2018-03-31T10:00:00Z",
    "2018-04-30T10:00:00Z",
  ]);
  const register = await openRegister("by", setting);
  expect(register.dictionaries.person.words).toEqual(["", "Bodil", "Dorte"]);
  expect(register.tables.benefits?.count).toBe(2);
  expect(register.tables.sanctions?.count).toBe(1);

  const files = readdirSync(setting.folders.var, { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  );
  for (const { parentPath, name } of files)
    expect(readFileSync(join(parentPath, name), "latin1")).not.toContain("Carl");
  expect(readAudit(setting.folders.var).filter(({ action }) => action === "forget-person")).toHaveLength(2);
});

test("a person whom no snapshot knows is not forgotten unsaid", async () => {
  const setting = fresh();
  await importMonth("2018-03-31", setting);
  await expect(forgetPerson("Erik", setting)).rejects.toThrow("Personen findes ikke i noget register.");
});
