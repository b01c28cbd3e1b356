import { type Figure, isMissing } from "../../figures/figure.ts";
import type { GoalResult, PartResult } from "../evaluation/result.ts";
import { type Demand, distanceTo, satisfies } from "../targets/demand.ts";
import { finestSteps } from "./trend.ts";

/** The part that a goal's verdict was taken from: the one that stands as the goal does. */
export function leadingPart({ parts, verdict }: GoalResult): PartResult {
  return parts.find((part) => part.verdict.value === verdict.value) ?? parts[0];
}

/** On which side of its demand a figure is, and how far from the bound, without sign. */
export type Gap = { readonly side: "over" | "under" | "within"; readonly by: Figure };

/** How far a part is from what the target asks; undefined while either is unknown. */
export function gapOf({ distance, demand }: PartResult): Gap | undefined {
  if (demand === undefined || isMissing(distance)) return undefined;
  return { side: sideOf(distance.value, demand), by: { ...distance, value: Math.abs(distance.value) } };
}

/** A distance is signed as figure minus bound: above a highest or below a lowest figure it is a miss. */
function sideOf(distance: number, { low, high, strict }: Demand): Gap["side"] {
  const slack = strict ? 0 : 1e-9;
  if (Number.isFinite(high) && (distance > slack || (strict && distance === 0))) return "over";
  return Number.isFinite(low) && (distance < -slack || (strict && distance === 0)) ? "under" : "within";
}

/** How large a miss is against the bound itself, 0 where there is none: misses of different units can be compared by it. */
export function relativeMiss(part: PartResult): number {
  const gap = gapOf(part);
  if (gap === undefined || part.demand === undefined || gap.side === "within") return 0;
  const bound = gap.side === "over" ? part.demand.high : part.demand.low;
  return bound === 0 ? 1 : gap.by.value / Math.abs(bound);
}

/** How many steps back a distance is compared with. */
const STEPS_BACK = 3;

/** Whether the distance of the latest figure from the demand is larger than three steps before; undefined where the path does not tell. */
export function isGrowing({ path, demand, target }: PartResult): boolean | undefined {
  if (demand === undefined || target?.kind === "gap") return undefined;
  const values = finestSteps(path).flatMap(({ value }) => (isMissing(value) ? [] : [value.value]));
  const [before, now] = [values.at(-1 - STEPS_BACK), values.at(-1)];
  if (before === undefined || now === undefined) return undefined;
  const miss = (value: number) => (satisfies(value, demand) ? 0 : Math.abs(distanceTo(value, demand)));
  return miss(now) === miss(before) ? undefined : miss(now) > miss(before);
}
