import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openYaml } from "./edit.ts";
import { planIds } from "./plans.ts";
import { addGoal, removeGoal, writeInGoal } from "./write-in-goal.ts";
import { parseYaml } from "./yaml.ts";

const data = join(import.meta.dirname, "..", "..", "..", "data");

/** Every value below a goal but its questions, by the path that leads to it: what a form of the pages may write. */
function leavesOf(value: unknown, path: string): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (path === "questions") return [];
  return Object.entries(value ?? {}).flatMap(([key, one]) => leavesOf(one, path === "" ? key : `${path}.${key}`));
}

describe.for(planIds(data))("In the text of %s", (id) => {
  const text = readFileSync(join(data, "plans", `${id}.yaml`), "utf8");
  const opened = openYaml(text, `${id}.yaml`);
  const goals: readonly { id: string }[] = Reflect.get(Object(opened.value), "goals");

  test("a goal that is opened and saved without a change stays to the letter, whichever goal it is", () => {
    for (const goal of goals) {
      const changes = leavesOf(goal, "").map(([path, value]) => ({ path, value }));
      expect(writeInGoal(opened, goal.id, changes)).toBe(text);
    }
  });

  test("a value that is written changes lines of its goal only", () => {
    const lines = text.split("\n");
    const begins = goals.map((_, at) => (parsed.placeOf(["goals", at]).line ?? 1) - 1);
    const places = goals.flatMap((goal, at) => leavesOf(goal, "").map(([path]) => ({ at, path })));
    const written = fc.constantFrom("x", "1,5 %", "a: b # c", "", "æøå", "2 linjer\nher", "- y", '"');
    fc.assert(
      fc.property(fc.constantFrom(...places), written, ({ at, path }, value) => {
        if (path === "id") return;
        const after = writeInGoal(opened, goals[at].id, [{ path, value }]).split("\n");
        const head = lines.findIndex((line, index) => line !== after[index]);
        const tail = lines.toReversed().findIndex((line, index) => line !== after.toReversed()[index]);
        if (head < 0) return;
        expect(head).toBeGreaterThanOrEqual(begins[at]);
        if (at + 1 < goals.length) expect(lines.length - tail).toBeLessThanOrEqual(begins[at + 1]);
      }),
      { numRuns: 25 },
    );
  });
  const parsed = parseYaml(text, `${id}.yaml`);
});

describe("Values of a goal that come and go", () => {
  const text = `goals:
  - id: a
    target:
      kind: cohort # points
      points:
        - { after: 1 år, share: 10 % }
        - { after: 2 år, share: 25 % }
    states: { direction: rise, by: 2 % }
`;
  const opened = openYaml(text, "a.yaml");

  test("are written together where nothing of the kind was there", () => {
    const changes = [
      { path: "baseline.origin", value: "stated" },
      { path: "baseline.value", value: "3,5 %" },
    ];
    expect(writeInGoal(opened, "a", changes)).toBe(`${text}    baseline: { origin: stated, value: "3,5 %" }\n`);
  });

  test("become an item of a list that has room for one more", () => {
    const changes = [
      { path: "target.points.2.after", value: "3 år" },
      { path: "target.points.2.share", value: "50 %" },
    ];
    expect(writeInGoal(opened, "a", changes)).toContain("25 % }\n        - { after: 3 år, share: 50 % }\n");
  });

  test("take what held them with them when the last one goes", () => {
    const gone = ["target.points.1.after", "target.points.1.share", "states.direction", "states.by"];
    const after = writeInGoal(
      opened,
      "a",
      gone.map((path) => ({ path })),
    );
    expect(after).toBe(
      text
        .split("\n")
        .filter((line) => !/2 år|states/.test(line))
        .join("\n"),
    );
  });

  test("make the list that a new kind of target needs", () => {
    const plain = openYaml("goals:\n  - id: a\n    target: { kind: cohort }\n", "a.yaml");
    const changes = [
      { path: "target.points.0.after", value: "1 år" },
      { path: "target.points.0.share", value: "50 %" },
    ];
    expect(writeInGoal(plain, "a", changes)).toContain("{ kind: cohort, points: [{ after: 1 år, share: 50 % }] }");
  });

  test("are those of a new goal, which stands last, and goes again without a trace", () => {
    const changes = [
      { path: "title.da", value: "Nyt" },
      { path: "title.en", value: "New" },
      { path: "good", value: "up" },
    ];
    const added = addGoal(opened, "nyt", changes);
    expect(added).toContain("\n  - id: nyt\n    title: { da: Nyt, en: New }\n    good: up\n");
    expect(added.startsWith(text)).toBe(true);
    expect(removeGoal(openYaml(added, "a.yaml"), "nyt").trimEnd()).toBe(text.trimEnd());
  });

  test("belong to a goal that is there", () => {
    expect(() => writeInGoal(opened, "b", [])).toThrow("Målet");
  });
});
