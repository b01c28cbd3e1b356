import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { readChecked } from "#connectors/data-files/yaml.ts";
import { checkPlan } from "#core/plans/check.ts";
import { plan } from "#core/plans/format/plan.ts";

const cases = readChecked(
  join(import.meta.dirname, "arithmetic.cases.yaml"),
  z.array(
    z.strictObject({
      case: z.string(),
      figures: z.record(z.string(), z.string()),
      falls: z.string().optional(),
      check: z.record(z.string(), z.unknown()),
      finds: z.union([z.literal("nothing"), z.strictObject({ printed: z.string(), computed: z.string() })]),
    }),
  ),
);

const text = { da: "Prøve", en: "Trial" };
const source = { section: "1", lines: "1" };

/** `insuredFell` → `insured-fell`, an id. */
function idOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

test.each(cases)("$case", ({ figures, falls = "", check, finds }) => {
  const falling = falls.split(", ");
  const written = plan.parse({
    format: "pejlemaerke-plan/1",
    id: "proeve",
    title: text,
    version: "1",
    status: "draft",
    municipalities: ["851"],
    organisation: "Prøve",
    period: "2018",
    tracks: [{ id: "spor", title: text }],
    goals: [],
    statements: Object.entries(figures).map(([name, value]) => ({
      id: idOf(name),
      says: text,
      value,
      source,
      ...(falling.includes(name) && { change: "fall" }),
    })),
    checks: [{ id: "tjek", ...check }],
  });
  const { findings, ran } = checkPlan(written);
  expect(ran).toBe(1);
  if (finds === "nothing") expect(findings).toEqual([]);
  else {
    const [finding] = findings;
    expect(finding.printed?.value).toBeCloseTo(Number(finds.printed), 4);
    expect(finding.computed?.value).toBeCloseTo(Number(finds.computed), 4);
  }
});
