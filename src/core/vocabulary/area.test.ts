import { expect, test } from "vitest";
import { BrokenInput, faultLine } from "../faults/fault.ts";
import { areaFile, findArea, getArea, joinAreas, municipalitiesIn } from "./area.ts";

const areas = joinAreas([
  areaFile.parse({
    country: [{ id: "000", name: "Hele landet", english: "All Denmark" }],
    region: [{ id: "084", name: "Region Hovedstaden", within: ["000"] }],
    province: [{ id: "02", name: "Landsdel Københavns omegn", within: ["084"] }],
    municipality: [
      { id: "169", name: "Høje-Taastrup", within: ["02"] },
      { id: "851", name: "Aalborg", within: ["000"] },
    ],
  }),
]);

test("an area goes under its code, its names and other spellings of them", () => {
  for (const name of [
    "169",
    "0169",
    "Høje-Taastrup",
    "Høje Tåstrup",
    "HOEJE-TAASTRUP KOMMUNE",
    " Høje-Tåstrup Kommune ",
  ])
    expect(findArea(areas, name)?.id, name).toBe("169");
});

test("an area lies in everything that what it lies in lies in", () => {
  expect(getArea(areas, "169").within).toEqual(["02", "084", "000"]);
  expect(municipalitiesIn(areas, "084").map((area) => area.id)).toEqual(["169"]);
  expect(municipalitiesIn(areas, "851").map((area) => area.id)).toEqual(["851"]);
});

test("a name nobody has is refused with the nearest one", () => {
  expect(() => getArea(areas, "Ålbrog")).toThrow(BrokenInput);
  try {
    getArea(areas, "Ålbrog");
  } catch (error) {
    if (error instanceof BrokenInput) expect(faultLine(error.faults[0]).da).toContain("«Aalborg» (851)");
  }
});
