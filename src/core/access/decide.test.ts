import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { parse } from "yaml";
import { parseDay } from "../calendar/day.ts";
import { type Actor, ALL, decide, type Grant, reachIn, type Subject, scopeOf } from "./decide.ts";
import { isRole, type Role, roles } from "./role.ts";
import { type Act, isAct, type Reach, table } from "./table.ts";

const today = parseDay("2026-11-22");
const allRoles = Object.keys(roles).filter(isRole);
const allActs = Object.keys(table).filter(isAct);

function actor(...grants: Grant[]): Actor {
  return { id: "anne", name: "Anne", grants };
}

describe("The table says the same as roles.cases.yaml", () => {
  const cases: Record<Role, Partial<Record<Reach, (string | string[])[]>>> = parse(
    readFileSync(new URL("roles.cases.yaml", import.meta.url), "utf8"),
  );
  const reachIn = (role: Role, act: Act): string =>
    Object.entries(cases[role]).find(([, acts]) => acts.flat().includes(act))?.[0] ?? "nowhere";

  test.for(allRoles.flatMap((role) => allActs.map((act) => [role, act] as const)))("%s: %s", ([role, act]) => {
    expect(table[act][role]).toBe(reachIn(role, act));
  });

  it("and names no act that the table lacks, and none twice for a role", () => {
    for (const [role, byReach] of Object.entries(cases)) {
      const listed = Object.values(byReach).flatMap((acts) => acts.flat());
      expect(isRole(role)).toBe(true);
      expect(listed.filter((act) => !isAct(act))).toEqual([]);
      expect(new Set(listed).size).toBe(listed.length);
    }
  });
});

/** Subjects seen from someone of 851, unit north, and which reaches come to them. */
const subjects: readonly (readonly [string, Subject, readonly Reach[]])[] = [
  ["whatever they reach", "in-reach", ["unit", "municipality", "installation"]],
  ["the municipality's", { municipalities: ["851"] }, ["unit", "municipality", "installation"]],
  ["the unit's", { municipalities: ["851"], unit: "north" }, ["unit", "municipality", "installation"]],
  ["another unit's", { municipalities: ["851"], unit: "south" }, ["municipality", "installation"]],
  [
    "their own",
    { municipalities: ["851"], unit: "north", worker: "anne" },
    ["own", "unit", "municipality", "installation"],
  ],
  ["a colleague's", { municipalities: ["851"], unit: "north", worker: "bo" }, ["unit", "municipality", "installation"]],
  ["shared with another municipality", { municipalities: ["165", "851"] }, ["unit", "municipality", "installation"]],
  ["another municipality's", { municipalities: ["165"] }, []],
  ["the installation", "installation", []],
];

describe("Every cell decides alike on every subject", () => {
  test.for(subjects)("%s", ([, subject, reached]) => {
    for (const role of allRoles)
      for (const act of allActs) {
        const { may } = decide(actor({ role, municipality: "851", unit: "north" }), act, subject, today);
        expect([role, act, may]).toEqual([role, act, reached.includes(table[act][role])]);
      }
  });
});

test("the installation is reached only by a grant in all municipalities", () => {
  const may = (grant: Grant) => decide(actor(grant), "backup-database", "installation", today).may;
  expect(may({ role: "administrator", municipality: "851" })).toBe(false);
  expect(may({ role: "administrator", municipality: ALL })).toBe(true);
  expect(may({ role: "head", municipality: ALL })).toBe(false);
});

test("a grant without a unit reaches every unit of its municipality", () => {
  const leader = actor({ role: "team-leader", municipality: "851" });
  expect(decide(leader, "read-person", { municipalities: ["851"], unit: "south" }, today)).toEqual({
    may: true,
    role: "team-leader",
  });
  expect(scopeOf(leader, "read-person", "in-reach", today)).toEqual(["851:*"]);
});

test("a grant counts from its first day to its last", () => {
  const may = (from: string, to: string) =>
    decide(
      actor({ role: "reader", municipality: "851", from: parseDay(from), to: parseDay(to) }),
      "read-plan",
      { municipalities: ["851"] },
      today,
    ).may;
  expect(may("2026-11-22", "2026-11-22")).toBe(true);
  expect(may("2026-11-23", "2027-01-01")).toBe(false);
  expect(may("2020-01-01", "2026-11-21")).toBe(false);
});

test("of several refusals the nearest to a yes is told", () => {
  const several = actor(
    { role: "reader", municipality: "851" },
    { role: "caseworker", municipality: "851", unit: "north" },
  );
  const subject = { municipalities: ["851"], unit: "south" };
  expect(decide(several, "read-person", subject, today)).toEqual({ may: false, why: "other-unit" });
  expect(decide(actor(), "read-person", subject, today)).toEqual({ may: false, why: "no-role" });
});

test("the scope of an act is what the grants that allow it reach, and no mixture of them", () => {
  const several = actor(
    { role: "analyst", municipality: "851" },
    { role: "caseworker", municipality: "165", unit: "north" },
    { role: "auditor", municipality: "151" },
  );
  const scope = (act: Act, subject: Subject) => scopeOf(several, act, subject, today);
  expect(scope("list-persons", "in-reach")).toEqual(["851:*", "165:", "165:north"]);
  expect(scope("read-plan", "in-reach")).toEqual(["851:*", "165:*", "151:*"]);
  expect(scope("read-plan", { municipalities: ["165"] })).toEqual(["165:*"]);
  expect(scope("write-users", "in-reach")).toEqual([]);
  expect(scope("read-audit", { municipalities: ["851", "165", "151"] })).toEqual(["151:*"]);
  expect(scope("read-audit", { municipalities: ["851", "165"], worker: "anne" })).toEqual([
    "851:*",
    "165:",
    "165:north",
  ]);
  expect(scopeOf(actor({ role: "administrator", municipality: ALL }), "write-users", "in-reach", today)).toEqual(["*"]);
});

test("a scope reaches some municipalities whole, and only where it reaches none, units in them", () => {
  expect(reachIn(["*"], ["187", "183"])).toEqual({ municipalities: ["187", "183"] });
  expect(reachIn(["187:*", "183:", "183:north"], ["187", "183"])).toEqual({ municipalities: ["187"] });
  expect(reachIn(["187:", "187:south", "183:", "183:north"], ["187", "183"])).toEqual({
    municipalities: ["187", "183"],
    units: ["south", "north"],
  });
  expect(reachIn(["165:", "165:north"], ["851"])).toEqual({ municipalities: ["851"], units: [] });
});
