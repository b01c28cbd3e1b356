import { type Figure, isMissing, type Missing, type MissingReason } from "../../figures/figure.ts";
import type { Goal, Part } from "../format/goal.ts";
import { aimOf } from "../targets/kinds.ts";
import { cannot, noFigures, planReason } from "./cannot.ts";
import { pointsOf } from "./cohort-points.ts";
import { contextOf } from "./context.ts";
import type { Ground } from "./ground.ts";
import { baselineOf } from "./held.ts";
import { joinedWith, proxiesFor, seriesFor, speaksOf, typedSeries } from "./measure.ts";
import { judge } from "./measured.ts";
import { milestoneVerdict } from "./milestone.ts";
import { addedNotes } from "./notes.ts";
import { planFaults } from "./plan-faults.ts";
import type { GoalResult, PartResult } from "./result.ts";
import { latest, outturn } from "./values.ts";
import { type Verdict, verdictOfParts } from "./verdict.ts";

/** Evaluates every goal of a plan as of a day. */
export function evaluatePlan(ground: Ground): GoalResult[] {
  return ground.plan.goals.map((goal) => {
    const parts = goal.parts.flatMap(pointsOf).map((part) => evaluatePart(ground, goal, part));
    return { goal, verdict: verdictOfParts(parts.map(({ verdict }) => verdict)), parts };
  });
}

function evaluatePart(ground: Ground, goal: Goal, part: Part): PartResult {
  const { plan, followUp, asOf, parameters, indicators } = ground;
  const areas = part.area === undefined ? plan.municipalities : [part.area];
  const typed = typedSeries(goal, part, followUp, areas, parameters);
  const series = joinedWith(typed, seriesFor(part, ground.series, indicators));
  const source = series && { series, areas, asOf };
  const proxies = proxiesFor(part, ground.series, indicators);
  const aim = part.target && aimOf(part.target);
  const baseline = baselineOf(part, aim, source);
  const bare: Omit<PartResult, "verdict"> = {
    id: part.id,
    label: part.label,
    series,
    baseline,
    target: part.target,
    path: source === undefined ? [] : outturn(source),
    context: contextOf(part, ground, areas, proxies),
    latest: (source && latest(source)?.value) ?? noFigure(part),
    distance: noFigure(part),
    demand: undefined,
    demandNow: undefined,
    change: undefined,
    settledBy: undefined,
    projected: undefined,
    foreseen: undefined,
    notes: [],
  };
  const added = addedNotes(goal, part, ground);
  const finished = (result: Partial<PartResult> & { readonly verdict: Verdict }): PartResult => ({
    ...bare,
    ...result,
    notes: [...(result.notes ?? []), ...added],
  });

  if (part.target?.kind === "milestone") return finished({ verdict: milestoneVerdict(goal, part, ground) });
  const faults = openFaults(goal, part, ground, baseline, typed !== undefined);
  const fault = faults.find((reason) => !dataFaults.includes(reason));
  if (aim?.period === undefined || fault !== undefined) {
    const reason = fault ?? "no-period";
    return finished({ verdict: cannot(reason, planReason(goal, part, reason, followUp.answers)) });
  }
  if (source === undefined || !speaksOf(source.series, areas)) {
    const reason = proxies.length > 0 || faults.includes("other-indicator") ? "other-indicator" : "no-data";
    const words = proxies.length > 0 ? noFigures(reason, proxies) : planReason(goal, part, reason, followUp.answers);
    return finished({ verdict: cannot(reason, words) });
  }
  return finished(judge({ ground, goal, part, aim, period: aim.period, source, baseline }));
}

/** Reasons that lie in the figures, not in the plan: these come last. */
const dataFaults: readonly MissingReason[] = ["no-data", "other-indicator"];

/** What figures typed in for a goal make good. */
const madeGoodByFigures: readonly MissingReason[] = ["no-indicator", "other-indicator", "no-data", "no-denominator"];

/** The plan faults of a part that neither a baseline, known or to be looked up, nor figures typed in have made good. */
function openFaults(
  goal: Goal,
  part: Part,
  { followUp }: Ground,
  baseline: Figure | Missing,
  typed: boolean,
): MissingReason[] {
  return planFaults(goal, part, followUp.answers)
    .map(({ reason }) => reason)
    .filter((reason) => !(reason === "no-baseline" && (!isMissing(baseline) || baseline.period !== undefined)))
    .filter((reason) => !(typed && madeGoodByFigures.includes(reason)));
}

function noFigure({ indicator }: Part): Missing {
  return { missing: indicator === undefined ? "no-indicator" : "no-data" };
}
