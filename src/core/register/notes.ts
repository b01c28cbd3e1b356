import { addDays, type Day, formatDay, OPEN_END } from "../calendar/day.ts";
import type { Text } from "../text/text.ts";
import { listsOfColumn, type Vocabulary } from "../vocabulary/vocabulary.ts";
import { type Tables, tablesOf, type Words } from "./canonical.ts";
import { listOf, type Rows } from "./columns.ts";
import { beginning, type Coverage } from "./coverage.ts";
import { columnOf } from "./order.ts";
import { columnsOf, type TableName } from "./schema.ts";

/** What is worth knowing of rows that were loaded, though no fault. */
export function notesOn(tables: Tables, words: Words, { extracted }: Coverage, vocabulary: Vocabulary): Text[] {
  return [
    ...twoPayers(tables.benefits),
    ...tablesOf(tables).flatMap((rows) => [...rowsAfter(rows, extracted), ...outOfTime(rows, words, vocabulary)]),
  ];
}

/** Days on which two municipalities pay the same person; they count in each. */
function twoPayers(benefits: Rows<"benefits"> | undefined): Text[] {
  if (benefits === undefined) return [];
  const { person_id, municipality, from, to } = benefits.columns;
  const persons = new Set<number>();
  let days = 0;
  for (let i = 0; i < benefits.count; i++)
    for (let j = i + 1; j < benefits.count && person_id[j] === person_id[i] && from[j] < to[i]; j++) {
      if (municipality[i] === municipality[j] || municipality[i] === 0 || municipality[j] === 0) continue;
      const end = Math.min(to[i], to[j]);
      if (end < OPEN_END) days += end - from[j];
      persons.add(person_id[i]);
    }
  if (persons.size === 0) return [];
  const da = `${persons.size} personer får ydelse fra to kommuner på samme dag (${days} afsluttede dage); dagene tæller i begge.`;
  const en = `${persons.size} persons are paid by two municipalities on the same day (${days} ended days); the days count in both.`;
  return [{ da, en }];
}

function rowsAfter(rows: Rows<TableName>, extracted: Day): Text[] {
  const first = beginning(rows);
  if (first === undefined) return [];
  const end = addDays(extracted, 1) * first.perDay;
  const count = countRows(rows, (row) => first.column[row] >= end);
  const day = formatDay(extracted);
  return some(count, {
    da: `${count} rækker i ${rows.table} begynder efter udtrækket ${day}; de læses ikke før da.`,
    en: `${count} rows of ${rows.table} begin after the extraction on ${day}; they are unread until then.`,
  });
}

/** Rows that begin while their code did not hold. */
function outOfTime(rows: Rows<TableName>, words: Words, vocabulary: Vocabulary): Text[] {
  const first = beginning(rows);
  if (first === undefined) return [];
  return columnsOf(rows.table).flatMap(([name, kind]) => {
    const list = listOf(kind);
    const terms = listsOfColumn(vocabulary, `${rows.table}.${name}`).flatMap(({ terms }) => [...terms.values()]);
    const known = list === undefined ? [] : (words[list] ?? []);
    return terms.flatMap(({ id, valid: { from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } }) => {
      const number = known.indexOf(id) + 1;
      if (number === 0 || (from === Number.NEGATIVE_INFINITY && until === Number.POSITIVE_INFINITY)) return [];
      const codes = columnOf(rows, name);
      const isOut = (day: number) => day < from * first.perDay || day >= until * first.perDay;
      const count = countRows(rows, (row) => codes[row] === number && isOut(first.column[row]));
      return some(count, {
        da: `${count} rækker i ${rows.table} bruger ${id}, mens koden ikke gjaldt.`,
        en: `${count} rows of ${rows.table} use ${id} while the code did not hold.`,
      });
    });
  });
}

function countRows({ count }: Rows<TableName>, is: (row: number) => boolean): number {
  let found = 0;
  for (let row = 0; row < count; row++) if (is(row)) found++;
  return found;
}

function some(count: number, text: Text): Text[] {
  return count > 0 ? [text] : [];
}
