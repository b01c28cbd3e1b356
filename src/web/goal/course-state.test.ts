import { describe, expect, it } from "vitest";
import type { GoalLine, GoalPart } from "../answers.ts";
import { da } from "../text/da.ts";
import { changeSays, courseOf } from "./course-state.ts";

const words = (text: string) => ({ da: text, en: text });
const missing = { missing: "no-data" } as const;

function line(kind: GoalLine["kind"], area: string, values: readonly (number | undefined)[], unit: GoalLine["unit"]) {
  const points = values.map((value, at) => ({
    period: `${2017 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`,
    ...(value === undefined ? { missing: "withheld" as const } : { value }),
  }));
  return { id: "serie", title: words("Ledige"), area, areaName: words(area), kind, unit, owner: "DST", points };
}

function part(lines: GoalLine[], rest: Partial<GoalPart> = {}): GoalPart {
  const verdict = { family: "settled", value: "met", word: words(""), shape: "●", reason: words("") } as const;
  return {
    ...{ id: "p", label: words("Del"), verdict, baseline: missing, latest: missing, distance: missing },
    ...{ working: [], areas: [], lines, breaks: [], notes: [], ...rest },
  };
}

const months = Array.from({ length: 13 }, (_, at) => 3600 - 10 * at);
const own = line("own", "Aalborg", months, "persons");
const demand = { low: null, high: 3400, strict: false, unit: "persons", text: words("") } as const;

describe("The course of a goal", () => {
  it("has its first and last figure in its title, and its unit and area below", () => {
    const course = courseOf(part([own]), "2018", "da", da);
    expect(course?.frame.title).toBe("Fra 3.600 personer i januar 2017 til 3.480 personer i januar 2018");
    expect(course?.frame.subtitle).toBe("Ledige · personer · Aalborg");
  });

  it("has the target as a line with its number, and the way there from the baseline", () => {
    const baseline = { value: 3600, unit: "persons", printed: "3.600 personer", period: "2017" } as const;
    const course = courseOf(part([own], { demand, baseline }), "2018", "da", da);
    expect(course?.target).toEqual({ period: "2018", high: 3400, label: "mål: højst 3.400" });
    expect(course?.path?.points).toEqual([
      { period: "2017", value: 3600 },
      { period: "2018", value: 3400 },
    ]);
  });

  it("has no target beside a figure that is only related to the goal's own", () => {
    expect(courseOf(part([{ ...own, kind: "proxy" }], { demand }), "2018", "da", da)?.target).toBeUndefined();
  });

  it("is compared with the country where both can stand on one axis", () => {
    const country = line("country", "Hele landet", [0.05, 0.04], "share");
    const share = line("own", "Aalborg", [0.06, 0.05], "share");
    const labelsOf = (lines: GoalLine[]) => courseOf(part(lines), "2018", "da", da)?.others.map(({ label }) => label);
    expect(labelsOf([share, country])).toEqual(["Hele landet"]);
    expect(labelsOf([own, { ...country, unit: "persons" }])).toEqual([]);
  });

  it("is nothing where no figure is", () => {
    expect(courseOf(part([]), "2018", "da", da)).toBeUndefined();
    expect(courseOf(part([line("own", "Aalborg", [undefined], "persons")]), "2018", "da", da)).toBeUndefined();
  });

  it("says how the last figure differs from a year before, where there is one", () => {
    const course = courseOf(part([own]), "2018", "da", da);
    expect(course && changeSays(course, da)).toBe("−120 personer (−3,3 %) på et år i januar 2018");
    const short = courseOf(part([line("own", "Aalborg", [1, 2], "persons")]), "2018", "da", da);
    expect(short && changeSays(short, da)).toBeUndefined();
  });
});
