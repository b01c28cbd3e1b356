import { existsSync, readFileSync, rmSync } from "node:fs";
import { appendEntry } from "#connectors/data-files/append.ts";
import { followUpPath } from "#connectors/data-files/plans.ts";
import { writeWhole } from "#connectors/data-files/write.ts";
import { broken } from "#core/faults/fault.ts";
import { parsePrinted } from "#core/figures/printed.ts";
import { type Unit, unitWords } from "#core/figures/unit.ts";
import { checkPlan } from "#core/plans/check.ts";
import type { Goal, Part } from "#core/plans/format/goal.ts";
import type { Plan } from "#core/plans/format/plan.ts";
import { didYouMean } from "#core/text/nearest.ts";
import { verbatim } from "#core/text/text.ts";
import { type Data, openPlan } from "./open-data.ts";

/** Who says it, and on which day (`2026-11-22`). */
export type Said = { readonly by: string; readonly on: string };

/** What can be added to a plan while it runs; every value in the form the follow-up file has it. */
export type Answering = Said & { goal: string; question: string; reading?: string; value?: string; note?: string };
export type Observing = Said & {
  goal: string;
  part?: string;
  period: string;
  value: string;
  source: string;
  preliminary?: boolean;
};
export type Evidencing = Said & {
  goal: string;
  part?: string;
  done: string;
  reached?: boolean;
  what: string;
  link?: string;
};
export type Accepting = Said & { finding: string; reason: string };
export type Assessing = Said & { goal: string; says: string };

/** Answers a question of a goal: by one of its readings, or by a value. */
export function answerQuestion(data: Data, plan: string, answer: Answering): void {
  const goal = getGoal(openPlan(data, plan).plan, answer.goal);
  const question = goal.questions.find(({ id }) => id === answer.question);
  const questions = goal.questions.map(({ id }) => id);
  if (question === undefined) throw unknown({ da: "spørgsmål", en: "question" }, answer.question, questions);
  const readings = (question.readings ?? []).map(({ id }) => id);
  if (answer.reading !== undefined && !readings.includes(answer.reading))
    throw unknown({ da: "læsning (--reading)", en: "reading" }, answer.reading, readings);
  if (answer.reading === undefined && (answer.value === undefined || question.fills === undefined))
    throw broken("no-answer", { question: answer.question, readings: readings.join(", ") || "–" });
  add(data, plan, "answers", answer);
}

/** Enters a figure of the municipality's own for a goal. */
export function observeGoal(data: Data, plan: string, observing: Observing): void {
  const goal = getGoal(openPlan(data, plan).answered, observing.goal);
  const part = getPart(goal, observing.part);
  const expected = unitOf(part);
  const { unit, printed } = parsePrinted(observing.value, "da", expected);
  if (expected !== undefined && !comparable(unit, expected))
    throw broken("wrong-unit", {
      value: observing.value,
      unit: unitWords[unit].name,
      expected: unitWords[expected].name,
    });
  const bare = /^[\d.,\s−+-]+$/.test(printed);
  const value = bare && expected !== undefined ? `${printed} ${unitWords[expected].name.da}` : observing.value;
  const { preliminary, ...rest } = observing;
  add(data, plan, "observations", { ...rest, value, ...(preliminary ? { preliminary: "true" } : {}) });
}

/** Enters what shows that a milestone was reached, or that it was not. */
export function recordEvidence(data: Data, plan: string, evidence: Evidencing): void {
  const goal = getGoal(openPlan(data, plan).plan, evidence.goal);
  getPart(goal, evidence.part);
  const { reached, ...rest } = evidence;
  add(data, plan, "evidence", { ...rest, ...(reached === false ? { reached: "false" } : {}) });
}

/** Accepts a finding of the check with the reason: it moves to the errata list. */
export function acceptFinding(data: Data, plan: string, accepting: Accepting): void {
  const known = checkPlan(openPlan(data, plan).plan).findings.map(({ id }) => id);
  if (!known.includes(accepting.finding)) throw unknown({ da: "fund", en: "finding" }, accepting.finding, known);
  add(data, plan, "accepted", accepting);
}

/** Says in the municipality's own words why a goal stands as it does. */
export function assessGoal(data: Data, plan: string, assessing: Assessing): void {
  getGoal(openPlan(data, plan).plan, assessing.goal);
  add(data, plan, "assessments", assessing);
}

/** Writes an entry; one that does not fit the file's schema or the plan is taken back whole. */
function add(data: Data, idOrPath: string, list: string, entry: Readonly<Record<string, string | undefined>>): void {
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

function getGoal(plan: Plan, id: string): Goal {
  const goal = plan.goals.find((one) => one.id === id);
  if (goal !== undefined) return goal;
  throw unknown(
    { da: "mål", en: "goal" },
    id,
    plan.goals.map((one) => one.id),
  );
}

function getPart({ parts }: Goal, id: string | undefined): Part {
  const part = id === undefined && parts.length === 1 ? parts[0] : parts.find((one) => one.id === id);
  if (part !== undefined) return part;
  throw unknown(
    { da: "del (--part)", en: "part (--part)" },
    id ?? "",
    parts.map((one) => one.id),
  );
}

function unknown(kind: { da: string; en: string }, id: string, known: readonly string[]) {
  const all = known.join(", ");
  const hint = didYouMean(id, known, { da: `Vælg en af: ${all || "–"}.`, en: `Choose one of: ${all || "–"}.` });
  return broken("unknown-reference", { kind, id: verbatim(id), hint });
}

/** The unit a part's figures are in, when its target or baseline tells. */
function unitOf({ target, baseline }: Part): Unit | undefined {
  if (baseline?.value !== undefined) return baseline.value.unit;
  if (target === undefined || target.kind === "milestone") return undefined;
  if (target.kind === "level") return target.value.unit;
  if (target.kind === "coverage" || target.kind === "cohort") return "share";
  // A change in per cent says nothing of what it is a change of.
  return target.kind === "change" && target.by.unit !== "share" ? unitOfChange(target.by.unit) : undefined;
}

/** Points are the change of a share. */
function unitOfChange(unit: Unit): Unit {
  return unit === "share-points" ? "share" : unit;
}

const people: readonly Unit[] = ["persons", "full-time-persons", "count", "companies"];

/** Persons and full-time persons are held against each other, with a note; a share never against a count. */
function comparable(unit: Unit, expected: Unit): boolean {
  return unit === expected || (people.includes(unit) && people.includes(expected));
}
