import { describe, expect, it } from "vitest";
import { type Lever, leversFromAddress, leversInAddress, otherLevers, turned, turnedBy } from "./levers.ts";

const levers: readonly Lever[] = [
  { lever: "inflow", benefit: "dagpenge", by: "+10 %" },
  { lever: "exits", benefit: "kontanthjaelp", destination: "arbejde", by: "-5 %", from: "2027-01", until: "2027-06" },
  {
    ...{ lever: "places", offer: "virksomhedspraktik", benefit: "kontanthjaelp", places: "40" },
    effect: { by: "+40 %", low: "+5 %", high: "+75 %", assumption: { da: "Et skøn, vores", en: "Et skøn, vores" } },
  },
  { lever: "closing", benefit: "dagpenge", persons: "150", on: "2027-03-15" },
  { lever: "rule", benefit: "uddannelseshjaelp", to: "kontanthjaelp", share: "40 %", on: "2027-07-01", closes: "true" },
];

describe("Levers in an address", () => {
  it("come back as they were", () => {
    expect(leversFromAddress(leversInAddress(levers))).toEqual(levers);
  });

  it("are short, and what is none is left out", () => {
    expect(leversInAddress(levers.slice(0, 1))).toBe("inflow~dagpenge~10");
    expect(leversFromAddress("inflow~dagpenge~10;sludder~x;inflow")).toEqual(levers.slice(0, 1));
    expect(leversFromAddress(undefined)).toEqual([]);
  });
});

describe("A slider", () => {
  const turn = { lever: "inflow", benefit: "dagpenge" } as const;

  it("shows how far its lever is turned, and none where it is not", () => {
    expect([turnedBy(levers, turn), turnedBy([], turn)]).toEqual([10, 0]);
  });

  it("turned back to 0 leaves no lever", () => {
    expect(turned(levers, turn, 0)).toEqual(levers.slice(1));
    expect(turnedBy(turned(levers, turn, -25), turn)).toBe(-25);
  });

  it("leaves the levers that it does not show alone", () => {
    expect(otherLevers(levers)).toEqual(levers.slice(1));
  });
});
