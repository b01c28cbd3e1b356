import { DOUBLE, type DuckDBConnection, DuckDBDataChunk, type DuckDBType, INTEGER, USMALLINT } from "@duckdb/node-api";
import { type Allocate, blankRows, type NumberArray, type Rows } from "#core/register/columns.ts";
import { columnOf } from "#core/register/order.ts";
import { type Column, columnsOf, type TableName } from "#core/register/schema.ts";

/** The rows DuckDB takes and gives at a time. */
const VECTOR = 2048;

/** How columns are kept: the numbers of words and days as they are in memory, never null. */
const types: Readonly<Record<Column["type"], DuckDBType>> = {
  id: INTEGER,
  text: INTEGER,
  day: INTEGER,
  code: USMALLINT,
  flag: USMALLINT,
  number: DOUBLE,
  datetime: DOUBLE,
};

/** Writes rows as a Parquet file, in their order. */
export async function writeTable(duck: DuckDBConnection, rows: Rows<TableName>, path: string): Promise<void> {
  const columns = columnsOf(rows.table);
  const arrays = columns.map(([name]) => columnOf(rows, name));
  const columnTypes = columns.map(([, { type }]) => types[type]);
  const declared = columns.map(([name], i) => `"${name}" ${columnTypes[i]} NOT NULL`);
  await duck.run(`CREATE OR REPLACE TABLE rows (${declared.join(", ")})`);
  const appender = await duck.createAppender("rows");
  for (let from = 0; from < rows.count; from += VECTOR) {
    const to = Math.min(from + VECTOR, rows.count);
    const chunk = DuckDBDataChunk.create(columnTypes, to - from);
    for (const [i, array] of arrays.entries()) {
      const vector = chunk.getColumnVector(i);
      itemsOf(vector).set(array.subarray(from, to));
      vector.flush();
    }
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  await duck.run(`COPY rows TO ${quote(path)} (FORMAT parquet, COMPRESSION zstd)`);
  await duck.run("DROP TABLE rows");
}

/** Reads a Parquet file that `writeTable` wrote. */
export async function readTable<T extends TableName>(
  duck: DuckDBConnection,
  table: T,
  count: number,
  path: string,
  allocate: Allocate,
): Promise<Rows<T>> {
  const rows = blankRows(table, count, allocate);
  const names = columnsOf(table).map(([name]) => name);
  const arrays = names.map((name) => columnOf(rows, name));
  const selected = names.map((name) => `"${name}"`).join(", ");
  const result = await duck.stream(`SELECT ${selected} FROM read_parquet(${quote(path)})`);
  let read = 0;
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    if (read + chunk.rowCount > count) throw new Error(`${table} has more rows than its manifest says`);
    for (const [i, array] of arrays.entries())
      array.set(itemsOf(chunk.getColumnVector(i)).subarray(0, chunk.rowCount), read);
    read += chunk.rowCount;
  }
  if (read < count) throw new Error(`${table} has fewer rows than its manifest says`);
  return rows;
}

/** The numbers of a vector. Boxed columns give null and take ten times as long. */
function itemsOf(vector: object): NumberArray {
  const items: unknown = Reflect.get(vector, "items");
  if (items instanceof Int32Array || items instanceof Uint16Array || items instanceof Float64Array) return items;
  throw new Error("a vector without numbers");
}

function quote(path: string): string {
  return `'${path.replaceAll("'", "''")}'`;
}
