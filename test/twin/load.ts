import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { addDays, formatDay } from "#core/calendar/day.ts";
import type { Period } from "#core/calendar/period.ts";
import { type Column, columnsOf, isTableName, tables } from "#core/register/schema.ts";
import type { NastyRegister } from "./nasty.ts";

/** DuckDB would look for extensions on the net. */
const offline = { autoinstall_known_extensions: "false", autoload_known_extensions: "false", threads: "2" };

/** A register, and the periods it is asked for. */
type Asked = { readonly register: NastyRegister; readonly periods: readonly Period[] };

/** Opens a database of registers, each row with the number of its register, read as of their days and laid out by day. */
export async function openTwin(asked: readonly Asked[]): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(":memory:", offline);
  const connection = await instance.connect();
  await connection.run("CREATE SCHEMA raw");
  const folder = mkdtempSync(join(tmpdir(), "pejl-twin-"));
  try {
    await loadCsv(connection, folder, "registers", ["register", "extracted", "as_of"], registerRows(asked), {
      register: "INTEGER",
      extracted: "DATE",
      as_of: "DATE",
    });
    await loadCsv(connection, folder, "covers", ["register", "name", "first", "last"], coverRows(asked), {
      register: "INTEGER",
      name: "VARCHAR",
      first: "DATE",
      last: "DATE",
    });
    await loadCsv(connection, folder, "all_windows", ["register", "period", "first", "last"], windowRows(asked), {
      register: "INTEGER",
      period: "VARCHAR",
      first: "DATE",
      last: "DATE",
    });
    for (const table of Object.keys(tables)) if (isTableName(table)) await loadTable(connection, folder, table, asked);
  } finally {
    rmSync(folder, { recursive: true });
  }
  for (const file of ["reading.sql", "days.sql"])
    await connection.run(readFileSync(new URL(`sql/${file}`, import.meta.url), "utf8"));
  return connection;
}

type Cells = readonly (string | number | undefined)[];

async function loadTable(
  connection: DuckDBConnection,
  folder: string,
  table: Parameters<typeof columnsOf>[0],
  asked: readonly Asked[],
): Promise<void> {
  const columns = columnsOf(table);
  const names = ["register", "line", ...columns.map(([name]) => name)];
  const rows = asked.flatMap(({ register: { number, plain } }) =>
    (plain.tables[table] ?? []).map((row, line): Cells => [number, line, ...columns.map(([name]) => row[name])]),
  );
  const types = Object.fromEntries(columns.map(([name, column]) => [name, typeOf(column)]));
  await loadCsv(connection, folder, `raw.${table}`, names, rows, { register: "INTEGER", line: "INTEGER", ...types });
}

function typeOf({ type }: Column): string {
  return {
    day: "DATE",
    datetime: "TIMESTAMP",
    number: "DOUBLE",
    id: "VARCHAR",
    code: "VARCHAR",
    flag: "VARCHAR",
    text: "VARCHAR",
  }[type];
}

async function loadCsv(
  connection: DuckDBConnection,
  folder: string,
  table: string,
  names: readonly string[],
  rows: readonly Cells[],
  types: Readonly<Record<string, string>>,
): Promise<void> {
  const file = join(folder, "rows.csv");
  writeFileSync(file, [names, ...rows].map((cells) => cells.map((cell) => cell ?? "").join(",")).join("\n"));
  const casts = names.map((name) => `nullif("${name}", '')::${types[name]} AS "${name}"`);
  await connection.run(
    `CREATE TABLE ${table} AS SELECT ${casts.join(", ")} FROM read_csv('${file}', header = true, all_varchar = true)`,
  );
}

function registerRows(asked: readonly Asked[]): Cells[] {
  return asked.map(({ register: { number, plain, asOf } }) => [number, plain.extracted, asOf]);
}

function coverRows(asked: readonly Asked[]): Cells[] {
  return asked.flatMap(({ register: { number, plain } }) =>
    Object.entries(plain.covers).map(([name, [first, last]]): Cells => [number, name, first, last]),
  );
}

function windowRows(asked: readonly Asked[]): Cells[] {
  return asked.flatMap(({ register: { number }, periods }) =>
    periods.map((period): Cells => [number, period.id, formatDay(period.from), formatDay(addDays(period.to, -1))]),
  );
}
