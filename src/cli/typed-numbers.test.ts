import { expect, test } from "vitest";
import { BrokenInput } from "#core/faults/fault.ts";
import { drawsFrom, horizonFrom, seedFrom } from "./typed-numbers.ts";

test("numbers are read as they are typed", () => {
  expect([horizonFrom("15"), seedFrom("0"), drawsFrom("20000", 100)]).toEqual([15, 0, 20_000]);
});

test.each([
  ["--seed x", () => seedFrom("x")],
  ["--seed -1", () => seedFrom("-1")],
  ["--seed 1000000000", () => seedFrom("1000000000")],
  ["--draws 99", () => drawsFrom("99", 100)],
  ["--draws 20001", () => drawsFrom("20001", 0)],
  ["--draws 1.5", () => drawsFrom("1.5", 0)],
])("%s is refused with the option it was typed for", (value, read) => {
  expect(read).toThrow(BrokenInput);
  try {
    read();
  } catch (error) {
    expect(error instanceof BrokenInput && error.faults[0].parameters.value).toBe(value);
  }
});

test.each(["0", "-3", "1.5", "tolv", ""])("%j is no number of periods ahead", (written) => {
  expect(() => horizonFrom(written)).toThrow(BrokenInput);
});
