import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listPersonsBehind } from "#actions/list-persons-behind.ts";
import { readAudit } from "#api/audit.ts";
import { exploreRegister } from "#api/explore.ts";
import { listPersonsBehind as endpoint } from "#api/persons-behind.ts";
import { problemSchema } from "#api/problem.ts";
import { parsePeriod } from "#core/calendar/period.ts";
import { doorOf } from "#server/house.ts";
import { embedded } from "../contract/databases.ts";
import { type Asked, openHouse } from "./house.ts";

const bin = embedded.bin();
const plan = "albertslund-2018";
const goal = "budget-kontanthjaelp";
const where = "benefit:kontanthjaelp,municipality:165";

describe.skipIf(bin === undefined)("The persons behind a goal's figure", () => {
  let house: Asked;
  /** The register on which it is asked, and of which month. */
  let asked: string;
  beforeAll(async () => {
    house = await openHouse(bin);
    asked = `register=${house.register}&period=2018-06`;
  }, 300_000);
  afterAll(() => house?.close());

  const behind = async (page: number) => {
    const { body } = await house.get("head", `/api/plans/${plan}/goals/${goal}/persons?${asked}&page=${page}`);
    return endpoint.answer.parse(body);
  };

  test("are each there once, and what they add is the figure", async () => {
    const first = await behind(1);
    const pages = [first];
    for (let page = 2; page <= first.pages; page++) pages.push(await behind(page));
    const persons = pages.flatMap((one) => one.persons);
    expect(persons).toHaveLength(first.count);
    expect(new Set(persons.map(({ id }) => id)).size).toBe(first.count);
    const address = `/api/indicators/fuldtidspersoner/figures?register=${house.register}&from=2018-06&to=2018-06&where=${where}`;
    const [{ figure, n }] = exploreRegister.answer.parse((await house.get("head", address)).body).rows;
    expect(first.count).toBe(n);
    const sum = persons.reduce((total, { amount }) => total + amount, 0);
    expect("value" in figure && figure.value).toBeCloseTo(sum, 6);
  });

  test("are in the log, those that were shown and no others", async () => {
    const { persons, count, page } = await behind(1);
    const log = readAudit.answer.parse((await house.get("auditor", "/api/audit?act=list-persons&limit=1")).body);
    const [entry] = log.entries;
    expect(entry).toMatchObject({ actor: "demo-head", subject: `plan ${plan} goal ${goal}`, count });
    expect(entry.persons).toEqual(persons.map(({ id }) => id));
    expect([page, persons.length < count]).toEqual([1, true]);
  });

  test("are denied those who may not see persons, and cannot be told of a period that a register does not give", async () => {
    const address = `/api/plans/${plan}/goals/${goal}/persons?register=${house.register}`;
    const codeOf = async (role: "reader" | "head", period: string) =>
      problemSchema.parse((await house.get(role, `${address}&period=${period}`)).body).code;
    expect(await codeOf("reader", "2018-06")).toBe("not-permitted");
    expect(await codeOf("head", "2018-W10")).toBe("wrong-use");
  });

  test("are only those of the asker's own unit, where the role goes no further", async () => {
    const byUnit = `/api/indicators/fuldtidspersoner/figures?register=${house.register}&from=2018-06&to=2018-06&by=unit&where=${where}`;
    const { rows } = exploreRegister.answer.parse((await house.get("head", byUnit)).body);
    const largest = rows.toSorted((a, b) => (b.n ?? 0) - (a.n ?? 0))[0];
    const { unit } = largest.codes;
    const actor = {
      ...{ id: "berit", name: "Berit" },
      grants: [{ role: "caseworker" as const, municipality: "165", unit }],
    };
    const { data } = house.house;
    const request = { data, plan, goal, register: house.register, period: parsePeriod("2018-06"), page: 1 };
    const found = await listPersonsBehind({ ...doorOf(house.house), actor }, request);
    expect([found.narrowedTo, found.count]).toEqual([[unit], largest.n]);
    expect(found.count).toBeLessThan((await behind(1)).count);
  });
});
