import { createReadStream, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Pool } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { importRegister } from "#actions/import-register.ts";
import { openData } from "#actions/open-data.ts";
import { addDays, formatDay, parseDay } from "#core/calendar/day.ts";
import { randomFrom } from "#core/stats/random.ts";
import { areasOfKind } from "#core/vocabulary/area.ts";
import { findBinaries } from "#store/embedded/binaries.ts";
import { openEmbedded } from "#store/embedded/open.ts";
import { testFolder } from "../contract/databases.ts";
import { spread } from "./clock.ts";

const ROWS = 500_000;
const RUNS = 3;
const BEGIN = parseDay("2010-01-01");
const EXTRACTED = parseDay("2026-12-31");

/** What came of a delivery: rows in, and their days times degree. */
type Loaded = { readonly rows: number; readonly days: number; readonly seconds: number };

/**
 * Half a million rows of benefits, every hundredth of them wrong, through the whole import: read, checked, the bad rows
 * told apart, the guard asked, a snapshot written. Against it PostgreSQL, which is given the good rows alone: COPY into
 * columns of text, the same checks as SQL, and a typed table; without a rejected row, a report or a snapshot.
 */
export async function benchImport(): Promise<void> {
  const { folder, remove } = testFolder();
  try {
    const { vocabulary } = openData();
    const municipalities = areasOfKind(vocabulary.areas, "municipality").map(({ id }) => id);
    const good = makeRows(municipalities);
    mkdirSync(join(folder, "files"));
    writeFileSync(join(folder, "files", "benefits.csv"), withBadRows(good));
    writeFileSync(join(folder, "good.csv"), `${HEADER}\n${good.join("\n")}\n`);

    const ours: Loaded[] = [];
    for (let k = 0; k < RUNS; k++) ours.push(await importOnce(folder, k));
    const { pool, leave } = await openEmbedded(join(folder, "database"), findBinaries());
    const theirs: Loaded[] = [];
    for (let k = 0; k < RUNS; k++) theirs.push(await copyOnce(pool, join(folder, "good.csv"), municipalities));
    await leave();

    const [a, b] = [ours[0], theirs[0]];
    if (a.rows !== b.rows || Math.abs(a.days - b.days) > 1e-6 * b.days)
      throw new Error(`the import has ${a.rows} rows and ${a.days} days, PostgreSQL ${b.rows} and ${b.days}`);
    const [mine, peer] = [ours, theirs].map((all) => all.map(({ seconds }) => seconds));
    console.log(`Import of ${ROWS} rows, ${ROWS / 100} of them bad; equal in ${a.rows} rows and their days`);
    console.log(`  pejl       ${spread(mine)} s, rejected rows and snapshot written`);
    console.log(`  PostgreSQL ${spread(peer)} s, the good rows alone: COPY, checks, typed table`);
    console.log(`  PostgreSQL takes ${(median(peer) / median(mine)).toFixed(2)} times as long`);
  } finally {
    remove();
  }
}

const HEADER = "person_id,benefit,from,to,degree,municipality";
const codes = ["dagpenge", "kontanthjaelp", "sygedagpenge", "uddannelseshjaelp", "ressourceforloeb", "foertidspension"];

/** Ten spells of each person, one after another. */
function makeRows(municipalities: readonly string[]): string[] {
  const random = randomFrom(1);
  const below = (n: number) => Math.floor(random() * n);
  return Array.from({ length: ROWS - ROWS / 100 }, (_, i) => {
    const from = addDays(BEGIN, (i % 10) * 400 + below(90));
    const to = formatDay(addDays(from, below(300)));
    const person = `p${String(Math.floor(i / 10)).padStart(6, "0")}`;
    const degree = below(5) === 0 ? "0.5" : "";
    return `${person},${codes[below(codes.length)]},${formatDay(from)},${to},${degree},${municipalities[below(municipalities.length)]}`;
  });
}

