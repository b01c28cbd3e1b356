import { contains, type Period } from "../calendar/period.ts";
import { isMissing, type Missing, type MissingReason } from "../figures/figure.ts";
import type { Observation, Series } from "./series.ts";

/** Reasons that stand where a small figure was. */
const hiding: readonly MissingReason[] = ["withheld", "too-small"];

/**
 * A series as everybody may see it: where just one step of a longer period is hidden, the smallest other step is hidden
 * too, since the longer period's figure minus the steps shown would tell it. Figures of periods that overlap (rolling
 * ones) tell steps by their differences, and go when any step is hidden. Its small figures must be hidden already.
 */
export function withholdOverTime(series: Series): Series {
  const byArea = Map.groupBy(series.observations, ({ area }) => area);
  return { ...series, observations: [...byArea.values()].flatMap(withholdIn) };
}

function withholdIn(observations: readonly Observation[]): Observation[] {
  const shortest = Math.min(...observations.map(({ period }) => lengthOf(period)));
  const isStep = ({ period }: Observation) => lengthOf(period) <= shortest + 3;
  const hidden = new Set(observations.filter((one) => isHidden(one)));
  if (hidden.size === 0) return [...observations];
  for (const one of observations)
    if (!isStep(one) && one.period.kind === "rolling" && !isMissing(one.value)) hidden.add(one);
  const longer = observations.filter((one) => !isStep(one));
  // Each step that is hidden may leave another the only one of its period.
  for (let found = true; found; ) {
    found = false;
    for (const whole of longer) {
      if (hidden.has(whole)) continue;
      const steps = observations.filter((one) => isStep(one) && contains(whole.period, one.period));
      const next = steps.filter((one) => hidden.has(one)).length === 1 ? smallest(steps, hidden) : undefined;
      if (next === undefined) continue;
      hidden.add(next);
      found = true;
    }
  }
  return observations.map((one) =>
    hidden.has(one) && !isMissing(one.value) ? { ...one, value: withheldIn(one) } : one,
  );
}

function isHidden({ value }: Observation): boolean {
  return isMissing(value) && hiding.includes(value.missing);
}

function withheldIn({ period, value }: Observation): Missing {
  return { missing: "withheld", unit: value.unit, period };
}

/** The step with the least figure that is shown and not 0. */
function smallest(steps: readonly Observation[], hidden: ReadonlySet<Observation>): Observation | undefined {
  const shown = steps.flatMap((one) => (hidden.has(one) || isMissing(one.value) || one.value.value === 0 ? [] : [one]));
  return shown.toSorted((a, b) => sizeOf(a) - sizeOf(b))[0];
}

function sizeOf({ value }: Observation): number {
  return isMissing(value) ? 0 : value.value;
}

function lengthOf({ from, to }: Period): number {
  return to - from;
}
