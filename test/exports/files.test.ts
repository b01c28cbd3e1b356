import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import readExcel from "read-excel-file/node";
import { describe, expect, it, test } from "vitest";
import { writeParquet } from "#connectors/figure-files/parquet.ts";
import { writeExcel } from "#connectors/figure-files/xlsx.ts";
import { danishNumber, excelCsv, machineCsv } from "#core/exports/csv.ts";
import { type JsonStat, jsonStat } from "#core/exports/json-stat.ts";
import { reasons, table, values } from "./table.ts";

describe("CSV for programs", () => {
  const rows: Record<string, string>[] = parse(machineCsv(table), { columns: true, bom: false });

  it("gives the same figures back, and the reason where there is none", () => {
    const number = (text: string) => (text === "" ? null : Number(text));
    const word = (text: string) => (text === "" ? null : text);
    expect(rows.map(({ change, persons }) => [number(change), number(persons)])).toEqual(values);
    expect(rows.map((one) => [word(one.change_missing), word(one.persons_missing)])).toEqual(reasons);
  });

  it("says of each row what, where, when, in which unit and from whom", () => {
    expect(rows[1]).toMatchObject({
      ...{ area: "183", area_da: "Ishøj", period: "2018-09", from: "2018-09-01", to: "2018-09-30" },
      ...{ change: "0.1238", change_unit: "share", change_preliminary: "true", change_source: "Danmarks Statistik" },
      ...{ as_of: "2018-09-30", simulated: "false" },
    });
  });

  it("keeps words to the letter", () => {
    expect(rows.map(({ note_da }) => note_da)).toEqual(table.rows.map((one) => one.attributes[0]?.words.da));
  });
});

describe("CSV for a Danish Excel", () => {
  const text = excelCsv(table);
  const [head, ...rows]: string[][] = parse(text, { delimiter: ";", bom: true });

  it("begins with a byte order mark, parts by semicolon and ends lines as Windows does", () => {
    expect(text.startsWith("\uFEFFOmråde;Periode;Ændring (procent)")).toBe(true);
    expect(text.endsWith("\r\n")).toBe(true);
    expect(head).toEqual([
      ...["Område", "Periode", "Ændring (procent)", "Ændring: Foreløbigt", "Personer (personer)", "Bemærkning"],
    ]);
  });

  it("writes per cent with a comma and a minus that Excel knows, and the reason in words", () => {
    expect(rows.map((one) => one[2])).toEqual(["-3,15", "12,38", "ingen data", "0"]);
    expect(rows.map((one) => one[4])).toEqual(["1234", "skjult af hensyn til små tal", "40", "0"]);
  });

  it("has no cell of words that Excel would take for a formula", () => {
    expect(rows.map((one) => one[5].slice(0, 2))).toEqual(["'=", "'-", "ha", "'@"]);
  });

  it("writes every number so that it reads back as it was, to ten decimals and thirteen digits", () => {
    const numbers = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(numbers, (value) => {
        const written = danishNumber({ value, unit: "DKK" });
        expect(written).toMatch(/^-?\d+(,\d+)?$/);
        expect(Math.abs(Number(written.replace(",", ".")) - value)).toBeLessThan(1e-10 + Math.abs(value) * 1e-13);
      }),
    );
  });
});

describe("An Excel workbook", () => {
  it("has numbers as numbers, and the reason where there is none", async () => {
    const [figures, about] = await readExcel(Buffer.from(await writeExcel(table)));
    expect([figures.sheet, about.sheet]).toEqual(["Tal", "Om tallene"]);
    const rows = figures.data.slice(1);
    expect(rows.map((one) => one[2])).toEqual([-0.0315, 0.1238, "ingen data", 0]);
    expect(rows.map((one) => one[4])).toEqual([1234, "skjult af hensyn til små tal", 40, 0]);
    expect(rows.map((one) => one[3])).toEqual([null, "ja", null, "ja"]);
  });

  it("says on its second sheet what the figures are and where they come from", async () => {
    const [, { data }] = await readExcel(Buffer.from(await writeExcel(table, "en")));
    expect(data).toEqual(
      expect.arrayContaining([
        ["Table", "Sample & «figures»"],
        ["As of", "2018-09-30"],
        ["Change", "From the year before"],
        ["Source", "Danmarks Statistik AUK01 (fetched 2018-10-15)"],
        ["Why there is no figure", "withheld because of small numbers"],
      ]),
    );
  });
});

