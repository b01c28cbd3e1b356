import { existsSync } from "node:fs";
import { followUpPath, planIds, planPath, readPlan } from "#connectors/data-files/plans.ts";
import { readYamlFile } from "#connectors/data-files/yaml.ts";
import { EVERYTHING } from "#core/access/decide.ts";
import type { Rows } from "#store/connection.ts";
import { addComment, addFollowUp, followUpLists } from "#store/goals.ts";
import { addPlan, addVersion, listStoredPlans } from "#store/plans.ts";
import { logOfProgram } from "./action.ts";
import type { Data } from "./open-data.ts";
import type { Door } from "./sign-in.ts";
import { withoutCpr } from "./without-cpr.ts";

/**
 * Puts every plan of the data folder that the database does not hold yet into it as version 1, with its follow-up file,
 * and answers with their ids. What the database holds is never written over.
 *
 * @throws BrokenInput with every fault of a plan's file
 * @example await prepareDatabase(openData(), door) // ["aalborg-2018", …], and [] the next time
 */
export async function prepareDatabase(data: Data, door: Door): Promise<string[]> {
  const { store } = door;
  const held = await store.within(EVERYTHING, listStoredPlans);
  const missing = planIds(data.folders.data).filter((id) => !held.some((plan) => plan.id === id));
  for (const id of missing) await store.within(EVERYTHING, (rows) => takeOver(data, door, rows, id));
  return missing;
}

/** One plan, whole: its text, what was added to it, and the line in the log. */
async function takeOver({ folders, catalogue }: Data, door: Door, rows: Rows, id: string): Promise<void> {
  const path = planPath(folders.data, id);
  const { plan, file } = readPlan(path, catalogue);
  const { municipalities, title } = plan;
  await addPlan(rows, { id, municipalities, title }, door.at);
  await addVersion(rows, id, { yaml: file.text, by: PROGRAM, at: door.at }, "");
  if (existsSync(followUpPath(path))) await takeOverFollowUp(rows, id, followUpPath(path), door.at);
  const told = { act: "take-over-plan", subject: `plan ${id} version 1`, outcome: "done" as const };
  await logOfProgram(rows, door, { ...told, municipalities });
}

const PROGRAM = "program";

/** The lines of a follow-up file, each as it is written there. */
async function takeOverFollowUp(rows: Rows, plan: string, path: string, at: string): Promise<void> {
  const { value } = readYamlFile(path);
  const linesOf = (list: string): unknown[] => {
    const lines: unknown = typeof value === "object" && value !== null ? Reflect.get(value, list) : undefined;
    return Array.isArray(lines) ? lines : [];
  };
  for (const list of followUpLists)
    for (const [index, entry] of linesOf(list).entries())
      await addFollowUp(rows, `${plan}-${list}-${index}`, plan, { list, entry, by: textIn(entry, "by"), at });
  for (const [index, entry] of linesOf("assessments").entries()) {
    const [goal, says, by] = ["goal", "says", "by"].map((key) => textIn(entry, key));
    const id = `${plan}-assessments-${index}`;
    await addComment(rows, { id, plan, goal, kind: "assessment", says: withoutCpr(says), by, at });
  }
}

function textIn(entry: unknown, key: string): string {
  const value: unknown = typeof entry === "object" && entry !== null ? Reflect.get(entry, key) : undefined;
  return typeof value === "string" ? value : PROGRAM;
}
