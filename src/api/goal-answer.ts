import { formatDay } from "#core/calendar/day.ts";
import type { GoalPage, GoalPart } from "#core/plans/standing/goal-page.ts";
import type { Line } from "#core/plans/standing/lines.ts";
import { type Text, verbatim } from "#core/text/text.ts";
import type { Areas } from "#core/vocabulary/area.ts";
import type { Answered } from "./endpoint.ts";
import { figureJson } from "./figure.ts";
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
  readonly followed: FollowedPlan;
  readonly page: GoalPage;
  readonly comments: readonly {
    readonly id: string;
    readonly kind: "comment" | "assessment";
    readonly says: string;
    readonly by: string;
    readonly at: string;
    readonly version: number;
  }[];
  readonly owner: { readonly owner?: string; readonly unit?: string } | undefined;
};

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
    questions: questions.map(({ question: { id, asks, reason, readings }, answer }) => ({
      ...{ id, asks, blocks: reason !== undefined },
      readings: (readings ?? []).map((one) => ({ id: one.id, says: one.says })),
      ...(answer && { answer }),
    })),
    efforts: efforts.map(({ id, title }) => ({ id, title })),
    ...(owner && { owner: ownerJson(owner) }),
    comments: comments.map(({ id, kind, says: words, by, at, version }) => ({
      id,
      kind,
      says: words,
      by,
      at,
      version,
    })),
    history: history.map(({ asOf, verdict, latest }) => ({
      asOf: formatDay(asOf),
      verdict: verdictJson(verdict),
      latest: figureJson(latest),
    })),
    findings: findings.map(({ id, message }) => ({ id, message })),
  };
}

function ownerJson({ owner, unit }: NonNullable<ReadGoal["owner"]>) {
  return { ...(owner !== undefined && { person: owner }), ...(unit !== undefined && { unit }) };
}

function partJson({ result, written, areas: pooled, target, latest, working, lines, breaks }: GoalPart, areas: Areas): PartAnswer {
  const { id, label, verdict, baseline, demand, distance, change, projected, notes } = result;
  return {
    ...{ id, label, verdict: verdictJson(verdict), baseline: figureJson(baseline) },
    ...(written?.indicator !== undefined && { indicator: written.indicator }),
    ...(written?.where && { where: written.where }),
    ...(written?.parameters && { parameters: written.parameters }),
    areas: [...pooled],
    ...(written?.noIndicator && { noIndicator: written.noIndicator }),
    ...(demand && { demand: demandJson(demand) }),
    ...(target && { target }),
    latest: figureJson(latest),
    distance: figureJson(distance),
    ...(change && { change: { number: figureJson(change.number), share: figureJson(change.share) } }),
    ...(projected && { projected: figureJson(projected) }),
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
