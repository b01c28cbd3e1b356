import { DuckDBInstance } from "@duckdb/node-api";
import { broken } from "#core/faults/fault.ts";
import { verbatim } from "#core/text/text.ts";

/** What parts the cells of a Parquet file once it is text. */
export const PARQUET_SEPARATOR = ",";

/**
 * A Parquet file as delimited text in UTF-8, every cell quoted, so that it is read and checked as any other file.
 *
 * @throws BrokenInput damaged-file
 */
export async function* parquetAsText(file: string): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const instance = await DuckDBInstance.create(":memory:", offline);
  const connection = await instance.connect();
  try {
    const result = await connection.stream("SELECT COLUMNS(*)::VARCHAR FROM read_parquet($file)", { file });
    yield encoder.encode(lineOf(result.columnNames()));
    for await (const rows of result.yieldRows()) yield encoder.encode(rows.map(lineOf).join(""));
  } catch (error) {
    throw broken("damaged-file", { why: verbatim(firstLineOf(error)) }, { file });
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** DuckDB fetches extensions from the net unless told not to. */
const offline = { autoinstall_known_extensions: "false", autoload_known_extensions: "false", threads: "2" };

function lineOf(cells: readonly unknown[]): string {
  const quoted = cells.map(
    (cell) =>
      `"${String(cell ?? "")
        .replaceAll('"', '""')
        .replaceAll("\n", " ")}"`,
  );
  return `${quoted.join(PARQUET_SEPARATOR)}\n`;
}

function firstLineOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0];
}
