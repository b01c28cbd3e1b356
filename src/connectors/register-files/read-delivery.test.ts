import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, test } from "vitest";
import { formatDay, isDay, OPEN_END, parseDay } from "#core/calendar/day.ts";
import { faultLine } from "#core/faults/fault.ts";
import { emptyValue, findColumn, listOf } from "#core/register/columns.ts";
import { columnsOf, isTableName } from "#core/register/schema.ts";
import { readVocabulary } from "../data-files/vocabulary.ts";
import { type Delivery, readDelivery } from "./read-delivery.ts";

const home = join(import.meta.dirname, "../../..");
const vocabulary = readVocabulary(join(home, "data"));
const key = "a key of at least thirty-two characters";

type Files = Readonly<Record<string, string | Uint8Array>>;
function folderOf(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), "pejl-delivery-"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}
const read = (files: Files) => readDelivery(folderOf(files), { vocabulary, key });
const readBenefits = (text: string, more: Files = {}) => read({ "benefits.csv": text, ...more });
const saidOf = ({ unreadable, faults }: Delivery) => [...unreadable, ...faults].map((fault) => faultLine(fault).da);
const codesOf = ({ unreadable, faults }: Delivery) => [...unreadable, ...faults].map(({ code }) => code);
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** The rows of a table as they would stand in a file, what is empty left out. */
function rowsOf({ tables, words }: Delivery, name: string): string[] {
  const rows = isTableName(name) ? tables[name] : undefined;
  if (rows === undefined) return [];
  return Array.from({ length: rows.count }, (_, i) =>
    columnsOf(rows.table)
      .flatMap(([column, kind]) => {
        const value = findColumn(rows, column)?.[i] ?? 0;
        const list = listOf(kind);
        if (list !== undefined) return words[list]?.[value - 1] ?? [];
        if (Object.is(value, emptyValue(column, kind)) || value === OPEN_END) return [];
        const day = column === "to" ? value - 1 : value;
        return kind.type === "day" && isDay(day) ? formatDay(day) : String(value);
      })
      .join(" "),
  );
}

const header = "person_id,benefit,from,to,degree\n";

describe("How a file is written is found by looking", () => {
  const rows = ["a dagpenge 2018-09-01 2018-09-30 0.5", "b kontanthjaelp 2018-10-01"];
  const plain = `${header}a,dagpenge,2018-09-01,2018-09-30,0.5\nb,kontanthjaelp,2018-10-01,,1\n`;
  const danish = plain
    .replaceAll(",", ";")
    .replaceAll("0.5", "0,5")
    .replaceAll(/(\d{4})-(\d\d)-(\d\d)/g, "$3-$2-$1");

  test.for(
    Object.entries<Files>({
      "UTF-8 with commas": { "benefits.csv": plain },
      "with a byte-order mark": { "benefits.csv": `\ufeff${plain}` },
      "with semicolons, decimal commas and Danish dates": { "benefits.csv": danish },
      "with tabs": { "benefits.tsv": plain.replaceAll(",", "\t") },
      "with Windows line breaks": { "Benefits.CSV": plain.replaceAll("\n", "\r\n") },
      "with every cell in quotation marks": { "benefits.txt": plain.replaceAll(/[^,\n]+/g, '"$&"') },
      "packed with gzip": { "benefits.csv.gz": gzipSync(plain) },
      "with empty rows at the end, as spreadsheets leave them": { "benefits.csv": `${danish};;;;\n;;;;\n` },
      "with midnight after the dates": { "benefits.csv": plain.replaceAll(/\d{4}-\d\d-\d\d/g, "$& 00:00:00.000") },
      "with 9999-12-31 for what still runs": { "benefits.csv": plain.replace("01,,1", "01,9999-12-31,1") },
    }),
  )("%s", async ([, files]) => {
    const delivery = await read(files);
    expect(saidOf(delivery)).toEqual([]);
    expect(rowsOf(delivery, "benefits")).toEqual(rows);
  });

  test("Parquet", async () => {
    const folder = folderOf({ "source.csv": plain });
    const instance = await DuckDBInstance.create(":memory:");
    const duck = await instance.connect();
    const [from, to] = [join(folder, "source.csv"), join(folder, "benefits.parquet")];
    await duck.run(`COPY (FROM read_csv('${from}')) TO '${to}' (FORMAT parquet)`);
    const delivery = await readDelivery(folder, { vocabulary });
    expect(saidOf(delivery)).toEqual([]);
    expect(rowsOf(delivery, "benefits")).toEqual(rows);
    expect(delivery.others).toEqual(["source.csv"]);
  });

  test("letters of Windows-1252 are read as they were meant", async () => {
    const companies = latin('p_number;name;municipality\n1009999901;Sm\xf8rrebr\xf8d & \xc6bler "\xc5";165\n');
    const delivery = await readBenefits(plain, { "companies.csv": companies });
    expect(rowsOf(delivery, "companies")).toEqual(['1009999901 Smørrebrød & Æbler "Å" 165']);
  });
});

