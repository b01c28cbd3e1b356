import fc from "fast-check";
import { expect, test } from "vitest";
import { expectClose } from "../../../../test/close.ts";
import { kaplanMeier } from "./kaplan-meier.ts";
import { nelsonAalen } from "./nelson-aalen.ts";
import { riskTable } from "./risk-table.ts";
import reference from "./survival.reference.json" with { type: "json" };
import { type SurvivalScale, survivalBounds } from "./survival-bounds.ts";

const { truncated, lung } = reference;

test("Kaplan-Meier's curve and Greenwood's errors are R's, with late entries and without", () => {
  for (const { curve, ...waits } of [truncated, lung]) {
    const { time, atRisk, events, survival, error } = kaplanMeier(waits);
    expectClose(time, curve.time, 0);
    expectClose(atRisk, curve.atRisk, 0);
    expectClose(events, curve.events, 0);
    expectClose(survival, curve.survival, 1e-12);
    expectClose(error, curve.error, 1e-12);
  }
});

test("the gathered hazard and its errors are R's", () => {
  for (const { curve, ...waits } of [truncated, lung]) {
    const { hazard, error } = nelsonAalen(waits);
    expectClose(hazard, curve.hazard, 1e-12);
    expectClose(error, curve.hazardError, 1e-12);
  }
});

test("intervals on the plain, the log and the log(-log) scale are R's", () => {
  const { survival, error, scale, low, high } = reference.scales;
  const isScale = (one: string): one is SurvivalScale => one === "plain" || one === "log" || one === "log-log";
  const scales = scale.filter(isScale);
  const ours = survival.map((one, i) => survivalBounds(one, error[i], 0.9, scales[i]));
  expectClose(
    ours.map((one) => one.low),
    low,
    1e-12,
  );
  expectClose(
    ours.map((one) => one.high),
    high,
    1e-12,
  );
});

const wait = fc.record({ end: fc.integer({ min: 1, max: 30 }), event: fc.constantFrom(0, 1) });
const columns = (rows: readonly { end: number; event: number }[]) => ({
  end: rows.map((row) => row.end),
  event: rows.map((row) => row.event),
});

test("without censoring the curve is the plain share still waiting", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }), (end) => {
      const { time, survival } = kaplanMeier({ end, event: end.map(() => 1) });
      expectClose(
        survival,
        Array.from(time, (t) => end.filter((one) => one > t).length / end.length),
        1e-12,
      );
    }),
  );
});

test("the order of waits does not matter, and columns given are left as they were", () => {
  fc.assert(
    fc.property(fc.array(wait, { minLength: 1 }), (rows) => {
      const given = columns(rows);
      const frozen = { end: Object.freeze(given.end), event: Object.freeze(given.event) };
      expect(kaplanMeier(columns(rows.toReversed()))).toEqual(kaplanMeier(frozen));
    }),
  );
});

test("a wait split in two stretches of watch counts as before", () => {
  const whole = riskTable({ entry: [0, 0], end: [10, 6], event: [1, 1] });
  expect(riskTable({ entry: [0, 4, 0], end: [4, 10, 6], event: [0, 1, 1] })).toEqual(whole);
});

test("no events make an empty curve", () => {
  expect(kaplanMeier({ end: [4, 5], event: [0, 0] }).time.length).toBe(0);
});

test("a wait that ends before it enters, and columns of different length, are refused", () => {
  expect(() => kaplanMeier({ entry: [5], end: [5], event: [1] })).toThrow("row 0");
  expect(() => kaplanMeier({ end: [5, 6], event: [1] })).toThrow("same length");
});
