import { appendItem, editYaml, inline, type OpenYaml, openYaml } from "#connectors/data-files/edit.ts";
import { addGoal, type GoalChange, removeGoal, writeInGoal } from "#connectors/data-files/write-in-goal.ts";
import { check, parseYaml } from "#connectors/data-files/yaml.ts";
import { BrokenInput, broken, type Fault } from "#core/faults/fault.ts";
import type { Unit } from "#core/figures/unit.ts";
import type { Plan } from "#core/plans/format/plan.ts";
import type { Table } from "#core/plans/format/table.ts";
import { type PastedTable, readPasted, slugs } from "#core/plans/pasted-table.ts";
import { type Catalogue, planSchema } from "#core/plans/references.ts";
import { action } from "./action.ts";
import { memory } from "./memory.ts";
import { type PlanReading, readPlanText } from "./plan-reading.ts";
import { planSubject } from "./stored-plans.ts";

/** A text of a plan that somebody works on; nothing of it is saved. */
export type PlanText = { readonly plan: string; readonly yaml: string; readonly catalogue: Catalogue };

/** The text after an edit, and how it reads. */
export type Edited = { readonly yaml: string; readonly reading: PlanReading };

/** It is asked at every pause in typing; the log has the draft once it is saved. */
function nothingSaved(): undefined {}

/** Reads and recomputes a text that need not be a plan yet. */
export const checkDraft = action<PlanText, PlanReading>({
  act: "draft-plan",
  on: ({ plan }, rows) => planSubject(plan, rows),
  does: async (_, { plan, yaml, catalogue }) => readPlanText(yaml, plan, catalogue),
  tells: nothingSaved,
});

/** While somebody types into a form, the text it was opened on stays the same. */
const openedTexts = memory<OpenYaml>(8);

/** A goal of a text, a new one at its end, or one that is to go; and what is to stand in it. */
export type GoalEdit = PlanText & {
  readonly goal: string;
  readonly changes: readonly GoalChange[];
  /** `edited` without. */
  readonly as?: keyof typeof writers;
};

/**
 * Writes values into a goal of a text and leaves every other line as it is; the text may become wrong, and says so.
 *
 * @throws BrokenInput not-there, when no goal has the id, and what keeps the text from being read as YAML
 */
export const editGoal = action<GoalEdit, Edited>({
  act: "draft-plan",
  on: ({ plan }, rows) => planSubject(plan, rows),
  does: async (_, { plan, yaml, catalogue, goal, changes, as = "edited" }) => {
    const opened = await openedTexts(yaml, async () => openYaml(yaml, `${plan}.yaml`));
    const edited = writers[as](opened, goal, changes);
    return { yaml: edited, reading: readPlanText(edited, plan, catalogue) };
  },
  tells: nothingSaved,
});

const writers = { edited: writeInGoal, added: addGoal, removed: removeGoal } as const;

/** Rows of a spreadsheet, and where in a plan they are to stand. */
export type Paste = PlanText & {
  readonly cells: string;
  /** Whether the numbers are known to be written in Danish. */
  readonly danish?: boolean;
  /** The id of a table whose figures they replace. */
  readonly into?: string | undefined;
  /** Of a new table. */
  readonly title?: string | undefined;
  readonly unit?: Unit | undefined;
  readonly section?: string | undefined;
  readonly lines?: string | undefined;
};

/** A pasted table, and the text with it in when every cell could be read. */
export type Pasted = { readonly table: PastedTable; readonly edited?: Edited };

/**
 * Reads rows pasted from a spreadsheet and writes them into a text as a table, or over the figures of one it has.
 *
 * @throws BrokenInput not-there, wrong-cell-count, and every fault of the text
 */
export const pasteTable = action<Paste, Pasted>({
  act: "draft-plan",
  on: ({ plan }, rows) => planSubject(plan, rows),
  does: async (_, paste) => {
    const { plan: name, yaml, catalogue, into } = paste;
    const plan = check(parseYaml(yaml, `${name}.yaml`), planSchema(catalogue));
    const at = plan.tables.findIndex(({ id }) => id === into);
    if (into !== undefined && at < 0)
      throw broken("not-there", { kind: { da: "Tabellen", en: "The table" }, id: into });
    const table = readPasted(paste.cells, {
      unit: paste.unit ?? plan.tables[at]?.unit ?? "count",
      danish: paste.danish ?? false,
    });
    if (table.faults.length > 0) return { table };
    const edited = at < 0 ? withTable(yaml, plan, table, paste) : withCells(yaml, plan.tables[at], at, table);
    return { table, edited: { yaml: edited, reading: readPlanText(edited, name, catalogue) } };
  },
  tells: nothingSaved,
});

/** The cells of a row as a plan writes them. */
function lineOf({ cells }: PastedTable["rows"][number]): string {
  return cells.map(({ text }) => (text === "" ? "–" : text)).join(" | ");
}

function withCells(yaml: string, table: Table, at: number, { columns, rows }: PastedTable): string {
  const faults: Fault[] = [];
  const counts = (cells: number, expected: number) =>
    cells === expected || faults.push(...broken("wrong-cell-count", { cells, columns: expected }).faults);
  counts(columns.length, table.columns.length);
  counts(rows.length, table.rows.length);
  if (faults.length > 0) throw new BrokenInput(faults);
  return editYaml(
    yaml,
    rows.map((row, index) => ({ path: ["tables", at, "rows", index, "cells"], value: lineOf(row) })),
  );
}

function withTable(yaml: string, { tables }: Plan, { columns, rows }: PastedTable, paste: Paste): string {
  const { title = "Ny tabel", unit, section = "–", lines = "1" } = paste;
  const slug = slugs(tables.map(({ id }) => id));
  const inBoth = (words: string) => inline({ da: words === "" ? "–" : words, en: words === "" ? "–" : words });
  const written = [
    `id: ${slug(title, "tabel")}`,
    `title: ${inBoth(title)}`,
    `source: ${inline({ section, lines })}`,
    ...(unit === undefined ? [] : [`unit: ${unit}`]),
    "columns:",
    ...columns.map(({ id, label }) => `  - { id: ${id}, label: ${inBoth(label)} }`),
    "rows:",
    ...rows.map((row) => `  - { id: ${row.id}, label: ${inBoth(row.label)}, cells: ${JSON.stringify(lineOf(row))} }`),
  ];
  return appendItem(yaml, "tables", written.join("\n")).text;
}
