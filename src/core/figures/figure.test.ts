import { expect, test } from "vitest";
import { isMissing, ratio } from "./figure.ts";

// Aalborg's plan of 2018, §5.2.1: 413 of 4,360 − 241.
test("a ratio is a share", () => {
  const share = ratio(413, 4360 - 241);
  expect(isMissing(share) ? undefined : share).toEqual({ value: 413 / 4119, unit: "share" });
});

test("a share of nobody is missing, not zero", () => {
  expect(ratio(0, 0)).toEqual({ missing: "division-by-zero", unit: "share" });
});
