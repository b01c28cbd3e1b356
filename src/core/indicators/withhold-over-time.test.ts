import fc from "fast-check";
import { expect, it } from "vitest";
import { parsePeriod } from "../calendar/period.ts";
import { isMissing } from "../figures/figure.ts";
import type { Observation, Series } from "./series.ts";
import { withholdOverTime } from "./withhold-over-time.ts";

const months = Array.from({ length: 12 }, (_, at) => `2018-${String(at + 1).padStart(2, "0")}`);

function seriesOf(values: readonly number[], limit = 5): Series {
  const observation = (id: string, value: number): Observation => {
    const period = parsePeriod(id);
    const small = value > 0 && value < limit;
    return {
      area: "851",
      period,
      status: "actual",
      value: small ? { missing: "withheld", unit: "count", period } : { value, unit: "count", period },
    };
  };
  const sum = (some: readonly number[]) => some.reduce((total, one) => total + one, 0);
  const quarters = [0, 1, 2, 3].map((at) => observation(`2018Q${at + 1}`, sum(values.slice(at * 3, at * 3 + 3))));
  return {
    id: "x",
    title: { da: "x", en: "y" },
    owner: "x",
    indicator: "x",
    where: {},
    unit: "count",
    frequency: "month",
    seasonal: "none",
    vintage: "1",
    licence: "",
    finalAfterMonths: 0,
    breaks: [],
    proxyFor: [],
    observations: [
      ...months.map((id, at) => observation(id, values[at])),
      ...quarters,
      observation("2018", sum(values)),
    ],
  };
}

function shownOf(series: Series): string[] {
  return series.observations.flatMap(({ period, value }) => (isMissing(value) ? [] : [period.id]));
}

it("A month alone hidden in its quarter takes the smallest other month with it", () => {
  const shown = shownOf(withholdOverTime(seriesOf([3, 40, 20, 50, 50, 50, 50, 50, 50, 50, 50, 50])));
  expect(shown).not.toContain("2018-03");
  expect(shown).toContain("2018-02");
  expect(shown).toContain("2018Q1");
});

it("A series without small figures stays as it is", () => {
  const series = seriesOf(months.map(() => 30));
  expect(withholdOverTime(series)).toEqual(series);
});

it("No small month can be told from a shown quarter or year and the other months", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 12, maxLength: 12 }), (values) => {
      const shown = shownOf(withholdOverTime(seriesOf(values)));
      for (const id of shown.filter((one) => !one.includes("-"))) {
        const inside = months.filter((month) => {
          const [whole, part] = [parsePeriod(id), parsePeriod(month)];
          return part.from >= whole.from && part.to <= whole.to;
        });
        const hidden = inside.filter((month) => !shown.includes(month));
        // Alone it may be hidden only where every other month of the period is 0, and then the period is small itself.
        if (hidden.length === 1) return false;
      }
      return true;
    }),
  );
});
