import type { z } from "zod";
import type { Fault } from "../faults/fault.ts";
import { fault } from "../faults/issues.ts";
import type { Where } from "../format/scalars.ts";
import type { Indicators } from "../indicators/indicator.ts";
import { nearest } from "../text/nearest.ts";
import type { Text } from "../text/text.ts";
import { faultsOfWhere } from "../vocabulary/dimension.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { resolve } from "./arithmetic/refs.ts";
import { leavesOf } from "./arithmetic/terms.ts";
import type { Term } from "./format/check.ts";
import type { Plan } from "./format/plan.ts";
import { plan } from "./format/plan.ts";

/** What a plan may refer to outside itself. */
export type Catalogue = { readonly indicators: Indicators; readonly vocabulary: Vocabulary };

type Report = (kind: Text, id: string, known: Iterable<string>, path: PropertyKey[]) => void;

/** The schema of a plan whose every reference, inside it and to the catalogue, must lead somewhere. */
export function planSchema(catalogue: Catalogue) {
  return plan.superRefine((written, context) => {
    const report: Report = (kind, id, known, path) =>
      context.addIssue(fault("unknown-reference", { kind, id, hint: hint(id, known) }, path));
    reportTracks(written, report);
    reportMeasures(written, catalogue, report, (found, path) =>
      context.addIssue(fault(found.code, found.parameters, path)),
    );
    reportChecks(written, report);
  });
}

export type CheckedPlan = z.output<ReturnType<typeof planSchema>>;

function hint(id: string, known: Iterable<string>): Text {
  const near = nearest(id, known);
  if (near !== undefined) return { da: `Mente du «${near}»?`, en: `Did you mean «${near}»?` };
  return { da: "Ret id'et, eller tilføj det, der mangler.", en: "Correct the id, or add what is missing." };
}

const kinds = {
  track: { da: "spor (tracks)", en: "track" },
  group: { da: "målgruppe (targetGroups)", en: "target group" },
  goal: { da: "mål (goals)", en: "goal" },
  effort: { da: "indsats (efforts)", en: "effort" },
  indicator: { da: "indikator", en: "indicator" },
  parameter: { da: "parameter til indikatoren", en: "parameter of the indicator" },
  area: { da: "område", en: "area" },
  figure: { da: "figur i planen", en: "figure in the plan" },
} as const satisfies Readonly<Record<string, Text>>;

function reportTracks(written: Plan, report: Report) {
  const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  const known = {
    track: ids(written.tracks),
    group: ids(written.targetGroups),
    goal: ids(written.goals),
    effort: ids(written.efforts),
  };
  const demand = (kind: keyof typeof known, id: string | undefined, path: PropertyKey[]) => {
    if (id !== undefined && !known[kind].has(id)) report(kinds[kind], id, known[kind], path);
  };
  for (const [index, goal] of written.goals.entries()) {
    demand("track", goal.track, ["goals", index, "track"]);
    demand("group", goal.targetGroup, ["goals", index, "targetGroup"]);
    demand("goal", goal.partOf, ["goals", index, "partOf"]);
    for (const [at, id] of (goal.efforts ?? []).entries()) demand("effort", id, ["goals", index, "efforts", at]);
  }
  for (const [index, effort] of written.efforts.entries()) {
    demand("track", effort.track, ["efforts", index, "track"]);
    demand("group", effort.targetGroup, ["efforts", index, "targetGroup"]);
    for (const [at, id] of (effort.goals ?? []).entries()) demand("goal", id, ["efforts", index, "goals", at]);
  }
  for (const [index, one] of written.principles.entries()) demand("track", one.track, ["principles", index, "track"]);
}

type Measuring = {
  readonly indicator?: string;
  readonly where?: Where;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly area?: string;
};

/** Indicators, areas and codes must be known to the catalogue. */
function reportMeasures(
  written: Plan,
  { indicators, vocabulary }: Catalogue,
  report: Report,
  add: (found: Fault, path: PropertyKey[]) => void,
) {
  const { byId } = vocabulary.areas;
  const area = (id: string | undefined, path: PropertyKey[]) => {
    if (id !== undefined && !byId.has(id)) report(kinds.area, id, byId.keys(), path);
  };
  const measuring = (one: Measuring, path: PropertyKey[]) => {
    if (one.indicator !== undefined && !indicators.has(one.indicator))
      report(kinds.indicator, one.indicator, indicators.keys(), [...path, "indicator"]);
    const own = indicators.get(one.indicator ?? "")?.parameters.map(({ id }) => id) ?? [];
    for (const id of Object.keys(one.parameters ?? {}))
      if (!own.includes(id)) report(kinds.parameter, id, own, [...path, "parameters", id]);
    area(one.area, [...path, "area"]);
    for (const found of faultsOfWhere(one.where ?? {}, vocabulary)) add(found, [...path, "where"]);
  };
  for (const [index, id] of written.municipalities.entries()) area(id, ["municipalities", index]);
  for (const [index, goal] of written.goals.entries())
    for (const [at, part] of goal.parts.entries())
      measuring(part, ["goals", index, ...(isSingle(goal) ? [] : ["parts", at])]);
  for (const [index, table] of written.tables.entries()) {
    area(table.area, ["tables", index, "area"]);
    for (const [at, row] of table.rows.entries()) measuring(row, ["tables", index, "rows", at]);
    for (const [at, column] of table.columns.entries()) measuring(column, ["tables", index, "columns", at]);
  }
  for (const [index, one] of written.statements.entries()) measuring(one, ["statements", index]);
  for (const [index, one] of written.expectations.entries()) measuring(one, ["expectations", index]);
}

function isSingle({ parts }: Plan["goals"][number]): boolean {
  return parts.length === 1 && parts[0].id === "all";
}

function reportChecks(written: Plan, report: Report) {
  for (const [index, check] of written.checks.entries()) {
    const demand = (term: Term, path: PropertyKey[]) => {
      for (const leaf of leavesOf(term)) {
        const resolved = resolve(written, leaf);
        if (!("unknown" in resolved)) continue;
        report(kinds.figure, leaf, resolved.near === undefined ? [] : [nearRef(leaf, resolved.near)], path);
      }
    };
    for (const [at, term] of check.of.entries()) demand(term, ["checks", index, "of", at]);
    if ("gives" in check && check.gives !== undefined) demand(check.gives, ["checks", index, "gives"]);
  }
  for (const [index, { row }] of written.expectations.entries()) {
    const known = written.tables.flatMap((table) => table.rows.map(({ id }) => `tables.${table.id}.${id}`));
    if (row !== undefined && !known.includes(row)) report(kinds.figure, row, known, ["expectations", index, "row"]);
  }
}

/** A reference with the mistyped word replaced by its nearest. */
function nearRef(leaf: string, near: string): string {
  const words = leaf.split(".");
  const at = words.findIndex((word) => nearest(word, [near]) === near && word !== near);
  return words.map((word, index) => (index === at ? near : word)).join(".");
}
