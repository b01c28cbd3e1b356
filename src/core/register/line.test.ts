import { describe, expect, it } from "vitest";
import { OPEN_END, parseDay } from "../calendar/day.ts";
import { headerOf, lineOf } from "./line.ts";

const day = parseDay;

describe("A line of a register's file", () => {
  it("has the columns of the format, dates, and the last day where a row has the day after", () => {
    expect(headerOf("benefits")).toBe("person_id,benefit,from,to,degree,municipality");
    const line = lineOf("benefits");
    const row = { person_id: "a", benefit: "dagpenge", from: day("2018-01-01"), to: day("2018-02-01"), degree: 0.5 };
    expect(line({ ...row, municipality: "165" })).toBe("a,dagpenge,2018-01-01,2018-01-31,0.5,165");
  });

  it("leaves empty what is unknown and what still runs", () => {
    const row = { person_id: "a", benefit: "dagpenge", from: day("2018-01-01"), to: OPEN_END };
    expect(lineOf("benefits")(row)).toBe("a,dagpenge,2018-01-01,,,");
  });

  it("writes points of time to the minute, and quotes what would part cells", () => {
    const received = day("2018-09-03") * 1440 + 9 * 60 + 5;
    expect(lineOf("inquiries")({ received, unit: "x" })).toBe("2018-09-03T09:05,,x");
    const company = { p_number: "p", municipality: "165", name: 'Et "navn", to' };
    expect(lineOf("companies")(company)).toBe('p,,"Et ""navn"", to",165,,,,,');
  });
});
