import { expect, it } from "vitest";
import { chartCsv, chartRows, wordsOfRow } from "./chart-table.ts";
import type { Line } from "./state.ts";

const line: Line = {
  id: "851",
  label: "Aalborg; kvinder",
  points: [
    { period: "2018-01", value: 1234.5 },
    { period: "2018-02", missing: "withheld" },
    { period: "2018-03", value: -3, preliminary: true },
  ],
};
const tabled = {
  unit: "full-time-persons",
  language: "da",
  lines: [line],
  target: { period: "2018", high: 1200, label: "" },
} as const;

it("A table has every figure of the chart, missing ones with their reason, and the target", () => {
  const rows = chartRows(tabled).map((row) => wordsOfRow(row, "full-time-persons", "da"));
  expect(rows.map(({ period, figure }) => [period, figure])).toEqual([
    ["januar 2018", "1.235 fuldtidspersoner"],
    ["februar 2018", "skjult af hensyn til små tal"],
    ["marts 2018", "−3,0 fuldtidspersoner (foreløbigt)"],
    ["2018", "1.200 fuldtidspersoner"],
  ]);
});

it("A Danish file opens in Excel: semicolons, decimal commas, no thousands mark", () => {
  expect(chartCsv(tabled)).toBe(
    [
      "\ufeffperiode;serie;værdi;enhed;bemærkning",
      '2018-01;"Aalborg; kvinder";1234,5;fuldtidspersoner;',
      '2018-02;"Aalborg; kvinder";;fuldtidspersoner;skjult af hensyn til små tal',
      '2018-03;"Aalborg; kvinder";-3,0;fuldtidspersoner;foreløbigt',
      "2018;Mål, højst;1200,0;fuldtidspersoner;",
      "",
    ].join("\r\n"),
  );
});

it("An English file has commas and points, and shares in per cent", () => {
  const shares = {
    ...tabled,
    unit: "share",
    language: "en",
    target: undefined,
    lines: [{ ...line, points: [{ period: "2018", value: 0.1238 }] }],
  } as const;
  expect(chartCsv(shares)).toBe("period,series,value,unit,note\r\n2018,Aalborg; kvinder,12.38,per cent,\r\n");
});
