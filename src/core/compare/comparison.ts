import { type Period, shiftYears } from "../calendar/period.ts";
import { type Figure, isMissing, type Missing } from "../figures/figure.ts";
import type { Unit } from "../figures/unit.ts";
import type { Indicator } from "../indicators/indicator.ts";
import type { Bounds } from "../stats/bounds.ts";
import { quantile } from "../stats/quantile.ts";
import type { Area } from "../vocabulary/area.ts";
import type { Levels } from "./levels.ts";
import { type Place, rankAll } from "./rank.ts";

/** What is compared: figures in a period, among some municipalities. */
export type Comparing = {
  readonly levels: Levels;
  readonly good: Indicator["good"];
  readonly members: readonly Area[];
  readonly own: string;
  readonly period: Period;
};

/** A municipality's figure beside the others'. */
export type ComparedRow = {
  readonly area: Area;
  readonly isOwn: boolean;
  readonly figure: Figure | Missing;
  readonly interval?: Bounds;
  readonly place?: Place;
  /** Its figure and place in the same period of the year before. */
  readonly before?: { readonly figure: Figure; readonly rank: number };
};

/** Municipalities side by side: level and place apart. */
export type Comparison = {
  readonly period: Period;
  readonly unit: Unit;
  /** By place, the best first; those without a figure last. */
  readonly rows: readonly ComparedRow[];
  readonly median: Figure | Missing;
  /** The figure of the whole country. */
  readonly country: Figure | Missing;
};

const COUNTRY = "000";

/** Compares municipalities by their figures in a period. */
export function compare({ levels, good, members, own, period }: Comparing): Comparison {
  const past = ranked(levels, members, shiftYears(period, -1), good);
  const rows = ranked(levels, members, period, good).map((row, at): ComparedRow => {
    const { figure, place } = past[at];
    const before = !isMissing(figure) && place !== undefined ? { figure, rank: place.rank } : undefined;
    return { ...row, isOwn: row.area.id === own, ...(before && { before }) };
  });
  const values = rows.flatMap(({ figure }) => (isMissing(figure) ? [] : [figure.value]));
  const { unit } = levels;
  return {
    period,
    unit,
    rows: rows.toSorted(byPlace),
    median: values.length === 0 ? { missing: "no-data", unit, period } : { value: quantile(values, 0.5), unit, period },
    country: levels.at(COUNTRY, period).figure,
  };
}

/** Each municipality's figure and its place among those that have one, in the order given. */
function ranked({ at }: Levels, members: readonly Area[], period: Period, good: Indicator["good"]) {
  const read = members.map((area) => ({ area, ...at(area.id, period) }));
  const known = read.flatMap(({ area, figure, interval }) =>
    isMissing(figure) ? [] : [{ id: area.id, value: figure.value, ...interval }],
  );
  const places = rankAll(known, good);
  const byArea = new Map(known.map(({ id }, index): [string, Place] => [id, places[index]]));
  return read.map(({ area, figure, interval }) => {
    const place = byArea.get(area.id);
    return { area, figure, ...(interval && { interval }), ...(place && { place }) };
  });
}

function byPlace(a: ComparedRow, b: ComparedRow): number {
  const [one, other] = [a, b].map(({ place }) => place?.rank ?? Number.MAX_SAFE_INTEGER);
  return one - other;
}
