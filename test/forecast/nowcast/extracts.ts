import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { addDays, type Day, formatDay, parseDay } from "#core/calendar/day.ts";
import { exponential } from "#core/stats/draw.ts";
import { randomFrom } from "#core/stats/random.ts";

/*
 * A simulated register as a case system would hand it over month after month: a spell is in an extract when somebody has
 * registered it by then, and it is open until its end is registered. All is registered in the end.
 */

const tables = ["persons", "residence", "benefits"] as const;

/** Mean days from the first day of a spell until it is registered; sickness is told last. */
const DAYS_LATE: Readonly<Record<string, number>> = { sygedagpenge: 35, dagpenge: 12 };
const OTHERWISE = 22;
/** An end is told sooner. */
const END_DAYS_LATE = 6;
/** Nothing is registered later than this. */
const LATEST = 150;

/** A spell or a row of another table, and the days from which its beginning and its end are known. */
type Known = {
  readonly table: (typeof tables)[number];
  readonly cells: readonly string[];
  readonly known: Day;
  readonly endKnown: Day | undefined;
};

/** All that is ever registered, and when; the same seed gives the same days. */
export type Registering = {
  readonly heads: Readonly<Record<string, readonly string[]>>;
  readonly rows: readonly Known[];
};

/** Reads a simulated register's folder and draws how late each of its spells is registered. */
export function registering(folder: string, seed: number): Registering {
  const random = randomFrom(seed);
  const late = (mean: number) => Math.min(LATEST, Math.floor(mean * exponential(random)));
  const heads: Record<string, readonly string[]> = {};
  const rows = tables.flatMap((table) => {
    const [head, ...lines] = readFileSync(join(folder, `${table}.csv`), "utf8")
      .trim()
      .split("\n");
    const names = head.split(",");
    heads[table] = names;
    return lines.map((line): Known => {
      const cells = line.split(",");
      const at = (name: string) => cells[names.indexOf(name)] ?? "";
      const [from, to] = [at("from"), at("to")];
      if (table !== "benefits") return { table, cells, known: parseDay(from || "1900-01-01"), endKnown: dayIn(to) };
      const known = addDays(parseDay(from), late(DAYS_LATE[at("benefit")] ?? OTHERWISE));
      const ended = dayIn(to);
      return { table, cells, known, endKnown: ended && addDays(ended, late(END_DAYS_LATE)) };
    });
  });
  return { heads, rows };
}

function dayIn(cell: string): Day | undefined {
  return cell === "" ? undefined : parseDay(cell);
}

/** Writes what was registered by a day as a folder of register files, in place of what stands there. */
export function writeExtract(folder: string, { heads, rows }: Registering, extracted: Day, from: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const resources = tables.map((table) => {
    const known = rows.filter((row) => row.table === table && row.known <= extracted);
    const lines = known.map(({ cells, endKnown }) => {
      const isOpen = endKnown === undefined || endKnown > extracted;
      return cells.map((cell, i) => (isOpen && ["to", "end"].includes(heads[table][i]) ? "" : cell)).join(",");
    });
    const text = [heads[table].join(","), ...lines].map((line) => `${line}\n`).join("");
    writeFileSync(join(folder, `${table}.csv`), text);
    const hash = `sha256:${createHash("sha256").update(text).digest("hex")}`;
    return { name: table, path: `${table}.csv`, bytes: Buffer.byteLength(text), hash };
  });
  const about = { extracted: formatDay(extracted), covers: `${from}..${formatDay(extracted)}` };
  const described = { name: "sent-registreret", simulated: true, ...about, resources };
  writeFileSync(join(folder, "datapackage.json"), JSON.stringify(described));
  return folder;
}
