import { describe, expect, test } from "vitest";
import { target } from "#core/plans/targets/schema.ts";
import { da } from "../text/plan/da.ts";
import { en } from "../text/plan/en.ts";
import { kindNames, kinds, withKind } from "./kinds.ts";

describe("The kinds of target in the form", () => {
  test("are all that a plan can have", () => {
    const known = target.options.map(({ shape }) => shape.kind.value);
    expect([...kindNames].sort()).toEqual([...known].sort());
  });

  test.for(kindNames)("give every blank of the sentence of %s something to fill it, in both languages", (kind) => {
    for (const words of [da, en]) {
      const second = kind === "coverage" || kind === "milestone" ? words.english[kind] : "";
      const blanks = [...`${words.kinds[kind].sentence} ${second}`.matchAll(/\{([\w.]+)\}/g)].map(([, name]) => name);
      expect([...new Set(blanks)].sort()).toEqual(Object.keys(kinds[kind]).sort());
    }
  });

  test("keep what another kind says too, and leave the rest behind", () => {
    const level = { "target.kind": "level", "target.bound": "most", "target.value": "5 %", "target.period": "2018" };
    expect(withKind(level, "", "change")).toEqual({
      ...{ "target.kind": "change", "target.bound": "most", "target.value": "", "target.period": "2018" },
      ...{ "target.by": "5 %", "target.direction": "rise" },
    });
    expect(withKind(level, "", "milestone")["target.by"]).toBe("2018");
    expect(withKind(level, "", undefined)).toEqual({
      ...{ "target.kind": "", "target.bound": "", "target.value": "", "target.period": "" },
    });
  });

  test("leave other parts of the goal alone", () => {
    const values = { "parts.0.target.kind": "level", "parts.1.target.kind": "level", good: "up" };
    expect(withKind(values, "parts.1.", "direction")).toMatchObject({ "parts.0.target.kind": "level", good: "up" });
  });
});
