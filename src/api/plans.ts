import type { Day } from "#core/calendar/day.ts";
import { formatDay } from "#core/calendar/day.ts";
import { isMissing } from "#core/figures/figure.ts";
import type { Finding } from "#core/plans/arithmetic/finding.ts";
import type { PlanCheck } from "#core/plans/check.ts";
import type { ExpectationResult } from "#core/plans/evaluation/expectations.ts";
import type { GoalResult, PartResult } from "#core/plans/evaluation/result.ts";
import { wordsOf } from "#core/plans/evaluation/verdict.ts";
import type { FollowUp } from "#core/plans/format/follow-up-file.ts";
import type { Goal, Part } from "#core/plans/format/goal.ts";
import type { Plan } from "#core/plans/format/plan.ts";
import type { Source } from "#core/plans/format/print.ts";
import type { Cell } from "#core/plans/format/table.ts";
import { figureJson, printedJson } from "./figure.ts";
import { foreseenJson } from "./foreseen.ts";

/** A plan in a line of a list. */
export function planLine({ id, title, version, status, municipalities, organisation, period, goals }: Plan) {
  return { id, title, version, status, municipalities, organisation, period: period.id, goals: goals.length };
}

/** A whole plan as data. */
export function planJson(plan: Plan) {
  const { document, tracks, targetGroups, efforts, principles } = plan;
  const place = placeIn(plan);
  const withSource = <T extends { readonly source?: Source }>(one: T) => ({
    ...one,
    ...(one.source && { source: place(one.source) }),
  });
  return {
    ...planLine(plan),
    document,
    tracks: tracks.map(withSource),
    targetGroups: targetGroups.map(withSource),
    goals: plan.goals.map((goal) => goalJson(goal, place)),
    efforts: efforts.map(withSource),
    principles: principles.map(withSource),
    expectations: plan.expectations.map((one) => written(withSource(one))),
    tables: plan.tables.map((table) => ({
      ...written({ ...table, source: place(table.source) }),
      rows: table.rows.map((row) => ({ ...written(row), cells: row.cells.map(cellJson) })),
    })),
    statements: plan.statements.map((one) => written(withSource(one))),
    checks: plan.checks.map(withSource),
  };
}

/** A source with the file it is in. */
function placeIn({ document }: Plan) {
  return ({ section, lines }: Source) => ({ file: document?.file ?? "", section, lines });
}

function goalJson(goal: Goal, place: ReturnType<typeof placeIn>) {
  const { parts, source, track, ...rest } = goal;
  const [first] = parts;
  const alone = parts.length === 1 ? partJson(first) : undefined;
  return {
    ...written(rest),
    group: track,
    track,
    source: place(source),
    ...(alone ?? {
      indicator: parts.map(({ indicator }) => indicator).find((one) => one !== undefined),
      parts: parts.map((part) => ({ id: part.id, label: part.label, ...partJson(part) })),
    }),
  };
}

function partJson({ indicator, where, parameters, noIndicator, area, target, baseline, states }: Part) {
  return {
    indicator,
    ...(where && { where }),
    ...(parameters && { parameters }),
    ...(noIndicator && { noIndicator }),
    ...(area && { area }),
    target: target && written(target),
    baseline: baseline && { ...written(baseline), ...(baseline.value && printedJson(baseline.value)) },
    ...(states && { states: written(states) }),
  };
}

function cellJson(cell: Cell) {
  return cell === undefined ? { missing: "no-data" } : printedJson(cell);
}

/** A value of the plan format with its figures and periods as data: figures whole, periods by their id. */
function written(value: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, writtenValue(one)]));
}

function writtenValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(writtenValue);
  if (typeof value !== "object" || value === null) return value;
  if ("id" in value && "from" in value && "to" in value && "kind" in value) return value.id;
  if (isPrinted(value)) return printedJson(value);
  return written(value);
}

function isPrinted(value: object): value is Parameters<typeof printedJson>[0] {
  return "printed" in value && "unit" in value && "step" in value;
}

