import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { startOutlook } from "#actions/outlooks.ts";
import { doNext } from "#actions/run-jobs.ts";
import { findUser } from "#actions/sign-in.ts";
import { expectedEndsSchema, movedSchema, publishedForecastSchema, readForecast } from "#api/forecast.ts";
import { job } from "#api/jobs.ts";
import { problemSchema } from "#api/problem.ts";
import type { Role } from "#core/access/role.ts";
import { callOf, doorOf } from "#server/house.ts";
import { jobKinds } from "#server/jobs.ts";
import { embedded } from "../contract/databases.ts";
import { type Asked, openHouse } from "./house.ts";

const bin = embedded.bin();

describe.skipIf(bin === undefined)("The endpoints of forecasts", () => {
  let house: Asked;
  beforeAll(async () => {
    house = await openHouse(bin);
  }, 300_000);
  afterAll(() => house?.close());

  /** What an endpoint answers, held to its own schema. */
  async function ask<S extends z.ZodType>(schema: S, address: string, role: Role = "analyst"): Promise<z.output<S>> {
    const { status, body } = await house.get(role, address);
    if (status !== 200) throw new Error(`${address}: ${status} ${JSON.stringify(body)}`);
    return schema.parse(body);
  }

  async function refused(address: string, role: Role) {
    const { status, body } = await house.get(role, address);
    return status < 400 ? undefined : problemSchema.parse(body).code;
  }

  test("a published series has its forecast, how such have come out, and figures inside each other", async () => {
    const { series, says } = await ask(publishedForecastSchema, "/api/forecast/published?area=851&years=2", "reader");
    const quarterly = series.find(({ id }) => id === "dst-auk01-kontanthjaelp");
    expect(says.da).toContain("Aalborg");
    expect(quarterly?.coming).toHaveLength(8);
    expect(quarterly?.past?.da).toMatch(/ramte i gennemsnit inden for ±/);
    for (const { lo95, lo80, mean, hi80, hi95 } of quarterly?.coming ?? [])
      expect([lo95, lo80, mean, hi80, hi95].toSorted((a, b) => a - b)).toEqual([lo95, lo80, mean, hi80, hi95]);
  });

  test("from a day in the past it is forecast from what was known then", async () => {
    const { series } = await ask(publishedForecastSchema, "/api/forecast/published?area=851&asOf=2015-06-30");
    const quarterly = series.find(({ id }) => id === "dst-auk01-kontanthjaelp");
    expect(quarterly?.history.at(-1)?.period).toBe("2015Q2");
    expect(quarterly?.coming[0].period).toBe("2015Q3");
  });

  test("a register's forecast is nobody's until it is made, and who may not is told so", async () => {
    expect(await ask(readForecast.answer, `/api/forecast?register=${house.register}`)).toEqual({});
    expect(await refused(`/api/forecast?register=${house.register}`, "reader")).toBe("not-permitted");
    expect(await refused(`/api/forecast/expected-ends?register=${house.register}`, "finance")).toBe("not-permitted");
  });

  test("a register too short for it is refused with the reason, which the job keeps", {
    timeout: 120_000,
  }, async () => {
    const { data, database, clock } = house.house;
    const actor = await findUser(doorOf(house.house), "demo-analyst");
    if (actor === undefined) throw new Error("the demo has an analyst");
    const id = await startOutlook(callOf(house.house, actor), { data, register: house.register });
    const address = `/api/forecast?register=${house.register}`;
    expect((await ask(readForecast.answer, address)).job?.state).toBe("waiting");
    expect(await startOutlook(callOf(house.house, actor), { data, register: house.register })).toBe(id);
    await doNext(database, jobKinds(house.house), clock, "the test");
    const ended = await ask(job, `/api/jobs/${id}`);
    expect(ended.state).toBe("failed");
    expect(ended.faults?.map(({ code }) => code)).toEqual(["register-too-short"]);
    expect(await ask(readForecast.answer, address)).toEqual({});
  });

  test("why a figure moved adds up to the change, and of a few people nothing is told", async () => {
    const at = `/api/forecast/moved?register=${house.register}&before=2018-03&after=2018-12`;
    const moved = await ask(movedSchema, `${at}&benefits=kontanthjaelp,dagpenge,sygedagpenge`);
    if ("missing" in moved) throw new Error(moved.missing);
    expect(moved.parts.reduce((sum, { change }) => sum + change, 0)).toBeCloseTo(moved.change, 6);
    expect(moved.after - moved.before).toBeCloseTo(moved.change, 6);
    expect(await ask(movedSchema, `${at}&benefits=forrevalidering`)).toHaveProperty("missing");
  });

  test("expected ends hide small groups, and say what they may be used for", async () => {
    const told = await ask(expectedEndsSchema, `/api/forecast/expected-ends?register=${house.register}`, "head");
    if ("missing" in told) throw new Error(told.missing);
    expect(told.about.da).toContain("aldrig om en person");
    const shown = told.groups.flatMap(({ now }) => (typeof now === "number" ? [now] : []));
    expect(shown.filter((now) => now >= 1 && now < 5)).toEqual([]);
    expect(told.groups.filter(({ weeks, basis }) => weeks !== undefined && basis === undefined)).toEqual([]);
  });
});
