import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBAppender, DuckDBDateValue, DuckDBInstance } from "@duckdb/node-api";
import { findDay } from "#core/calendar/day.ts";
import { type ColumnType, columnsOf, type Value } from "#core/exports/columns.ts";
import type { FigureTable } from "#core/exports/figure-table.ts";

/** A table as a Parquet file, its columns typed as they are for every program; an empty cell is null. */
export async function writeParquet(table: FigureTable): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "pejl-parquet-"));
  const instance = await DuckDBInstance.create(":memory:", offline);
  const connection = await instance.connect();
  try {
    const columns = columnsOf(table);
    const declared = columns.map(({ id, type }) => `"${id}" ${types[type]}`).join(", ");
    await connection.run(`CREATE TABLE figures (${declared})`);
    const appender = await connection.createAppender("figures");
    for (const row of table.rows) {
      for (const { type, of } of columns) append(appender, type, of(row, table.head));
      appender.endRow();
    }
    appender.closeSync();
    const file = join(folder, "figures.parquet");
    await connection.run(`COPY figures TO '${file.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`);
    return await readFile(file);
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true, force: true });
  }
}

/** DuckDB fetches extensions from the net unless told not to. */
const offline = { autoinstall_known_extensions: "false", autoload_known_extensions: "false", threads: "1" };

const types: Readonly<Record<ColumnType, string>> = {
  text: "VARCHAR",
  number: "DOUBLE",
  day: "DATE",
  flag: "BOOLEAN",
};

function append(appender: DuckDBAppender, type: ColumnType, value: Value): void {
  const day = type === "day" && typeof value === "string" ? findDay(value) : undefined;
  if (day !== undefined) appender.appendDate(new DuckDBDateValue(day));
  else if (typeof value === "number") appender.appendDouble(value);
  else if (typeof value === "boolean") appender.appendBoolean(value);
  else if (typeof value === "string") appender.appendVarchar(value);
  else appender.appendNull();
}
