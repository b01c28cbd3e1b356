import { broken } from "#core/faults/fault.ts";
import { parsePrinted } from "#core/figures/printed.ts";
import { type Unit, unitWords } from "#core/figures/unit.ts";
import { checkPlan } from "#core/plans/check.ts";
import type { Goal, Part } from "#core/plans/format/goal.ts";
import type { Plan } from "#core/plans/format/plan.ts";
import { didYouMean } from "#core/text/nearest.ts";
import { verbatim } from "#core/text/text.ts";

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

/** A line of a follow-up file as it is written there. */
export type Entry = Readonly<Record<string, string | undefined>>;

/** The line that answers a question of a goal: by one of its readings, or by a value. @throws BrokenInput */
export function answerEntry(plan: Plan, answer: Answering): Entry {
  const goal = getGoal(plan, answer.goal);
  const question = goal.questions.find(({ id }) => id === answer.question);
  const questions = goal.questions.map(({ id }) => id);
  if (question === undefined) throw unknown({ da: "spørgsmål", en: "question" }, answer.question, questions);
  const readings = (question.readings ?? []).map(({ id }) => id);
  if (answer.reading !== undefined && !readings.includes(answer.reading))
    throw unknown({ da: "læsning (--reading)", en: "reading" }, answer.reading, readings);
  if (answer.reading === undefined && (answer.value === undefined || question.fills === undefined))
    throw broken("no-answer", { question: answer.question, readings: readings.join(", ") || "–" });
  return answer;
}

/** The line of a figure of the municipality's own. `answered` is the plan as it reads with its questions answered. */
export function observationEntry(answered: Plan, observing: Observing): Entry {
  const part = getPart(getGoal(answered, observing.goal), observing.part);
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
  return { ...rest, value, ...(preliminary ? { preliminary: "true" } : {}) };
}

/** The line of what shows that a milestone was reached, or that it was not. */
export function evidenceEntry(plan: Plan, evidence: Evidencing): Entry {
  getPart(getGoal(plan, evidence.goal), evidence.part);
  const { reached, ...rest } = evidence;
  return { ...rest, ...(reached === false ? { reached: "false" } : {}) };
}

/** The line that accepts a finding of the check with the reason. */
export function acceptedEntry(plan: Plan, accepting: Accepting): Entry {
  const known = checkPlan(plan).findings.map(({ id }) => id);
  if (!known.includes(accepting.finding)) throw unknown({ da: "fund", en: "finding" }, accepting.finding, known);
  return accepting;
}

/** A goal of a plan. @throws BrokenInput unknown-reference */
export function getGoal(plan: Plan, id: string): Goal {
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
