import { describe, expect, it } from "vitest";
import { choiceOf, listOf, parseSearch, readBasis, writeSearch } from "./address.ts";

describe("The words of an address", () => {
  it("are read as they were written", () => {
    const search = { asOf: "2018-09-30", status: "at-risk,off-course", q: "æ ø å & co." };
    expect(parseSearch(writeSearch(search))).toEqual(search);
  });

  it("stand plainly, several values with commas, and leave out what is not there", () => {
    expect(writeSearch({ asOf: "2018-09-30", status: ["met", "not-met"], register: undefined, hide: [] })).toBe(
      "?asOf=2018-09-30&status=met,not-met",
    );
    expect(writeSearch({})).toBe("");
  });

  it("are lists and choices only where they are that", () => {
    expect(listOf("a,b")).toEqual(["a", "b"]);
    expect(listOf(["a", 7, ""])).toEqual(["a"]);
    expect(listOf(undefined)).toBeUndefined();
    expect(choiceOf("dense", ["dense", "airy"])).toBe("dense");
    expect(choiceOf("huge", ["dense", "airy"])).toBeUndefined();
  });

  it("name a day only when it is one", () => {
    expect(readBasis({ asOf: "2018-09-30", register: "demo" })).toEqual({ asOf: "2018-09-30", register: "demo" });
    expect(readBasis({ asOf: "yesterday", register: "" })).toEqual({});
  });
});
