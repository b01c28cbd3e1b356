import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { readIndicators } from "#connectors/data-files/indicators.ts";
import { readVocabulary } from "#connectors/data-files/vocabulary.ts";
import { readChecked } from "#connectors/data-files/yaml.ts";
import { readDelivery } from "#connectors/register-files/read-delivery.ts";
import { addMonths, formatDay, parseDay } from "#core/calendar/day.ts";
import { parseMonth } from "#core/calendar/month.ts";
import { parsePeriod } from "#core/calendar/period.ts";
import { text } from "#core/format/scalars.ts";
import { getIndicator } from "#core/indicators/indicator.ts";
import { seriesOf } from "#core/register/counting/windows.ts";
import { isTableName } from "#core/register/schema.ts";
import { faultsOfWhere } from "#core/vocabulary/dimension.ts";
import { home } from "../meta/tree.ts";
import { asksOf, caseNames, cases, kit, readCsv } from "./case.ts";
import { refusionOn } from "./refusion.ts";
import { workedOut } from "./sums.ts";

const data = join(home, "data");
const vocabulary = readVocabulary(data);
const indicators = readIndicators(data, vocabulary);
const caseSchema = z.fromJSONSchema(JSON.parse(readFileSync(join(kit, "case.schema.json"), "utf8")));
const rules = readChecked(
  join(kit, "rules.yaml"),
  z.strictObject({
    rules: z.array(z.strictObject({ id: z.string(), source: z.enum(["owner", "plan", "default"]), ...text.shape })),
  }),
).rules;

describe("The kit", () => {
  it("has a hundred cases, each in a folder of its name", () => {
    expect(cases.length).toBeGreaterThanOrEqual(100);
    expect(cases.map(({ id }) => id)).toEqual(caseNames);
  });

  it("tests every rule it states, and states every rule it tests", () => {
    const calendar = ["1.4", "1.5"];
    const tested = new Set([...cases.flatMap((one) => one.rules), ...calendar]);
    expect([...tested].toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
  });
});

describe.each(caseNames)("Case %s", (name) => {
  const folder = join(kit, "cases", name);
  const written = readFileSync(join(folder, "case.yaml"), "utf8");

  it("is written as case.schema.json says, and read alike by YAML 1.1 and 1.2", () => {
    const read = parse(written, { version: "1.2" });
    expect(caseSchema.safeParse(read).error?.issues ?? []).toEqual([]);
    expect(parse(written, { version: "1.1" })).toEqual(read);
  });

  it("has input that the register format takes without a fault", async () => {
    const files = readdirSync(folder).filter((file) => file !== "case.yaml");
    if (files.length === 0) return;
    const tables = files.flatMap((file) => (file.endsWith(".csv") ? [file.slice(0, -".csv".length)] : []));
    expect(files.toSorted()).toEqual([...tables.map((table) => `${table}.csv`), "datapackage.json"].toSorted());
    expect(tables.filter((table) => !isTableName(table))).toEqual([]);
    const { faults, unreadable, assumptions, others } = await readDelivery(folder, { vocabulary });
    expect([...unreadable, ...faults, ...assumptions, ...others]).toEqual(["case.yaml"]);
  });

  it("works its answers out in sums that hold", () => {
    const { asks } = cases[caseNames.indexOf(name)];
    const wrong = asks.flatMap(({ work }) => work.sums.filter((line) => line.split(" = ")[1] !== workedOut(line)));
    expect(wrong).toEqual([]);
  });
});

describe.each(asksOf("indicator"))("Ask $name", ({ ask }) => {
  const indicator = getIndicator(indicators, ask.indicator);

  it("names parameters, dimensions and codes that the indicator has", () => {
    expect(Object.keys(ask.parameters).filter((id) => indicator.parameters.every((one) => one.id !== id))).toEqual([]);
    const dimensions = [...indicator.dimensions, "municipality"];
    expect(ask.by.filter((id) => !dimensions.includes(id))).toEqual([]);
    const filters = [ask.where, ...ask.expect.map(({ dims: { municipality, ...dims } }) => dims)];
    expect(filters.flatMap((where) => faultsOfWhere(where, vocabulary, indicator.dimensions))).toEqual([]);
  });

  it("expects a row for each period, with a code of each dimension", () => {
    const periods = seriesOf(parseMonth(ask.from), parseMonth(ask.to), ask.unit).flat();
    expect([...new Set(ask.expect.map(({ period }) => period))].toSorted()).toEqual(
      periods.map(({ id }) => id).toSorted(),
    );
    for (const { dims } of ask.expect) expect(Object.keys(dims)).toEqual(ask.by);
  });

  it("expects figures in the indicator's unit, shares being numerator ÷ denominator, or a reason", () => {
    for (const { figure } of ask.expect) {
      if (figure.missing !== undefined) continue;
      expect(figure.unit).toBe(indicator.unit);
      const { value, numerator, denominator } = figure;
      if (numerator === undefined || denominator === undefined) continue;
      expect(value).toBe(Math.round((numerator / denominator) * 1e6) / 1e6);
    }
  });
});

describe.each(asksOf("refusion"))("Ask $name", ({ id, ask: { refusion, expect: expected } }) => {
  it("is answered alike by going through the weeks one by one", () => {
    const rows = readCsv(join(kit, "cases", id, "benefits.csv"));
    const own = rows.filter(({ person_id }) => person_id === refusion.person);
    const { week, state } = refusionOn(own, refusion.day);
    expect(state).toBe(expected.state.value);
    expect(expected.week ?? week).toBe(week);
    expect(expected.state.value + expected.municipality.value).toBe(1);
  });
});

describe("The calendar tables", () => {
  it.each(readCsv(join(kit, "tables", "periods.csv")))("$written is $from to $last", ({ written, from, last }) => {
    const period = parsePeriod(written);
    expect([period.from, period.to - 1]).toEqual([parseDay(from), parseDay(last)]);
  });

  it.each(readCsv(join(kit, "tables", "months-after.csv")))("$months months after $day is $answer", (line) => {
    expect(formatDay(addMonths(parseDay(line.day), Number(line.months)))).toBe(line.answer);
  });
});
