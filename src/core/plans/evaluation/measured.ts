import type { Period } from "../../calendar/period.ts";
import { type Figure, isMissing, type Missing } from "../../figures/figure.ts";
import { intervalOf } from "../../figures/interval.ts";
import type { Printed } from "../../figures/printed.ts";
import { isForeseen } from "../../forecast/goals/foreseen.ts";
import { fill, type Text } from "../../text/text.ts";
import type { Demand } from "../targets/demand.ts";
import type { Aim } from "../targets/kinds.ts";
import { cannot, noFigureIn, planReason } from "./cannot.ts";
import { foresee } from "./foresee.ts";
import type { Ground } from "./ground.ts";
import { type Held, holdAgainst, referenceSource } from "./held.ts";
import { breakBetween } from "./measure.ts";
import type { Measuring } from "./measuring.ts";
import { dataNotes } from "./notes.ts";
import { bandOf, standing } from "./projection.ts";
import { distanceFrom, moved, type PartResult } from "./result.ts";
import { dayText, demandText, figureBeside, figureText, periodText, whenText } from "./say.ts";
import { underWay } from "./under-way.ts";
import { figureIn, isFinal, latest, type Source } from "./values.ts";
import type { Verdict } from "./verdict.ts";

type Judged = Partial<PartResult> & Pick<PartResult, "verdict">;

type Asked = Omit<Measuring, "start" | "startPeriod">;

/** The verdict of a part that has both a demand and figures. */
export function judge(asked: Asked): Judged {
  const { source, aim, period, part, ground, baseline, goal } = asked;

  // The demand may be made from the baseline and from another area, group or expected figure.
  const reference = referenceSource(part, ground, source);
  const held = holdAgainst({ ...asked, reference });
  const { demand, other, found } = held;
  const measuring: Measuring = {
    ...asked,
    start: held.start,
    startPeriod: part.baseline?.period ?? aim.against,
  };
  const lacksOther = aim.gap && other === undefined;
  const isOpen = isMissing(found.figure) || (reference !== undefined && other === undefined);
  const foreseen = isOpen ? foresee(ground, { ...asked, reference }) : undefined;
  if (demand === undefined || (lacksOther && !isForeseen(foreseen))) {
    const reason = reference === undefined || other !== undefined ? "no-baseline" : "no-data";
    const verdict = cannot(reason, planReason(goal, part, reason, ground.followUp.answers));
    return { verdict, foreseen: isForeseen(foreseen) ? undefined : foreseen };
  }

  // What stands beside the verdict whatever it is.
  const last = latest(source)?.value;
  const beside = { demand, change: moved(baseline, last), distance: distanceFrom(last, demand), notes: notesOn(asked) };
  const broke = breakOf(asked);
  if (broke !== undefined) return { ...beside, verdict: cannot("broken", fill(breaks, { day: dayText(broke) })) };
  if (isTooSmall(last, ground)) return { ...beside, verdict: cannot("too-small") };

  // A figure for the period itself settles it when final; else the course so far is held against the demand.
  if (held.figure !== undefined) return { ...beside, ...ofPeriod(measuring, held, held.figure, demand) };
  const missing = isMissing(found.figure) ? found.figure.missing : "no-data";
  const mayStillCome = missing === "not-yet-published" || missing === "no-data";
  if (!mayStillCome || isFinal(period, source))
    return { ...beside, verdict: cannot(missing, noFigureIn(source, period, missing)) };
  return { ...beside, foreseen, ...underWay(measuring, demand, foreseen) };
}

/** Settled when the period's figure is final, else under way with the preliminary figure. */
function ofPeriod(measuring: Measuring, { found, met }: Held, figure: Figure, demand: Demand): Judged {
  const { period, baseline, ground } = measuring;
  const words = { figure: figureBeside(figure, demand), when: whenText(period), demand: demandText(demand) };
  const shared = { distance: distanceFrom(figure, demand), change: moved(baseline, found.figure) };
  if (found.final) {
    const verdict: Verdict = { family: "settled", value: met ? "met" : "not-met", reason: fill(settled, words) };
    return { ...shared, settledBy: figure, verdict };
  }
  const value = standing(figure.value, demand, bandOf(figure.unit, figure.value, ground.parameters));
  const verdict: Verdict = { family: "under-way", value, reason: fill(preliminary, words) };
  return { ...shared, projected: figure, verdict, notes: [...notesOn(measuring), dataNotes.preliminary] };
}

const settled: Text = {
  da: "{figure} {when}; målet var {demand}.",
  en: "{figure} {when}; the target was {demand}.",
};
const preliminary: Text = {
  da: "Foreløbigt {figure} {when}; målet er {demand}.",
  en: "Preliminarily {figure} {when}; the target is {demand}.",
};
const breaks: Text = {
  da: "Serien brydes den {day}, mellem udgangspunkt og mål.",
  en: "The series breaks on {day}, between baseline and target.",
};

/** A break between the two periods spoils a comparison of two figures of the series, unless the goal corrects for it. */
function breakOf({ part, goal, aim, source, period }: Asked) {
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
