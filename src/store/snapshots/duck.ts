import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

/** DuckDB fetches extensions from the net unless told not to. */
const offline = { autoinstall_known_extensions: "false", autoload_known_extensions: "false", threads: "2" };

/** Does some work with a DuckDB in memory, and lets go of it. */
export async function withDuck<T>(work: (duck: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(":memory:", offline);
  const connection = await instance.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
