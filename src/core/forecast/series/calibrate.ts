import { normalQuantile } from "../../stats/distributions/normal.ts";
import type { MethodId } from "./method.ts";
import { firstOrigin, type Panel } from "./panel.ts";
import type { Trials } from "./trials.ts";

/** The half-lives, in years, of what past errors say of how far an area strays, and of how wild the times are. */
const OWN_HALF_LIFE = 3;
const TIMES_HALF_LIFE = 1 / 12;

/** An area's own errors count as this many more that are as large as the areas' mean. */
const SHARED_ERRORS = 4;

/** At least about this many errors must speak of how wild the times are; with few areas they are gathered longer. */
const FEWEST_ERRORS = 60;

/** How far forecasts stray on the scale. An interval of a level reaches spread × times to both sides. */
export type Calibration = {
  /** Of an area (in the order of the trials), so many periods ahead. */
  readonly spread: (area: number, ahead: number) => number;
  /** How many spreads the errors of a level, above 0 and below 1, lie within. */
  readonly times: (level: number) => number;
};

/**
 * Calibrates intervals on past errors, as they were known at an origin. How far an area strays so many periods ahead is the
 * root mean square of its own errors, drawn towards the other areas'. How many times that an interval reaches is read off
 * the latest errors of all areas and horizons, each divided by how far its area strays: a normal distribution is not
 * assumed, and rough times widen all intervals at once, as calm ones narrow them.
 *
 * @param methods of each area, in the order of the trials
 */
export function calibrate(
  panel: Panel,
  all: readonly Trials[],
  methods: readonly MethodId[],
  origin: number,
): Calibration {
  const horizon = all[0]?.horizon ?? 0;
  const errors = Array.from({ length: horizon }, (_, h) =>
    all.map((trials, area) => errorsOf(panel, trials, methods[area], origin, h + 1)),
  );
  const spreads = errors.map((ofAreas) => spreadsOf(ofAreas, panel.season));
  const times = timesOf(inTheirTimes(errors, spreads, panel.season));
  return { spread: (area, ahead) => spreads[ahead - 1][area], times };
}

/** The size of an error and how much it counts. */
type Weighted = { readonly size: number; readonly weight: number };

/** The sizes on the scale of a method's errors so many periods ahead that were known at an origin, the newest first. */
function errorsOf({ season }: Panel, trials: Trials, method: MethodId, origin: number, ahead: number): number[] {
  const { scaled, horizon, forecasts } = trials;
  const first = firstOrigin(season);
  const errors: number[] = [];
  for (let from = origin - ahead; from >= first; from--)
    errors.push(Math.abs(scaled[from + ahead - 1] - forecasts[method][(from - first) * horizon + ahead - 1]));
  return errors;
}

/** The root mean square error of each area, drawn towards the mean of all. */
function spreadsOf(errors: readonly (readonly number[])[], season: number): number[] {
  const fade = 0.5 ** (1 / (OWN_HALF_LIFE * season));
  const own = errors.map((sizes) => {
    const weights = sizes.map((_, age) => fade ** age);
    const total = sum(weights);
    return { total, square: sum(sizes.map((size, age) => weights[age] * size * size)) / total };
  });
  const shared = sum(own.map(({ square }) => square)) / own.length;
  return own.map(({ total, square }) => Math.sqrt((total * square + SHARED_ERRORS * shared) / (total + SHARED_ERRORS)));
}

/** The errors of all horizons and areas, each in its area's spread, the smallest first; older ones count less. */
function inTheirTimes(
  errors: readonly (readonly (readonly number[])[])[],
  spreads: readonly (readonly number[])[],
  season: number,
): Weighted[] {
  const areas = errors[0]?.length ?? 0;
  const fade = Math.max(0.5 ** (1 / (TIMES_HALF_LIFE * season)), 1 - areas / FEWEST_ERRORS);
  return errors
    .flatMap((ofAreas, h) =>
      ofAreas.flatMap((sizes, area) =>
        sizes.map((size, age) => ({ size: spreads[h][area] === 0 ? 0 : size / spreads[h][area], weight: fade ** age })),
      ),
    )
    .toSorted((a, b) => a.size - b.size);
}

/**
 * How many spreads a level reaches: that of the errors which the level's part lies within. Beyond what so few errors can
 * tell, the normal distribution stretches the furthest they can.
 */
function timesOf(errors: readonly Weighted[]): Calibration["times"] {
  let total = 0;
  const upTo = Float64Array.from(errors, ({ weight }) => {
    total += weight;
    return total;
  });
  const counted = total ** 2 / sum(errors.map(({ weight }) => weight ** 2));
  const furthest = counted / (counted + 1);
  const within = (level: number) => errors[firstFrom(upTo, level * total)]?.size ?? 0;
  return (level) => {
    if (level <= furthest) return within(level);
    return (within(furthest) * normalQuantile((1 + level) / 2)) / normalQuantile((1 + furthest) / 2);
  };
}

/** The place of the first of rising numbers that is at least a limit; the last place where none is. */
function firstFrom(rising: Float64Array, limit: number): number {
  let [low, high] = [0, rising.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle] >= limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
