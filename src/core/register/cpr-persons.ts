import { type Tables, tablesOf } from "./canonical.ts";
import { emptyValue, findColumn, type NumberArray, type Rows, UNKNOWN_DAY } from "./columns.ts";
import type { CprFacts } from "./cpr.ts";
import { type Dictionaries, intern } from "./dictionary.ts";
import { growingRows } from "./growing-rows.ts";
import { columnOf } from "./order.ts";
import { columnsOf } from "./schema.ts";

/**
 * The table of persons with birthday and sex from their CPR numbers where it does not say them, and with a row for
 * every person that only other tables name. `facts` goes by the pseudonym.
 */
export function completePersons(
  tables: Tables,
  dictionaries: Dictionaries,
  facts: ReadonlyMap<string, CprFacts>,
): Rows<"persons"> {
  const names = columnsOf("persons").map(([name]) => name);
  const at = { person: names.indexOf("person_id"), birth: names.indexOf("birth_date"), sex: names.indexOf("sex") };
  const given = tables.persons;
  const rows = growingRows("persons");
  const add = (cells: number[]) => {
    const known = facts.get(dictionaries.person.words[cells[at.person]]);
    if (known !== undefined && cells[at.birth] === UNKNOWN_DAY) cells[at.birth] = known.birth;
    if (known !== undefined && cells[at.sex] === 0) cells[at.sex] = intern(dictionaries.sex, known.sex);
    rows.push(cells);
  };
  const columns = given === undefined ? [] : names.map((name) => columnOf(given, name));
  for (let i = 0; i < (given?.count ?? 0); i++) add(columns.map((column) => column[i]));
  const blank = columnsOf("persons").map(([name, column]) => emptyValue(name, column));
  for (const person of personsWithoutRow(tables, dictionaries.person.words.length)) add(blank.with(at.person, person));
  return rows.finish();
}

function personsWithoutRow(tables: Tables, words: number): number[] {
  const seen = new Uint8Array(words);
  for (const rows of tablesOf(tables)) for (const person of findColumn(rows, "person_id") ?? none) seen[person] = 1;
  for (const person of tables.persons?.columns.person_id ?? none) seen[person] = 0;
  return [...seen.keys()].filter((person) => person > 0 && seen[person] === 1);
}

const none: NumberArray = new Int32Array();
