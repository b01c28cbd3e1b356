import { expect, test } from "vitest";
import { faultLine } from "../faults/fault.ts";
import { codeListFile, joinLists } from "./code-list.ts";
import { dimensionFile, faultsOfWhere } from "./dimension.ts";

const label = { da: "x", en: "x" };
const lists = joinLists([
  codeListFile.parse({
    benefit: {
      label: { da: "Ydelse", en: "Benefit" },
      terms: [
        { id: "dagpenge", label },
        { id: "kontanthjaelp", label },
      ],
    },
  }),
]);
const dimensions = new Map(
  dimensionFile
    .parse({
      dimensions: [
        { id: "benefit", label: { da: "Ydelse", en: "Benefit" }, list: "benefit" },
        { id: "age", label, form: "age" },
      ],
    })
    .dimensions.map((one) => [one.id, one]),
);
const says = (where: Record<string, string>, allowed?: string[]) =>
  faultsOfWhere(where, { dimensions, lists }, allowed).map((fault) => faultLine(fault).da);

test("a filter of known codes has no faults", () => {
  expect(says({ benefit: "dagpenge+kontanthjaelp", age: "16-64" })).toEqual([]);
  expect(says({ age: "-29" })).toEqual([]);
});

test("a misspelt dimension or code is answered with the nearest one", () => {
  expect(says({ benfit: "dagpenge" })).toEqual(["Der er ingen opdeling med id «benfit». Mente du «benefit»?"]);
  expect(says({ benefit: "dagpenge+kontanhjaelp" })).toEqual([
    "«kontanhjaelp» er ikke en kode for Ydelse. Mente du «kontanthjaelp»?",
  ]);
});

test("a dimension that the figure is not broken down by is refused", () => {
  expect(says({ age: "16-64" }, ["benefit"])).toHaveLength(1);
});

test("an age is written in whole years, the lower one first", () => {
  expect(says({ age: "unge" })).toHaveLength(1);
  expect(says({ age: "29-16" })).toHaveLength(1);
});
