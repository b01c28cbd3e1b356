import { expect, test } from "vitest";
import { measuredBy, valuesOf } from "./measured-by.ts";

const known = { indicators: [{ id: "personer", title: { da: "Personer", en: "Persons" } }], areas: [], dimensions: [] };

test("an address carries an indicator with its filters and parameters into a goal", () => {
  const view = {
    measure: "personer",
    where: ["benefit:dagpenge+kontanthjaelp"],
    set: ["hours:37"],
    by: ["sex", "benefit"],
  };
  const carried = measuredBy(view, known);
  expect(carried?.by).toEqual(["sex"]);
  expect(carried && valuesOf(carried)).toEqual({
    indicator: "personer",
    "where.benefit": "dagpenge+kontanthjaelp",
    "parameters.hours": "37",
  });
});

test("an address that names an indicator nobody knows carries nothing", () => {
  expect(measuredBy({ measure: "nix" }, known)).toBeUndefined();
});
