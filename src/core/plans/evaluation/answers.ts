import type { Answer } from "../format/follow-up-file.ts";
import type { Goal, Question } from "../format/goal.ts";
import type { Plan } from "../format/plan.ts";

/** The answer that stands to a question: the last one given. */
export function answerTo(question: Question, goal: Goal, answers: readonly Answer[]): Answer | undefined {
  return answers.findLast((one) => one.goal === goal.id && one.question === question.id);
}

/**
 * The plan as it reads with its questions answered: each answer's keys are set on the goal's part as the file wrote them,
 * so that the schema reads the result like any plan. `written` is the plan file's value, which is left as it was.
 */
export function withAnswers(written: unknown, plan: Plan, answers: readonly Answer[]): unknown {
  const copy: unknown = copyOf(written);
  for (const [index, goal] of plan.goals.entries())
    for (const question of goal.questions) {
      const answer = answerTo(question, goal, answers);
      if (answer === undefined) continue;
      for (const [path, value] of Object.entries(keysSet(question, answer)))
        setAt(copy, ["goals", String(index), ...partPath(copy, index, goal, question), ...path.split(".")], value);
    }
  return copy;
}

function keysSet(question: Question, answer: Answer): Readonly<Record<string, string>> {
  const reading = question.readings?.find(({ id }) => id === answer.reading);
  const filled = question.fills !== undefined && answer.value !== undefined ? { [question.fills]: answer.value } : {};
  return { ...reading?.sets, ...filled };
}

/** A goal written without parts carries its keys itself. */
function partPath(copy: unknown, index: number, goal: Goal, question: Question): string[] {
  const parts = at(at(at(copy, "goals"), String(index)), "parts");
  if (parts === undefined) return [];
  const part = goal.parts.findIndex(({ id }) => id === question.part);
  return ["parts", String(Math.max(0, part))];
}

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function setAt(root: unknown, path: readonly string[], value: string): void {
  let holder: unknown = root;
  for (const key of path.slice(0, -1)) {
    if (typeof holder !== "object" || holder === null) return;
    if (at(holder, key) === undefined) Reflect.set(holder, key, {});
    holder = at(holder, key);
  }
  if (typeof holder === "object" && holder !== null) Reflect.set(holder, path.at(-1) ?? "", value);
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copyOf(one)]));
}
