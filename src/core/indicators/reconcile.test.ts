import { expect, test } from "vitest";
import { parsePeriod } from "../calendar/period.ts";
import { isMissing } from "../figures/figure.ts";
import { causeFile, reconcile } from "./reconcile.ts";
import type { Series } from "./series.ts";

const text = { da: "Prøve", en: "Trial" };

function yearly(id: string, values: Readonly<Record<string, number>>): Series {
  return {
    id,
    title: text,
    owner: id,
    table: id,
    indicator: "fuldtidspersoner",
    where: {},
    unit: "full-time-persons",
    frequency: "year",
    seasonal: "none",
    vintage: "1",
    licence: "",
    finalAfterMonths: 0,
    breaks: [],
    proxyFor: [],
    observations: Object.entries(values).map(([year, value]) => {
      const period = parsePeriod(year);
      return { area: "851", period, status: "actual", value: { value, unit: "full-time-persons", period } };
    }),
  };
}

const { causes } = causeFile.parse({
  causes: [
    { id: "afrunding", says: { da: "afrundet", en: "rounded" }, within: "0.5 %" },
    { id: "sen", says: { da: "sen", en: "late" }, newest: "true" },
    { id: "kilde", says: { da: "kilden", en: "source" }, sources: ["andet"], from: "2018-01-01" },
    { id: "simuleret", says: { da: "simuleret", en: "simulated" }, simulated: "true" },
  ],
});

const own = yearly("eget", { "2017": 100, "2018": 200, "2019": 300 });

test("only periods that both have stand beside each other, with the difference in number and per cent", () => {
  const rows = reconcile(own, yearly("andet", { "2016": 1, "2017": 100, "2018": 250 }), "851", causes, false);
  expect(rows.map(({ period }) => period.id)).toEqual(["2017", "2018"]);
  expect(rows[1].difference?.number).toMatchObject({ value: -50, unit: "full-time-persons" });
  const share = rows[1].difference?.share;
  expect(share !== undefined && !isMissing(share) && share.value).toBeCloseTo(-0.2, 12);
});

test("a figure that agrees needs no cause", () => {
  expect(reconcile(own, yearly("andet", { "2017": 100 }), "851", causes, true)[0].causes).toEqual([]);
});

test("each cause is attached only where it can lie behind the difference", () => {
  const causesOf = (values: Record<string, number>, simulated = false) =>
    reconcile(own, yearly("andet", values), "851", causes, simulated)[0].causes.map(({ en }) => en);
  expect(causesOf({ "2017": 100.4 })).toEqual(["rounded"]);
  expect(causesOf({ "2017": 110 })).toEqual([]);
  expect(causesOf({ "2018": 250 })).toEqual(["source"]);
  expect(causesOf({ "2019": 350 })).toEqual(["late", "source"]);
  expect(causesOf({ "2017": 110 }, true)).toEqual(["simulated"]);
});

test("an own figure that is missing is shown with its reason and no difference", () => {
  const period = parsePeriod("2017");
  const hidden: Series = {
    ...own,
    observations: [{ area: "851", period, status: "actual", value: { missing: "too-small" } }],
  };
  const [row] = reconcile(hidden, yearly("andet", { "2017": 100 }), "851", causes, false);
  expect(row).toMatchObject({ own: { missing: "too-small" }, difference: undefined, causes: [] });
});
