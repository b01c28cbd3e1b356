import { expect, it } from "vitest";
import { readVocabulary } from "#connectors/data-files/vocabulary.ts";
import { areasOfKind } from "#core/vocabulary/area.ts";
import { tiles } from "./tiles.ts";

it("Every municipality has one tile, and no two share a place", () => {
  const { areas } = readVocabulary("data");
  const codes = areasOfKind(areas, "municipality").map(({ id }) => id);
  expect(tiles.map(({ code }) => code).toSorted()).toEqual(codes.toSorted());
  expect(new Set(tiles.map(({ column, row }) => `${column},${row}`)).size).toBe(98);
});
