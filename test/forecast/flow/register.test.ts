import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forecastRegister, type RegisterForecast, type RegisterForecastQuestion } from "#actions/forecast-register.ts";
import { openData } from "#actions/open-data.ts";
import { simulateRegister } from "#actions/simulate-register.ts";
import { parseDay } from "#core/calendar/day.ts";
import { firstDay, parseMonth } from "#core/calendar/month.ts";
import { BrokenInput } from "#core/faults/fault.ts";

/*
 * Forecasts of a whole register as `pejl forecast --json` gives them. The cut is made here, on the lines of the files: that
 * a forecast as of a day knows nothing later must not rest on the code that reads as of a day.
 */

const data = openData();
const folder = mkdtempSync(join(tmpdir(), "pejl-register-forecast-"));
const town = join(folder, "town");
const asOf = "2018-09-30";
const tables = ["persons", "residence", "benefits", "visitation", "education", "employment"] as const;

let whole: RegisterForecast;

beforeAll(async () => {
  const span = { from: firstDay(parseMonth("2015-07")), to: firstDay(parseMonth("2019-07")) };
  simulateRegister({ municipalities: ["165"], span, seed: 5, scale: 0.1, out: town, tables }, data);
  whole = await forecast(town);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Row = Readonly<Record<string, string>>;

/** Writes the town anew under a name: the rows that are kept, each as it is changed. */
function rewritten(name: string, day: string, change: (table: string, row: Row) => Row | undefined): string {
  const out = join(folder, name);
  mkdirSync(out);
  const described = JSON.parse(readFileSync(join(town, "datapackage.json"), "utf8"));
  const covers = `2015-07-01..${day}`;
  const resources = tables.map((table) => {
    const [head, ...lines] = readFileSync(join(town, `${table}.csv`), "utf8")
      .trimEnd()
      .split("\n");
    const names = head.split(",");
    const kept = lines.flatMap((line) => {
      const cells = line.split(",");
      const row = change(table, Object.fromEntries(names.map((column, i) => [column, cells[i] ?? ""])));
      return row === undefined ? [] : [names.map((column) => row[column]).join(",")];
    });
    const text = [head, ...kept].map((line) => `${line}\n`).join("");
    writeFileSync(join(out, `${table}.csv`), text);
    const hash = `sha256:${createHash("sha256").update(text).digest("hex")}`;
    return { name: table, path: `${table}.csv`, covers, bytes: Buffer.byteLength(text), hash };
  });
  writeFileSync(join(out, "datapackage.json"), JSON.stringify({ ...described, extracted: day, covers, resources }));
  return out;
}

function forecast(register: string, asked: Partial<RegisterForecastQuestion> = {}) {
  const { folders, vocabulary } = data;
  const setting = { folders, vocabulary, now: "2026-11-22T00:00:00.000Z", by: "test", key: undefined };
  const question = { register, asOf: parseDay(asOf), months: 12, draws: 100, ...asked };
  return forecastRegister(data, question, setting);
}

async function faultOf(answer: Promise<unknown>) {
  const fault = await answer.then(
    () => undefined,
    (error) => (error instanceof BrokenInput ? error.faults[0] : undefined),
  );
  return [fault?.code, fault?.parameters] as const;
}

test("a row is a benefit of a municipality in a month, its intervals one within the other and wider the further ahead", () => {
  const { rows, ...about } = whole;
  expect(about).toMatchObject({ seed: 1, asOf, simulated: true, draws: 100, unit: "full-time-persons" });
  expect(about.model).toMatch(/^flow-[0-9a-f]{12}$/);
  expect(Object.keys(rows[0]).slice(0, 8)).toEqual([
    "benefit",
    "municipality",
    "period",
    "mean",
    "lo80",
    "hi80",
    "lo95",
    "hi95",
  ]);
  const byBenefit = Map.groupBy(rows, ({ benefit }) => benefit);
  expect(byBenefit.size).toBeGreaterThan(6);
  for (const [benefit, own] of byBenefit) {
    expect(own.map(({ period }) => period)).toEqual([
      ...["2018-10", "2018-11", "2018-12", "2019-01", "2019-02", "2019-03", "2019-04"],
      ...["2019-05", "2019-06", "2019-07", "2019-08", "2019-09"],
    ]);
    for (const { municipality, mean, lo80, hi80, lo95, hi95 } of own) {
      expect(municipality).toBe("165");
      expect([0, lo95, lo80, mean, hi80, hi95].toSorted((a, b) => a - b)).toEqual([0, lo95, lo80, mean, hi80, hi95]);
    }
    const width = ({ lo95, hi95 }: (typeof own)[number]) => hi95 - lo95;
    expect(width(own[11]), benefit).toBeGreaterThan(width(own[0]));
  }
});

test("the same seed gives the same answer to the last digit, another seed other futures of the same expectation", async () => {
  const [again, other] = [await forecast(town), await forecast(town, { seed: 2 })];
  expect(JSON.stringify(again)).toBe(JSON.stringify(whole));
  expect(other.rows.map(({ hi95 }) => hi95)).not.toEqual(whole.rows.map(({ hi95 }) => hi95));
  const flows = (rows: typeof whole.rows) => rows.filter(({ method }) => method === "flow").map(({ mean }) => mean);
  expect(flows(other.rows).length).toBeGreaterThan(20);
  const means = new Set(flows(whole.rows));
  expect(flows(other.rows).filter((mean) => means.has(mean)).length).toBeGreaterThan(20);
});

test("as of a day, a forecast is what it is of files in which nothing stands that came after", async () => {
  const atEnd = ["end", "completed"];
  const cut = rewritten("cut", asOf, (_, row) => {
    if ((row.from ?? "") > asOf) return undefined;
    if ((row.to ?? "") <= asOf) return row;
    return Object.fromEntries(
      Object.entries(row).map(([name, cell]) => [name, [...atEnd, "to"].includes(name) ? "" : cell]),
    );
  });
  expect(JSON.stringify(await forecast(cut))).toBe(JSON.stringify(whole));
});

describe("A register of few", () => {
  const onlyOf = (name: string, persons: number, benefits?: readonly string[]) => {
    const chosen = new Set<string>();
    return rewritten(name, "2019-06-30", (table, row) => {
      if (table === "persons" && chosen.size < persons) chosen.add(row.person_id);
      const isKept = chosen.has(row.person_id) && (table !== "benefits" || (benefits?.includes(row.benefit) ?? true));
      return isKept ? row : undefined;
    });
  };
  const asked = { asOf: parseDay("2019-06-30") };

  test("of ten people tells of none of them, nor of benefits that nobody is on", async () => {
    const { rows, withheld } = await forecast(onlyOf("ten", 10), asked);
    expect(rows).toEqual([]);
    expect(withheld.length).toBeGreaterThan(0);
  });

  test("of one benefit forecasts that one", async () => {
    const { rows } = await forecast(onlyOf("one", 1e6, ["dagpenge"]), asked);
    expect(new Set(rows.map(({ benefit }) => benefit))).toEqual(new Set(["dagpenge"]));
  });
});

test("what a register cannot carry is refused with how much it lacks", async () => {
  expect(await faultOf(forecast(town, { months: 20 }))).toEqual([
    "horizon-too-far",
    { horizon: 20, periods: 39, furthest: 19 },
  ]);
  for (const day of ["1990-01-01", "2016-06-30"]) {
    const [code, parameters] = await faultOf(forecast(town, { asOf: parseDay(day) }));
    expect([code, parameters?.needed]).toEqual(["register-too-short", 30]);
  }
  expect((await faultOf(forecast(town, { benefits: ["kontanthjelp"] })))[0]).toBe("benefit-not-seen");
});
