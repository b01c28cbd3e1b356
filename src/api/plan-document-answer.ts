import { formatDay } from "#core/calendar/day.ts";
import type { Fault } from "#core/faults/fault.ts";
import { faultMessage } from "#core/faults/fault.ts";
import type { Figure } from "#core/figures/figure.ts";
import type { Indicators } from "#core/indicators/indicator.ts";
import type { Finding } from "#core/plans/arithmetic/finding.ts";
import type { PlanCheck } from "#core/plans/check.ts";
import type { Difference } from "#core/plans/difference.ts";
import type { FollowUp } from "#core/plans/format/follow-up-file.ts";
import type { Goal, Part } from "#core/plans/format/goal.ts";
import type { Expectation, Plan } from "#core/plans/format/plan.ts";
import type { Source } from "#core/plans/format/print.ts";
import type { Table } from "#core/plans/format/table.ts";
import type { PastedTable } from "#core/plans/pasted-table.ts";
import { placesOf } from "#core/plans/places.ts";
import { targetText } from "#core/plans/targets/say.ts";
import { type Text, verbatim } from "#core/text/text.ts";
import type { Vocabulary } from "#core/vocabulary/vocabulary.ts";
import type { Answered } from "./endpoint.ts";
import { figureJson } from "./figure.ts";
import type { checkDraft, diffVersions, pasteTable, readPlanDocument } from "./plan-editing.ts";
import { problemOf } from "./problem.ts";

type ReadingAnswer = Answered<typeof checkDraft>;
type DocumentAnswer = NonNullable<ReadingAnswer["document"]>;

/** A text read as a plan, as the actions give it. */
export type PlanReading = { readonly faults: readonly Fault[]; readonly read?: ReadPlan };
type ReadPlan = {
  readonly plan: Plan;
  readonly check: PlanCheck;
  readonly accepted: FollowUp["accepted"];
  readonly written: readonly ReadonlyMap<string, string>[];
  readonly lines: { readonly goals: readonly number[]; readonly tables: readonly number[] };
};

/** A reading as data. */
export function readingJson({ faults, read }: PlanReading, indicators: Indicators): ReadingAnswer {
  return {
    faults: faults.length === 0 ? [] : problemOf(faults).faults,
    ...(read && { document: documentJson(read, indicators), check: checkJson(read) }),
  };
}

function documentJson({ plan, written, lines }: ReadPlan, indicators: Indicators): DocumentAnswer {
  const { id, title, version, status, organisation, period, document } = plan;
  return {
    ...{ id, title, version, status, organisation, period: period.id },
    ...(document && { from: { title: document.title, file: document.file } }),
    tracks: plan.tracks.map(saidJson),
    targetGroups: plan.targetGroups.map(saidJson),
    goals: plan.goals.map((goal, at) => ({
      ...goalJson(goal, indicators),
      written: Object.fromEntries(written[at] ?? []),
      line: lines.goals[at] ?? 1,
    })),
    efforts: plan.efforts.map((one) => ({ ...saidJson(one), ...(one.track !== undefined && { track: one.track }) })),
    principles: plan.principles.map((one) => ({
      ...saidJson(one),
      ...(one.track !== undefined && { track: one.track }),
    })),
    expectations: plan.expectations.map(expectationJson),
    tables: plan.tables.map((table, at) => ({ ...tableJson(table), line: lines.tables[at] ?? 1 })),
    statements: plan.statements.map(({ says, value, change, period: when, ...one }) => ({
      ...saidJson({ ...one, title: says }),
      printed: value.printed,
      ...(change && { change }),
      ...(when && { period: when.id }),
    })),
  };
}

function saidJson({ id, title, source }: { id: string; title: Text; source?: Source | undefined }) {
  return { id, title, ...(source && { source }) };
}

function goalJson(goal: Goal, indicators: Indicators): Omit<DocumentAnswer["goals"][number], "written" | "line"> {
  const { track, targetGroup, force, level, noneSet, responsible, efforts = [], parts, questions } = goal;
  return {
    ...saidJson(goal),
    ...{ track, force, level, efforts },
    ...(targetGroup !== undefined && { targetGroup }),
    ...(noneSet && { noneSet }),
    ...(responsible !== undefined && { responsible }),
    parts: parts.map((part) => partJson(part, indicators)),
    questions: questions.map(({ id, asks, reason }) => ({ id, asks, blocks: reason !== undefined })),
  };
}

