import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { importRegister } from "#actions/import-register.ts";
import { listRegisters } from "#actions/list-registers.ts";
import { withdrawRegister } from "#actions/withdraw-register.ts";
import { addDays, type Day, formatDay, parseDay } from "#core/calendar/day.ts";
import { type Delivery, deliveryOn, inventFacts, type Row, writeDelivery } from "./deliveries.ts";
import { freshHome } from "./home.ts";

const facts = inventFacts(1, 300);
const [LAST_MONTH, THIS_MONTH] = [parseDay("2018-12-31"), parseDay("2019-01-31")];
const ordinary = deliveryOn(facts, THIS_MONTH);

/** Another delivery whose rows of one table were changed. */
function withRows(table: string, change: (rows: readonly Row[]) => readonly Row[], from = ordinary): Delivery {
  return { ...from, tables: { ...from.tables, [table]: change(from.tables[table]) } };
}

/** Another delivery with one column of a table written otherwise. */
function withCells(table: string, column: number, write: (cell: string, row: Row) => string): Delivery {
  return withRows(table, (rows) => rows.map((row) => row.with(column, write(row[column], row))));
}

function withoutTable(table: string): Delivery {
  const { [table]: _, ...tables } = ordinary.tables;
  return { ...ordinary, tables };
}

const [PERSON, BENEFIT, FROM, TO, DEGREE, PAYER] = [0, 1, 2, 3, 4, 5];
const swap = (words: Readonly<Record<string, string>>) => (cell: string) => words[cell] ?? cell;
const later = (days: number) => (cell: string) => (cell === "" ? "" : formatDay(addDays(parseDay(cell), days)));
const dayAndMonth = (cell: string) => {
  const [year, month, day] = cell.split("-");
  return Number(day) > 12 || cell === "" ? cell : `${year}-${day}-${month}`;
};
const benefitsFile = (home: string) => join(home, "benefits.csv");
const lines = (file: string) => readFileSync(file, "utf8").split("\r\n");

/** What was done to an ordinary delivery, and the rule or the fault that must be the reason it stops. */
const sabotages: Readonly<Record<string, { delivery?: Delivery; spoil?: (folder: string) => void; why: string }>> = {
  "half the rows": { delivery: withRows("benefits", (rows) => rows.slice(rows.length / 2)), why: "days-vanished" },
  "every other row": { delivery: withRows("benefits", (rows) => rows.filter((_, i) => i % 2)), why: "days-vanished" },
  "last year's file": { delivery: deliveryOn(facts, parseDay("2018-01-31")), why: "extracted-earlier" },
  "last year's file with this month's date": {
    delivery: { ...deliveryOn(facts, parseDay("2018-01-31")), extracted: THIS_MONTH },
    why: "newest-rows-missing",
  },
  "another municipality's file": { delivery: deliveryOn(inventFacts(2, 300), THIS_MONTH), why: "persons-vanished" },
  "another municipality's code": { delivery: withCells("benefits", PAYER, () => "169"), why: "payers-changed" },
  "from and to swapped": {
    delivery: withRows("benefits", (rows) => rows.map((row) => row.with(FROM, row[TO]).with(TO, row[FROM]))),
    why: "empty-cell",
  },
  "the sexes swapped": {
    delivery: withCells("persons", 2, swap({ mand: "kvinde", kvinde: "mand" })),
    why: "cells-changed",
  },
  "sex and origin swapped": {
    delivery: withRows("persons", (rows) => rows.map((row) => row.with(2, row[3]).with(3, row[2]))),
    why: "unknown-code",
  },
  "two benefits swapped": {
    delivery: withCells("benefits", BENEFIT, swap({ dagpenge: "kontanthjaelp", kontanthjaelp: "dagpenge" })),
    why: "days-vanished",
  },
  "degrees in per cent": {
    delivery: withCells("benefits", DEGREE, (cell) => String(100 * Number(cell))),
    why: "number-out-of-bounds",
  },
  "all degrees one": { delivery: withCells("benefits", DEGREE, () => "1"), why: "degrees-changed" },
  "the ids of persons one row further down": {
    delivery: withRows("benefits", (rows) =>
      rows.map((row, i) => row.with(PERSON, rows[(i + 7) % rows.length][PERSON])),
    ),
    why: "days-vanished",
  },
  "new ids of persons": { delivery: withCells("benefits", PERSON, (cell) => `N${cell}`), why: "persons-vanished" },
  "all days a year earlier": {
    delivery: withRows("benefits", (rows) =>
      rows.map((row) => row.with(FROM, later(-365)(row[FROM])).with(TO, later(-365)(row[TO]))),
    ),
    why: "days-vanished",
  },
  "day and month swapped where they can be": {
    delivery: withRows("benefits", (rows) =>
      rows
        .map((row) => row.with(FROM, dayAndMonth(row[FROM])).with(TO, dayAndMonth(row[TO])))
        .filter((row) => row[TO] === "" || row[TO] >= row[FROM]),
    ),
    why: "days-vanished",
  },
  "one benefit left out": {
    delivery: withRows("benefits", (rows) => rows.filter((row) => row[BENEFIT] !== "sygedagpenge")),
    why: "stock-changed",
  },
  "one table left out": { delivery: withoutTable("employment"), why: "table-missing" },
  "no row ended": { delivery: withCells("benefits", TO, () => ""), why: "days-appeared" },
  "the file twice, the second time under other ids": {
    delivery: withRows("benefits", (rows) => [...rows, ...rows.map((row) => row.with(PERSON, `X${row[PERSON]}`))]),
    why: "persons-appeared",
  },
  "the file twice": { delivery: withRows("benefits", (rows) => [...rows, ...rows]), why: "rows-repeated" },
  "the newest three months left out": {
    delivery: withRows("benefits", (rows) => rows.filter((row) => row[FROM] < "2018-11-01")),
    why: "newest-rows-missing",
  },
  "birthdays ten years later": { delivery: withCells("persons", 1, later(3650)), why: "cells-changed" },
  "hours in minutes": {
    delivery: withCells("employment", 3, (cell) => String(60 * Number(cell))),
    why: "number-out-of-bounds",
  },
  "prices in øre": { delivery: withCells("offers", 8, (cell) => `${cell}00`), why: "cells-changed" },
  "other types of offers": {
    delivery: withCells("offers", 2, swap({ mentor: "loentilskud", loentilskud: "mentor" })),
    why: "cells-changed",
  },
  "offers of a third of the persons": {
    delivery: withRows("offers", (rows) => rows.filter((row) => row[1].charCodeAt(row[1].length - 1) % 3 === 0)),
    why: "rows-vanished",
  },
  "an extract of the same day that says something else": {
    delivery: { ...ordinary, extracted: LAST_MONTH },
    why: "extracted-same-day",
  },
  "only the last year": {
    delivery: withRows("benefits", (rows) => rows.filter((row) => row[FROM] >= "2018-02-01")),
    why: "days-vanished",
  },
  "a simulated register under the name of a real one": {
    spoil: (folder) => {
      const described = JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8"));
      writeFileSync(join(folder, "datapackage.json"), JSON.stringify({ ...described, simulated: true }));
    },
    why: "other-kind",
  },
  "a name nobody has": { delivery: { ...ordinary, name: "eksempelbye" }, why: "new-name" },
  "a file cut in the middle of a row": {
    spoil: (folder) => writeFileSync(benefitsFile(folder), readFileSync(benefitsFile(folder)).subarray(0, 20_007)),
    why: "wrong-checksum",
  },
  "a file cut after a row": {
    spoil: (folder) =>
      writeFileSync(benefitsFile(folder), `${lines(benefitsFile(folder)).slice(0, 500).join("\r\n")}\r\n`),
    why: "wrong-checksum",
  },
  "a file of nothing but its header": {
    spoil: (folder) => {
      rmSync(join(folder, "datapackage.json"));
      writeFileSync(benefitsFile(folder), `${lines(benefitsFile(folder))[0]}\r\n`);
    },
    why: "table-without-rows",
  },
  "a file in UTF-16": {
    spoil: (folder) => {
      rmSync(join(folder, "datapackage.json"));
      writeFileSync(benefitsFile(folder), Buffer.from(`\ufeff${lines(benefitsFile(folder)).join("\r\n")}`, "utf16le"));
    },
    why: "not-text",
  },
};