const badRows = [
  "p000001,dagpnege,2018-01-01,2018-02-01,,165",
  "p000001,dagpenge,2018-02-31,2018-03-01,,165",
  "p000001,dagpenge,2018-05-01,2018-03-01,,165",
  "p000001,dagpenge,2018-01-01,2018-03-01,1.5,165",
  ",dagpenge,2018-01-01,2018-03-01,,165",
  "p000001,dagpenge,2018-01-01,2018-03-01,,999",
];

function withBadRows(good: readonly string[]): string {
  const lines = good.flatMap((line, i) => (i % 99 === 0 ? [line, badRows[(i / 99) % badRows.length]] : [line]));
  return `${HEADER}\n${lines.join("\n")}\n`;
}

/** Into a store of its own, so that there is something to write each time. */
async function importOnce(folder: string, run: number): Promise<Loaded> {
  const { folders, vocabulary } = openData();
  const setting = {
    folders: { ...folders, var: join(folder, `var-${run}`) },
    vocabulary,
    now: "2026-12-31T12:00:00Z",
    by: "bench",
  };
  const covers = { from: BEGIN, to: addDays(EXTRACTED, 1) };
  const request = { folder: join(folder, "files"), name: "bench", extracted: EXTRACTED, covers };
  const from = performance.now();
  const { outcome, delivery } = await importRegister({ ...request, accept: true, acceptPartial: true }, setting);
  const seconds = (performance.now() - from) / 1000;
  const { benefits } = delivery.tables;
  if (outcome !== "imported" || benefits === undefined) throw new Error(`the import is ${outcome}`);
  const { from: first, to, degree } = benefits.columns;
  let days = 0;
  for (let i = 0; i < benefits.count; i++) days += degree[i] * (to[i] - first[i]);
  return { rows: benefits.count, days, seconds };
}

/** COPY into text, then everything that the import checks of a row of benefits. */
async function copyOnce(pool: Pool, file: string, municipalities: readonly string[]): Promise<Loaded> {
  const client = await pool.connect();
  const from = performance.now();
  await client.query(
    `CREATE TEMP TABLE written (person_id text, benefit text, "from" text, "to" text, degree text, municipality text)`,
  );
  await pipeline(createReadStream(file), client.query(copyFrom(`COPY written FROM STDIN (FORMAT csv, HEADER)`)));
  const { rows: faults } = await client.query<{ count: number }>(faultQuery, [codes, municipalities]);
  await client.query(`CREATE TEMP TABLE loaded AS SELECT person_id, benefit, "from"::date AS first, "to"::date + 1 AS after,
    coalesce(degree::float8, 1) AS degree, municipality FROM written ORDER BY person_id, "from"`);
  const { rows: overlaps } = await client.query<{ count: number }>(overlapQuery);
  const seconds = (performance.now() - from) / 1000;
  const { rows } = await client.query<{ rows: number; days: number }>(
    `SELECT count(*) AS rows, sum(degree * (after - first)) AS days FROM loaded`,
  );
  client.release(true);
  if (Number(faults[0].count) + Number(overlaps[0].count) > 0)
    throw new Error(`PostgreSQL finds ${faults[0].count} faults and ${overlaps[0].count} overlaps in the good rows`);
  return { rows: Number(rows[0].rows), days: rows[0].days, seconds };
}

const faultQuery = `SELECT count(*) FROM written WHERE NOT coalesce(
  person_id <> '' AND benefit = ANY($1) AND municipality = ANY($2)
  AND "from" ~ '^\\d{4}-\\d{2}-\\d{2}$' AND pg_input_is_valid("from", 'date')
  AND ("to" IS NULL OR ("to" ~ '^\\d{4}-\\d{2}-\\d{2}$' AND pg_input_is_valid("to", 'date') AND "from" <= "to"))
  AND (degree IS NULL OR (pg_input_is_valid(degree, 'float8') AND degree::float8 > 0 AND degree::float8 <= 1)), false)`;

/** Rows of a person, benefit and municipality that share days would have to be united. */
const overlapQuery = `SELECT count(*) FROM (SELECT first, lag(after) OVER (PARTITION BY person_id, benefit, municipality
  ORDER BY first) AS before FROM loaded) spells WHERE first < before`;

function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[all.length >> 1];
}
