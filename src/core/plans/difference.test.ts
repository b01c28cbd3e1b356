import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { differenceOf } from "./difference.ts";
import { plan as schema } from "./format/plan.ts";

/** The template has a goal of every kind of target, and a table. */
const template = readFileSync(join(import.meta.dirname, "../../../data/plans/skabelon-2027.yaml"), "utf8");
const read = (text: string) => schema.parse(parse(text, { schema: "failsafe" }));
const before = read(template);
const after = (from: string | RegExp, to: string) => {
  expect(template).toMatch(from);
  return differenceOf(before, read(template.replace(from, to)));
};

test("a plan does not differ from itself", () => {
  expect(differenceOf(before, read(`${template}\n# en bemærkning\n`))).toEqual([]);
});

test("the head's change is told first, in words", () => {
  expect(after("organisation: Din kommune", "organisation: Vores kommune")).toEqual([
    {
      kind: "changed",
      list: "plan",
      title: before.title,
      values: [
        {
          what: { da: "organisation", en: "organisation" },
          before: { da: "Din kommune", en: "Din kommune" },
          after: { da: "Vores kommune", en: "Vores kommune" },
        },
      ],
    },
  ]);
});

test("what came and what went are told whole, and the same the other way round", () => {
  const less = { ...before, goals: before.goals.slice(1) };
  const { id, title } = before.goals[0];
  expect(differenceOf(before, less)).toEqual([{ kind: "removed", list: "goals", id, title, values: [] }]);
  expect(differenceOf(less, before)).toEqual([{ kind: "added", list: "goals", id, title, values: [] }]);
});

test.for(before.goals.map((goal) => goal.id))("any key of the goal %s that changes is told", (id) => {
  const goal = before.goals.find((one) => one.id === id);
  for (const key of ["title", "good", "responsible", "dataSource", "rhythm"] as const) {
    const changed = {
      ...before,
      goals: before.goals.map((one) => (one === goal ? { ...one, [key]: { da: "ny", en: "new" } } : one)),
    };
    const told = differenceOf(before, changed);
    expect(told.map((one) => [one.kind, one.list, one.id])).toEqual([["changed", "goals", id]]);
    expect(told[0].values).toHaveLength(1);
  }
  for (const part of goal?.parts ?? []) {
    const bare = {
      ...before,
      goals: before.goals.map((one) => (one === goal ? { ...one, parts: [{ ...part, target: undefined }] } : one)),
    };
    if (goal?.parts.length === 1 && part.target !== undefined)
      expect(differenceOf(before, bare)[0].values[0].what.en).toContain("target");
  }
});

test("a target of the same kind tells how far its figure moved; one of another kind does not", () => {
  const [level] = before.goals.flatMap(({ id, parts: [{ target }] }) =>
    target?.kind === "level" ? [{ id, target }] : [],
  );
  const withTarget = (target: typeof level.target | undefined) => ({
    ...before,
    goals: before.goals.map((one) =>
      one.id === level.id ? { ...one, parts: one.parts.map((part) => ({ ...part, target })) } : one,
    ),
  });
  const higher = {
    ...level.target,
    value: { ...level.target.value, value: level.target.value.value + 7, printed: "x" },
  };
  const [{ values }] = differenceOf(before, withTarget(higher));
  expect(values.map(({ moved }) => moved?.value)).toEqual([7]);
  const [gone] = differenceOf(before, withTarget(undefined));
  expect(gone.values[0].moved).toBeUndefined();
});
