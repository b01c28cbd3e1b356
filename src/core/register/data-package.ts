import { z } from "zod";
import { addDays, findDay, formatDay } from "../calendar/day.ts";
import { fault } from "../faults/issues.ts";
import { day, flag, wholeNumber } from "../format/scalars.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { tableNames } from "./canonical.ts";
import type { Span } from "./columns.ts";
import { keys } from "./keys.ts";
import { knownCodes } from "./known-codes.ts";
import { type Column, columnsOf, type TableName } from "./schema.ts";

/** Days from the first until the last, written `2014-01-01..2018-12-31`. */
export const span = z.string().transform((written, context): Span => {
  const found = findSpan(written);
  if (found !== undefined) return found;
  context.addIssue(fault("not-a-period", { value: written }));
  return z.NEVER;
});

/** The days that `FROM..TO` names, TO being the last; undefined when it names none. */
export function findSpan(written: string): Span | undefined {
  const [from, last, ...more] = written.split("..").map((one) => findDay(one.trim()));
  if (from === undefined || last === undefined || more.length > 0 || last < from) return undefined;
  return { from, to: addDays(last, 1) };
}

/** A span as `FROM..TO`, TO being the last day. */
export function formatSpan({ from, to }: Span): string {
  return `${formatDay(from)}..${formatDay(addDays(to, -1))}`;
}

/**
 * What a delivery says of itself in `datapackage.json` (Frictionless Data Package): the day it was extracted, the days
 * each table covers, and what each file must be to the byte. All values are read as text.
 */
export const dataPackage = z.looseObject({
  name: z.string().min(1).optional(),
  extracted: day.optional(),
  covers: span.optional(),
  simulated: flag.optional(),
  resources: z
    .array(
      z.looseObject({
        name: z.string().optional(),
        path: z.string().regex(/^[^/\\]+$/, "en fil i samme mappe / a file of the same folder"),
        bytes: wholeNumber.optional(),
        hash: z.string().optional(),
        covers: span.optional(),
      }),
    )
    .default([]),
});
export type DataPackage = z.output<typeof dataPackage>;

/** What a data package states of one file. */
export type StatedFile = { readonly bytes?: number; readonly sha256?: string };

/**
 * The register exchange format as a data package: a resource a table, each with its Table Schema. A delivery's own
 * `datapackage.json` is this with the tables it has, and with `extracted`, `covers`, `bytes` and `hash` filled in.
 *
 * @see https://datapackage.org for the standard
 */
export function registerSchema(vocabulary: Vocabulary) {
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: "register",
    version: "1",
    extracted: "2018-12-31",
    resources: tableNames().map((table) => ({
      name: table,
      path: `${table}.csv`,
      covers: "2014-01-01..2018-12-31",
      schema: tableSchema(vocabulary, table),
    })),
  };
}

function tableSchema(vocabulary: Vocabulary, table: TableName) {
  const fields = columnsOf(table).map(([name, column]) => {
    const known = knownCodes(vocabulary, table, name, column);
    const constraints = { ...boundsOf(column), ...(known && { enum: [...known.codes] }) };
    return { name, type: fieldTypes[column.type], ...(Object.keys(constraints).length > 0 && { constraints }) };
  });
  return { fields, missingValues: [""], ...(keys[table] && { primaryKey: keys[table] }) };
}

const fieldTypes: Readonly<Record<Column["type"], string>> = {
  id: "string",
  code: "string",
  flag: "string",
  text: "string",
  day: "date",
  datetime: "datetime",
  number: "number",
};

function boundsOf({ required, least, above, most }: Column) {
  return {
    ...(required && { required }),
    ...(least !== undefined && { minimum: least }),
    ...(above !== undefined && { exclusiveMinimum: above }),
    ...(most !== undefined && { maximum: most }),
  };
}
