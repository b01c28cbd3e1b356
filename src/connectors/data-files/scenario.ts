import type { Known } from "#core/forecast/scenario/known.ts";
import { type Scenario, scenarioSchema } from "#core/forecast/scenario/scenario.ts";
import type { Vocabulary } from "#core/vocabulary/vocabulary.ts";
import { inline, type Written } from "./edit.ts";
import { check, parseYaml, readYamlFile } from "./yaml.ts";

/**
 * Reads a scenario's file. Told which flows it is to change and how far ahead, it refuses what cannot be there too.
 *
 * @throws BrokenInput with every fault of the file, each with its line
 */
export function readScenario(path: string, known: Known): Scenario {
  return check(readYamlFile(path), scenarioSchema(known));
}

/** As `readScenario`, from its text; `name` is the file named in faults. */
export function parseScenario(text: string, name: string, known: Known): Scenario {
  return check(parseYaml(text, name), scenarioSchema(known));
}

/** The types of offers that a scenario can have more places of. */
export function offersOf({ lists }: Vocabulary): ReadonlySet<string> {
  return new Set(lists.get("offer-type")?.terms.keys());
}

/** A goal as an item of a plan's list of goals: a line a key, and a line for each item of a list. */
export function goalText(goal: Readonly<Record<string, Written>>): string {
  const lines = Object.entries(goal).flatMap(([key, value]) =>
    Array.isArray(value)
      ? [`${key}:`, ...value.map((one: Written) => `  - ${inline(one)}`)]
      : [`${key}: ${inline(value)}`],
  );
  return lines.map((line, at) => `${at === 0 ? "  - " : "    "}${line}\n`).join("");
}
