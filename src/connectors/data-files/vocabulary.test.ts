import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { OPEN_END, parseDay } from "#core/calendar/day.ts";
import { areasOfKind, findArea, namesOf } from "#core/vocabulary/area.ts";
import { isValidOn } from "#core/vocabulary/validity.ts";
import { benefitGroups, findBenefitGroup, listsOfColumn } from "#core/vocabulary/vocabulary.ts";
import { readVocabulary } from "./vocabulary.ts";

const vocabulary = readVocabulary("data");
const { areas, lists } = vocabulary;

test.for(["2018-01-01", "2026-12-31", "2027-01-01"])(
  "on %s there are 98 municipalities, each in a province, a region, a RAR area and the country",
  (day) => {
    const municipalities = areasOfKind(areas, "municipality");
    expect(municipalities).toHaveLength(98);
    for (const { id, within } of municipalities) {
      const around = within.flatMap((one) => areas.byId.get(one) ?? []);
      const kinds = around.filter(({ valid }) => isValidOn(valid, parseDay(day))).map(({ kind }) => kind);
      expect(kinds.toSorted(), id).toEqual(["country", "province", "rar", "region"]);
    }
  },
);

test("RAR Hovedstaden is the capital region without Bornholm", () => {
  const inArea = (id: string) => areasOfKind(areas, "municipality").filter((area) => area.within.includes(id));
  expect(inArea("rar-hovedstaden").map((area) => area.id)).toEqual(
    inArea("084")
      .map((area) => area.id)
      .filter((id) => id !== "400"),
  );
});

test("every name leads to the area that bears it and to no other", () => {
  for (const area of areas.byId.values())
    for (const name of namesOf(area)) expect(findArea(areas, name)?.id, name).toBe(area.id);
});

test("Christiansø is an area but not a municipality", () => {
  expect(findArea(areas, "Christiansø")).toMatchObject({ id: "411", kind: "other" });
});

test("every benefit has one of the three groups", () => {
  const benefits = lists.get("benefit");
  expect(benefits?.terms.size).toBe(21);
  for (const code of benefits?.terms.keys() ?? [])
    expect(benefitGroups, code).toContain(findBenefitGroup(vocabulary, code));
  expect(findBenefitGroup(vocabulary, "fleksjob")).toBe("subsidised-work");
  expect(findBenefitGroup(vocabulary, "loentilskud")).toBe("support");
});

test("what ends with successors has them from the day after", () => {
  const terms = [...lists.values()].flatMap((list) =>
    [...list.terms.values()].map((term) => ({ term, among: list.terms })),
  );
  const all = [...terms, ...[...areas.byId.values()].map((term) => ({ term, among: areas.byId }))];
  for (const { term, among } of all)
    for (const successor of term.successors) {
      const { valid } = among.get(successor) ?? { valid: undefined };
      expect(valid !== undefined && isValidOn(valid, term.valid.until ?? OPEN_END), `${term.id} → ${successor}`).toBe(
        true,
      );
      expect(term.valid.until, term.id).toBeDefined();
    }
});

test("a column of the register takes the codes of every list that names it", () => {
  expect(listsOfColumn(vocabulary, "education.kind").map((list) => list.id)).toEqual(["education", "course"]);
});

test("labels are written with æ, ø and å", () => {
  for (const name of ["areas", "benefits", "codes", "education", "municipalities", "offers", "target-groups"]) {
    const text = readFileSync(`data/vocabulary/${name}.yaml`, "utf8");
    expect(text.match(/da: [^,}\n]*\b(aa|oe|ae)\w*/gi) ?? [], name).toEqual([]);
  }
});
