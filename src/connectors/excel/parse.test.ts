import { expect, test } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { areaFile, joinAreas } from "#core/vocabulary/area.ts";
import { describeSpreadsheet } from "./describe.ts";
import { parseExcel } from "./parse.ts";

const areas = joinAreas([
  areaFile.parse({
    municipality: [
      { id: "851", name: "Aalborg" },
      { id: "165", name: "Albertslund" },
    ],
  }),
]);
const text = (value: string) => ({ value, type: String });
const number = (value: number) => ({ value, type: Number });
const date = (iso: string) => ({ value: new Date(`${iso}T00:00:00Z`), type: Date, format: "yyyy-mm-dd" });

const sheet = [
  [text("Månedstal for samarbejdet")],
  [],
  [text("Måned"), text("Område"), text("Virksomheder"), text("Samarbejdsgrad")],
  [date("2018-08-01"), text("Aalborg"), number(7890), text("24,5 %")],
  [date("2018-09-01"), text("Aalborg"), number(7891.5), text("25,0 %")],
];
const bytes = await writeXlsxFile(sheet, { sheet: "Tal" }).toBuffer();

test("a worksheet is read from the row of column names above its first period", async () => {
  expect(await parseExcel(bytes, "egne.xlsx")).toEqual({
    file: "egne.xlsx",
    name: "Tal",
    columns: ["Måned", "Område", "Virksomheder", "Samarbejdsgrad"],
    rows: [
      { line: 4, cells: ["2018-08-01", "Aalborg", "7890", "24,5 %"] },
      { line: 5, cells: ["2018-09-01", "Aalborg", "7891,5", "25,0 %"] },
    ],
  });
});

test("period, area and figures are found among the columns", async () => {
  expect(describeSpreadsheet(await parseExcel(bytes, "egne.xlsx"), areas)).toMatchObject({
    area: "Område",
    period: "Måned",
    measures: ["Virksomheder", "Samarbejdsgrad"],
    dimensions: [],
  });
});

test("counts that look like years or municipality codes are not taken for periods or areas", async () => {
  const rows = [
    [text("Antal"), text("Kvartal"), text("Nye")],
    [number(2018), text("1. kvartal 2018"), number(165)],
    [number(2019), text("2. kvartal 2018"), number(851)],
  ];
  const book = await writeXlsxFile(rows).toBuffer();
  expect(describeSpreadsheet(await parseExcel(book, "egne.xlsx"), areas)).toMatchObject({
    area: undefined,
    period: "Kvartal",
    measures: ["Antal", "Nye"],
  });
});

test("where the periods are the column names, their row is the header", async () => {
  const book = await writeXlsxFile([
    [text("Samarbejdsgrad i pct.")],
    [text(""), text("2018M01"), text("2018M02")],
    [text("Aalborg"), number(24.5), number(25)],
  ]).toBuffer();
  expect(await parseExcel(book, "egne.xlsx")).toMatchObject({
    columns: ["#1", "2018M01", "2018M02"],
    rows: [{ line: 3, cells: ["Aalborg", "24,5", "25"] }],
  });
});

test("a worksheet that is not there is answered with the nearest one", async () => {
  await expect(parseExcel(bytes, "egne.xlsx", "Tall")).rejects.toThrow("Mente du «Tal»?");
});

test("a file that is no Excel file is refused in words", async () => {
  await expect(parseExcel(Buffer.from("PK\u0003\u0004xxxx"), "x.xlsx")).rejects.toThrow(
    /^x\.xlsx: Filen kan ikke læses som en Excel-fil/,
  );
});
