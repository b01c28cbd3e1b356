import { broken } from "#core/faults/fault.ts";
import { appendItem, type Edit, editOpen, inline, type OpenYaml, type Written } from "./edit.ts";

/** A value of a goal by its path, as `target.value`; without a value it goes. */
export type GoalChange = { readonly path: string; readonly value?: string | undefined };

/**
 * The text of a plan with values written into one of its goals; every other line stays to the letter, and a value that
 * is already there changes nothing.
 *
 * @throws BrokenInput not-there, when no goal has the id
 * @example writeInGoal(openYaml("goals:\n  - { id: a, good: up }\n", "a.yaml"), "a", [{ path: "good", value: "down" }]) // "goals:\n  - { id: a, good: down }\n"
 */
export function writeInGoal(opened: OpenYaml, goal: string, changes: readonly GoalChange[]): string {
  const { written, at } = getGoal(opened, goal);
  const said = ({ path, value }: GoalChange) => value === path.split(".").reduce(valueAt, written);
  const changed = changes.filter((one) => !said(one));
  return editOpen(opened, editsOf(written, ["goals", at], changed));
}

/** The text of a plan with a new goal as its last. */
export function addGoal({ text }: OpenYaml, goal: string, changes: readonly GoalChange[]): string {
  const values = changes.reduce<Written>(
    (before, { path, value }) => (value === undefined ? before : withValue(before, path.split("."), value)),
    {},
  );
  const lines = Object.entries(withLists(values)).map(([key, value]: [string, Written]) => `${key}: ${inline(value)}`);
  return appendItem(text, "goals", [`id: ${inline(goal)}`, ...lines].join("\n")).text;
}

/** The text of a plan without one of its goals. @throws BrokenInput not-there */
export function removeGoal(opened: OpenYaml, goal: string): string {
  return editOpen(opened, [{ path: ["goals", getGoal(opened, goal).at], value: undefined }]);
}

function getGoal({ value }: OpenYaml, goal: string): { readonly written: unknown; readonly at: number } {
  const goals: unknown = valueAt(value, "goals");
  const at = Array.isArray(goals) ? goals.findIndex((one) => valueAt(one, "id") === goal) : -1;
  if (!Array.isArray(goals) || at < 0) throw broken("not-there", { kind: { da: "Målet", en: "The goal" }, id: goal });
  return { written: goals[at], at };
}

/**
 * Changes as edits of the text: those below a key that is not there yet are written together as its value, and what is
 * left with nothing in it goes.
 */
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
    edits.set(place, { path: keys.slice(0, known), value: nested });
  }
  return withoutEmpty(goal, [...edits.values()]).map(({ path, value }) => ({
    path: [...at, ...path],
    value: value === undefined ? undefined : withLists(value),
  }));
}

/** The edits in which a map or list that would lose everything goes itself. */
function withoutEmpty(goal: unknown, edits: readonly Edit[]): readonly Edit[] {
  const beside = Map.groupBy(edits, ({ path }) => JSON.stringify(path.slice(0, -1)));
  const emptied = [...beside.values()].find((together) => {
    const holder = together[0].path.slice(0, -1).map(String).reduce(valueAt, goal);
    const all = isHolder(holder) ? Object.keys(holder).length : 0;
    return together[0].path.length > 1 && together.length === all && together.every((one) => one.value === undefined);
  });
  if (emptied === undefined) return edits;
  const gone: Edit = { path: emptied[0].path.slice(0, -1), value: undefined };
  return withoutEmpty(goal, [...edits.filter((one) => !emptied.includes(one)), gone]);
}

/** A value whose maps with the keys 0, 1, 2 … are the lists they were meant as. */
function withLists(value: Written): Written {
  if (typeof value !== "object") return value;
  const entries = Object.entries(value);
  const written = entries.map(([key, one]): [string, Written] => [key, withLists(one)]);
  const isList = entries.length > 0 && entries.every(([key], at) => key === String(at));
  return isList ? written.map(([, one]) => one) : Object.fromEntries(written);
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
