import { basename } from "node:path";
import type { Day } from "#core/calendar/day.ts";
import { BrokenInput, type Fault } from "#core/faults/fault.ts";
import { renumber, type Tables, tablesOf, type Words } from "#core/register/canonical.ts";
import type { Allocate, Span } from "#core/register/columns.ts";
import { type Coverage, coverageOf, type StatedCoverage } from "#core/register/coverage.ts";
import { hideCpr } from "#core/register/cpr.ts";
import { completePersons } from "#core/register/cpr-persons.ts";
import type { DataPackage } from "#core/register/data-package.ts";
import { startDictionaries } from "#core/register/dictionary.ts";
import { findConflicts, keys } from "#core/register/keys.ts";
import { mergeRows } from "#core/register/merge.ts";
import { notesOn } from "#core/register/notes.ts";
import { takeRows } from "#core/register/order.ts";
import type { Text } from "#core/text/text.ts";
import type { Vocabulary } from "#core/vocabulary/vocabulary.ts";
import { type DeliveryFiles, findDelivery } from "./delivery-files.ts";
import { type Pseudonyms, pseudonymsOf } from "./pseudonym.ts";
import { type Progress, type ReadFile, type Reading, type ReadTable, readTable } from "./read-table.ts";
import type { Flaw, RejectedRow } from "./rejections.ts";
import type { TableFile } from "./source.ts";

/** How a delivery is to be read. */
export type DeliveryOptions = {
  readonly vocabulary: Vocabulary;
  /** A mapping file; `mapping.yaml` of the folder when left out. */
  readonly mapping?: string;
  /** Counts for more than what the data package says. */
  readonly extracted?: Day;
  readonly covers?: Span;
  /** The key of the pseudonyms, for deliveries with CPR numbers. */
  readonly key?: string | undefined;
  readonly allocate?: Allocate;
  readonly onRejected?: (row: RejectedRow) => void;
  readonly onProgress?: (progress: Progress) => void;
};

/** A file that was read, with the count of what became of its rows: in = rejected + duplicates + those merged or loaded. */
export type TableReport = ReadFile & {
  readonly rejected: number;
  readonly duplicates: number;
  readonly joined: number;
  readonly loaded: number;
};

/** A delivery as it was read: its good rows, sorted and merged, and everything that is to be told of the others. */
export type Delivery = Coverage & {
  readonly folder: string;
  /** What it calls itself. */
  readonly name?: string;
  readonly simulated: boolean;
  readonly tables: Tables;
  readonly words: Words;
  readonly reports: readonly TableReport[];
  /** What is worth knowing, though no fault. */
  readonly notes: readonly Text[];
  /** Why files could not be read at all; a delivery that has any cannot be loaded. */
  readonly unreadable: readonly Fault[];
  /** The first faults of the rows of each file. */
  readonly faults: readonly Fault[];
  readonly faultCount: number;
  /** Files of the folder that were not read. */
  readonly others: readonly string[];
  readonly mapping?: string;
  /** The key its CPR numbers were replaced with; undefined when it has none. */
  readonly keyId?: string;
};

/**
 * Reads a folder of register files: every row is checked, rows that contradict earlier ones are rejected, duplicates and
 * overlaps merged, CPR numbers replaced. Nothing is written.
 *
 * @throws BrokenInput when the folder, its mapping or its data package cannot be used, or the key is missing
 */
export async function readDelivery(folder: string, options: DeliveryOptions): Promise<Delivery> {
  const files = findDelivery(folder, options.vocabulary, options.mapping);
  const pseudonyms = files.tables.some(hasCpr) ? pseudonymsOf(options.key) : undefined;
  const reading = readingOf(options, pseudonyms);
  const read: ReadTable[] = [];
  const unreadable: Fault[] = [];
  for (const file of files.tables)
    try {
      read.push(withoutConflicts(file, await readTable(file, reading)));
    } catch (error) {
      if (!(error instanceof BrokenInput)) throw error;
      unreadable.push(...error.faults.map((fault) => placedIn(file, fault)));
    }
  unreadable.push(...read.filter(({ rows }) => rows.table === "benefits" && rows.count === 0).map(withoutRows));
  const { tables, words, merged } = assemble(read, reading, pseudonyms, options.allocate);
  const coverage = coverageOf(tables, statedCoverage(files.package, options));
  return {
    folder: basename(folder),
    ...nameOf(files),
    simulated: files.package.simulated ?? false,
    tables,
    words,
    reports: read.map(({ read, rejections }, i) => ({ ...read, rejected: rejections.rows(), ...merged[i] })),
    unreadable,
    faults: read.flatMap(({ rejections }) => rejections.faults),
    faultCount: read.reduce((sum, { rejections }) => sum + rejections.count(), 0),
    others: files.others.map(hideCpr),
    ...(files.mapping && { mapping: basename(files.mapping.path) }),
    ...(pseudonyms && { keyId: pseudonyms.keyId }),
    ...coverage,
    notes: notesOn(tables, words, coverage, options.vocabulary),
  };
}

