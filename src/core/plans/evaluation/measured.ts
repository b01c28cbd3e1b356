import type { Period } from "../../calendar/period.ts";
import { type Figure, isMissing, type Missing } from "../../figures/figure.ts";
import { intervalOf } from "../../figures/interval.ts";
import type { Printed } from "../../figures/printed.ts";
import { fill, type Text } from "../../text/text.ts";
import type { Part } from "../format/goal.ts";
import { type Demand, satisfies } from "../targets/demand.ts";
import type { Aim } from "../targets/kinds.ts";
import { cannot, noFigureIn, planReason } from "./cannot.ts";
import type { Ground } from "./ground.ts";
import { breakBetween, seriesFor } from "./measure.ts";
import type { Measuring } from "./measuring.ts";
import { dataNotes } from "./notes.ts";
import { bandOf, standing } from "./projection.ts";
import { differenceUnit, distanceFrom, moved, numberOf, type PartResult } from "./result.ts";
import { dayText, demandText, figureBeside, figureText, periodText } from "./say.ts";
import { underWay } from "./under-way.ts";
import { type Found, figureIn, isFinal, latest, type Source } from "./values.ts";
import type { Verdict } from "./verdict.ts";

type Judged = Partial<PartResult> & Pick<PartResult, "verdict">;

/** The verdict of a part that has both a demand and figures. */
export function judge(asked: Omit<Measuring, "start" | "startPeriod">): Judged {
  const { source, aim, period, part, ground, baseline, goal } = asked;
  const { unit } = source.series;

  // The demand may be made from the baseline and from another area, group or expected figure.
  const reference = referenceSource(part, ground, source);
  const other = reference && numberOf(figureIn(reference, period, aim.taken).figure);
  const measuring: Measuring = {
    ...asked,
    start: startOf(asked, reference),
    startPeriod: part.baseline?.period ?? aim.against,
  };
  const demand = aim.demand({ baseline: measuring.start, reference: other, unit });
  if (demand === undefined || (aim.gap && other === undefined)) {
    const reason = reference === undefined || other !== undefined ? "no-baseline" : "no-data";
    return { verdict: cannot(reason, planReason(goal, part, reason, ground.followUp.answers)) };
  }

  // What stands beside the verdict whatever it is.
  const last = latest(source)?.value;
  const beside = { demand, change: moved(baseline, last), distance: distanceFrom(last, demand), notes: notesOn(asked) };
  const broke = breakOf(asked);
  if (broke !== undefined) return { ...beside, verdict: cannot("broken", fill(breaks, { day: dayText(broke) })) };
  if (isTooSmall(last, ground)) return { ...beside, verdict: cannot("too-small") };

  // A figure for the period itself settles it when final; else the course so far is held against the demand.
  const found = figureIn(source, period, aim.taken);
  if (!isMissing(found.figure)) return { ...beside, ...ofPeriod(measuring, found, found.figure, demand, other) };
  const mayStillCome = found.figure.missing === "not-yet-published" || found.figure.missing === "no-data";
  if (!mayStillCome || isFinal(period, source))
    return { ...beside, verdict: cannot(found.figure.missing, noFigureIn(source, period, found.figure.missing)) };
  return { ...beside, ...underWay(measuring, demand) };
}

/** Settled when the period's figure is final, else under way with the preliminary figure. */
function ofPeriod(measuring: Measuring, found: Found, own: Figure, demand: Demand, other: number | undefined): Judged {
  const { aim, period, part, baseline, ground } = measuring;
  const gap = aim.gap && other !== undefined;
  const figure: Figure = gap
    ? { value: own.value - other, unit: differenceUnit(own.unit), period }
    : { ...own, period };
  const each = part.target?.kind === "level" && part.target.as === "each";
  const values = each ? found.of.flatMap(({ value }) => numberOf(value) ?? []) : [figure.value];
  const words = { figure: figureBeside(figure, demand), period: periodText(period), demand: demandText(demand) };
  const shared = { distance: distanceFrom(figure, demand), change: moved(baseline, own) };
  if (found.final) {
    const met = values.every((value) => satisfies(value, demand));
    const verdict: Verdict = { family: "settled", value: met ? "met" : "not-met", reason: fill(settled, words) };
    return { ...shared, settledBy: figure, verdict };
  }
  const value = standing(figure.value, demand, bandOf(figure.unit, figure.value, ground.parameters));
  const verdict: Verdict = { family: "under-way", value, reason: fill(preliminary, words) };
  return { ...shared, projected: figure, verdict, notes: [...notesOn(measuring), dataNotes.preliminary] };
}

const settled: Text = {
  da: "{figure} i {period}; målet var {demand}.",
  en: "{figure} in {period}; the target was {demand}.",
};
const preliminary: Text = {
  da: "Foreløbigt {figure} i {period}; målet er {demand}.",
  en: "Preliminarily {figure} in {period}; the target is {demand}.",
};
const breaks: Text = {
  da: "Serien brydes den {day}, mellem udgangspunkt og mål.",
  en: "The series breaks on {day}, between baseline and target.",
};

/** A gap counts from the baseline's distance to the other; a printed baseline already is that distance. */
function startOf(
  { aim, part, baseline }: Omit<Measuring, "start" | "startPeriod">,
  reference: Source | undefined,
): number | undefined {
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
function referenceSource(
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

/** A break between the two periods spoils a comparison of two figures of the series, unless the goal corrects for it. */
function breakOf({ part, goal, aim, source, period }: Omit<Measuring, "start" | "startPeriod">) {
  const compares = aim.against !== undefined && part.baseline?.value === undefined && goal.corrections === undefined;
  return compares && aim.against !== undefined ? breakBetween(source.series, aim.against, period) : undefined;
}

function isTooSmall(figure: Figure | Missing | undefined, { parameters }: Ground): boolean {
  if (figure === undefined || isMissing(figure)) return false;
  const people = figure.unit === "persons" || figure.unit === "full-time-persons";
  return people && figure.value > 0 && figure.value < parameters.smallestGroup;
}

function notesOn({ source, period, part, aim }: Pick<Measuring, "source" | "period" | "part" | "aim">): Text[] {
  const printed = part.baseline?.value;
  const other = printed && part.baseline?.period && ownBaseline(printed, part.baseline.period, source, aim);
  const { note } = source.series;
  return [
    ...(note === undefined ? [] : [note]),
    ...(period.kind === "end" && source.series.frequency === "year" ? [dataNotes.yearly] : []),
    ...(printed !== undefined && printed.unit !== source.series.unit ? [dataNotes.otherUnit] : []),
    ...(other ?? []),
  ];
}

/** The series' own figure for the baseline's period, where it is not the one the plan prints. */
function ownBaseline(printed: Printed, period: Period, source: Source, { taken, gap }: Aim): Text[] {
  const { figure } = figureIn(source, period, taken);
  if (gap || isMissing(figure) || figure.unit !== printed.unit) return [];
  const { low, high } = intervalOf(printed, { rounded: true });
  if (figure.value >= low && figure.value <= high) return [];
  return [fill(otherBaseline, { own: figureText(figure), printed: printed.printed, period: periodText(period) })];
}

const otherBaseline: Text = {
  da: "Serien har {own} for {period}; planen trykker «{printed}».",
  en: "The series has {own} for {period}; the plan prints «{printed}».",
};
