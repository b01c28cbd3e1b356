import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { addToMonth, type Month, monthOf } from "#core/calendar/month.ts";
import { readyMeasure } from "#core/indicators/formula.ts";
import { countStocks } from "#core/register/counting/stocks.ts";
import { type CountTable, cellsOf, startTable } from "#core/register/counting/table.ts";
import { personsAt, sumAt } from "#core/register/counting/tally.ts";
import { countTogether } from "#core/register/counting/together.ts";
import { seriesOf, type Windows, windowsOf } from "#core/register/counting/windows.ts";
import type { AsOf } from "#core/register/reading/as-of.ts";
import type { Law } from "#core/register/reading/law.ts";
import { countStocksTogether } from "#store/stocks/count.ts";
import { clocked, spread } from "./clock.ts";
import { BEGIN, makeSpells, type Size } from "./stock-spells.ts";

const municipal: Size = { persons: 400_000, spellsEach: 10, municipalities: 98, benefits: 12, years: 10 };
const RUNS = 5;
const by = ["benefit", "municipality"];
const AFTER = [91, 182] as const;

/** A count of a cell and month: two figures by a key of benefit, municipality and month, from 0. */
type Answer = Map<string, readonly [number, number]>;

/**
 * Monthly full-time and different persons by municipality and benefit over 4 million spells, and who is off all benefits
 * 91 and 182 days after each began: the engine against DuckDB and R data.table, everything in memory, results compared
 * before the times are told.
 */
