import { addDays, type Day } from "../../calendar/day.ts";
import { periodAround } from "../../calendar/period.ts";
import type { Figure, Missing } from "../../figures/figure.ts";
import type { Break } from "../../format/scalars.ts";
import { type Text, verbatim } from "../../text/text.ts";
import type { Finding } from "../arithmetic/finding.ts";
import { answerTo } from "../evaluation/answers.ts";
import { pointsOf } from "../evaluation/cohort-points.ts";
import { evaluatePlan } from "../evaluation/evaluate.ts";
import type { Ground } from "../evaluation/ground.ts";
import type { GoalResult, PartResult } from "../evaluation/result.ts";
import type { Verdict } from "../evaluation/verdict.ts";
import type { Answer } from "../format/follow-up-file.ts";
import type { Goal, Part, Question } from "../format/goal.ts";
import type { Plan } from "../format/plan.ts";
import { refsOf } from "../places.ts";
import { targetText } from "../targets/say.ts";
import { leadingPart } from "./distance.ts";
import { breaksOf, type Line, linesOf } from "./lines.ts";
import { type GoalRow, latestOf, rowOf } from "./overview.ts";
import { goalSentence } from "./sentence.ts";
import { type Step, workingOf } from "./working.ts";

/** One part of a goal with its working. */
export type GoalPart = {
  readonly result: PartResult;
  /** As the plan has it; the points of a cohort, which the plan writes together, each for itself. */
  readonly written: Part | undefined;
  /** The areas whose figures are pooled in it. */
  readonly areas: readonly string[];
  readonly target: Text | undefined;
  /** The figure it is held against, as in the overview: of a settled part that of the target's own period, else the newest. */
  readonly latest: Figure | Missing;
  /** The newest figure there is, whether or not it settles anything. */
  readonly newest: Figure | Missing;
  readonly working: readonly Step[];
  readonly lines: readonly Line[];
  readonly breaks: readonly Break[];
};

/** A verdict as it was, or would have been, as of an earlier day. */
export type FormerVerdict = { readonly asOf: Day; readonly verdict: Verdict; readonly latest: Figure | Missing };

/** A question of a goal's wording, its answer in words, and who gave it when. */
export type Asked = {
  readonly question: Question;
  readonly answer: Text | undefined;
  readonly given: Pick<Answer, "by" | "on"> | undefined;
};

/** All that belongs to a goal but what people said of it. */
export type GoalPage = {
  readonly row: GoalRow;
  readonly says: Text;
  readonly parts: readonly GoalPart[];
  readonly questions: readonly Asked[];
  readonly efforts: readonly Plan["efforts"][number][];
  readonly history: readonly FormerVerdict[];
  readonly findings: readonly Finding[];
};

/** The page of a goal of a plan that was followed up. `findings` are those of the plan's check. */
export function goalPageOf(ground: Ground, result: GoalResult, findings: readonly Finding[]): GoalPage {
  const { plan, followUp, asOf } = ground;
  const { goal } = result;
  return {
    row: rowOf(result, followUp, asOf),
    says: goalSentence(leadingPart(result), asOf),
    parts: result.parts.map((part) => partOf(ground, goal, part)),
    questions: goal.questions.map((question) => askedIn(question, goal, ground)),
    efforts: plan.efforts.filter(({ id, goals }) => goals?.includes(goal.id) || goal.efforts?.includes(id)),
    history: historyOf(ground, goal),
    findings: findings.filter((one) => one.goal === goal.id || isAbout(one, goal, plan)),
  };
}

function partOf({ plan, parameters, series, asOf }: Ground, goal: Goal, result: PartResult): GoalPart {
  const written = findPart(goal, result.id);
  const areas = areasOf(plan, written);
  const newest = latestOf(result, asOf);
  const latest = result.settledBy ?? newest;
  const lines = linesOf(result, series, areas, asOf);
  return {
    result,
    written,
    areas,
    target: result.target && targetText(result.target),
    latest,
    newest,
    working: workingOf({ part: result, latest: newest, parameters }),
    lines,
    breaks: breaksOf(result, lines),
  };
}

/** A part of a goal, or a point of a cohort, by its id. */
export function findPart(goal: Goal, id: string): Part | undefined {
  return goal.parts.flatMap(pointsOf).find((part) => part.id === id);
}

/** The areas whose figures are pooled in a part. */
export function areasOf({ municipalities }: Pick<Plan, "municipalities">, part: Part | undefined): readonly string[] {
  return part?.area === undefined ? municipalities : [part.area];
}

function askedIn(question: Question, goal: Goal, { followUp }: Ground): Asked {
  const given = answerTo(question, goal, followUp.answers);
  const reading = question.readings?.find(({ id }) => id === given?.reading)?.says;
  return { question, given, answer: given && (reading ?? verbatim(given.value ?? given.note ?? "")) };
}

/** How many earlier quarters are told of. */
const QUARTERS = 12;

/** How the goal stood at the end of each quarter of the plan's period so far, on the figures as they are today. */
function historyOf(ground: Ground, goal: Goal): FormerVerdict[] {
  const plan = { ...ground.plan, goals: [goal] };
  const ends = quarterEnds(ground.plan.period.from, ground.asOf).map((asOf) => {
    const [result] = evaluatePlan({ ...ground, plan, asOf });
    const part = leadingPart(result);
    return { asOf, verdict: result.verdict, latest: part.settledBy ?? latestOf(part, asOf) };
  });
  // Once settled, a goal is told of again only where the verdict became another.
  return ends.filter(
    ({ verdict }, index) => verdict.family !== "settled" || verdict.value !== ends[index - 1]?.verdict.value,
  );
}

function quarterEnds(from: Day, until: Day): Day[] {
  const ends: Day[] = [];
  for (
    let end = addDays(periodAround(from, "quarter").to, -1);
    end < until;
    end = addDays(periodAround(addDays(end, 1), "quarter").to, -1)
  )
    ends.push(end);
  return ends.slice(-QUARTERS);
}

/** Whether a finding of the arithmetic is of one of the goal's figures. */
function isAbout({ id }: Finding, goal: Goal, { checks }: Plan): boolean {
  if (id.startsWith(`goals.${goal.id}.`) || id.startsWith(`goals.${goal.id}:`)) return true;
  const check = checks.find((one) => id === `checks.${one.id}`);
  return check !== undefined && refsOf(check).some((ref) => ref.startsWith(`goals.${goal.id}.`));
}
