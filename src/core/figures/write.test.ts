import { expect, test } from "vitest";
import type { Figure } from "./figure.ts";
import { writeChange, writeFigure, writeNumber } from "./write.ts";

test.each([
  [3412.4, "full-time-persons", "3.412 fuldtidspersoner", "3,412 full-time persons"],
  [9.96, "full-time-persons", "10 fuldtidspersoner", "10 full-time persons"],
  [2.34, "full-time-persons", "2,3 fuldtidspersoner", "2.3 full-time persons"],
  [0, "full-time-persons", "0 fuldtidspersoner", "0 full-time persons"],
  [1, "persons", "1 person", "1 person"],
  [-1, "persons", "−1 person", "−1 person"],
  [0.1238, "share", "12,4 %", "12.4%"],
  [1, "share", "100,0 %", "100.0%"],
  [-0.0004, "share", "0,0 %", "0.0%"],
  [1234.5, "DKK", "1.235 kr.", "DKK 1,235"],
  [999_949, "DKK", "999.949 kr.", "DKK 999,949"],
  [-4_210_000, "DKK", "−4,2 mio. kr.", "DKK −4.2 million"],
  [999_960_000, "DKK", "1,0 mia. kr.", "DKK 1.0 billion"],
  [26, "weeks", "26 uger", "26 weeks"],
  [26.44, "weeks", "26,4 uger", "26.4 weeks"],
  [1, "years", "1 år", "1 year"],
  [300, "count", "300", "300"],
  [5, "rank", "nr. 5", "no. 5"],
] as const)("%f %s is written «%s» and «%s»", (value, unit, da, en) => {
  expect([writeFigure({ value, unit }, "da"), writeFigure({ value, unit }, "en")]).toEqual([da, en]);
});

test("a missing figure is written as its reason", () => {
  expect(writeFigure({ missing: "withheld" }, "da")).toBe("skjult af hensyn til små tal");
});

test("a sign, decimals and whole kroner can be asked for", () => {
  const points: Figure = { value: 0.031, unit: "share-points" };
  const kroner: Figure = { value: 1_234_567.4, unit: "DKK" };
  expect(writeFigure(points, "da", { sign: true })).toBe("+3,1 procentpoint");
  expect(writeFigure(points, "da", { decimals: 0 })).toBe("3 procentpoint");
  expect(writeFigure(kroner, "da", { whole: true })).toBe("1.234.567 kr.");
  expect(writeFigure(kroner, "da", { decimals: 2 })).toBe("1,23 mio. kr.");
});

test.each([
  [4360, 4119, "persons", "−241 personer (−5,5 %)", "−241 persons (−5.5%)"],
  [0, 12, "persons", "+12 personer", "+12 persons"],
  [0.1, 0.131, "share", "+3,1 procentpoint", "+3.1 percentage points"],
  [10_000_000, 8_000_000, "DKK", "−2,0 mio. kr. (−20,0 %)", "DKK −2.0 million (−20.0%)"],
] as const)("from %f to %f %s is «%s» and «%s»", (from, to, unit, da, en) => {
  const change = (language: "da" | "en") => writeChange({ value: from, unit }, { value: to, unit }, language);
  expect([change("da"), change("en")]).toEqual([da, en]);
});

test("a number keeps its own decimals when none are asked for", () => {
  const plain = [0.1 + 0.2, 1234.5, -1_000_000, 1e-7].map((value) => writeNumber(value, { language: "da" }));
  expect(plain).toEqual(["0,3", "1.234,5", "−1.000.000", "0,0000001"]);
});

test("a bare number leaves the word of what is counted to the table it stands in, but keeps its per cent", () => {
  const bare = (value: number, unit: Figure["unit"]) => writeFigure({ value, unit }, "da", { bare: true, sign: true });
  expect(bare(3400, "full-time-persons")).toBe("+3.400");
  expect(bare(0.124, "share")).toBe("+12,4 %");
  expect(bare(-0.006, "share-points")).toBe("−0,6 pp");
  expect(bare(-4_210_000, "DKK")).toBe("−4,2 mio. kr.");
});
