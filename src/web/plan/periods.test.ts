import { expect, test } from "vitest";
import { findPeriod } from "#core/calendar/period.ts";
import { offeredPeriods, periodWords, periodWritten } from "./periods.ts";

const offered = offeredPeriods("2018");

test("every period that is offered is one, and is written back from its words in either language", () => {
  for (const one of offered)
    for (const language of ["da", "en"] as const) {
      expect(findPeriod(one)?.id).toBe(one);
      expect(periodWritten(periodWords(one, language), offered, language)).toBe(one);
    }
});

test("a period may be typed in words or as the program writes it; what is none stays as typed", () => {
  expect(periodWritten("Ultimo 2018", offered, "da")).toBe("end of 2018");
  expect(periodWritten("ultimo 2031", offered, "da")).toBe("end of 2031");
  expect(periodWritten("2018K3", offered, "da")).toBe("2018K3");
  expect(periodWritten("snart", offered, "da")).toBe("snart");
});

test("a plan without a readable period is offered none", () => {
  expect(offeredPeriods("snart")).toEqual([]);
});
