/** Which parts a series is smoothed with. */
export type Form = {
  /** `damped`: the slope fades, so that far forecasts level off. */
  readonly trend: "none" | "additive" | "damped";
  /** How many periods make up a season that returns, as 12 months or 4 quarters; 1 where there is none. */
  readonly season: number;
};

/** How much of each surprise the parts learn, and how much of the slope is left after a period. */
export type Weights = {
  /** α: what the level learns. */
  readonly level: number;
  /** β: what the slope learns; 0 without a trend. */
  readonly slope: number;
  /** γ: what the season learns; 0 without one. */
  readonly season: number;
  /** φ: 1 unless the trend is damped. */
  readonly damping: number;
};

/** The parts between two periods. */
export type State = {
  readonly level: number;
  readonly slope: number;
  /** What each of the coming periods of a season adds, the next first; empty without a season. */
  readonly season: Float64Array;
};

/** How many numbers of a form are fitted to a series: the weights, and the state it begins from. */
export function parametersOf({ trend, season }: Form): number {
  const ofTrend = { none: 0, additive: 2, damped: 3 }[trend];
  // The season's effects add up to 0.
  return 2 + ofTrend + (season > 1 ? season : 0);
}
