import { cpSync, existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { acceptFinding, answerQuestion, assessGoal, observeGoal, recordEvidence } from "#actions/add-to-follow-up.ts";
import { checkPlan } from "#actions/check-plan.ts";
import { followUpPlan } from "#actions/follow-up-plan.ts";
import { type Data, openData, openPlan, ownFolders } from "#actions/open-data.ts";
import { parseDay } from "#core/calendar/day.ts";
import { BrokenInput } from "#core/faults/fault.ts";

const own = ownFolders();
const said = { by: "B. Hansen", on: "2019-02-01" };
let data: Data;

beforeEach(() => {
  const copy = mkdtempSync(join(tmpdir(), "pejl-follow-up-"));
  cpSync(own.data, join(copy, "data"), { recursive: true });
  data = openData({ data: join(copy, "data"), var: join(copy, "var") });
});

function goal(plan: string, id: string, asOf?: string) {
  const today = parseDay("2026-11-22");
  const followed = followUpPlan(data, openPlan(data, plan), today, asOf === undefined ? {} : { asOf: parseDay(asOf) });
  const result = followed.goals.find((one) => one.goal.id === id);
  if (result === undefined) throw new Error(`no goal ${id}`);
  return result;
}

function codeOf(act: () => void): string | undefined {
  try {
    act();
  } catch (error) {
    if (error instanceof BrokenInput) return error.faults[0].code;
    throw error;
  }
  return undefined;
}

test("an observation settles 1.000 recruitments and is named in the verdict", () => {
  expect(goal("aalborg-2018", "rekrutteringer").verdict.value).toBe("no-data");
  observeGoal(data, "aalborg-2018", {
    goal: "rekrutteringer",
    period: "2018",
    value: "1.043 rekrutteringer",
    source: "Egen liste",
    ...said,
  });
  const { verdict, parts } = goal("aalborg-2018", "rekrutteringer");
  expect(verdict).toMatchObject({ family: "settled", value: "met" });
  expect(parts[0].notes.map(({ da }) => da).join()).toContain("Egen liste");
});

test("half a year's observation puts the goal under way, and a later figure for the same period replaces it", () => {
  const observe = (value: string) =>
    observeGoal(data, "aalborg-2018", {
      goal: "rekrutteringer",
      period: "2018H1",
      value,
      source: "Egen liste",
      ...said,
    });
  observe("400 rekrutteringer");
  expect(goal("aalborg-2018", "rekrutteringer", "2018-09-30").verdict).toMatchObject({
    family: "under-way",
    value: "off-course",
  });
  observe("600 rekrutteringer");
  expect(goal("aalborg-2018", "rekrutteringer", "2018-09-30").verdict).toMatchObject({
    family: "under-way",
    value: "on-course",
  });
});

test("evidence settles a milestone, and is named", () => {
  expect(goal("aalborg-2018", "ny-ungestrategi").verdict.value).toBe("no-evidence");
  recordEvidence(data, "aalborg-2018", {
    goal: "ny-ungestrategi",
    done: "2018-05-15",
    what: "Byrådets dagsorden",
    ...said,
  });
  const { verdict } = goal("aalborg-2018", "ny-ungestrategi");
  expect(verdict).toMatchObject({ family: "settled", value: "met" });
  expect(verdict.reason.da).toContain("Byrådets dagsorden");
});

test("an answered question changes how the goal reads, and the answer is named", () => {
  const fleksjob = openPlan(data, "aalborg-2018").plan.goals.find(({ id }) => id === "fleksjob");
  const question = fleksjob?.questions.find(({ reason }) => reason === "no-direction");
  const reading = question?.readings?.[0];
  expect(goal("aalborg-2018", "fleksjob").verdict.value).toBe("no-direction");
  if (question === undefined || reading === undefined) throw new Error("the plan asks nothing of fleksjob");
  answerQuestion(data, "aalborg-2018", { goal: "fleksjob", question: question.id, reading: reading.id, ...said });
  const { verdict, parts } = goal("aalborg-2018", "fleksjob");
  expect(verdict.value).not.toBe("no-direction");
  expect(parts[0].notes.map(({ da }) => da).join()).toContain(question.id);
});

test("an accepted finding goes on the errata list and is still found", () => {
  const id = "tables.budget.i-alt.b2017:sum";
  acceptFinding(data, "albertslund-2018", { finding: id, reason: "Trykfejl", ...said });
  const checked = checkPlan(openPlan(data, "albertslund-2018"));
  expect(checked.findings.map((one) => one.id)).toContain(id);
  expect(checked.accepted).toMatchObject([{ finding: id, reason: "Trykfejl", by: "B. Hansen" }]);
});

test("an assessment is kept in the municipality's own words, with what stood in the file before", () => {
  assessGoal(data, "aalborg-2018", { goal: "rekrutteringer", says: "Færre ledige stillinger end ventet.", ...said });
  assessGoal(data, "aalborg-2018", { goal: "rekrutteringer", says: "Rettet i maj.", ...said });
  expect(openPlan(data, "aalborg-2018").followUp.assessments.map(({ says }) => says)).toEqual([
    "Færre ledige stillinger end ventet.",
    "Rettet i maj.",
  ]);
});

test("what does not fit is refused and leaves the file as it was", () => {
  const file = join(data.folders.data, "plans", "aalborg-2018.follow-up.yaml");
  const observe = (more: object) => () =>
    observeGoal(data, "aalborg-2018", {
      goal: "rekrutteringer",
      period: "2018",
      value: "1.000 rekrutteringer",
      source: "x",
      ...said,
      ...more,
    });
  expect(codeOf(observe({ goal: "rekruteringer" }))).toBe("unknown-reference");
  expect(codeOf(observe({ value: "40 %" }))).toBe("wrong-unit");
  expect(codeOf(observe({ period: "2018-14" }))).toBe("not-a-period");
  expect(codeOf(observe({ value: "mange" }))).toBe("not-a-figure");
  expect(existsSync(file)).toBe(false);
  observe({})();
  const before = readFileSync(file, "utf8");
  expect(codeOf(observe({ period: "i år" }))).toBe("not-a-period");
  expect(readFileSync(file, "utf8")).toBe(before);
});