function partJson({ id, label, indicator, where, noIndicator, target, baseline }: Part, indicators: Indicators) {
  return {
    ...{ id, label },
    ...(indicator !== undefined && { indicator: indicators.get(indicator)?.name ?? verbatim(indicator) }),
    ...(where && { where }),
    ...(noIndicator && { noIndicator }),
    ...(target && { target: targetText(target) }),
    ...(baseline && {
      baseline: {
        origin: baseline.origin,
        ...(baseline.period && { period: baseline.period.id }),
        ...(baseline.value && { printed: baseline.value.printed }),
        ...(baseline.note && { note: baseline.note }),
      },
    }),
  };
}

function expectationJson({ by, values = [], ...one }: Expectation) {
  return {
    ...saidJson(one),
    by,
    values: values.map(({ period, value }) => ({ period: period.id, printed: value.printed })),
  };
}

function tableJson({ note, columns, rows, ...table }: Table) {
  const isTotal = (role: Table["columns"][number]["role"]) => role?.is === "total";
  return {
    ...saidJson(table),
    ...(note && { note }),
    columns: columns.map(({ id, label, role }) => ({ id, label, total: isTotal(role) })),
    rows: rows.map(({ id, label, role, cells }) => ({
      ...{ id, label, total: isTotal(role) },
      cells: cells.map((cell) => cell?.printed ?? null),
    })),
  };
}

function checkJson({ plan, check, accepted }: ReadPlan): NonNullable<ReadingAnswer["check"]> {
  const { ran, agreed, unchecked, findings } = check;
  return {
    ran,
    agreed,
    unchecked: unchecked.length,
    findings: findings.map((one) => findingJson(one, plan, accepted)),
  };
}

function findingJson(finding: Finding, plan: Plan, accepted: FollowUp["accepted"]) {
  const { id, weight, kind, message, printed, computed, tolerance, source } = finding;
  const errata = accepted.findLast((one) => one.finding === id);
  return {
    ...{ id, weight, kind, says: message },
    ...(printed && { printed: figureJson(printed) }),
    ...(computed && { computed: figureJson({ ...computed, printed: undefined }) }),
    ...(tolerance && { tolerance: figureJson(tolerance) }),
    ...(source && { source }),
    places: placesOf(plan, finding),
    ...(errata && { accepted: { reason: errata.reason, by: errata.by, on: formatDay(errata.on) } }),
  };
}

/** What the forms of a plan offer to choose from. */
export function knownJson(
  indicators: Indicators,
  { areas, dimensions, lists }: Vocabulary,
): Answered<typeof readPlanDocument>["known"] {
  return {
    indicators: [...indicators.values()].map(({ id, name }) => ({ id, title: name })),
    areas: [...areas.byId.values()].map(({ id, label }) => ({ id, label })),
    dimensions: [...dimensions.values()].map(({ id, label, list }) => ({
      ...{ id, label },
      codes: [...(lists.get(list ?? "")?.terms.values() ?? [])].map((term) => ({ id: term.id, label: term.label })),
    })),
  };
}

/** What differs in two texts, as data. */
export function differencesJson(differences: readonly Difference[]): Answered<typeof diffVersions> {
  return {
    differences: differences.map(({ kind, list, id, title, values }) => ({
      ...{ kind, list, title },
      ...(id !== undefined && { id }),
      values: values.map(({ what, before, after, moved }) => ({
        what,
        ...(before && { before }),
        ...(after && { after }),
        ...(moved && { moved: figureJson(signed(moved)) }),
      })),
    })),
  };
}

/** A change is written from its value, with no text of its own. */
function signed({ value, unit }: Figure): Figure {
  return { value, unit };
}

/** A pasted table and what came of it, as data. */
export function pastedJson(
  {
    table,
    edited,
  }: { readonly table: PastedTable; readonly edited?: { readonly yaml: string; readonly reading: PlanReading } },
  indicators: Indicators,
): Answered<typeof pasteTable> {
  return {
    columns: table.columns.map(({ label }) => label),
    rows: table.rows.map(({ label, cells }) => ({ label, cells: cells.map(({ text }) => text) })),
    refused: table.faults.map((fault) => ({
      row: fault.place.line ?? 1,
      column: fault.place.column ?? 1,
      value: String(fault.parameters.value ?? ""),
      why: faultMessage(fault),
    })),
    ...(edited && { yaml: edited.yaml, reading: readingJson(edited.reading, indicators) }),
  };
}
