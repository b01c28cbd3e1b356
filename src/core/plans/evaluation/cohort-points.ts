import { fill } from "../../text/text.ts";
import type { Part } from "../format/goal.ts";
import { figureText } from "./say.ts";

/** A cohort's points as parts of their own, each a level for those so long after entry; any other part is itself. */
export function pointsOf(part: Part): Part[] {
  const { target } = part;
  if (target?.kind !== "cohort") return [part];
  const period = target.to ?? target.from;
  return target.points.map((point, index) => ({
    ...part,
    id: `${part.id}-${index + 1}`,
    label: fill(
      { da: "{label}: {share} efter {after}", en: "{label}: {share} after {after}" },
      { label: part.label, share: figureText(point.share), after: figureText(point.after) },
    ),
    where: { ...part.where, ...point.where },
    parameters: { ...part.parameters, [point.after.unit]: String(point.after.value) },
    baseline: point.baseline && { ...point.baseline, origin: "stated" },
    target: { kind: "level", bound: "least", value: point.share, period, as: "value" },
    states: undefined,
  }));
}
