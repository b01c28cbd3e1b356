import type { Figure, Missing } from "../figures/figure.ts";
import type { GoalResult, PartResult } from "../plans/evaluation/result.ts";
import { latestOf } from "../plans/standing/overview.ts";
import { targetText } from "../plans/targets/say.ts";
import { fill, type Text, verbatim } from "../text/text.ts";
import { type Drawn, goalKeys, goalKeysOf, planFileName, planHead } from "./drawn.ts";
import {
  type FigureRow,
  type FigureTable,
  type Heading,
  type Measure,
  plainTerm,
  type Shape,
  type Term,
} from "./figure-table.ts";
import { boundTerm, familyTerm, goalTerms, verdictTerm } from "./plan-words.ts";

/**
 * The goals of a plan as they stand: a row a part of a goal, every figure with unit and period, and the verdict with
 * its reason. A target that is no figure, as a milestone, has its sentence only.
 */
export function goalsTable(drawn: Drawn): FigureTable {
  const rows = drawn.goals.flatMap((result) => result.parts.map((part) => rowOf(drawn, result, part)));
  return {
    name: planFileName(drawn, "maal"),
    head: planHead(drawn, fill(title, { plan: drawn.plan.title }), rows),
    ...goalsShape,
    rows,
  };
}

function rowOf({ plan, asOf }: Drawn, result: GoalResult, part: PartResult): FigureRow {
  return {
    keys: goalKeysOf(plan, result, part),
    figures: [part.baseline, ...ends(part), part.settledBy ?? latestOf(part, asOf), part.distance, part.projected],
    attributes: attributesOf(result, part),
  };
}

/** The lowest and the highest figure a target allows; each missing for the reason that it cannot be told. */
function ends({ demand, target, verdict }: PartResult): (Figure | Missing | undefined)[] {
  if (demand === undefined) {
    const missing = verdict.family === "cannot-be-settled" ? { missing: verdict.value } : undefined;
    return [missing, missing];
  }
  const period = target !== undefined && "period" in target ? target.period : undefined;
  const end = (value: number): Figure | undefined =>
    Number.isFinite(value) ? { value, unit: demand.unit, ...(period && { period }) } : undefined;
  return [end(demand.low), end(demand.high)];
}

function attributesOf({ goal, verdict }: GoalResult, part: PartResult): (Term | undefined)[] {
  const { force, level, good } = goalTerms(goal);
  const { indicator } = goal.parts.find(({ id }) => id === part.id) ?? {};
  return [
    boundTerm(part.demand),
    part.target && sentence(targetText(part.target)),
    verdictTerm(part.verdict),
    familyTerm(part.verdict),
    sentence(part.verdict.reason),
    verdictTerm(verdict),
    plainTerm(goal.track),
    ...[force, level, good],
    indicator === undefined ? undefined : plainTerm(indicator),
    goal.responsible === undefined ? undefined : sentence(verbatim(goal.responsible)),
  ];
}

function sentence(words: Text): Term {
  return { code: "", words };
}

const title: Text = { da: "{plan}: målene", en: "{plan}: the goals" };

function measure(id: string, da: string, en: string, isPublished = false): Measure {
  return { id, label: { da, en }, unit: undefined, isPublished };
}

const measures: readonly Measure[] = [
  measure("baseline", "Udgangspunkt", "Baseline"),
  measure("target_low", "Mål, mindst", "Target, at least"),
  measure("target_high", "Mål, højst", "Target, at most"),
  measure("latest", "Seneste", "Latest", true),
  measure("distance", "Afstand til målet", "Distance to the target"),
  measure("projected", "Kursen fører til", "The course leads to"),
];

function heading(id: string, da: string, en: string, coded = true): Heading {
  return { id, label: { da, en }, coded };
}

const attributes: readonly Heading[] = [
  heading("bound", "Grænse", "Bound"),
  heading("target", "Målet i ord", "The target in words", false),
  heading("verdict", "Dom", "Verdict"),
  heading("verdict_family", "Slags dom", "Kind of verdict"),
  heading("reason", "Begrundelse", "Reason", false),
  heading("goal_verdict", "Dom over hele målet", "Verdict on the whole goal"),
  heading("track", "Spor", "Track"),
  heading("force", "Forpligtelse", "Force"),
  heading("level", "Niveau", "Level"),
  heading("good", "Bedre retning", "Better way"),
  heading("indicator", "Indikator", "Indicator"),
  heading("responsible", "Ansvarlig", "Responsible", false),
];

/** What a row of a goal holds. */
export const goalsShape: Shape = { keys: goalKeys, isTimed: false, measures, attributes };
