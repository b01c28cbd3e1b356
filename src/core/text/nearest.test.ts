import { expect, test } from "vitest";
import { nearest } from "./nearest.ts";

test("a word with one letter wrong finds its neighbour", () => {
  expect(nearest("kontanhjaelp", ["kontanthjaelp", "dagpenge"])).toBe("kontanthjaelp");
});

test("a word like nothing known finds nothing", () => {
  expect(nearest("xyz", ["kontanthjaelp", "dagpenge"])).toBeUndefined();
});
