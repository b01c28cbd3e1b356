import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseDay } from "#core/calendar/day.ts";
import { BrokenInput, faultLine } from "#core/faults/fault.ts";
import { type ImportRequest, importSeries } from "./import-series.ts";
import { listSeries } from "./list-series.ts";
import { showSeries } from "./show-series.ts";

const folder = mkdtempSync(join(tmpdir(), "pejl-"));
const setting = { dataDir: "data", keptDir: join(folder, "series"), today: parseDay("2026-11-22") };

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function faultsOf(request: ImportRequest): Promise<string[]> {
  try {
    await importSeries(request, setting);
    return [];
  } catch (error) {
    if (error instanceof BrokenInput) return error.faults.map((fault) => faultLine(fault).da.replace(`${folder}/`, ""));
    throw error;
  }
}

test("a Danish table of Statistikbanken is imported, listed and shown", async () => {
  const table = file(
    "folk1am.csv",
    "\ufeffOMRÅDE;KØN;TID;INDHOLD\r\nHele landet;I alt;2018M01;5781190\r\nAalborg;I alt;2018M01;213558\r\nAalborg;I alt;2018M02;..\r\n",
  );
  const { series, path } = await importSeries({ file: table, indicator: "befolkning", table: "FOLK1AM" }, setting);
  expect(series).toMatchObject({ id: "statbank-befolkning", frequency: "month", owner: "Danmarks Statistik" });
  expect(path).toContain(join("statbank-befolkning", "2026-11-22-"));

  const folders = { dataDir: "data", keptDir: setting.keptDir };
  expect(listSeries(folders)).toContainEqual(
    expect.objectContaining({ id: series.id, areas: 2, first: "2018-01", last: "2018-02", figures: 3, vintages: 1 }),
  );
  const { rows } = showSeries({ id: series.id, area: "Aalborg Kommune", asOf: setting.today }, folders);
  expect(rows.map(({ period, figure }) => [period, figure])).toEqual([
    ["2018-01", expect.objectContaining({ value: 213558, unit: "persons" })],
    ["2018-02", expect.objectContaining({ missing: "no-data" })],
  ]);
});

test("of a table with several measures and groups the user chooses one, by its exact label", async () => {
  const table = file(
    "y25i09.csv",
    "Område;Periode;Ydelsesgrupper;Antal langtidsledige fuldtidspersoner;Antal langtidsledige personer\nAalborg;2018M05;I alt;1200;1.354\nAalborg;2018M05;A-dagpenge;700;778\n",
  );
  const request = { file: table, indicator: "langtidsledige" };
  expect(await faultsOf(request)).toEqual([
    "y25i09.csv Ydelsesgrupper: Kolonnen «Ydelsesgrupper» har flere værdier: I alt · A-dagpenge. Vælg en med --rows «Ydelsesgrupper=VÆRDI».",
  ]);
  const rows = { Ydelsesgrupper: "I alt" };
  expect((await faultsOf({ ...request, rows }))[0]).toContain("Vælg en med --column.");
  const column = "Antal langtidsledige personer";
  expect((await faultsOf({ ...request, rows, column }))[0]).toContain("kan læses på to måder");
  const { series } = await importSeries({ ...request, rows, column, numbers: "da" }, setting);
  expect(series.observations.map(({ value }) => value)).toEqual([{ value: 1354, unit: "persons" }]);
});

test("an own table in Windows-1252 without an area needs one", async () => {
  const own = file("egne.csv", Buffer.from("M\u00e5ned;Rekrutteringer\njan-18;84\nfeb-18;91\n", "latin1"));
  const request = { file: own, indicator: "rekrutteringer" };
  expect((await faultsOf(request))[0]).toContain("--area");
  const { series } = await importSeries({ ...request, area: "Aalborg" }, setting);
  expect(series).toMatchObject({ id: "spreadsheet-rekrutteringer-851", frequency: "month" });
  expect(series.observations.map(({ area, period }) => [area, period.id])).toEqual([
    ["851", "2018-01"],
    ["851", "2018-02"],
  ]);
});