function readingOf(options: DeliveryOptions, pseudonyms: Pseudonyms | undefined): Reading {
  const nothing = () => {};
  return {
    vocabulary: options.vocabulary,
    dictionaries: startDictionaries(),
    pseudonym: pseudonyms?.of ?? (() => ""),
    onRejected: options.onRejected ?? nothing,
    onProgress: options.onProgress ?? nothing,
  };
}

function hasCpr({ mapping }: TableFile): boolean {
  return Object.values(mapping?.columns ?? {}).some((source) => "cpr" in source && source.cpr === true);
}

function placedIn({ name, path }: TableFile, { place, ...fault }: Fault): Fault {
  return { ...fault, place: { ...place, file: place.file === undefined || place.file === path ? name : place.file } };
}

function withoutRows({ read: { table, file } }: ReadTable): Fault {
  return { code: "table-without-rows", place: { file }, parameters: { table } };
}

/** A table without the rows that contradict an earlier one of their id. */
function withoutConflicts({ table }: TableFile, read: ReadTable): ReadTable {
  const { rows, lines, rejections } = read;
  const conflicts = findConflicts(rows);
  if (conflicts.length === 0) return read;
  const key = keys[table]?.join(", ") ?? "";
  for (const { row, earlier } of conflicts.toSorted((a, b) => a.row - b.row)) {
    const flaw: Flaw = { code: "conflicting-rows", parameters: { key, other: lines[earlier] }, at: 0 };
    rejections.reject({ line: lines[row], text: "", cells: [] }, [flaw]);
  }
  const rejected = new Set(conflicts.map(({ row }) => row));
  const kept = [...lines.keys()].filter((row) => !rejected.has(row));
  return { ...read, rows: takeRows(rows, kept), lines: kept.map((row) => lines[row]) };
}

function assemble(
  read: readonly ReadTable[],
  { dictionaries }: Reading,
  pseudonyms: Pseudonyms | undefined,
  allocate: Allocate | undefined,
) {
  const rows: Tables = Object.fromEntries(read.map(({ rows }) => [rows.table, rows]));
  const persons = pseudonyms && { persons: completePersons(rows, dictionaries, pseudonyms.facts) };
  const complete: Tables = { ...rows, ...persons };
  const words = renumber(complete, dictionaries);
  const merged = tablesOf(complete).map((one) => mergeRows(one, allocate));
  const tables: Tables = Object.fromEntries(merged.map(({ rows }) => [rows.table, rows]));
  const counts = read.map(({ read: { table } }) => {
    const found = merged.find(({ rows }) => rows.table === table);
    return { duplicates: found?.duplicates ?? 0, joined: found?.joined ?? 0, loaded: found?.rows.count ?? 0 };
  });
  return { tables, words, merged: counts };
}

function nameOf({ mapping, package: described }: DeliveryFiles) {
  const name = mapping?.register ?? described.name;
  return name === undefined ? {} : { name };
}

function statedCoverage(described: DataPackage, options: DeliveryOptions): StatedCoverage {
  const extracted = options.extracted ?? described.extracted;
  const all = options.covers ?? described.covers;
  const own = options.covers === undefined ? described.resources : [];
  const covers = own.flatMap(({ name, covers }) =>
    name !== undefined && covers !== undefined ? [[name, covers]] : [],
  );
  return { ...(extracted !== undefined && { extracted }), ...(all && { all }), covers: Object.fromEntries(covers) };
}
