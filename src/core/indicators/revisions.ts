import { isMissing } from "../figures/figure.ts";
import type { Observation, Series } from "./series.ts";

/** How a fetch of a series differs from the one before it. */
export type Revision = {
  /** Figures that both have, and how many of them became others. */
  readonly compared: number;
  readonly changed: number;
  /** Figures that only the later has. */
  readonly added: number;
  /** Of the figures that changed: by how much of what they were, in the mean and at most, as shares. */
  readonly mean?: number;
  readonly largest?: number;
};

/** What a later fetch of a series changed in an earlier one. */
export function revisionBetween(earlier: Series, later: Series): Revision {
  const before = new Map(earlier.observations.map((one) => [keyOf(one), one]));
  let [compared, changed, added, total, largest] = [0, 0, 0, 0, 0];
  for (const { value, ...place } of later.observations) {
    const old = before.get(keyOf(place))?.value;
    if (isMissing(value)) continue;
    if (old === undefined || isMissing(old)) {
      added++;
      continue;
    }
    compared++;
    if (value.value === old.value) continue;
    changed++;
    const by = old.value === 0 ? 1 : Math.abs(value.value / old.value - 1);
    total += by;
    largest = Math.max(largest, by);
  }
  return { compared, changed, added, ...(changed > 0 && { mean: total / changed, largest }) };
}

function keyOf({ area, period, status }: Omit<Observation, "value">): string {
  return `${area} ${period.from} ${period.to} ${status}`;
}
