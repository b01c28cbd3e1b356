import { formatDay } from "#core/calendar/day.ts";
import type { Drawn } from "#core/exports/drawn.ts";
import { linesTable } from "#core/exports/goal-lines.ts";
import { goalsTable } from "#core/exports/goals.ts";
import { broken } from "#core/faults/fault.ts";
import { action } from "./action.ts";
import { type ExportedFile, exportedFile, type WantedFile } from "./export-file.ts";
import { type FollowedStored, type FollowRequest, follow, followSubject } from "./follow-stored.ts";

/** The goals of a plan as they stand, as a file. */
export const exportOverview = action<FollowRequest & WantedFile, ExportedFile>({
  act: "export-figures",
  on: followSubject,
  does: async (work, request) => {
    const followed = await follow(work, request);
    return exportedFile(goalsTable(drawnOf(followed, request, work.at)), request);
  },
  tells: (request, file) => ({ subject: `plan ${request.plan}`, query: queryOf(request), count: file.rows }),
});

/** The figures a goal is shown with, as a file. @throws BrokenInput not-there, when the plan has no such goal */
export const exportGoal = action<FollowRequest & WantedFile & { readonly goal: string }, ExportedFile>({
  act: "export-figures",
  on: followSubject,
  does: async (work, request) => {
    const { goal, data } = request;
    const followed = await follow(work, request);
    const result = followed.goals.find((one) => one.goal.id === goal);
    if (result === undefined) throw broken("not-there", { kind: { da: "Målet", en: "The goal" }, id: goal });
    const ground = { series: followed.series, areas: data.vocabulary.areas };
    return exportedFile(linesTable(drawnOf(followed, request, work.at), [result], ground), request);
  },
  tells: (request, { rows: count }) => {
    return { subject: `plan ${request.plan} goal ${request.goal}`, query: queryOf(request), count };
  },
});

/** A plan that was followed up, as its tables are made from. */
export function drawnOf(followed: FollowedStored, { data }: Pick<FollowRequest, "data">, drawn: string): Drawn {
  const { plan, goals, asOf, register } = followed;
  return { plan, goals, asOf, drawn, indicators: data.indicators, simulated: register?.simulated ?? false };
}

function queryOf({ asOf, register, format }: FollowRequest & WantedFile): string {
  const day = asOf === undefined ? [] : [`as of ${formatDay(asOf)}`];
  return [...day, ...(register === undefined ? [] : [`on ${register}`]), `as ${format}`].join(" ");
}
