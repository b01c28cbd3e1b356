import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { broken } from "#core/faults/fault.ts";
import { withAnswers } from "#core/plans/evaluation/answers.ts";
import { type Answer, emptyFollowUp, type FollowUp, followUp } from "#core/plans/format/follow-up-file.ts";
import type { Plan } from "#core/plans/format/plan.ts";
import { type Catalogue, planSchema } from "#core/plans/references.ts";
import { nearest } from "#core/text/nearest.ts";
import { check, readChecked, readYamlFile, type YamlFile } from "./yaml.ts";

/** A plan with the file it came from. */
export type PlanFile = { readonly plan: Plan; readonly file: YamlFile };

/** The ids of the plans in the data folder. */
export function planIds(dataDir: string): string[] {
  return readdirSync(join(dataDir, "plans"))
    .filter((name) => name.endsWith(".yaml") && !name.endsWith(".follow-up.yaml"))
    .map((name) => basename(name, ".yaml"))
    .sort();
}

/** The path of a plan given by its id, or by a path of its own. @throws BrokenInput unknown-plan with the nearest id */
export function planPath(dataDir: string, idOrPath: string): string {
  if (idOrPath.endsWith(".yaml") || idOrPath.endsWith(".yml")) return idOrPath;
  const path = join(dataDir, "plans", `${idOrPath}.yaml`);
  if (existsSync(path)) return path;
  const known = planIds(dataDir);
  throw broken("unknown-plan", { id: idOrPath, known: [nearest(idOrPath, known) ?? known].flat().join(", ") });
}

/** Reads a plan. @throws BrokenInput with every fault of the file, each with line and column */
export function readPlan(path: string, catalogue: Catalogue): PlanFile {
  const file = readYamlFile(path);
  const plan = check(file, planSchema(catalogue));
  return { plan, file };
}

/** The plan as it reads when its questions are answered. @throws BrokenInput when an answer cannot stand there */
export function readAnswered({ plan, file }: PlanFile, answers: readonly Answer[], catalogue: Catalogue): Plan {
  return check({ ...file, value: withAnswers(file.value, plan, answers) }, planSchema(catalogue));
}

/** The follow-up file beside a plan: `<plan>.follow-up.yaml`. */
export function followUpPath(planFile: string): string {
  return planFile.replace(/\.ya?ml$/, ".follow-up.yaml");
}

/** What has been added to a plan; nothing when there is no follow-up file yet. */
export function readFollowUp(planFile: string, planId: string): FollowUp {
  const path = followUpPath(planFile);
  return existsSync(path) ? readChecked(path, followUp) : emptyFollowUp(planId);
}
