import { describe, expect, test } from "vitest";
import { openData } from "#actions/open-data.ts";
import { readFlowStates } from "#connectors/data-files/flow-model.ts";
import { offersOf, parseScenario, readScenario } from "#connectors/data-files/scenario.ts";
import { BrokenInput, faultLine } from "#core/faults/fault.ts";
import type { Known } from "#core/forecast/scenario/known.ts";
import { flowsOf, states } from "./flows.ts";

const flows = flowsOf([0.5, 0.2, 0.9, 0.7, 0.35]);
const known: Known = { states, offers: new Set(["virksomhedspraktik", "mentor"]), ahead: { flows, horizon: 12 } };

/** What a scenario with these lines under `levers` is refused by. */
function refused(levers: string, what: Known = known): string {
  const text = `format: pejlemaerke-scenario/1\nid: x\ntitle: { da: X, en: X }\nlevers:\n${levers}\n`;
  try {
    parseScenario(text, "x.yaml", what);
  } catch (error) {
    if (error instanceof BrokenInput) return error.faults.map((fault) => faultLine(fault).en).join("\n");
    throw error;
  }
  return "";
}

describe("A scenario is refused with file, line, value and what to do when it has", () => {
  test.for([
    [
      "an unknown lever",
      "  - { lever: exit, benefit: dagpenge, by: +5 % }",
      /^x\.yaml:5:\d+ .*«exit».* one of: exits, /,
    ],
    ["an unknown benefit", "  - { lever: inflow, benefit: dagpeng, by: +5 % }", /«dagpeng».*Did you mean «dagpenge»\?/],
    [
      "an unknown destination",
      "  - { lever: exits, benefit: dagpenge, destination: arbejd, by: +5 % }",
      /«arbejd».*«arbejde»/,
    ],
    ["an unknown offer", places({ offer: "mentr" }), /«mentr».*«mentor»/],
    [
      "a month before the forecast",
      "  - { lever: inflow, benefit: dagpenge, by: +5 %, from: 2026-12 }",
      /«2026-12» lies outside .* 2027-01 to 2027-12/,
    ],
    [
      "a day after it",
      "  - { lever: closing, benefit: dagpenge, persons: 10, on: 2028-01-01 }",
      /«2028-01-01» lies outside/,
    ],
    [
      "a month that is none",
      "  - { lever: inflow, benefit: dagpenge, by: +5 %, from: 2027-13 }",
      /«2027-13» is not a month/,
    ],
    [
      "an end before its beginning",
      "  - { lever: inflow, benefit: dagpenge, by: +5 %, from: 2027-05, until: 2027-02 }",
      /ends before it begins/,
    ],
    [
      "more leaving than there are",
      "  - { lever: exits, benefit: dagpenge, by: +2000 % }",
      /Then \d{3} % of dagpenge would leave .*today it is [\d.]+ %/,
    ],
    [
      "less than nothing",
      "  - { lever: inflow, benefit: dagpenge, by: -120 % }",
      /«-120 %» cannot be used: .* at least −100 %/,
    ],
    ["a change without its sign", "  - { lever: inflow, benefit: dagpenge, by: 12 % }", /«12 %» cannot be used/],
    [
      "an effect without an interval",
      places({ effect: "{ by: +30 %, assumption: { da: a, en: a } }" }),
      /^x\.yaml:5:\d+ levers\.0\.effect: The effect has no interval/,
    ],
    [
      "an interval beside its effect",
      places({ effect: "{ by: +30 %, low: +40 %, high: +50 %, assumption: { da: a, en: a } }" }),
      /no interval around it/,
    ],
    ["more places than people", places({ places: "9999" }), /«9999» cannot be used: there are only \d+ people/],
    [
      "people who come to one of several states",
      "  - { lever: closing, benefit: kontanthjaelp, persons: 5, on: 2027-02-01 }",
      /several states.*kontanthjaelp-jobparat, kontanthjaelp-aktivitetsparat/,
    ],
    [
      "a rule whose way is not clear",
      "  - { lever: rule, benefit: dagpenge, to: kontanthjaelp, on: 2027-02-01 }",
      /«kontanthjaelp» is several states/,
    ],
    ["a benefit that is closed twice", twice(), /«uddannelseshjaelp» cannot be used: the benefit is closed twice/],
    [
      "benefits that are closed for each other",
      `${closing("dagpenge", "uddannelseshjaelp")}\n${closing("uddannelseshjaelp", "dagpenge")}`,
      /^x\.yaml:6:\d+ levers\.1\.to: «dagpenge» cannot be used: the benefits are closed for each other in a circle/,
    ],
    [
      "a rule that moves a benefit's people to itself",
      "  - { lever: rule, benefit: dagpenge, to: dagpenge, on: 2027-02-01 }",
      /that is the benefit itself/,
    ],
    [
      "exits from a benefit to another visitation of it",
      "  - { lever: exits, benefit: kontanthjaelp, destination: kontanthjaelp-jobparat, by: +10 % }",
      /that is the benefit itself/,
    ],
    [
      "an inflow beyond sense",
      "  - { lever: inflow, benefit: dagpenge, by: +1001 % }",
      /«\+1001 %» .* at most \+1000 %/,
    ],
    [
      "people who are no whole number, in each language by itself",
      "  - { lever: closing, benefit: dagpenge, persons: 2.5, on: 2027-02-01 }",
      /«2\.5» cannot be used: a whole number\./,
    ],
    ["an unknown key", "  - { lever: inflow, benefit: dagpenge, by: +5 %, till: 2027-02 }", /«till» is not known/],
  ] as const)("%s", ([, levers, says]) => {
    expect(refused(levers)).toMatch(says);
  });

  test("levers that can be turned are not", () => {
    expect(refused(places({}))).toBe("");
    expect(refused("  - { lever: exits, benefit: kontanthjaelp, by: +20 % }")).toBe("");
    expect(refused("  []")).toBe("");
  });
});

function places(other: Readonly<Record<string, string>>): string {
  const effect = "{ by: +30 %, low: +10 %, high: +50 %, assumption: { da: a, en: a } }";
  const lever = { offer: "mentor", benefit: "dagpenge", places: "10", effect, ...other };
  return `  - { lever: places, ${Object.entries(lever)
    .map(([key, value]) => `${key}: ${value}`)
    .join(", ")} }`;
}

function closing(benefit: string, to: string): string {
  return `  - { lever: rule, benefit: ${benefit}, to: ${to}, on: 2027-02-01, closes: true }`;
}

function twice(): string {
  const rule = closing("uddannelseshjaelp", "dagpenge");
  return `${rule}\n${rule}`;
}

test("The worked examples are scenarios of the real flow model", () => {
  const { folders, vocabulary } = openData();
  const real = { states: readFlowStates(folders.data), offers: offersOf(vocabulary) };
  for (const name of ["virksomhedslukning", "flere-i-praktik"])
    expect(readScenario(`data/model/scenarios/${name}.yaml`, real).id).toBe(name);
});
