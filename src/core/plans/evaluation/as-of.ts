import { addMonths, type Day } from "../../calendar/day.ts";
import type { Period } from "../../calendar/period.ts";
import type { Indicators } from "../../indicators/indicator.ts";
import type { Series } from "../../indicators/series.ts";
import type { Plan } from "../format/plan.ts";
import { aimOf } from "../targets/kinds.ts";
import { expectedFigures } from "./expectations.ts";
import { seriesFor } from "./measure.ts";
import type { Parameters } from "./parameters.ts";

/** The day a plan is followed up as of when none is given: today, or when the last of its periods became final if that is earlier. */
export function defaultAsOf(
  plan: Plan,
  series: readonly Series[],
  indicators: Indicators,
  today: Day,
  parameters: Parameters,
): Day {
  const becameFinal = (period: Period, months: number | undefined) =>
    addMonths(period.to, months ?? parameters.finalAfterMonths);
  const goals = plan.goals.flatMap(({ parts }) =>
    parts.flatMap((part) => {
      const period = part.target && aimOf(part.target).period;
      return period === undefined ? [] : [becameFinal(period, seriesFor(part, series, indicators)?.finalAfterMonths)];
    }),
  );
  const expectations = plan.expectations.flatMap((one) =>
    expectedFigures(plan, one).map(({ period, measures }) =>
      becameFinal(period, seriesFor(measures, series, indicators)?.finalAfterMonths),
    ),
  );
  const last = [...goals, ...expectations].reduce(later, becameFinal(plan.period, undefined));
  return last < today ? last : today;
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}