const setting = freshHome();
const folderOf = (name: string) => join(setting.folders.var, "deliveries", name);
const at = (day: Day) => ({ ...setting, now: `${formatDay(day)}T08:00:00Z` });
const first = await importRegister(
  { folder: writeDelivery(folderOf("first"), deliveryOn(facts, LAST_MONTH)) },
  at(LAST_MONTH),
);

test("the first delivery is let in", () => expect(first.outcome).toBe("imported"));

test.for(Object.entries(sabotages))(
  "%s: stops with a reason, and nothing is loaded",
  async ([, { delivery, spoil, why }]) => {
    const folder = writeDelivery(folderOf("sabotaged"), delivery ?? ordinary);
    spoil?.(folder);
    const { outcome, findings, delivery: read } = await importRegister({ folder }, at(THIS_MONTH));
    expect(outcome).not.toBe("imported");
    const reasons = [
      ...findings.map(({ rule }) => rule),
      ...[...read.unreadable, ...read.faults].map(({ code }) => code),
    ];
    expect(reasons).toContain(why);
    expect(listRegisters(setting).map(({ id }) => id)).toEqual([first.id]);
  },
);

test("there are at least twenty of them", () => expect(Object.keys(sabotages).length).toBeGreaterThanOrEqual(20));

test("what a human accepts is let in, remembered, and can be withdrawn again", async () => {
  const folder = writeDelivery(
    folderOf("accepted"),
    withCells("benefits", DEGREE, () => "1"),
  );
  const { outcome, id } = await importRegister({ folder, accept: true }, at(THIS_MONTH));
  expect(outcome).toBe("imported");
  expect(listRegisters(setting).map((line) => line.id)).toEqual([first.id, id]);
  await withdrawRegister(id, { reason: "forkerte grader" }, setting);
  const next = await importRegister({ folder: writeDelivery(folderOf("next"), ordinary) }, at(THIS_MONTH));
  expect(next).toMatchObject({ outcome: "imported", findings: [] });
});
