import { readDemo } from "#connectors/data-files/demo.ts";
import { readLaw } from "#connectors/data-files/law.ts";
import { firstDay, firstDayAfter, parseMonth } from "#core/calendar/month.ts";
import { tableNames } from "#core/register/canonical.ts";
import type { Row, WriteRow } from "#core/register/row.ts";
import type { TableName } from "#core/register/schema.ts";
import type { Parameters } from "#core/register/simulate/parameters/parameters.ts";
import { simulate } from "#core/register/simulate/simulate.ts";
import { randomFrom } from "#core/stats/random.ts";

/** The rows of a simulated register, by table. */
export type Simulated = { readonly [T in TableName]: Row<T>[] };

export const demo: Parameters = readDemo("data");
const { pensionAges } = readLaw("data");

export type Asked = {
  readonly municipalities: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly seed?: number;
  readonly scale?: number;
  readonly parameters?: Parameters;
};

/** Simulates municipalities from the first month to the last, and keeps every row. */
export function simulated({ municipalities, from, to, seed = 1, scale = 1, parameters = demo }: Asked): Simulated {
  const rows = emptyTables();
  const write: WriteRow = (table, row) => void rows[table].push(row);
  const span = { from: firstDay(parseMonth(from)), to: firstDayAfter(parseMonth(to)) };
  simulate({ parameters, pensionAges, municipalities, span, scale, random: randomFrom(seed) }, write);
  return rows;
}

function emptyTables(): Simulated {
  const tables: Record<string, unknown[]> = Object.fromEntries(tableNames().map((table) => [table, []]));
  if (!isWhole(tables)) throw new Error("a table is missing");
  return tables;
}

function isWhole(tables: Readonly<Record<string, unknown[]>>): tables is Simulated {
  return tableNames().every((table) => tables[table] !== undefined);
}
