import { existsSync, readFileSync, rmSync } from "node:fs";
import { appendEntry } from "#connectors/data-files/append.ts";
import { followUpPath } from "#connectors/data-files/plans.ts";
import { writeWhole } from "#connectors/data-files/write.ts";
import {
  type Accepting,
  type Answering,
  type Assessing,
  acceptedEntry,
  answerEntry,
  type Entry,
  type Evidencing,
  evidenceEntry,
  getGoal,
  type Observing,
  observationEntry,
} from "./follow-up-entries.ts";
import { type Data, openPlan } from "./open-data.ts";

/** Answers a question of a goal: by one of its readings, or by a value. */
export function answerQuestion(data: Data, plan: string, answer: Answering): void {
  add(data, plan, "answers", answerEntry(openPlan(data, plan).plan, answer));
}

/** Enters a figure of the municipality's own for a goal. */
export function observeGoal(data: Data, plan: string, observing: Observing): void {
  add(data, plan, "observations", observationEntry(openPlan(data, plan).answered, observing));
}

/** Enters what shows that a milestone was reached, or that it was not. */
export function recordEvidence(data: Data, plan: string, evidence: Evidencing): void {
  add(data, plan, "evidence", evidenceEntry(openPlan(data, plan).plan, evidence));
}

/** Accepts a finding of the check with the reason: it moves to the errata list. */
export function acceptFinding(data: Data, plan: string, accepting: Accepting): void {
  add(data, plan, "accepted", acceptedEntry(openPlan(data, plan).plan, accepting));
}

/** Says in the municipality's own words why a goal stands as it does. */
export function assessGoal(data: Data, plan: string, assessing: Assessing): void {
  getGoal(openPlan(data, plan).plan, assessing.goal);
  add(data, plan, "assessments", assessing);
}

/** Writes an entry; one that does not fit the file's schema or the plan is taken back whole. */
function add(data: Data, idOrPath: string, list: string, entry: Entry): void {
  const { path, plan } = openPlan(data, idOrPath);
  const file = followUpPath(path);
  const before = existsSync(file) ? readFileSync(file, "utf8") : undefined;
  const written = Object.fromEntries(
    Object.entries(entry).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
  appendEntry(file, { format: "pejlemaerke-follow-up/1", plan: plan.id }, list, written);
  try {
    openPlan(data, idOrPath);
  } catch (error) {
    if (before === undefined) rmSync(file);
    else writeWhole(file, before);
    throw error;
  }
}
