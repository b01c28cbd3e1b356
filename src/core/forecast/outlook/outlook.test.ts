import { describe, expect, it } from "vitest";
import type { FlowOutcome } from "../flow/backtest.ts";
import { accuracyRows } from "./accuracy-rows.ts";
import type { OutlookBenefit } from "./outlook.ts";
import { sayAccuracy, sayHeld, sayOutlook } from "./words.ts";

const outcome = (area: string, ahead: number, mean: number, simple: number): FlowOutcome => ({
  ...{ area, ahead, origin: 30, actual: 100, measure: 10 },
  expected: { mean, lo80: mean - 5, hi80: mean + 5, lo95: mean - 8, hi95: mean + 8 },
  ...{ seasonalNaive: simple, drift: simple, smoothing: simple },
});

describe("The accuracy of an outlook", () => {
  const rows = accuracyRows([
    outcome("dagpenge", 1, 98, 110),
    outcome("dagpenge", 8, 90, 104),
    outcome("fleksjob", 1, 97, 99),
  ]);

  it("is summed up by benefit and how far ahead, all together first, and only where something came", () => {
    expect(rows.map(({ benefit, from, to, count }) => [benefit, from, to, count])).toEqual([
      [undefined, 1, 24, 3],
      [undefined, 1, 3, 2],
      [undefined, 7, 12, 1],
      ["dagpenge", 1, 24, 2],
      ["dagpenge", 1, 3, 1],
      ["dagpenge", 7, 12, 1],
      ["fleksjob", 1, 24, 1],
      ["fleksjob", 1, 3, 1],
    ]);
  });

  it("says where a simple guess was as good", () => {
    const best = rows.filter(({ from, to }) => from === 1 && to === 24).map(({ benefit, isBest }) => [benefit, isBest]);
    expect(best).toEqual([
      [undefined, false],
      ["dagpenge", true],
      ["fleksjob", false],
    ]);
    expect(sayAccuracy(rows, 8).da).toContain("For 1 af 2 ydelser");
    expect(sayAccuracy([], 0).da).toContain("for kort");
  });

  it("says nothing of a benefit that no figure of last year measures", () => {
    expect(accuracyRows([{ ...outcome("seniorpension", 1, 9, 9), measure: 0 }])).toEqual([]);
  });
});

const benefit = (id: string, now: number | null, mean: number): OutlookBenefit => ({
  ...{ benefit: id, label: { da: id, en: id }, method: "flow", isBeside: false },
  history: [{ period: "2018-12", value: now }],
  coming: [{ period: "2019-01", mean, lo80: mean - 10, hi80: mean + 10, lo95: mean - 20, hi95: mean + 20 }],
});

describe("The sentence of an outlook", () => {
  it("tells where all end together, and what moves most", () => {
    const said = sayOutlook({ known: "2018-12", benefits: [benefit("A", 1000, 990), benefit("B", 500, 450)] }, 12);
    expect(said.da).toBe(
      "Vi ender på 1.440 fuldtidspersoner i januar 2019 mod 1.500 fuldtidspersoner i december 2018 (−60), hvis alt går som ventet. Mest flytter B sig: −50, og i 80 af 100 tilfælde ligger tallet mellem 440 og 460.",
    );
  });

  it("counts nobody twice: what people have beside another benefit is named only", () => {
    const beside = { ...benefit("C", 300, 400), isBeside: true };
    const said = sayOutlook({ known: "2018-12", benefits: [benefit("A", 1000, 990), beside] }, 12);
    expect(said.da).toMatch(/^Vi ender på 990 .*Mest flytter A sig.*ved siden af andre ydelser: C\.$/);
  });

  it("leaves out what is withheld, and says so when nothing is left", () => {
    expect(sayOutlook({ known: "2018-12", benefits: [benefit("A", null, 3)] }, 12).da).toContain("ingen ydelser");
  });
});

describe("An earlier forecast", () => {
  it("is held against what came, where something did", () => {
    const rows = [
      { mean: 100, lo80: 90, hi80: 110, actual: 105 },
      { mean: 50, lo80: 45, hi80: 55, actual: 60 },
      { mean: 20, lo80: 10, hi80: 30 },
    ];
    expect(sayHeld(rows, "2018-06", "2018-12").da).toBe(
      "Prognosen fra juni 2018 ramte december 2018 inden for ± 9,1 % i gennemsnit; 1 af 2 ydelser kom inden for intervallet på 80 %.",
    );
    expect(sayHeld([], "2018-06", "2018-12").da).toContain("er kommet endnu");
  });
});
