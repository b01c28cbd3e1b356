import { expect, test } from "vitest";
import { parseDay } from "../../calendar/day.ts";
import { parseMonth } from "../../calendar/month.ts";
import { changeByLaw, type DatedChange, replacedBy } from "./dated.ts";
import type { FlowState } from "./states.ts";

const state = (id: string, benefit: string, visitation: readonly string[] = []): FlowState => ({
  ...{ id, benefit, visitation, kind: "benefit", status: [], label: { da: id, en: id } },
});
const states = [
  state("kontanthjaelp-jobparat", "kontanthjaelp", ["jobparat"]),
  state("kontanthjaelp", "kontanthjaelp"),
  state("uddannelseshjaelp-jobparat", "uddannelseshjaelp", ["jobparat"]),
  state("uddannelseshjaelp-parat", "uddannelseshjaelp", ["uddannelsesparat"]),
  state("revalidering", "revalidering"),
];
const change = (on: string, adopted: string, more: Partial<DatedChange>): DatedChange => ({
  ...{
    on: parseDay(on),
    adopted: parseDay(adopted),
    replaced: new Map(),
    closed: [],
    text: { da: "-", en: "-" },
    source: "",
  },
  ...more,
});
const changes = [
  change("2020-01-01", "2019-02-27", { replaced: new Map([["integrationsydelse", "uddannelseshjaelp"]]) }),
  change("2025-07-01", "2024-12-30", { replaced: new Map([["uddannelseshjaelp", "kontanthjaelp"]]) }),
  change("2026-07-01", "2025-12-29", { closed: ["revalidering"] }),
];
const byLaw = (known: string, month: string) =>
  changeByLaw({ changes, states, month: parseMonth(known) }, parseMonth(month));

test("the past is told in the benefits in force, also of a benefit that was replaced twice", () => {
  expect([...replacedBy(changes, parseMonth("2025-06"))]).toEqual([["integrationsydelse", "uddannelseshjaelp"]]);
  expect(replacedBy(changes, parseMonth("2025-07")).get("integrationsydelse")).toBe("kontanthjaelp");
});

test("people move on the day of the law to the same visitation, or the rest, and nobody new comes after", () => {
  const moved = byLaw("2025-03", "2025-07");
  expect(moved?.moves).toBe(true);
  expect(moved?.change.moved).toEqual([
    { from: "uddannelseshjaelp-jobparat", to: "kontanthjaelp-jobparat", share: 1 },
    { from: "uddannelseshjaelp-parat", to: "kontanthjaelp", share: 1 },
  ]);
  const after = byLaw("2025-03", "2025-09");
  expect(after?.moves).toBe(false);
  expect(after?.change.closed).toContainEqual({ state: "uddannelseshjaelp-parat", to: "kontanthjaelp" });
});

test("what was not adopted when the last month ended is not foreseen", () => {
  expect(byLaw("2024-11", "2025-08")).toBeUndefined();
  expect(byLaw("2024-12", "2025-08")).toBeDefined();
});

test("a closed benefit stays closed", () => {
  expect(byLaw("2026-09", "2027-02")?.change.closed).toEqual([{ state: "revalidering" }]);
  expect(byLaw("2026-03", "2026-06")).toBeUndefined();
});
