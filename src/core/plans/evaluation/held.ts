import type { Period } from "../../calendar/period.ts";
import { type Figure, isMissing, type Missing } from "../../figures/figure.ts";
import type { Part } from "../format/goal.ts";
import { type Demand, satisfies } from "../targets/demand.ts";
import type { Aim } from "../targets/kinds.ts";
import type { Ground } from "./ground.ts";
import { seriesFor } from "./measure.ts";
import { differenceUnit, numberOf } from "./result.ts";
import { type Found, figureIn, type Source } from "./values.ts";

/** What a target is held against: figures, and what the part counts from. */
export type Holding = {
  readonly part: Part;
  readonly aim: Aim;
  readonly period: Period;
  readonly source: Source;
  /** The series and area a gap or benchmark is held against. */
  readonly reference: Source | undefined;
  readonly baseline: Figure | Missing;
};

/** What a target makes of figures, whether they have come or are only expected. */
export type Held = {
  /** What a change, direction or gap is counted from, in the terms of what is measured. */
  readonly start: number | undefined;
  /** The other area's, group's or the expected figure. */
  readonly other: number | undefined;
  readonly demand: Demand | undefined;
  readonly found: Found;
  /** The figure of the period that the demand is of; undefined while a figure it takes is missing. */
  readonly figure: Figure | undefined;
  readonly met: boolean | undefined;
};

/** Holds a target against the figures of its period: the arithmetic of every verdict, and of every chance. */
export function holdAgainst(holding: Holding): Held {
  const { part, aim, period, source, reference } = holding;
  const { unit } = source.series;
  const other = reference && numberOf(figureIn(reference, period, aim.taken).figure);
  const start = startOf(holding);
  const demand = aim.demand({ baseline: start, reference: other, unit });
  const found = figureIn(source, period, aim.taken);
  const figure = heldFigure(holding, found, other);
  if (demand === undefined || figure === undefined) return { start, other, demand, found, figure, met: undefined };
  const each = part.target?.kind === "level" && part.target.as === "each";
  const values = each ? found.of.flatMap(({ value }) => numberOf(value) ?? []) : [figure.value];
  return { start, other, demand, found, figure, met: values.every((value) => satisfies(value, demand)) };
}

function heldFigure({ aim, period }: Holding, { figure: own }: Found, other: number | undefined): Figure | undefined {
  if (isMissing(own)) return undefined;
  if (!aim.gap) return { ...own, period };
  return other === undefined ? undefined : { value: own.value - other, unit: differenceUnit(own.unit), period };
}

/** A gap counts from the baseline's distance to the other; a printed baseline already is that distance. */
function startOf({ aim, part, baseline, reference }: Holding): number | undefined {
  const own = numberOf(baseline);
  const against = part.baseline?.period ?? aim.against;
  if (
    !aim.gap ||
    own === undefined ||
    reference === undefined ||
    part.baseline?.value !== undefined ||
    against === undefined
  )
    return own;
  const before = numberOf(figureIn(reference, against, aim.taken).figure);
  return before === undefined ? undefined : own - before;
}

/** The series and area a gap or benchmark is held against. */
export function referenceSource(
  { target, indicator, where }: Part,
  { series, asOf, indicators }: Ground,
  own: Source,
): Source | undefined {
  if (target?.kind === "gap") {
    const group =
      target.to.where && seriesFor({ indicator, where: { ...where, ...target.to.where } }, series, indicators);
    const areas = target.to.area === undefined ? own.areas : [target.to.area];
    return { series: group ?? own.series, areas, asOf };
  }
  if (target?.kind !== "benchmark") return undefined;
  const { area, indicator: expected } = target.reference;
  const other = expected === undefined ? own.series : seriesFor({ indicator: expected, where }, series, indicators);
  return other && { series: other, areas: area === undefined ? own.areas : [area], asOf };
}

/** The printed baseline; else the figure of the period the target counts from. */
export function baselineOf(part: Part, aim: Aim | undefined, source: Source | undefined): Figure | Missing {
  const written = part.baseline?.value;
  const period = part.baseline?.period ?? aim?.against;
  if (written !== undefined) return { value: written.value, unit: written.unit, printed: written.printed, period };
  if (source === undefined || period === undefined) return { missing: "no-baseline", period };
  const { figure } = figureIn(source, period, aim?.taken);
  return isMissing(figure) ? { missing: "no-baseline", period } : { ...figure, period };
}
