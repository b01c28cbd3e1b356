import fc from "fast-check";
import { expect, test } from "vitest";
import { expectClose } from "../../../test/close.ts";
import reference from "./intervals.reference.json" with { type: "json" };
import { wilson } from "./wilson.ts";

test("Wilson's interval is that of R's prop.test", () => {
  const { x, n, level, low, high } = reference.wilson;
  const ours = x.map((one, i) => wilson(one, n[i], level[i]));
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

test("successes and failures changing places mirrors the interval", () => {
  fc.assert(
    fc.property(fc.nat(500), fc.integer({ min: 1, max: 500 }), (a, b) => {
      const [some, rest] = [wilson(a, a + b), wilson(b, a + b)];
      expectClose([some.low, some.high], [1 - rest.high, 1 - rest.low], 1e-12);
    }),
  );
});

test("more successes than trials, and no trials, are refused", () => {
  expect(() => wilson(2, 1)).toThrow("successes among them");
  expect(() => wilson(0, 0)).toThrow("successes among them");
  expect(() => wilson(1, 2, 95)).toThrow("level between 0 and 1");
});
