import { type NumberArray, type Register, type Rows, rowsOf } from "#core/register/columns.ts";
import type { AsOf } from "#core/register/reading/as-of.ts";
import { columnsOf } from "#core/register/schema.ts";

/** What a thread needs of a register to count its stocks: the columns of benefits and residence, in shared memory. */
export type SharedRegister = Pick<Register, "id" | "name" | "extracted" | "covers" | "simulated"> & {
  readonly asOf: AsOf["asOf"];
  /** How many persons there are; who they are stays behind. */
  readonly persons: number;
  readonly words: { readonly benefit: readonly string[]; readonly municipality: readonly string[] };
  readonly benefits: Rows<"benefits">;
  readonly residence: Rows<"residence"> | undefined;
};

/** A register whose columns threads can read together: copied into shared memory where they are not there. */
export function share({ register, asOf }: AsOf): SharedRegister {
  const { id, name, extracted, covers, simulated, dictionaries, tables } = register;
  if (tables.benefits === undefined) throw new Error("a register without benefits has no stocks");
  return {
    ...{ id, name, extracted, covers, simulated, asOf },
    persons: dictionaries.person.words.length,
    words: { benefit: dictionaries.benefit.words, municipality: dictionaries.municipality.words },
    benefits: shareRows(tables.benefits),
    residence: tables.residence && shareRows(tables.residence),
  };
}

function shareRows<T extends "benefits" | "residence">(rows: Rows<T>): Rows<T> {
  const columns = new Map(Object.entries<NumberArray>(rows.columns));
  const shared = columnsOf(rows.table).map(([name]) => [name, shareColumn(columns.get(name))] as const);
  return rowsOf(rows.table, rows.count, Object.fromEntries(shared));
}

function shareColumn(column: NumberArray | undefined): NumberArray {
  if (column === undefined) throw new Error("a column is missing");
  if (column.buffer instanceof SharedArrayBuffer) return column;
  const memory = new SharedArrayBuffer(column.byteLength);
  const shared =
    column instanceof Float64Array
      ? new Float64Array(memory)
      : column instanceof Uint16Array
        ? new Uint16Array(memory)
        : new Int32Array(memory);
  shared.set(column);
  return shared;
}
