import { describe, expect, it } from "vitest";
import { grantsOfClaims } from "./claims.ts";
import { ALL } from "./decide.ts";

describe("Roles that a provider of sign-ins gives", () => {
  it("are read from a list, with municipality and unit", () => {
    expect(grantsOfClaims(["head@851", "caseworker@165/nord", "auditor@all"])).toEqual({
      grants: [
        { role: "head", municipality: "851" },
        { role: "caseworker", municipality: "165", unit: "nord" },
        { role: "auditor", municipality: ALL },
      ],
      unknown: [],
    });
  });

  it("are read from one text too, as some providers send them", () => {
    expect(grantsOfClaims("reader@851, analyst@851").grants.map(({ role }) => role)).toEqual(["reader", "analyst"]);
  });

  it("give nothing when written otherwise, and are named", () => {
    const written = ["king@851", "head@85", "head", "head@851 ", "HEAD@851", "head@851/"];
    expect(grantsOfClaims(written)).toEqual({ grants: [], unknown: written });
  });

  it("are none when nothing is sent", () => {
    for (const claim of [undefined, null, {}, 7, ""])
      expect(grantsOfClaims(claim)).toEqual({ grants: [], unknown: [] });
  });
});
