import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { forgetPerson } from "#actions/forget-person.ts";
import { importRegister } from "#actions/import-register.ts";
import { openRegister } from "#actions/open-register.ts";
import { withdrawRegister } from "#actions/withdraw-register.ts";
import { BrokenInput } from "#core/faults/fault.ts";
import { freshHome } from "./home.ts";

// Replacement numbers, with 60 added to the day: no living person has them.
const canaries = ["7101901234", "8203802345", "6505903456", "8806954567", "7707651678", "7912121212", "6101010000"];
const dashed = (digits: string) => `${digits.slice(0, 6)}-${digits.slice(6)}`;
const written = canaries.flatMap((digits) => [digits, dashed(digits), `${digits.slice(0, 6)} ${digits.slice(6)}`]);

const key = "a key of at least thirty-two characters";
const mapping = `files:
  benefits: { columns: { person_id: { from: cpr, cpr: true } } }
  offers: { columns: { person_id: { from: cpr, cpr: true } } }
`;

/** Every place of a text or a file's bytes where a canary sings. */
function canariesIn(text: string): string[] {
  return written.filter((number) => text.includes(number));
}
function canariesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((path) => canariesIn(readFileSync(path, "latin1")).map((number) => `${number} in ${path}`));
}

function deliver(name: string, files: Readonly<Record<string, string>>): string {
  // Outside the home, in which nothing may be found.
  const folder = join(freshHome().folders.var, name);
  mkdirSync(folder);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

test("no CPR number reaches disk or message, in whatever column, form or fault it comes", async () => {
  const setting = { ...freshHome(), key };
  const [a, b, c, d, e, f, g] = canaries;
  const benefits = [
    "cpr,benefit,from,to",
    `${a},dagpenge,2018-01-01,2018-02-01`,
    `${dashed(b)},kontanthjaelp,2018-01-01,`,
    `${b},kontanthjaelp,2018-03-01,2018-02-01`,
    `${dashed(c)},${dashed(d)},2018-13-01,${e}`,
    `"${f},dagpenge,2018-01-01,`,
    `${g},dagpenge,2018-01-01`,
    `=${g},dagpenge,2018-01-01,`,
    `x${a},dagpenge,2018-01-01,`,
    "",
  ].join("\n");
  const offers = [
    "offer_id,cpr,type,from,provider,p_number,price",
    `${d},${a},mentor,2018-01-01,,1009999901,1`,
    `1,${a},mentor,2018-01-01,Sag ${dashed(e)},,1`,
    `2,${a},mentor,2018-01-01,,,${f}`,
    `3,${dashed(b)},mentor,2018-01-01,Firma,,100`,
    "",
  ].join("\n");
  const companies = `p_number,name,municipality\n1009999901,Ved ${dashed(g)} Jensen,165\n1009999902,Firma,165\n`;
  const files = { "benefits.csv": benefits, "offers.csv": offers, "companies.csv": companies, "mapping.yaml": mapping };

  const refused = await importRegister({ folder: deliver("refused", files) }, setting);
  expect(refused.outcome).toBe("faulty");
  const taken = await importRegister({ folder: deliver("taken", files), acceptPartial: true, accept: true }, setting);
  expect(taken.outcome).toBe("imported");
  expect(taken.delivery.reports.map(({ table, loaded }) => `${table} ${loaded}`)).toEqual([
    "benefits 2",
    "offers 1",
    "companies 1",
  ]);

  const register = await openRegister(taken.id, setting);
  expect(register.tables.persons?.count).toBe(2);
  for (const { words } of Object.values(register.dictionaries)) expect(canariesIn(words.join("\n"))).toEqual([]);
  for (const result of [refused, taken]) {
    const { tables: _, ...told } = result.delivery;
    expect(canariesIn(JSON.stringify({ told, findings: result.findings, content: result.content.about }))).toEqual([]);
  }

  await forgetPerson(dashed(b), setting);
  await withdrawRegister(taken.name, { reason: `fejl for ${dashed(c)}` }, setting);
  expect(canariesBelow(setting.folders.var)).toEqual([]);
});

test("CPR numbers that nobody said were there are refused, and not shown", async () => {
  const setting = freshHome();
  const undeclared = deliver("undeclared", {
    "benefits.csv": `person_id,benefit,from\n${canaries.map((digits) => `${digits},dagpenge,2018-01-01\n`).join("")}`,
  });
  const headless = deliver("headless", { "benefits.csv": `${canaries[0]},dagpenge,2018-01-01\n` });
  for (const folder of [undeclared, headless]) {
    const { outcome, delivery } = await importRegister({ folder, acceptPartial: true }, setting);
    expect(outcome).toBe("faulty");
    expect(canariesIn(JSON.stringify([delivery.faults, delivery.unreadable]))).toEqual([]);
  }
  expect(canariesBelow(setting.folders.var)).toEqual([]);
});

test("without a key, a delivery with CPR numbers is not read at all", async () => {
  const setting = freshHome();
  const folder = deliver("keyless", { "benefits.csv": "cpr,benefit,from\n", "mapping.yaml": mapping });
  await expect(importRegister({ folder }, setting)).rejects.toThrow(BrokenInput);
});

test("the same number is the same pseudonym under one key, and another under another", async () => {
  const files = { "benefits.csv": `cpr,benefit,from\n${canaries[0]},dagpenge,2018-01-01\n`, "mapping.yaml": mapping };
  const wordOf = async (secret: string) => {
    const { dictionaries } = await openRegister(deliver("keys", files), { ...freshHome(), key: secret });
    return dictionaries.person.words[1];
  };
  expect(await wordOf(key)).toBe(await wordOf(key));
  expect(await wordOf(key)).not.toBe(await wordOf(`${key}!`));
});
