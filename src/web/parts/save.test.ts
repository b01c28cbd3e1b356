import { expect, it } from "vitest";
import { fileName } from "./save.ts";

it("A file's name has no letters that a machine could stumble over", () => {
  expect(fileName("Færre på kontanthjælp (2018): højst 3.400")).toBe("faerre-paa-kontanthjaelp-2018-hoejst-3-400");
  expect(fileName(" Åben? ")).toBe("aaben");
});
