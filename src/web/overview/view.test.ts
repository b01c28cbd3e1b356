import { describe, expect, it } from "vitest";
import type { GoalRow } from "../answers.ts";
import { foldedOf, narrowed, type OverviewView, pressed, readView, sorted } from "./view.ts";

const words = (da: string) => ({ da, en: da });
const verdicts = {
  met: { family: "settled", value: "met" },
  "off-course": { family: "under-way", value: "off-course" },
  "no-data": { family: "cannot-be-settled", value: "no-data" },
} as const;

function goal(id: string, verdict: keyof typeof verdicts, distance: number | undefined, unit?: string): GoalRow {
  const stand = { ...verdicts[verdict], word: words(verdict), shape: "●", reason: words("") };
  const figure =
    distance === undefined ? { missing: "no-data" as const } : { value: distance, unit: "persons" as const };
  const shown = "value" in figure ? { ...figure, printed: String(distance) } : figure;
  return {
    ...{ id, title: words(id), track: "spor", force: "promise", level: "own", binding: true, good: "down" },
    ...{ verdict: stand, baseline: shown, latest: shown, distance: shown, trend: [], notes: [] },
    ...{ openQuestions: 0, parts: 1, ...(unit !== undefined && { unit }) },
  };
}

const goals = [goal("b", "met", 5, "nord"), goal("a", "no-data", undefined), goal("c", "off-course", -3)];
const idsOf = (view: OverviewView) => sorted(narrowed(goals, view), view, "da").map(({ id }) => id);

describe("The goals of the overview", () => {
  it("stand in the plan's order until one is asked for", () => {
    expect(idsOf({})).toEqual(["b", "a", "c"]);
  });

  it("are narrowed by every filter at once; all that cannot be settled go under one", () => {
    expect(idsOf({ status: ["cannot-be-settled", "met"] })).toEqual(["b", "a"]);
    expect(idsOf({ status: ["cannot-be-settled", "met"], unit: ["none"] })).toEqual(["a"]);
    expect(idsOf({ track: ["elsewhere"] })).toEqual([]);
  });

  it("asked for by status are those that are counted; intentions are asked for by themselves", () => {
    const some = [...goals, { ...goal("d", "met", 1), binding: false }];
    const ids = (view: OverviewView) => narrowed(some, view).map(({ id }) => id);
    expect(ids({ status: ["met"] })).toEqual(["b"]);
    expect(ids({ status: ["intention"] })).toEqual(["d"]);
    expect(ids({})).toHaveLength(4);
  });

  it("settled in earlier years are folded away while others go on, and nobody asks for them", () => {
    const settled = (id: string, period: string) => {
      const one = goal(id, "met", 1);
      return { ...one, latest: { value: 1, unit: "persons" as const, printed: "1", period } };
    };
    const some = [settled("old", "2018"), settled("last", "2019"), goal("c", "off-course", -3)];
    const ids = (view: OverviewView, all = some) => foldedOf(all, view, "2020-06-30").map(({ id }) => id);
    expect(ids({})).toEqual(["old"]);
    expect(ids({ status: ["met"] })).toEqual([]);
    expect(ids({}, some.slice(0, 2))).toEqual([]);
  });

  it("are ordered by a figure with those that have none last, whichever way", () => {
    expect(idsOf({ sort: "distance" })).toEqual(["c", "b", "a"]);
    expect(idsOf({ sort: "distance", order: "down" })).toEqual(["b", "c", "a"]);
  });

  it("are ordered by status with the worst first, by title in Danish", () => {
    expect(idsOf({ sort: "verdict" })).toEqual(["c", "a", "b"]);
    expect(idsOf({ sort: "title" })).toEqual(["a", "b", "c"]);
  });
});

describe("A column's heading", () => {
  it("is pressed for up, down, and the plan's own order again", () => {
    expect(pressed({}, "distance")).toEqual({ sort: "distance", order: undefined });
    expect(pressed({ sort: "distance" }, "distance")).toEqual({ sort: "distance", order: "down" });
    expect(pressed({ sort: "distance", order: "down" }, "distance")).toEqual({ sort: undefined, order: undefined });
    expect(pressed({ sort: "distance", order: "down" }, "title")).toEqual({ sort: "title", order: undefined });
  });
});

it("An address that asks for what there is not is read without it", () => {
  expect(readView({ sort: "colour", order: "up", rows: "huge", status: "met", other: "x" })).toEqual({
    status: ["met"],
  });
});