export async function benchStocks(): Promise<void> {
  const from = performance.now();
  const read = makeSpells(municipal);
  const made = (performance.now() - from) / 1000;
  const windows = monthsFrom(municipal.years);
  console.log(`Stocks and exits of ${municipal.persons * municipal.spellsEach} spells, made in ${made.toFixed(1)} s`);
  const law = lawOf(read);
  // The engine is timed before answers are laid out for comparing: so many small objects would be in its way alone.
  const one = repeat(() => countStocks(read, law, windows, by));
  const two = await repeatAsync(() => countStocksTogether(read, windows.periods, by, 2));
  const exits = repeat(() => countExits(read, law, windows));
  const stocks = stockAnswer(countStocks(read, law, windows, by), windows);
  const off = exitAnswer(countExits(read, law, windows), windows);
  const folder = mkdtempSync(join(tmpdir(), "pejl-bench-"));
  try {
    const loaded = performance.now();
    const database = await loadDuckDb(read, windows, folder);
    console.log(`  loaded into DuckDB in ${((performance.now() - loaded) / 1000).toFixed(1)} s`);
    const duck = await askDuckDb(database);
    compare("DuckDB", stocks, duck.stocks);
    compare("DuckDB", off, duck.off);
    console.log(`  equal in ${stocks.size} stocks and ${off.size} exits`);
    console.log(`  stocks    engine ${spread(one)} s, on two threads ${spread(two)} s (threads started and ended)`);
    console.log(`            DuckDB ${spread(duck.stockTimes)} s: ${times(duck.stockTimes, one)}`);
    console.log(`  off after 91 and 182 days`);
    console.log(`            engine ${spread(exits)} s`);
    console.log(`            DuckDB ${spread(duck.offTimes)} s: ${times(duck.offTimes, exits)}`);
    const r = await askR(database, folder);
    if (r === undefined) {
      console.log("  R with data.table is not installed: no second peer");
      return;
    }
    compare("data.table", stocks, r.stocks);
    compare("data.table", off, r.off);
    console.log(`  ${r.version}, equal too`);
    console.log(`            stocks ${r.stockSeconds.toFixed(3)} s: ${times([r.stockSeconds], one)}`);
    console.log(`            off ${r.offSeconds.toFixed(3)} s: ${times([r.offSeconds], exits)}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** All of Denmark over time: 60 million spells, every monthly stock, on two threads. */
export async function benchDenmark(): Promise<void> {
  const size: Size = { persons: 3_000_000, spellsEach: 20, municipalities: 98, benefits: 19, years: 20 };
  const begun = performance.now();
  const read = makeSpells(size);
  const made = (performance.now() - begun) / 1000;
  const windows = monthsFrom(size.years);
  const from = performance.now();
  const counts = await countStocksTogether(read, windows.periods, by, 2);
  const seconds = (performance.now() - from) / 1000;
  const days = counts.days.reduce((sum, one) => sum + one, 0);
  const memory = process.resourceUsage().maxRSS / 1e6;
  console.log(`All of Denmark: ${size.persons * size.spellsEach} spells, made in ${made.toFixed(1)} s`);
  console.log(`  ${counts.cells.length} cells × ${windows.periods.length} months, ${days} days times degree`);
  console.log(`  ${seconds.toFixed(1)} s on two threads, at most ${memory.toFixed(1)} GB`);
  if (days !== daysIn(read)) throw new Error("days are lost");
}

function daysIn({ register }: AsOf): number {
  const benefits = register.tables.benefits;
  if (benefits === undefined) return 0;
  const { from, to, degree } = benefits.columns;
  let sum = 0;
  for (let i = 0; i < benefits.count; i++) sum += degree[i] * (to[i] - from[i]);
  return sum;
}

function monthsFrom(years: number): Windows {
  const first: Month = monthOf(BEGIN);
  return windowsOf(seriesOf(first, addToMonth(first, 12 * years - 1), "month")[0]);
}

/** Every made-up benefit is public support. */
function lawOf({ register }: AsOf): Law {
  const codes = register.dictionaries.benefit.words.slice(1);
  return { benefitGroups: new Map(codes.map((code) => [code, "support"])), pensionAges: [], contacts: [] };
}

function stockAnswer(table: CountTable, windows: Windows): Answer {
  return answerOf(table, windows, (cell, w) => [sumAt(table.tally, cell, w), personsAt(table.tally, cell, w)]);
}

function answerOf(
  table: CountTable,
  { periods }: Windows,
  figures: (cell: number, w: number) => readonly [number, number],
): Answer {
  const answer: Answer = new Map();
  for (const { cell, words } of cellsOf(table).values())
    for (const w of periods.keys()) {
      const found = figures(cell, w);
      if (found[1] > 0) answer.set(`${words.benefit} ${words.municipality} ${w}`, found);
    }
  return answer;
}

const notOnSupport = "udvandret+fleksjob+tilbagetraekning+uddannelse+arbejde+folkepension+selvforsoerget";

/** By the month in which so many days have passed since a spell began: how many are then off all benefits, and how many began. */
function countExits(read: AsOf, law: Law, windows: Windows) {
  const counted = AFTER.flatMap((after) =>
    ["false", "true"].map((everyone) => {
      const formula = { measure: "cohort", table: "benefits", days: String(after), everyone, status: notOnSupport };
      const { data } = readyMeasure(formula, {});
      if (data === undefined) throw new Error("no such measure");
      return { after, measure: data, table: startTable(windows.periods.length, "benefits") };
    }),
  );
  const crossing = { where: {}, by, persons: false };
  const counts = counted.map((one) => ({ ...one, asked: new Map(), windows, crossing }));
  countTogether(read, law, counts);
  return counted;
}

function exitAnswer(counted: ReturnType<typeof countExits>, windows: Windows): Answer {
  const answer: Answer = new Map();
  for (const [k, { after, table }] of counted.entries()) {
    if (k % 2 === 1) continue;
    const off = new Map(answerOf(table, windows, (cell, w) => [sumAt(table.tally, cell, w), 1]));
    const all = counted[k + 1].table;
    const begun = (cell: number, w: number) => sumAt(all.tally, cell, w);
    for (const [key, [count]] of answerOf(all, windows, (cell, w) => [begun(cell, w), begun(cell, w)]))
      answer.set(`${after} ${key}`, [off.get(key)?.[0] ?? 0, count]);
  }
  return answer;
}

/** Loads the spells, and the first days of the months, into memory tables of DuckDB; the spells also into a file. */
async function loadDuckDb(read: AsOf, windows: Windows, folder: string): Promise<DuckDBConnection> {
  const { benefits } = read.register.tables;
  if (benefits === undefined) throw new Error("no spells");
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    threads: "2",
  });
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE spells (person INTEGER, benefit UTINYINT, municipality UTINYINT, "from" INTEGER,
    "to" INTEGER, degree DOUBLE)`);
  const { person_id, benefit, municipality, from, to, degree } = benefits.columns;
  const appender = await connection.createAppender("spells");
  for (let i = 0; i < benefits.count; i++) {
    appender.appendInteger(person_id[i]);
    appender.appendUTinyInt(benefit[i]);
    appender.appendUTinyInt(municipality[i]);
    appender.appendInteger(from[i]);
    appender.appendInteger(to[i]);
    appender.appendDouble(degree[i]);
    appender.endRow();
  }
  appender.closeSync();
  const bounds = Array.from(windows.bounds, (bound, w) => `(${w}, ${bound})`).join(", ");
  await connection.run(`CREATE TABLE bounds AS SELECT * FROM (VALUES ${bounds}) t(month, bound)`);
  // The month of each day, so that no form has to search for it.
  await connection.run(`CREATE TABLE month_of AS SELECT d AS day, b.month FROM range(${windows.bounds[0]},
    ${windows.bounds.at(-1)}) r(d) ASOF JOIN bounds b ON r.d >= b.bound`);
  await connection.run(`COPY spells TO '${join(folder, "spells.csv")}' (HEADER)`);
  await connection.run(`COPY (SELECT bound FROM bounds ORDER BY month) TO '${join(folder, "bounds.csv")}' (HEADER)`);
  return connection;
}

/** Every month that a spell touches as a row of its own: the form that was fastest of those tried. */
const stockQuery = `WITH months AS (
    SELECT person, benefit, municipality, "from", "to", degree,
      unnest(range(
        (year(DATE '1970-01-01' + "from") - 2010) * 12 + month(DATE '1970-01-01' + "from") - 1,
        (year(DATE '1970-01-01' + "to" - 1) - 2010) * 12 + month(DATE '1970-01-01' + "to" - 1))) AS m
    FROM spells)
  SELECT benefit, municipality, m, sum(degree * (least("to", e.bound) - greatest("from", b.bound))) AS days,
    count(DISTINCT person) AS persons
  FROM months JOIN bounds b ON b.month = m JOIN bounds e ON e.month = m + 1
  GROUP BY ALL`;

function offQuery(after: number): string {
  return `SELECT s.benefit, s.municipality, mo.month, count(*) FILTER (t.person IS NULL OR t."to" <= s."from" + ${after}) AS off,
      count(*) AS begun
    FROM (SELECT *, "from" + ${after} AS looked FROM spells) s
    ASOF LEFT JOIN spells t ON t.person = s.person AND s.looked >= t."from"
    JOIN month_of mo ON mo.day = s.looked
    GROUP BY ALL`;
}

async function askDuckDb(connection: DuckDBConnection) {
  const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRows().map((row) => row.map(Number));
  const stocks: Answer = new Map();
  for (const [benefit, municipality, month, days, persons] of await ask(stockQuery))
    stocks.set(keyOf(benefit, municipality, month), [days, persons]);
  const off: Answer = new Map();
  for (const after of AFTER)
    for (const [benefit, municipality, month, gone, begun] of await ask(offQuery(after)))
      off.set(`${after} ${keyOf(benefit, municipality, month)}`, [gone, begun]);
  const stockTimes = await repeatAsync(() => connection.run(stockQuery));
  const offTimes = await repeatAsync(async () => {
    for (const after of AFTER) await connection.run(offQuery(after));
  });
  return { stocks, off, stockTimes, offTimes };
}

/** Asks R in a process of its own; undefined where R or data.table is not installed. */
async function askR(connection: DuckDBConnection, folder: string) {
  const script = fileURLToPath(new URL("stocks.R", import.meta.url));
  const paths = ["spells.csv", "bounds.csv", "stocks.csv", "off.csv"].map((name) => join(folder, name));
  const run = spawnSync("Rscript", [script, ...paths], { encoding: "utf8" });
  if (run.status !== 0) return undefined;
  const [stockSeconds, offSeconds, ...version] = run.stdout.trim().split(" ");
  const rowsOf = async (path: string) =>
    (await connection.runAndReadAll(`SELECT * FROM read_csv('${path}')`)).getRows().map((row) => row.map(Number));
  const stocks: Answer = new Map();
  for (const [municipality, benefit, month, days, persons] of await rowsOf(paths[2]))
    stocks.set(keyOf(benefit, municipality, month - 1), [days, persons]);
  const off: Answer = new Map();
  for (const [municipality, benefit, month, gone, begun, after] of await rowsOf(paths[3]))
    off.set(`${after} ${keyOf(benefit, municipality, month - 1)}`, [gone, begun]);
  return {
    stocks,
    off,
    stockSeconds: Number(stockSeconds),
    offSeconds: Number(offSeconds),
    version: version.join(" "),
  };
}

/** The key of a cell and month, by the numbers of the codes. */
function keyOf(benefit: number, municipality: number, month: number): string {
  return `ydelse_${benefit} ${100 + municipality} ${month}`;
}

/** @throws Error where two answers differ: then their times mean nothing */
function compare(peer: string, ours: Answer, theirs: Answer): void {
  if (ours.size !== theirs.size) throw new Error(`${peer} has ${theirs.size} cells, the engine ${ours.size}`);
  for (const [key, [a, b]] of ours) {
    const [c, d] = theirs.get(key) ?? [Number.NaN, Number.NaN];
    if (!(Math.abs(a - c) <= 1e-9 * Math.max(1, Math.abs(a)) && b === d))
      throw new Error(`${peer} differs at ${key}: ${a} ${b} against ${c} ${d}`);
  }
}

function repeat(work: () => unknown): number[] {
  return Array.from({ length: RUNS }, () => clocked(work));
}

async function repeatAsync(work: () => Promise<unknown>): Promise<number[]> {
  const seconds: number[] = [];
  for (let k = 0; k < RUNS; k++) {
    const from = performance.now();
    await work();
    seconds.push((performance.now() - from) / 1000);
  }
  return seconds;
}

function times(theirs: readonly number[], ours: readonly number[]): string {
  const median = (all: readonly number[]) => all.toSorted((a, b) => a - b)[all.length >> 1];
  return `${(median(theirs) / median(ours)).toFixed(1)} times the engine on one thread`;
}
