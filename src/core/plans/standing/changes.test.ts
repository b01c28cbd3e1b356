import { expect, test } from "vitest";
import { formatDay, parseDay } from "../../calendar/day.ts";
import { parsePeriod } from "../../calendar/period.ts";
import { changesBetween, lastReport, type Standing } from "./changes.ts";

function row(id: string, value: "on-course" | "at-risk" | "off-course", period: string, figure: number): Standing {
  const words = { da: "", en: "" };
  return {
    goal: { id, title: words },
    verdict: { family: "under-way", value, reason: words },
    latest: { value: figure, unit: "persons", period: parsePeriod(period) },
  };
}

test("goals with another verdict come first, then those whose figure is newer or was revised; the rest are left out", () => {
  const before = [
    row("newer", "on-course", "2018-08", 10),
    row("revised", "on-course", "2018-08", 10),
    row("turned", "on-course", "2018-08", 10),
    row("same", "on-course", "2018-08", 10),
  ];
  const after = [
    row("newer", "on-course", "2018-09", 10),
    row("revised", "on-course", "2018-08", 11),
    row("turned", "at-risk", "2018-08", 10),
    row("same", "on-course", "2018-08", 10),
    row("new", "off-course", "2018-08", 10),
  ];
  const changes = changesBetween(before, after);
  expect(changes.map(({ goal, verdict, latest }) => [goal.id, verdict?.after.value, latest?.kind])).toEqual([
    ["turned", "at-risk", undefined],
    ["newer", undefined, "newer"],
    ["revised", undefined, "revised"],
  ]);
});

test("the report before is that of the quarter before", () => {
  expect(formatDay(lastReport(parseDay("2018-12-31")))).toBe("2018-09-30");
  expect(formatDay(lastReport(parseDay("2018-10-01")))).toBe("2018-09-30");
});
