import { findColumn, listOf, type NumberArray, type Rows } from "./columns.ts";
import {
  type Dictionaries,
  type Dictionary,
  dictionaryOf,
  intern,
  type ListName,
  startDictionaries,
} from "./dictionary.ts";
import { columnsOf, isTableName, type TableName, tables } from "./schema.ts";

/** Rows by table. */
export type Tables = { readonly [T in TableName]?: Rows<T> };

/**
 * The words of each list that rows use, in the order of their letters; the first has number 1. Numbered so, the same
 * register has the same numbers however its files were ordered.
 */
export type Words = { readonly [L in ListName]?: readonly string[] };

/** Every table of a register, in the order of the format. */
export function tablesOf(all: Tables): Rows<TableName>[] {
  return tableNames().flatMap((name) => all[name] ?? []);
}

/** The names of the tables, in the order of the format. */
export function tableNames(): TableName[] {
  return Object.keys(tables).filter(isTableName);
}

/**
 * Numbers the words of all rows anew, in the order of their letters and without those that no row uses. The columns are
 * changed where they stand.
 */
export function renumber(all: Tables, dictionaries: Dictionaries): Words {
  const found: { [L in ListName]?: readonly string[] } = {};
  for (const [list, columns] of columnsByList(all)) {
    const { words } = dictionaries[list];
    const used = usedWords(columns, words);
    const sorted = used.map((number) => words[number]).sort();
    const numbers = new Map(sorted.map((word, i) => [word, i + 1]));
    const renumbered = Int32Array.from(words, (word) => numbers.get(word) ?? 0);
    for (const column of columns) replaceNumbers(column, renumbered);
    found[list] = sorted;
  }
  return found;
}

/**
 * The dictionaries of a register from its words: the closed code lists hold all their codes, used or not. Columns are
 * changed where they stand when that gives their words other numbers.
 */
export function dictionariesOf(all: Tables, words: Words): Dictionaries {
  const dictionaries: Record<ListName, Dictionary> = { ...startDictionaries() };
  for (const [list, columns] of columnsByList(all)) {
    const known = words[list] ?? [];
    if (dictionaries[list].words.length === 1) {
      dictionaries[list] = dictionaryOf(known);
      continue;
    }
    const numbers = Int32Array.from(["", ...known], (word) => intern(dictionaries[list], word));
    if (numbers.some((number, i) => number !== i)) for (const column of columns) replaceNumbers(column, numbers);
  }
  return dictionaries;
}

function columnsByList(all: Tables): Map<ListName, NumberArray[]> {
  const found = new Map<ListName, NumberArray[]>();
  for (const rows of tablesOf(all))
    for (const [name, kind] of columnsOf(rows.table)) {
      const [list, column] = [listOf(kind), findColumn(rows, name)];
      if (list !== undefined && column !== undefined) found.set(list, [...(found.get(list) ?? []), column]);
    }
  return found;
}

/** The numbers that stand in the columns, without 0. */
function usedWords(columns: readonly NumberArray[], words: readonly string[]): number[] {
  const used = new Uint8Array(words.length);
  for (const column of columns) for (let i = 0; i < column.length; i++) used[column[i]] = 1;
  return [...used.keys()].filter((number) => number > 0 && used[number] === 1);
}

function replaceNumbers(column: NumberArray, numbers: Int32Array) {
  for (let i = 0; i < column.length; i++) column[i] = numbers[column[i]];
}

/** The dictionaries of rows whose words are numbered in the order of their letters, as they stand in a snapshot. */
export function canonicalDictionaries(words: Words): Dictionaries {
  const dictionaries: Record<ListName, Dictionary> = { ...startDictionaries() };
  for (const [list, known] of Object.entries(words))
    if (isList(list, dictionaries)) dictionaries[list] = dictionaryOf(known);
  return dictionaries;
}

function isList(list: string, dictionaries: Dictionaries): list is ListName {
  return Object.hasOwn(dictionaries, list);
}
