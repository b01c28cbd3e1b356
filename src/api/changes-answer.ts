import { type Day, formatDay } from "#core/calendar/day.ts";
import type { GoalChange } from "#core/plans/standing/changes.ts";
import type { readChanges } from "./changes.ts";
import type { Answered } from "./endpoint.ts";
import { figureJson } from "./figure.ts";
import { type ListedRegister, registerEntryJson, verdictJson } from "./overview-answer.ts";

type Changes = Answered<typeof readChanges>;

/** What changed in a plan, as data. */
export function changesJson({
  since,
  changes,
}: {
  readonly since: { readonly day: Day; readonly register?: ListedRegister } | undefined;
  readonly changes: readonly GoalChange[];
}): Changes {
  return {
    ...(since && {
      since: { day: formatDay(since.day), ...(since.register && { register: registerEntryJson(since.register) }) },
    }),
    changes: changes.map(changeJson),
  };
}

/** What became otherwise with a goal, as data. */
export function changeJson({ goal, verdict, latest }: GoalChange): Changes["changes"][number] {
  return {
    ...{ goal: goal.id, title: goal.title },
    ...(verdict && { verdict: { before: verdictJson(verdict.before), after: verdictJson(verdict.after) } }),
    ...(latest && {
      latest: { before: figureJson(latest.before), after: figureJson(latest.after), kind: latest.kind },
    }),
  };
}
