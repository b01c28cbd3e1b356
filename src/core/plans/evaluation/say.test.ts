import { expect, it } from "vitest";
import { atLeast, atMost } from "../targets/demand.ts";
import { demandText, figureBeside, sizeText } from "./say.ts";

const beside = (value: number, high: number) =>
  figureBeside({ value, unit: "full-time-persons" }, atMost(high, "full-time-persons")).da;

it("A figure has the decimals it takes to tell it from the bound it stands beside", () => {
  expect(beside(553.3, 553)).toBe("553,3 fuldtidspersoner");
  expect(beside(553.04, 553)).toBe("553,04 fuldtidspersoner");
  expect(beside(4.02, 4)).toBe("4,02 fuldtidspersoner");
  expect(beside(554.3, 553)).toBe("554 fuldtidspersoner");
  expect(beside(553, 553)).toBe("553 fuldtidspersoner");
  expect(figureBeside({ value: 553.3, unit: "full-time-persons" }, atMost(553, "persons")).da).toBe(
    "553,3 fuldtidspersoner",
  );
  expect(figureBeside({ value: 0.9796, unit: "share" }, atLeast(0.98, "share")).da).toBe("97,96 %");
});

it("A difference that is not none never looks like none", () => {
  expect(sizeText({ value: 0.02, unit: "full-time-persons" }).da).toBe("0,02 fuldtidspersoner");
  expect(sizeText({ value: 118, unit: "persons" }).da).toBe("118 personer");
  expect(sizeText({ value: 0, unit: "persons" }).da).toBe("0 personer");
});

it("A demand names its unit once, and has the decimals its ends have where they are few", () => {
  const asked = (low: number, high: number, unit: "full-time-persons" | "share" = "full-time-persons") =>
    demandText({ low, high, unit, strict: false }).da;
  const [none, all] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  expect(asked(950, 1050)).toBe("mellem 950 og 1.050 fuldtidspersoner");
  expect(asked(999.5, 1000.5)).toBe("mellem 999,5 og 1.000,5 fuldtidspersoner");
  expect(asked(0.1135, 0.1145, "share")).toBe("mellem 11,35 % og 11,45 %");
  expect(asked(0.11, 0.12, "share")).toBe("mellem 11,0 % og 12,0 %");
  expect(asked(none, 1000.4)).toBe("højst 1.000,4 fuldtidspersoner");
  expect(asked(2739.348, all)).toBe("mindst 2.739 fuldtidspersoner");
});
