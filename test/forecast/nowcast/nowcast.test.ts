import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { computeIndicator } from "#actions/compute-indicator.ts";
import { forecastRegister } from "#actions/forecast-register.ts";
import { importRegister } from "#actions/import-register.ts";
import { type NewestRow, newestOf, nowcastRegister } from "#actions/nowcast-register.ts";
import { openData } from "#actions/open-data.ts";
import { openRegister } from "#actions/open-register.ts";
import { simulateRegister } from "#actions/simulate-register.ts";
import { addDays, addMonths, endOfMonth, parseDay } from "#core/calendar/day.ts";
import { type Month, monthOf, parseMonth } from "#core/calendar/month.ts";
import { readAsOf } from "#core/register/reading/as-of.ts";
import { testFolder } from "../../contract/databases.ts";
import { registering, writeExtract } from "./extracts.ts";

const FROM = "2014-01-01";
/** The first of the monthly extracts, and how many there are; of each the newest months are nowcast by those before it. */
const FIRST = parseDay("2016-09-30");
const EXTRACTS = 15;
const FIRST_NOWCAST = 9;
/** The extract in which all is told that they lacked. */
const LATER = parseDay("2018-09-30");
/** Months back of which much is told late. */
const LATE_MONTHS = 3;

/** A month as it was told, as it was nowcast, and as it was told in the end. */
type Held = NewestRow & { readonly back: number; readonly actual: number };

describe("Of a register extracted at the end of each month, with spells and their ends registered late,", () => {
  const { folder, remove } = testFolder();
  const own = openData();
  const data = { ...own, folders: { ...own.folders, var: join(folder, "var") } };
  const setting = { ...data, now: "2026-11-22T08:00:00Z", by: "test", key: undefined };
  const extracts: { readonly id: string; readonly last: Month }[] = [];
  let held: Held[];

  beforeAll(async () => {
    const files = join(folder, "files");
    const span = { from: parseDay(FROM), to: addDays(LATER, 1) };
    const tables = ["persons", "residence", "benefits"] as const;
    simulateRegister({ municipalities: ["165"], span, seed: 1, scale: 0.2, out: files, tables }, data);
    const all = registering(files, 1);
    for (const day of [...Array.from({ length: EXTRACTS }, (_, n) => endOfMonth(addMonths(FIRST, n))), LATER]) {
      const delivery = writeExtract(join(folder, "delivery"), all, day, FROM);
      const { id, outcome, findings } = await importRegister({ folder: delivery }, setting);
      expect({ outcome, findings }).toEqual({ outcome: "imported", findings: [] });
      extracts.push({ id, last: monthOf(day) });
    }
    const actual = await toldIn(extracts[EXTRACTS].id);
    const nowcast = extracts.slice(FIRST_NOWCAST, EXTRACTS).map(async ({ id, last }) =>
      (await newestIn(id)).map((row) => ({
        ...{ ...row, back: last - parseMonth(row.period), actual: actual.get(`${row.benefit} ${row.period}`) ?? 0 },
      })),
    );
    held = (await Promise.all(nowcast)).flat();
  }, 120_000);
  afterAll(remove);

  /** Full-time persons by benefit and month, as the indicator counts them. */
  async function toldIn(register: string): Promise<ReadonlyMap<string, number>> {
    const span = { from: parseMonth("2017-01"), to: parseMonth("2018-03") };
    const asked = {
      ...span,
      indicator: "fuldtidspersoner",
      by: ["benefit"],
      unit: "month",
      full: true,
      register,
    } as const;
    const { rows } = await computeIndicator(data, asked, setting);
    return new Map(rows.map(({ period, dims, value = 0 }) => [`${dims.benefit} ${period.id}`, value]));
  }

  async function newestIn(register: string): Promise<readonly NewestRow[]> {
    const newest = await nowcastRegister(data, { register }, setting);
    if ("missing" in newest) throw new Error(newest.missing.en);
    return newest;
  }

  /** The sums of errors by their size, of the months as told and as nowcast. */
  function errorsOf(rows: readonly Held[]): { readonly told: number; readonly nowcast: number } {
    const off = (figure: (row: Held) => number) =>
      rows.reduce((sum, row) => sum + Math.abs(figure(row) - row.actual), 0);
    return { told: off(({ told }) => told), nowcast: off(({ mean }) => mean) };
  }

  test("the newest months are nowcast closer to what a later extract tells than they are told", () => {
    const months = Array.from({ length: LATE_MONTHS }, (_, back) => held.filter((row) => row.back === back));
    for (const { told, nowcast } of months.map(errorsOf)) expect(nowcast).toBeLessThan(0.8 * told);
    const { told, nowcast } = errorsOf(held);
    expect(nowcast).toBeLessThan(told / 2);
    const sick = errorsOf(held.filter(({ benefit }) => benefit === "sygedagpenge"));
    expect(sick.nowcast).toBeLessThan(sick.told / 3);
  });

  test("what it tells lies in its intervals about as often as they say", () => {
    const late = held.filter(({ back }) => back < LATE_MONTHS);
    const within = (low: (row: Held) => number, high: (row: Held) => number) =>
      late.filter((row) => low(row) <= row.actual && row.actual <= high(row)).length / late.length;
    const covered80 = within(
      ({ lo80 }) => lo80,
      ({ hi80 }) => hi80,
    );
    const covered95 = within(
      ({ lo95 }) => lo95,
      ({ hi95 }) => hi95,
    );
    expect(covered80).toBeGreaterThan(0.72);
    expect(covered80).toBeLessThan(0.9);
    expect(covered95).toBeGreaterThan(0.89);
    expect(covered95).toBeLessThan(0.99);
  });

  test("the forecast tells the same months of the benefits it forecasts; an extract without older ones, or read as of before, says why it cannot", async () => {
    const { id } = extracts[FIRST_NOWCAST];
    const asked = { register: id, months: 1, draws: 0, nowcast: true };
    const forecast = await forecastRegister(data, asked, setting);
    const told = new Set(forecast.rows.map(({ benefit }) => benefit));
    expect(told.size).toBeGreaterThan(10);
    expect(forecast.newest).toEqual((await newestIn(id)).filter(({ benefit }) => told.has(benefit)));
    const register = await openRegister(id, setting);
    expect(newestOf(readAsOf(register, parseDay("2017-05-31")), [])).toEqual({
      missing: expect.objectContaining({ en: expect.stringContaining("long been") }),
    });
    const first = await nowcastRegister(data, { register: extracts[1].id }, setting);
    expect(first).toEqual({ missing: expect.objectContaining({ en: expect.stringContaining("older extracts") }) });
  });
});
