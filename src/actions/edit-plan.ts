import { appendItem, type Edit, editYaml, inline, type Written } from "#connectors/data-files/edit.ts";
import { check, parseYaml } from "#connectors/data-files/yaml.ts";
import { BrokenInput, broken, type Fault } from "#core/faults/fault.ts";
import type { Unit } from "#core/figures/unit.ts";
import type { Plan } from "#core/plans/format/plan.ts";
import type { Table } from "#core/plans/format/table.ts";
import { type PastedTable, readPasted, slugs } from "#core/plans/pasted-table.ts";
import { type Catalogue, planSchema } from "#core/plans/references.ts";
import { action } from "./action.ts";
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

/** A value of a goal by its path, as `target.value`; without a value it goes. */
export type GoalChange = { readonly path: string; readonly value?: string | undefined };

/**
 * Writes values into a goal of a text and leaves every other line as it is; the text may become wrong, and says so.
 *
 * @throws BrokenInput not-there, when no goal has the id, and what keeps the text from being read as YAML
 */
export const editGoal = action<PlanText & { goal: string; changes: readonly GoalChange[] }, Edited>({
  act: "draft-plan",
  on: ({ plan }, rows) => planSubject(plan, rows),
  does: async (_, { plan, yaml, catalogue, goal, changes }) => {
    const goals: unknown = valueAt(parseYaml(yaml, `${plan}.yaml`).value, "goals");
    const at = Array.isArray(goals) ? goals.findIndex((one) => valueAt(one, "id") === goal) : -1;
    if (!Array.isArray(goals) || at < 0) throw broken("not-there", { kind: { da: "Målet", en: "The goal" }, id: goal });
    const edited = editYaml(yaml, editsOf(goals[at], ["goals", at], changes));
    return { yaml: edited, reading: readPlanText(edited, plan, catalogue) };
  },
  tells: nothingSaved,
});

/** Changes as edits of the text: those below a key that is not there yet are written together as its value. */
function editsOf(goal: unknown, at: Edit["path"], changes: readonly GoalChange[]): Edit[] {
  const edits = new Map<string, Edit>();
  for (const { path, value } of changes) {
    const keys = path.split(".");
    const depth = keys.findIndex((_, index) => !isHolder(keys.slice(0, index + 1).reduce(valueAt, goal)));
    const known = depth < 0 ? keys.length : depth + 1;
    if (value === undefined && known < keys.length) continue;
    const place = keys.slice(0, known).join(".");
    const before = edits.get(place)?.value;
    const nested = known === keys.length ? value : withValue(before, keys.slice(known), value ?? "");
    edits.set(place, { path: [...at, ...keys.slice(0, known)], value: nested });
  }
  return [...edits.values()];
}

function withValue(before: Written | undefined, [key, ...rest]: readonly string[], value: string): Written {
  const map = typeof before === "object" && !Array.isArray(before) ? Object.entries(before) : [];
  const old: Written | undefined = map.find(([name]) => name === key)?.[1];
  const others = map.filter(([name]) => name !== key);
  return Object.fromEntries([...others, [key, rest.length === 0 ? value : withValue(old, rest, value)]]);
}

function valueAt(value: unknown, key: string): unknown {
  return isHolder(value) ? Reflect.get(value, key) : undefined;
}

function isHolder(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Rows of a spreadsheet, and where in a plan they are to stand. */
export type Paste = PlanText & {
  readonly cells: string;
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
    const table = readPasted(paste.cells, { unit: paste.unit ?? plan.tables[at]?.unit ?? "count", danish: false });
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
