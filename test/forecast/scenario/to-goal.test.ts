import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openData } from "#actions/open-data.ts";
import { parsePlan } from "#actions/stored-plans.ts";
import { goalText } from "#connectors/data-files/scenario.ts";
import { addToMonth, parseMonth } from "#core/calendar/month.ts";
import { goalOfScenario } from "#core/forecast/scenario/to-goal.ts";
import { states } from "./flows.ts";

const scenario = { id: "flere-i-job", title: { da: "Flere i job", en: "More in work" } };

/** From February 2027, so many months, the scenario falling by ten a month below 600. */
function path(count: number, fall = 10) {
  const months = Array.from({ length: count }, (_, h) => ({
    ...{ month: addToMonth(parseMonth("2027-02"), h), baseline: 600, scenario: 600 - fall * (h + 1) },
  }));
  return { scenario, benefit: "kontanthjaelp", months };
}

test("A scenario becomes a goal with a path: a part for each whole quarter ahead, in a plan that reads it", () => {
  const { catalogue } = openData();
  const goal = goalOfScenario(path(12), "job", { states });
  if (goal === undefined) throw new Error("there is a goal");
  const plan = readFileSync("data/plans/skabelon-2027.yaml", "utf8").replace(/^goals:\n/m, `goals:\n${goalText(goal)}`);
  const read = parsePlan(plan, "skabelon-2027", catalogue).goals[0];
  expect(read).toMatchObject({ id: "flere-i-job-kontanthjaelp", force: "intention", good: "down", track: "job" });
  expect(read.parts.map(({ id, target }) => [id, target])).toMatchObject([
    // February and March lie in a quarter that has begun; April, May and June are 570, 560 and 550.
    ["2027q2", { kind: "level", bound: "most", value: { value: 560, unit: "full-time-persons" }, as: "mean" }],
    ["2027q3", { value: { value: 530 } }],
    ["2027q4", { value: { value: 500 } }],
  ]);
});

test("A scenario that raises asks for at least; one that changes nothing, or looks no whole quarter ahead, for nothing", () => {
  expect(goalOfScenario(path(12, -5), "job", { states })).toMatchObject({
    ...{ good: "up", title: { en: "More on kontanthjaelp-jobparat" } },
    parts: [{ target: { bound: "least", value: "620 fuldtidspersoner" } }, {}, {}],
  });
  expect(goalOfScenario(path(12, 0), "job", { states })).toBeUndefined();
  expect(goalOfScenario(path(4), "job", { states })).toBeUndefined();
});
