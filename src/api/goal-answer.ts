import { formatDay } from "#core/calendar/day.ts";
import type { FollowUp } from "#core/plans/format/follow-up-file.ts";
import { askedFigure } from "#core/plans/standing/asked-figure.ts";
import type { GoalPage, GoalPart } from "#core/plans/standing/goal-page.ts";
import type { Line } from "#core/plans/standing/lines.ts";
import { type Text, verbatim } from "#core/text/text.ts";
import type { Areas } from "#core/vocabulary/area.ts";
import type { Answered } from "./endpoint.ts";
import { figureJson } from "./figure.ts";
import { foreseenJson } from "./foreseen.ts";
import type { readGoal } from "./goal.ts";
import {
  basisJson,
  demandJson,
  type FollowedPlan,
  originOf,
  pointJson,
  rowJson,
  verdictJson,
} from "./overview-answer.ts";

type GoalAnswer = Answered<typeof readGoal>;
type PartAnswer = GoalAnswer["parts"][number];

/** A goal with all that belongs to it, as the actions give it. */
export type ReadGoal = {
  readonly followed: FollowedPlan & { readonly followUp: FollowUp };
  readonly page: GoalPage;
  readonly comments: readonly (Said & {
    readonly id: string;
    readonly kind: "comment" | "assessment";
    readonly former: readonly Said[];
  })[];
  readonly owner:
    | { readonly owner?: string; readonly who?: string; readonly unit?: string; readonly unitName?: string }
    | undefined;
};

type Said = GoalAnswer["comments"][number]["former"][number];

/** A goal's page as data. */
export function goalJson({ followed, page, comments, owner }: ReadGoal, areas: Areas): GoalAnswer {
  const { plan } = followed;
  const { row, says, parts, questions, efforts, history, findings } = page;
  const { goal } = row;
  const { parts: _, ...shared } = rowJson(row);
  return {
    ...shared,
    basis: basisJson(followed),
    says,
    planTitle: plan.title,
    trackTitle: plan.tracks.find(({ id }) => id === goal.track)?.title ?? verbatim(goal.track),
    source: { file: plan.document?.file ?? "", section: goal.source.section, lines: goal.source.lines },
    ...(goal.responsible !== undefined && { responsible: goal.responsible }),
    parts: parts.map((part) => partJson(part, areas)),
    questions: questions.map(({ question: { id, asks, reason, readings, fills }, answer, given }) => ({
      ...{ id, asks, blocks: reason !== undefined },
      readings: (readings ?? []).map((one) => ({ id: one.id, says: one.says })),
      ...(fills !== undefined && { fills }),
      ...(answer && { answer }),
      ...(given && { by: given.by, on: formatDay(given.on) }),
    })),
    efforts: efforts.map(({ id, title }) => ({ id, title })),
    ...(owner && { owner: ownerJson(owner) }),
    comments: comments.map(({ id, kind, former, ...now }) => ({
      ...{ id, kind, ...sayingJson(now), former: former.map(sayingJson) },
    })),
    ...enteredJson(followed.followUp, goal.id),
    history: history.map(({ asOf, verdict, latest }) => ({
      asOf: formatDay(asOf),
      verdict: verdictJson(verdict),
      latest: figureJson(latest),
    })),
    findings: findings.map(({ id, message }) => ({ id, message })),
  };
}

function ownerJson({ owner, ...named }: NonNullable<ReadGoal["owner"]>) {
  return { ...(owner !== undefined && { person: owner }), ...named };
}

function sayingJson({ says, by, who, at, version }: Said): Said {
  return { says, by, who, at, version };
}

/** What the municipality has entered for a goal, the newest first. */
function enteredJson(
  { observations, evidence }: FollowUp,
  goal: string,
): Pick<GoalAnswer, "observations" | "evidence"> {
  const isOfGoal = (one: { readonly goal: string }) => one.goal === goal;
  return {
    observations: observations
      .filter(isOfGoal)
      .map(({ part, period, value, source, preliminary, by, on }) => ({
        ...{ ...(part !== undefined && { part }), period: period.id, figure: figureJson({ ...value, period }) },
        ...{ source, preliminary, by, on: formatDay(on) },
      }))
      .reverse(),
    evidence: evidence
      .filter(isOfGoal)
      .map(({ part, done, reached, what, link, by, on }) => ({
        ...{ ...(part !== undefined && { part }), done: formatDay(done), reached, what, by, on: formatDay(on) },
        ...(link !== undefined && { link }),
      }))
      .reverse(),
  };
}

function partJson(
  { result, written, areas: pooled, target, latest, newest, working, lines, breaks }: GoalPart,
  areas: Areas,
): PartAnswer {
  const { id, label, verdict, baseline, demand, distance, change, projected, notes, target: aim } = result;
  const asked = askedFigure(aim, demand);
  return {
    ...{ id, label, verdict: verdictJson(verdict), baseline: figureJson(baseline) },
    ...(written?.indicator !== undefined && { indicator: written.indicator }),
    ...(written?.where && { where: written.where }),
    ...(written?.parameters && { parameters: written.parameters }),
    areas: [...pooled],
    ...(written?.noIndicator && { noIndicator: written.noIndicator }),
    ...(demand && { demand: demandJson(demand) }),
    ...(target && { target }),
    ...(aim && { targetKind: aim.kind }),
    ...(asked && { asked: figureJson(asked) }),
    latest: figureJson(latest),
    ...(newest.period !== undefined && newest.period.id !== latest.period?.id && { newest: figureJson(newest) }),
    distance: figureJson(distance),
    ...(change && { change: { number: figureJson(change.number), share: figureJson(change.share) } }),
    ...(projected && { projected: figureJson(projected) }),
    ...foreseenJson(result.foreseen),
    working: working.map(({ says, figure }) => ({ says, ...(figure && { figure: figureJson(figure) }) })),
    lines: lines.map((line) => lineJson(line, areas)),
    breaks: breaks.map(({ on, text }) => ({ on: formatDay(on), text })),
    notes: [...notes],
  };
}

function lineJson({ series, area, kind, points, why }: Line, areas: Areas): PartAnswer["lines"][number] {
  const { id, title, unit } = series;
  return {
    ...{ id, title, area, areaName: nameOf(area, areas), kind, unit, ...originOf(series) },
    points: points.map(pointJson),
    ...(why && { why }),
  };
}

/** An area's name, or those of several pooled ones. */
function nameOf(area: string, areas: Areas): Text {
  const names = area.split("+").map((id) => areas.byId.get(id)?.label ?? verbatim(id));
  return { da: names.map(({ da }) => da).join(" + "), en: names.map(({ en }) => en).join(" + ") };
}
