import type { Period } from "../../calendar/period.ts";
import type { Figure } from "../../figures/figure.ts";
import type { Printed } from "../../figures/printed.ts";
import type { Demand } from "../targets/demand.ts";
import { aimOf } from "../targets/kinds.ts";
import type { Target } from "../targets/schema.ts";

/**
 * The one figure that a target asks for, in its period: where its demand ends, or before there is a demand, what the plan
 * prints. Of a range, of several figures, or of none there is no such figure.
 */
export function askedFigure(target: Target | undefined, demand: Demand | undefined): Figure | undefined {
  const period = target && aimOf(target).period;
  if (demand !== undefined) return endOf(demand, period);
  const printed = target && printedIn(target);
  if (printed === undefined || printed.upper !== undefined) return undefined;
  return { value: printed.value, unit: printed.unit, printed: printed.printed, period };
}

function endOf({ low, high, unit }: Demand, period: Period | undefined): Figure | undefined {
  if (Number.isFinite(low) && Number.isFinite(high) && low !== high) return undefined;
  const value = Number.isFinite(low) ? low : high;
  return Number.isFinite(value) ? { value, unit, period } : undefined;
}

function printedIn(target: Target): Printed | undefined {
  switch (target.kind) {
    case "level":
    case "gap":
      return target.value;
    case "change":
      return target.by;
    case "coverage":
      return target.share === "everyone" ? undefined : target.share;
    default:
      return undefined;
  }
}
