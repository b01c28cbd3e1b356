import { expect, test } from "vitest";
import type { Finding } from "./arithmetic/finding.ts";
import { plan as schema } from "./format/plan.ts";
import { placesOf } from "./places.ts";

const words = { da: "x", en: "x" };
const plan = schema.parse({
  ...{ format: "pejlemaerke-plan/1", id: "p", title: words, version: "1", status: "draft" },
  ...{ municipalities: ["851"], organisation: "x", period: "2018", tracks: [{ id: "t", title: words }], goals: [] },
  checks: [
    { id: "c", kind: "same", of: ["goals.a.one.target", { sum: ["tables.b.r.k", "goals.a.two.target"] }, "7 %"] },
  ],
});

test.for([
  ["checks.c", ["goals.a", "tables.b.r.k"]],
  ["tables.b.total.k:sum", ["tables.b.total.k"]],
  ["goals.a.one:no-period", ["goals.a"]],
  ["statements.s:claim", ["statements.s"]],
] as const)("%s is about %j", ([id, places]) => {
  const finding: Finding = { id, weight: "low", kind: "sum", message: words };
  expect(placesOf(plan, finding)).toEqual(places);
});