describe("A Parquet file", () => {
  it("gives the same figures back, with their reasons, in typed columns", async () => {
    const { columns, rows } = await readParquet(await writeParquet(table));
    expect(columns).toMatchObject({ change: "DOUBLE", area: "VARCHAR", from: "DATE", simulated: "BOOLEAN" });
    expect(rows.map(({ change, persons }) => [change, persons])).toEqual(values);
    expect(rows.map((one) => [one.change_missing, one.persons_missing])).toEqual(reasons);
    expect(rows.map(({ from }) => from)).toEqual(["2018-08-01", "2018-09-01", "2018-08-01", "2018-09-01"]);
  });
});

async function readParquet(bytes: Uint8Array) {
  const folder = await mkdtemp(join(tmpdir(), "pejl-test-"));
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const file = join(folder, "figures.parquet");
    await writeFile(file, bytes);
    const result = await connection.runAndReadAll(`SELECT * FROM read_parquet('${file}')`);
    const types = result.columnNames().map((name, at) => [name, String(result.columnType(at))]);
    return { columns: Object.fromEntries(types), rows: result.getRowObjectsJson() };
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true });
  }
}

/** What JSON-stat 2.0 (json-stat.org/full) asks of every dataset. */
function checkStructure(dataset: JsonStat): void {
  const { id, size, dimension, role, value, status } = dataset;
  expect([dataset.version, dataset.class]).toEqual(["2.0", "dataset"]);
  expect(Object.keys(dimension)).toEqual([...id]);
  expect(id.map((one) => Object.keys(dimension[one].category.index).length)).toEqual([...size]);
  for (const one of id) {
    const { index, label } = dimension[one].category;
    expect(Object.values(index)).toEqual(Object.keys(index).map((_, place) => place));
    expect(Object.keys(label).sort()).toEqual(Object.keys(index).sort());
  }
  for (const names of Object.values(role)) for (const name of names) expect(id).toContain(name);
  const cells = size.reduce((product, one) => product * one, 1);
  for (const place of [...Object.keys(value), ...Object.keys(status)]) expect(Number(place)).toBeLessThan(cells);
}

describe("JSON-stat", () => {
  const dataset = jsonStat(table);

  it("has the structure that the specification asks", () => {
    checkStructure(dataset);
    expect(dataset.role).toEqual({ time: ["period"], geo: ["area"], metric: ["measure"] });
    expect(dataset.dimension.measure.category.unit).toEqual({
      change: { label: "procent", id: "share" },
      persons: { label: "personer", id: "persons" },
    });
  });

  it("has each figure in its cell, the last dimension running fastest, and a reason where there is none", () => {
    expect(dataset.value).toEqual({ 0: -0.0315, 1: 1234, 2: 0.1238, 5: 40, 6: 0, 7: 0 });
    expect(dataset.status).toEqual({ 2: "preliminary", 3: "withheld", 4: "no-data", 6: "preliminary" });
    expect(dataset.extension.status.withheld).toBe("skjult af hensyn til små tal");
  });

  it("makes a measure of each unit where a measure has several", () => {
    const measures = [{ ...table.measures[0], unit: undefined }];
    const rows = table.rows.map((row, k) => ({
      ...row,
      figures: [
        k === 2 ? { missing: "no-data" as const } : { value: k, unit: k < 2 ? ("share" as const) : ("DKK" as const) },
      ],
    }));
    const mixed = jsonStat({ ...table, measures, rows });
    checkStructure(mixed);
    expect(Object.keys(mixed.dimension.measure.category.index)).toEqual(["change-share", "change", "change-DKK"]);
    expect(Object.values(mixed.value).toSorted()).toEqual([0, 1, 3]);
    expect(Object.values(mixed.status)).toEqual(["no-data"]);
  });
});

test("what is withheld is nowhere a number, and never without its reason", async () => {
  const hidden = {
    ...table,
    measures: table.measures.slice(1),
    rows: [{ ...table.rows[1], figures: [{ missing: "withheld" as const }] }],
  };
  expect(machineCsv(hidden)).toContain(",,persons,withheld,");
  expect(excelCsv(hidden)).toContain(";skjult af hensyn til små tal;");
  expect(jsonStat(hidden)).toMatchObject({ value: {}, status: { 0: "withheld" } });
  const [{ data }] = await readExcel(Buffer.from(await writeExcel(hidden)));
  expect(data[1]).toContain("skjult af hensyn til små tal");
  const { rows } = await readParquet(await writeParquet(hidden));
  expect(rows[0]).toMatchObject({ persons: null, missing: "withheld" });
});