describe("The worked examples of mappings", () => {
  const example = (name: string) =>
    readDelivery(join(import.meta.dirname, "samples", name), {
      vocabulary,
      key,
      mapping: join(home, "data", "mappings", `${name}.yaml`),
    });

  test("extracts of a Danish case system, with CPR numbers", async () => {
    const delivery = await example("dansk-fagsystem");
    expect(saidOf(delivery)).toEqual([]);
    expect(delivery.name).toBe("eksempelkommune");
    const withoutIds = (table: string) =>
      rowsOf(delivery, table)
        .map((row) => row.replace(/^[0-9a-f]{32} /, ""))
        .sort();
    expect(withoutIds("persons")).toEqual([
      "1965-07-17 kvinde",
      "1974-01-11 kvinde dansk erhvervsfaglig",
      "1980-03-22 mand dansk grundskole",
      "1990-05-05 kvinde vestlig uoplyst",
      "1995-06-28 mand ikke_vestlig grundskole",
    ]);
    expect(withoutIds("benefits")).toEqual([
      "dagpenge 2018-03-01 2018-09-30 851",
      "kontanthjaelp 2017-01-15 851",
      "kontanthjaelp 2018-10-01 851",
      "sygedagpenge 2018-02-12 0.5 851",
      "uddannelseshjaelp 2018-08-01 2018-10-31 851",
    ]);
    expect(
      delivery.reports.map(({ table, rowsIn, duplicates, joined, loaded }) => [
        table,
        rowsIn,
        duplicates,
        joined,
        loaded,
      ]),
    ).toEqual([
      ["persons", 4, 0, 0, 5],
      ["benefits", 7, 1, 2, 5],
      ["offers", 3, 0, 0, 3],
    ]);
    expect(delivery.reports[0].unread).toEqual(["Navn", "Adresse"]);
  });

  test("a municipality's own extracts, with case numbers of ten digits", async () => {
    const delivery = await example("egne-udtraek");
    expect(saidOf(delivery)).toEqual([]);
    expect(rowsOf(delivery, "benefits")[0]).toBe("0101180001 dagpenge 2018-01-01 2018-06-30 165");
    expect(rowsOf(delivery, "visitation").map((row) => row.split(" ")[1])).toEqual([
      "jobparat",
      "aktivitetsparat",
      "uddannelsesparat",
    ]);
    expect(delivery.keyId).toBeUndefined();
  });
});

