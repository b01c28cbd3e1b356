import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readDelivery } from "#connectors/register-files/read-delivery.ts";
import { parseDay } from "#core/calendar/day.ts";
import { BrokenInput } from "#core/faults/fault.ts";
import { mentionsCpr } from "#core/register/cpr.ts";
import { openData } from "./open-data.ts";
import { type SimulationRequest, simulateRegister } from "./simulate-register.ts";

const home = mkdtempSync(join(tmpdir(), "pejl-simulated-"));
afterAll(() => rmSync(home, { recursive: true }));

const data = openData();
const span = { from: parseDay("2018-01-01"), to: parseDay("2019-07-01") };
// Langeland, one of the smallest.
const asked = { municipalities: ["482"], span, seed: 1, scale: 1 };

let folders = 0;
function simulateInto(request: Partial<SimulationRequest> = {}): string {
  const out = join(home, String(folders++));
  simulateRegister({ ...asked, ...request, out }, data);
  return out;
}

/** One hash of the names and bytes of every file. */
function hashOf(folder: string): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest("hex");
}

describe("A simulated register in files", () => {
  const folder = simulateInto();

  it("has the same bytes from the same seed, whatever the scale, and others from another seed", () => {
    expect(hashOf(simulateInto())).toBe(hashOf(folder));
    const half = hashOf(simulateInto({ scale: 0.5 }));
    expect(hashOf(simulateInto({ scale: 0.5 }))).toBe(half);
    expect(new Set([hashOf(folder), half, hashOf(simulateInto({ seed: 2 }))]).size).toBe(3);
  });

  it("is read without a fault, has rows in every table, and says that it is simulated", async () => {
    const delivery = await readDelivery(folder, { vocabulary: data.vocabulary });
    expect(delivery.faults).toEqual([]);
    expect(delivery.unreadable).toEqual([]);
    expect(delivery.simulated).toBe(true);
    expect(delivery.assumptions).toEqual([]);
    expect(delivery.reports.filter(({ rowsIn }) => rowsIn === 0).map(({ table }) => table)).toEqual([]);
  });

  it("uses only benefits and offers that there were on the day they begin", async () => {
    const { tables, words } = await readDelivery(folder, { vocabulary: data.vocabulary });
    const terms = { benefit: data.vocabulary.lists.get("benefit"), offer: data.vocabulary.lists.get("offer-type") };
    const wrong = new Set<string>();
    const check = (list: typeof terms.benefit, word: string | undefined, day: number) => {
      const valid = list?.terms.get(word ?? "")?.valid;
      if (day < (valid?.from ?? day) || day >= (valid?.until ?? day + 1)) wrong.add(`${word} ${day}`);
    };
    const { benefits, offers } = tables;
    for (let i = 0; i < (benefits?.count ?? 0); i++)
      check(terms.benefit, words.benefit?.[(benefits?.columns.benefit[i] ?? 0) - 1], benefits?.columns.from[i] ?? 0);
    for (let i = 0; i < (offers?.count ?? 0); i++)
      check(terms.offer, words["offer-type"]?.[(offers?.columns.type[i] ?? 0) - 1], offers?.columns.from[i] ?? 0);
    expect([...wrong]).toEqual([]);
  });

  it("can be taken for no real person or company", () => {
    for (const name of readdirSync(folder).filter((one) => one.endsWith(".csv"))) {
      const lines = readFileSync(join(folder, name), "utf8").trimEnd().split("\n");
      expect(lines.filter(mentionsCpr)).toEqual([]);
      const ids = (lines[0] ?? "")
        .split(",")
        .flatMap((column, at) => (/^(person_id|p_number|cvr)$/.test(column) ? [at] : []));
      const real = lines.slice(1).filter((line) => ids.some((at) => !/^(sim-|$)/.test(line.split(",")[at] ?? "")));
      expect(real).toEqual([]);
    }
    expect(readFileSync(join(folder, "companies.csv"), "utf8")).toContain("Simuleret virksomhed 482-");
  });

  it("of several municipalities has people who move from one to the other and keep their benefit", () => {
    const several = simulateInto({
      municipalities: ["101", "147"].map(String),
      scale: 0.02,
      tables: ["benefits", "residence"],
    });
    expect(readdirSync(several).sort()).toEqual(["benefits.csv", "datapackage.json", "residence.csv"]);
    const places = new Map<string, Set<string>>();
    for (const line of readFileSync(join(several, "residence.csv"), "utf8").trimEnd().split("\n").slice(1)) {
      const [person, municipality] = line.split(",");
      places.set(person, (places.get(person) ?? new Set()).add(municipality));
    }
    const moved = [...places].filter(([, own]) => own.size === 2).map(([person]) => person);
    expect(moved.length).toBeGreaterThan(5);
    const lines = readFileSync(join(several, "benefits.csv"), "utf8").split("\n");
    const kept = lines.filter((line) => moved.includes(line.split(",")[0]) && line.endsWith(",147"));
    expect(kept.length).toBeGreaterThan(0);
  });

  it("is never written over anything", () => {
    const out = join(home, String(folders++));
    simulateRegister({ ...asked, out, tables: ["populations"] }, data);
    writeFileSync(join(out, "own.txt"), "x");
    expect(() => simulateRegister({ ...asked, out }, data)).toThrow(BrokenInput);
    expect(() => simulateRegister({ ...asked, municipalities: ["999"], out: join(home, "new") }, data)).toThrow(
      BrokenInput,
    );
  });
});
