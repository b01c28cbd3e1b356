import { type CellReading, readCell } from "#core/register/cell.ts";
import type { PlacedColumn } from "#core/register/header.ts";
import { breaks, type RowRule, rowRulesOf } from "#core/register/row-rules.ts";
import type { TableName } from "#core/register/schema.ts";
import { remembering } from "./cell-memory.ts";
import { type Batch, unquoted } from "./delimited.ts";
import type { Flaw } from "./rejections.ts";
import type { Decode } from "./source.ts";

/** Reads one row of a batch: fills in the numbers of its cells and returns every flaw found. */
export type RowReader = (batch: Batch, row: number, numbers: number[]) => readonly Flaw[];

/** A column of ours as the rows of a file fill it: by the text at a place, or by the same number in all of them. */
export type FilledColumn = PlacedColumn & { readonly reading: CellReading; readonly fixed: number };

const none: readonly Flaw[] = [];

/** A reader of rows whose cells are as many as the header's. */
export function rowReader(table: TableName, columns: readonly FilledColumn[], decode: Decode): RowReader {
  const read = columns.map(({ reading }) =>
    remembering((bytes, from, to) => readCell(reading, unquoted(decode(bytes, from, to)))),
  );
  const rules = rowRulesOf(table).map((rule) => placed(rule, columns));
  return (batch, row, numbers) => {
    const first = batch.firstCell[row];
    let flaws = none;
    for (let i = 0; i < columns.length; i++) {
      const { at, name, fixed } = columns[i];
      const cell =
        at === undefined ? fixed : read[i](batch.bytes, batch.cellStarts[first + at], batch.cellEnds[first + at]);
      if (typeof cell === "number") numbers[i] = cell;
      else flaws = [...flaws, { ...cell, at: at ?? 0, name }];
    }
    for (const rule of rules)
      if (flaws.length === 0 && breaks(rule, numbers[rule.lowAt], numbers[rule.highAt]))
        flaws = [
          outOfOrder(rule, columns, (at) =>
            unquoted(decode(batch.bytes, batch.cellStarts[first + at], batch.cellEnds[first + at])),
          ),
        ];
    return flaws;
  };
}

type PlacedRule = RowRule & { readonly lowAt: number; readonly highAt: number };

function placed(rule: RowRule, columns: readonly PlacedColumn[]): PlacedRule {
  const placeOf = (wanted: string) => columns.findIndex(({ name }) => name === wanted);
  return { ...rule, lowAt: placeOf(rule.low), highAt: placeOf(rule.high) };
}

function outOfOrder(rule: PlacedRule, columns: readonly FilledColumn[], textAt: (at: number) => string): Flaw {
  const { low, high, lowAt, highAt } = rule;
  const written = ({ at, fixed }: FilledColumn) => (at === undefined ? String(fixed) : textAt(at));
  const parameters = { low, high, value: written(columns[highAt]), other: written(columns[lowAt]) };
  return { code: "out-of-order", parameters, at: columns[highAt].at ?? 0, name: high };
}
