import { createHash } from "node:crypto";
import { check, parseYaml, type YamlFile } from "#connectors/data-files/yaml.ts";
import { findDay, formatDay } from "#core/calendar/day.ts";
import { withAnswers } from "#core/plans/evaluation/answers.ts";
import { type FollowUp, followUp } from "#core/plans/format/follow-up-file.ts";
import type { Plan } from "#core/plans/format/plan.ts";
import { type Catalogue, planSchema } from "#core/plans/references.ts";
import type { Rows } from "#store/connection.ts";
import { followUpLists, listComments, listFollowUp, newestOf } from "#store/goals.ts";
import type { PlanVersion } from "#store/plans.ts";

/** A plan of the database as it is written, and as it reads with its questions answered. */
export type StoredText = { readonly plan: Plan; readonly answered: Plan; readonly followUp: FollowUp };

/** What was added to a plan of the database, as its follow-up file would have it. */
export type Added = {
  /** The content of such a file, not yet read. */
  readonly written: Readonly<Record<string, unknown>>;
  /** Changes whenever anything is added or rewritten. */
  readonly revision: string;
};

/** What has been added to a plan so far. */
export async function addedTo(rows: Rows, plan: string): Promise<Added> {
  const lines = await listFollowUp(rows, plan);
  const said = newestOf(await listComments(rows, plan)).filter(({ kind }) => kind === "assessment");
  const lists = followUpLists.map((list) => [list, lines.filter((one) => one.list === list).map(({ entry }) => entry)]);
  const assessments = said.map(({ goal, says, by, at }) => ({ goal, says, by, on: dayIn(at) }));
  const written = { format: "pejlemaerke-follow-up/1", plan, ...Object.fromEntries(lists), assessments };
  return { written, revision: sha256(JSON.stringify(written)) };
}

/** Reads a version of a plan with what was added to it. @throws BrokenInput with every fault of either */
export function readStoredText({ yaml }: PlanVersion, id: string, added: Added, catalogue: Catalogue): StoredText {
  const file = parseYaml(yaml, `${id}.yaml`);
  const schema = planSchema(catalogue);
  const plan = check(file, schema);
  const read = check(asFile(added.written, `${id}.follow-up.yaml`), followUp);
  if (read.answers.length === 0) return { plan, answered: plan, followUp: read };
  const answered = check({ ...file, value: withAnswers(file.value, plan, read.answers) }, schema);
  return { plan, answered, followUp: read };
}

/** The findings of a plan's check that were accepted, and why. */
export async function acceptedIn(rows: Rows, plan: string): Promise<FollowUp["accepted"]> {
  return check(asFile((await addedTo(rows, plan)).written, `${plan}.follow-up.yaml`), followUp).accepted;
}

/** Content that was never a file, checked as one: its faults name the list and the line's number in it. */
function asFile(value: unknown, file: string): YamlFile {
  return { file, text: "", value, placeOf: (path) => ({ file, path: path.map(String).join(".") }) };
}

/** The day of a moment. */
function dayIn(at: string): string {
  const day = findDay(at.slice(0, 10));
  return day === undefined ? at : formatDay(day);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
