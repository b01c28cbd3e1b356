import { expect, test } from "vitest";
import { pairsOf } from "./pairs.ts";

test("a word is parted at its first equals sign", () => {
  expect(pairsOf(["benefit=dagpenge+kontanthjaelp", "unit=a=b"])).toEqual({
    benefit: "dagpenge+kontanthjaelp",
    unit: "a=b",
  });
});

test("a word without a key, and a key given twice, are refused rather than passed over", () => {
  expect(() => pairsOf(["=dagpenge"])).toThrow("lighedstegn");
  expect(() => pairsOf(["benefit=dagpenge", "benefit=kontanthjaelp"])).toThrow("to gange");
});