describe("Every fault is named with its place", () => {
  test.for([
    [
      "a,dagpengge,2018-01-01,,1",
      "benefits.csv:2:3 benefit: «dagpengge» er ikke en kode for Ydelse. Mente du «dagpenge»?",
    ],
    [
      "a,dagpenge,2018-02-31,,1",
      "benefits.csv:2:12 from: «2018-02-31» er ikke en dato. Skriv en dag, der findes, som 2018-09-30.",
    ],
    ["a,dagpenge,,,1", "benefits.csv:2:12 from: from er tom. Udfyld cellen: kolonnen skal have en værdi."],
    [
      "a,dagpenge,2018-02-02,2018-02-01,1",
      "benefits.csv:2:23 to: to «2018-02-01» er tidligere eller mindre end from «2018-02-02». Ret den ene af dem.",
    ],
    ["a,dagpenge,2018-01-01,,1.5", "benefits.csv:2:24 degree: «1.5» i degree skal være over 0 og højst 1. Ret tallet."],
    [
      "a,dagpenge,2018-01-01,,en",
      "benefits.csv:2:24 degree: «en» er ikke et tal: det skal være cifre med højst ét decimaltegn. Skriv det som 1234,50.",
    ],
    [
      '"=HYPERLINK(""x"")",dagpenge,2018-01-01,,1',
      'benefits.csv:2:1 person_id: «=HYPERLINK("x")» i person_id er en formel. Skriv værdien selv, ikke en formel.',
    ],
    [
      "a\u0000b,dagpenge,2018-01-01,,1",
      "benefits.csv:2:1 person_id: person_id indeholder et usynligt tegn (U+0000). Filen er beskadiget eller læst i forkert tegnsæt; lav udtrækket igen.",
    ],
    [
      "NULL,dagpenge,2018-01-01,,1",
      "benefits.csv:2:1 person_id: «NULL» i person_id er ikke et id, men hvad et regneark har gjort af det. Lav udtrækket igen uden om regnearket. Ukendt skrives som en tom celle.",
    ],
    [
      "a,dagpenge,2018-01-01,1",
      "benefits.csv:2:1: Rækken har 4 celler, men filen 5 kolonner. Ret rækken: et skilletegn mangler, er for meget, eller filen er klippet over.",
    ],
    [
      "a,dagpenge,0218-01-01,,1",
      "benefits.csv:2:12 from: «0218-01-01» i from ligger uden for 1850-01-01 til 2100-12-31. Ret datoen.",
    ],
  ])("%s", async ([row, said]) => {
    const delivery = await readBenefits(`${header}${row}\nb,dagpenge,2018-01-01,,1\n`);
    expect(saidOf(delivery)).toEqual([said]);
    expect(delivery.faultCount).toBe(1);
    expect(rowsOf(delivery, "benefits")).toEqual(["b dagpenge 2018-01-01"]);
  });

  test("a row with several faults names each of them", async () => {
    const delivery = await readBenefits(`${header},x,y,,9\nb,dagpenge,2018-01-01,,1\n`);
    expect(codesOf(delivery)).toEqual(["empty-cell", "unknown-code", "not-a-day", "number-out-of-bounds"]);
    expect(delivery.reports[0].rejected).toBe(1);
  });

  test("dates in another order than the rest may have day and month swapped", async () => {
    const rows = ["13-01-2018", "14-01-2018", "2018-02-01"].map((from) => `a;dagpenge;${from};;1\n`);
    const delivery = await readBenefits(header.replaceAll(",", ";") + rows.join(""));
    expect(codesOf(delivery)).toEqual(["day-in-other-order"]);
  });

  test("1.234 is one thing in a file with decimal points, and two where nothing tells", async () => {
    const offers = (prices: string[]) =>
      read({
        "benefits.csv": `${header}a,dagpenge,2018-01-01,,1\n`,
        "offers.csv": `offer_id;person_id;type;from;price\n${prices.map((price, i) => `${i};a;mentor;2018-01-01;${price}\n`).join("")}`,
      });
    expect(codesOf(await offers(["1.234", "800"]))).toEqual(["ambiguous-number"]);
    expect(codesOf(await offers(["1.234", "0.50"]))).toEqual([]);
    expect(codesOf(await offers(["1.234", "0,50"]))).toEqual(["not-a-number"]);
  });

  test("rows of one id that contradict each other: the later one is rejected, with the line of the earlier", async () => {
    const delivery = await readBenefits(`${header}a,dagpenge,2018-01-01,,1\n`, {
      "persons.csv": "person_id,sex\na,mand\nb,mand\na,kvinde\nb,mand\n",
    });
    expect(saidOf(delivery)).toEqual([
      "persons.csv:4:1: Rækken siger noget andet om person_id end linje 2. Behold den rigtige af de to.",
    ]);
    expect(rowsOf(delivery, "persons")).toEqual(["a mand", "b mand"]);
    expect(delivery.reports.find(({ table }) => table === "persons")).toMatchObject({
      rowsIn: 4,
      rejected: 1,
      duplicates: 1,
      loaded: 2,
    });
  });

  test("a misspelt column is named with the one that was meant", async () => {
    const delivery = await readBenefits("person_id,benefit,from,degre\na,dagpenge,2018-01-01,1\n");
    expect(saidOf(delivery)).toEqual([
      "benefits.csv:1:24: Der er ingen kolonne med navnet «degre». Mente du «degree»?",
    ]);
  });

  test("a column that stands twice is told once, where it stands the second time", async () => {
    const delivery = await readBenefits('"person_id","benefit","from",From\na,dagpenge,2018-01-01,2018-01-01\n');
    expect(saidOf(delivery)).toEqual(["benefits.csv:1:30: Kolonnen «from» står to gange. Fjern den ene."]);
  });

  test("of a delivery without rows, nothing is assumed of its days", async () => {
    const { assumptions, unreadable } = await readBenefits(header);
    expect(assumptions).toEqual([]);
    expect(unreadable.map(({ place }) => place.file)).toEqual(["benefits.csv"]);
  });

  test.for([
    ["a header without rows", header, "table-without-rows"],
    ["a required column left out", "person_id,from\na,2018-01-01\n", "missing-column"],
    ["a column twice", "person_id,benefit,from,from\na,dagpenge,2018-01-01,2018-01-01\n", "column-twice"],
    ["a last row without a line break", `${header}a,dagpenge,2018-01-01,,1`, "last-row-open"],
    [
      "a quotation mark never closed",
      `${header}"a,dagpenge,2018-01-01,,1\nb,dagpenge,2018-01-01,,1\n`,
      "unclosed-quote",
    ],
    ["UTF-16", Buffer.from(`\ufeff${header}`, "utf16le"), "not-text"],
    ["an Excel workbook", Buffer.from("PK\u0003\u0004…"), "not-text"],
    ["nothing at all", "", "empty-file"],
    ["gzip that was cut", gzipSync(header.repeat(2000)).subarray(0, 60), "damaged-file"],
    ["Parquet that was cut", "PAR1…", "damaged-file"],
    [
      "two encodings",
      Buffer.concat([Buffer.from(`${header}æ,dagpenge,2018-01-01,,1\n`), latin("\xe6,dagpenge,2018-01-01,,1\n")]),
      "mixed-encoding",
    ],
  ] as const)("%s", async ([, content, code]) => {
    const delivery = await read({ "benefits.csv": content });
    expect(codesOf(delivery)).toContain(code);
    expect(saidOf(delivery).filter((line) => line.includes("{"))).toEqual([]);
  });
});