test("shares of an own table that can be per cent or fractions are asked about", async () => {
  const own = file("andele.csv", "Kvartal;Andel\n2018K1;0,25\n2018K2;0,26\n");
  const request = { file: own, indicator: "samarbejdsgrad", area: "851" };
  expect((await faultsOf(request))[0]).toContain("--shares");
  const { series } = await importSeries({ ...request, shares: "fraction" }, setting);
  expect(series.observations[0].value).toEqual({ value: 0.25, unit: "share" });
});

test("periods across the columns are read, and a fault names the column it stands in", async () => {
  const own = file("bred.csv", "Kommune;2018M01;2018M02\nAalborg;84;91\nAlbertslund;7;otte\n");
  const request = { file: own, indicator: "rekrutteringer" };
  expect(await faultsOf(request)).toEqual([expect.stringMatching(/^bred\.csv:3:3 2018M02: «otte»/)]);
  const right = file("bred.csv", "Kommune;2018M01;2018M02\nAalborg;84;91\nAlbertslund;7;8\n");
  const { series } = await importSeries({ ...request, file: right }, setting);
  expect(series.observations.map(({ area, period, value }) => [area, period.id, value])).toContainEqual([
    "165",
    "2018-02",
    { value: 8, unit: "count" },
  ]);
});

test("a column that is said to hold the figures breaks nothing down, however few of its cells are numbers", async () => {
  const own = file("faa.csv", "Kommune;Periode;Ventet;Kom\nAalborg;2018;84;91\nAlbertslund;2018;7;otte\n");
  const request = { file: own, indicator: "jobordrer", beside: ["Ventet", "Kom"] };
  expect(await faultsOf({ ...request, column: "Kom" })).toEqual([expect.stringMatching(/^faa\.csv:3:4 Kom: «otte»/)]);
  const { series } = await importSeries({ ...request, column: "Ventet" }, setting);
  expect(series.observations.map(({ area, value }) => [area, value])).toEqual([
    ["851", { value: 84, unit: "count" }],
    ["165", { value: 7, unit: "count" }],
  ]);
});

test("the same file imported twice on a day is one fetch", async () => {
  const own = file("igen.csv", "Periode;Antal\n2018;5\n2019;6\n");
  const request = { file: own, indicator: "jobordrer", area: "851", id: "igen" };
  const first = await importSeries(request, setting);
  const second = await importSeries(request, setting);
  expect(second.path).toBe(first.path);
  const changed = file("igen.csv", "Periode;Antal\n2018;5\n2019;7\n");
  expect((await importSeries({ ...request, file: changed }, setting)).path).not.toBe(first.path);
});

test("months and years in one file are refused", async () => {
  const own = file("blandet.csv", "Periode;Antal\n2018;5\n2018-09;6\n");
  expect((await faultsOf({ file: own, indicator: "jobordrer", area: "851" }))[0]).toContain("2018, 2018-09");
});

test("a misspelt indicator, filter or area is answered with the nearest one", async () => {
  const own = file("x.csv", "Periode;Antal\n2018;5\n");
  expect((await faultsOf({ file: own, indicator: "jobordre" }))[0]).toContain("«jobordrer»");
  expect((await faultsOf({ file: own, indicator: "personer", where: { benefit: "dagpeng" } }))[0]).toContain(
    "«dagpenge»",
  );
  expect((await faultsOf({ file: own, indicator: "jobordrer", area: "Ålborg By" }))[0]).toContain("er ikke et område");
});

test("a series nobody has is answered with the nearest one", () => {
  expect(() => showSeries({ id: "dst-ras200", asOf: setting.today }, { dataDir: "data" })).toThrow(
    "Der er ingen serie",
  );
});