/** What a check found, as data. */
export function checkJson(plan: Plan, { findings, ran, agreed, unchecked }: PlanCheck, accepted: FollowUp["accepted"]) {
  const place = placeIn(plan);
  return {
    plan: plan.id,
    findings: findings.map((finding) => findingJson(finding, place, accepted)),
    ran,
    agreed,
    unchecked,
  };
}

function findingJson(finding: Finding, place: ReturnType<typeof placeIn>, accepted: FollowUp["accepted"]) {
  const { id, goal, weight, kind, message, printed, computed, tolerance, source } = finding;
  const errata = accepted.findLast((one) => one.finding === id);
  return {
    id,
    ...(goal !== undefined && { goal }),
    weight,
    kind,
    message,
    printed: printed && figureJson(printed),
    computed: computed && figureJson({ ...computed, printed: undefined }),
    tolerance: tolerance && figureJson(tolerance),
    source: source && place(source),
    ...(errata && { accepted: { reason: errata.reason, by: errata.by, on: formatDay(errata.on) } }),
  };
}

/** How a plan stands, as data. */
export function followUpJson(followed: {
  readonly plan: Plan;
  readonly asOf: Day;
  readonly goals: readonly GoalResult[];
  readonly expectations: readonly ExpectationResult[];
  readonly followUp: FollowUp;
  readonly register: { readonly id: string; readonly name: string; readonly simulated: boolean } | undefined;
}) {
  const { plan, asOf, goals, expectations, followUp, register } = followed;
  const place = placeIn(plan);
  return {
    plan: plan.id,
    asOf: formatDay(asOf),
    ...(register && { register, simulated: register.simulated }),
    goals: goals.map((result) => resultJson(result, followUp)),
    expectations: expectations.map((one) => ({
      id: one.id,
      series: one.series?.id,
      period: one.period.id,
      expected: figureJson(one.expected),
      actual: figureJson(one.actual),
      difference: figureJson(one.difference),
      ...(one.preliminary && { preliminary: true }),
      source: place(one.source),
    })),
  };
}

function resultJson({ goal, verdict, parts }: GoalResult, followUp: FollowUp) {
  const [first] = parts;
  return {
    id: goal.id,
    title: goal.title,
    track: goal.track,
    force: goal.force,
    level: goal.level,
    verdict: verdictJson(verdict),
    ...partResultJson(first),
    questions: goal.questions.map(({ id }) => ({
      id,
      answered: followUp.answers.some((one) => one.goal === goal.id && one.question === id),
    })),
    assessments: followUp.assessments
      .filter((one) => one.goal === goal.id)
      .map(({ says, by, on }) => ({ says, by, on: formatDay(on) })),
    ...(parts.length > 1 && {
      parts: parts.map((part) => ({
        id: part.id,
        label: part.label,
        verdict: verdictJson(part.verdict),
        ...partResultJson(part),
      })),
    }),
  };
}

function verdictJson(verdict: GoalResult["verdict"]) {
  return { ...verdict, word: wordsOf(verdict).word };
}

function partResultJson(part: PartResult) {
  const { latest, baseline, target, demand, path, distance, change, projected, series, context, notes } = part;
  return {
    latest: figureJson(latest),
    baseline: figureJson(baseline),
    target: target && written(target),
    ...(demand && { demand: { ...demand, low: finite(demand.low), high: finite(demand.high) } }),
    distance: figureJson(distance),
    ...(change && { change: { number: figureJson(change.number), share: figureJson(change.share) } }),
    ...(projected && { projected: figureJson(projected) }),
    ...foreseenJson(part.foreseen),
    ...(series && { series: { id: series.id, owner: series.owner, table: series.table, vintage: series.vintage } }),
    path: path.map(({ period, value }) => ({
      period: period.id,
      ...(isMissing(value) ? { missing: value.missing } : { value: value.value }),
    })),
    context: context.map((one) => ({ ...one, figure: figureJson(one.figure) })),
    notes,
  };
}

/** An end that is not bound is null. */
function finite(bound: number): number | null {
  return Number.isFinite(bound) ? bound : null;
}