describe("What a delivery says of itself", () => {
  const benefits = `${header}a,dagpenge,2018-01-01,2018-03-31,1\n`;
  const packed = (described: object) =>
    readBenefits(benefits, { "datapackage.json": JSON.stringify({ name: "by", ...described }) });

  test("without a word, it is assumed and said", async () => {
    const { extracted, covers, assumptions } = await readBenefits(benefits);
    expect(extracted).toBe(parseDay("2018-03-31"));
    expect(covers.benefits).toEqual({ from: parseDay("2018-01-01"), to: parseDay("2018-04-01") });
    expect(assumptions).toHaveLength(2);
  });

  test("its data package says it", async () => {
    const { name, extracted, covers, assumptions } = await packed({
      extracted: "2018-12-31",
      resources: [{ name: "benefits", path: "benefits.csv", covers: "2014-01-01..2018-12-31" }],
    });
    expect({ name, extracted, covers, assumptions }).toEqual({
      name: "by",
      extracted: parseDay("2018-12-31"),
      covers: { benefits: { from: parseDay("2014-01-01"), to: parseDay("2019-01-01") } },
      assumptions: [],
    });
  });

  test("a file of other bytes than stated is not read", async () => {
    const resource = { name: "benefits", path: "benefits.csv" };
    expect(codesOf(await packed({ resources: [{ ...resource, bytes: 5 }] }))).toContain("wrong-checksum");
    const hash = `sha256:${"0".repeat(64)}`;
    expect(codesOf(await packed({ resources: [{ ...resource, hash }] }))).toContain("wrong-checksum");
  });

  test("a last row without line break is believed when the bytes are as stated", async () => {
    const text = benefits.trimEnd();
    const described = { resources: [{ path: "benefits.csv", bytes: text.length }] };
    const delivery = await readBenefits(text, { "datapackage.json": JSON.stringify(described) });
    expect(codesOf(delivery)).toEqual([]);
  });

  test("without benefits, or with a table in two files, there is nothing to read", async () => {
    await expect(read({ "persons.csv": "person_id\na\n" })).rejects.toThrow("benefits");
    await expect(read({ "benefits.csv": benefits, "benefits.tsv": benefits })).rejects.toThrow("benefits.tsv");
  });

  test("what is worth knowing is noted: two payers, rows after the extraction, codes outside their time", async () => {
    const rows = [
      "a,dagpenge,2018-01-01,2018-01-31,165",
      "a,kontanthjaelp,2018-01-31,2018-02-28,169",
      "b,seniorpension,2018-05-01,,165",
    ];
    const { notes } = await readBenefits(`person_id,benefit,from,to,municipality\n${rows.join("\n")}\n`, {
      "datapackage.json": JSON.stringify({ extracted: "2018-03-31" }),
    });
    expect(notes.map(({ da }) => da)).toEqual([
      "1 personer får ydelse fra to kommuner på samme dag (1 afsluttede dage); dagene tæller i begge.",
      "1 rækker i benefits begynder efter udtrækket 2018-03-31; de læses ikke før da.",
      "1 rækker i benefits bruger seniorpension, mens koden ikke gjaldt.",
    ]);
  });

  test("the order of rows and files changes nothing", async () => {
    const rows = [
      "a,dagpenge,2018-01-01,,1",
      "b,sygedagpenge,2017-01-01,2017-05-01,0.5",
      "a,dagpenge,2016-01-01,2016-02-01,1",
    ];
    const [one, other] = await Promise.all(
      [rows, rows.toReversed()].map((order) => readBenefits(`${header}${order.join("\n")}\n`)),
    );
    expect(other.tables).toEqual(one.tables);
    expect(other.words).toEqual(one.words);
  });
});
