import { expect, it } from "vitest";
import { limitInWords, readLimit } from "./limits.ts";

it("A limit in per cent is written with the decimals it was set with", () => {
  expect(limitInWords(0.01, "share", "da")).toBe("1 %");
  expect(limitInWords(0.0125, "share", "da")).toBe("1,25 %");
  expect(limitInWords(0.005, "share-points", "da")).toBe("0,5 procentpoint");
  expect(limitInWords(3, "months", "en")).toBe("3 months");
});

it("A limit is read with comma or point, and is kept as the part of one that was meant", () => {
  expect(readLimit("1,5", "share")).toBe(0.015);
  expect(readLimit("0.7", "share-points")).toBe(0.007);
  expect(readLimit("5", "persons")).toBe(5);
  for (const text of ["", "fem", "1.000,5", "-1", "1 %"]) expect(readLimit(text, "persons"), text).toBeUndefined();
});
