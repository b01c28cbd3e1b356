import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FollowedUp, followUpPlan } from "#actions/follow-up-plan.ts";
import { forecastRead } from "#actions/forecast-register.ts";
import { registerForecasts } from "#actions/goal-forecasts.ts";
import { openData, openPlan } from "#actions/open-data.ts";
import { openRegister } from "#actions/open-register.ts";
import { simulateRegister } from "#actions/simulate-register.ts";
import { addDays, parseDay } from "#core/calendar/day.ts";
import { firstDay, parseMonth } from "#core/calendar/month.ts";
import { isForeseen } from "#core/forecast/goals/foreseen.ts";
import { isPaths, type PathQuestion } from "#core/forecast/goals/paths.ts";
import type { Register } from "#core/register/columns.ts";
import { readAsOf } from "#core/register/reading/as-of.ts";

const data = openData();
const plan = openPlan(data, "albertslund-2018");
const today = parseDay("2026-11-22");
const asOf = parseDay("2018-09-30");
let folder: string;
let register: Register;
let followed: FollowedUp;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "pejl-chances-"));
  const span = { from: firstDay(parseMonth("2014-01")), to: firstDay(parseMonth("2018-10")) };
  simulateRegister({ municipalities: ["165"], span, seed: 3, scale: 0.1, out: folder }, data);
  const { folders, vocabulary } = data;
  register = await openRegister(folder, { folders, vocabulary, now: "2026-11-22T00:00:00.000Z", by: "test" });
  followed = followUpPlan(data, plan, today, { asOf, register });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("goals of full-time persons on a register are forecast by how its people flow, the others say why not", () => {
  const parts = followed.goals.flatMap((one) => one.parts);
  const foreseen = parts.flatMap((part) => (isForeseen(part.foreseen) ? [{ part, foreseen: part.foreseen }] : []));
  expect(foreseen.length).toBeGreaterThan(3);
  for (const { part, foreseen: one } of foreseen) {
    expect(part.series?.indicator).toBe("fuldtidspersoner");
    expect(one.method.en).toContain("flow model");
    expect(one.past?.en).toMatch(
      /^Tried on the register.s own past it hit (each of the benefits )?within ± [0-9.]+% on average/,
    );
    expect(one.chance >= 0 && one.chance <= 1 && one.range.lo80 <= one.range.hi80).toBe(true);
  }
  for (const { verdict, foreseen: found } of parts) if (verdict.family === "settled") expect(found).toBeUndefined();
});

test("a forecast of the register tells the chances of a plan's goals, about as the follow-up of the plan does", () => {
  const { goals = [] } = forecastRead(data, readAsOf(register, asOf), { months: 6, draws: 200, plan });
  const chances = new Map(
    followed.goals.flatMap(({ goal, parts }) =>
      parts.flatMap(({ id, foreseen }) =>
        isForeseen(foreseen) ? [[`${goal.id} ${id}`, foreseen.chance] as const] : [],
      ),
    ),
  );
  expect(goals.length).toBe(chances.size);
  // Fewer futures, of fewer months: within three standard errors of 200 draws.
  for (const { goal, part, chance } of goals)
    expect(Math.abs(chance - (chances.get(`${goal} ${part}`) ?? Number.NaN))).toBeLessThan(0.11);
  expect(Object.keys(goals[0])).toEqual(["goal", "part", "label", "chance"]);
});

test("the model knows all until its day, so it tells nothing as of another, nor of other indicators", () => {
  const source = registerForecasts(data, plan.answered, register, asOf);
  const asked: PathQuestion = {
    ...{ indicator: "fuldtidspersoner", where: { benefit: "dagpenge" }, parameters: {}, areas: ["165"] },
    ...{ distanceTo: undefined, asOf: addDays(asOf, -90), series: followed.series[0], history: [], periods: [] },
  };
  expect(isPaths(source(asked))).toBe(false);
  expect(isPaths(source({ ...asked, asOf, indicator: "personer" }))).toBe(false);
  expect(isPaths(source({ ...asked, asOf }))).toBe(true);
});
