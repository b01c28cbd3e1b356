import { describe, expect, it } from "vitest";
import { type Hit, search } from "./hits.ts";

const hits: readonly Hit[] = [
  { kind: "goals", id: "a", label: "Færre på kontanthjælp" },
  { kind: "goals", id: "b", label: "Flere på arbejde" },
  { kind: "plans", id: "c", label: "Aalborg: Beskæftigelsesplan 2018" },
];
const idsOf = (sought: string, most = 9) => search(hits, sought, most).map(({ id }) => id);

describe("The search", () => {
  it("finds what holds every word, in any order and case", () => {
    expect(idsOf("KONTANTHJÆLP færre")).toEqual(["a"]);
    expect(idsOf("på")).toEqual(["a", "b"]);
  });

  it("finds everything for no words, but no more than is asked for", () => {
    expect(idsOf("  ")).toEqual(["a", "b", "c"]);
    expect(idsOf("", 2)).toEqual(["a", "b"]);
  });

  it("finds nothing for a word that is nowhere", () => {
    expect(idsOf("kontanthjælp Aalborg")).toEqual([]);
  });
});
