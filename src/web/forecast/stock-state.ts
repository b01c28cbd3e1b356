import type { Cone } from "#charts/cones.ts";
import { isDrawn, type Line } from "#charts/state.ts";
import type { Language } from "#core/text/text.ts";
import { chartPoints } from "../parts/chart-points.ts";
import type { ForecastWords } from "../text/forecast/da.ts";
import type { OutlookBenefit } from "./answers.ts";

/** So many months of the past are drawn before the forecast. */
const BEFORE = 36;

/** What a benefit's forecast is drawn from. */
type Ahead = Pick<OutlookBenefit, "history" | "coming">;

/** A benefit with its forecast so many months ahead. */
export function coneOf({ benefit, label, history, coming }: OutlookBenefit, months: number, language: Language): Cone {
  return {
    id: benefit,
    label: label[language],
    points: chartPoints(history.slice(-BEFORE)),
    cone: coming.slice(0, months),
  };
}

/** The last figure known, if it is shown. */
export function lastOf({ history }: Pick<Ahead, "history">): number | undefined {
  return chartPoints(history).filter(isDrawn).at(-1)?.value;
}

/** What is expected so many periods ahead. */
export function endOf({ coming }: Pick<Ahead, "coming">, ahead: number) {
  return coming[Math.min(ahead, coming.length) - 1];
}

/** Whether the whole interval of 80 % lies below, or above, the figure now. */
export function clearlyMoved(benefit: Ahead, ahead: number): "fewer" | "more" | undefined {
  const [now, end] = [lastOf(benefit), endOf(benefit, ahead)];
  if (now === undefined || end === undefined) return undefined;
  if (end.hi80 < now) return "fewer";
  return end.lo80 > now ? "more" : undefined;
}

/** The lines of a file: what was, what is expected, and the ends of the intervals. */
export function linesOf({ id, label, points, cone }: Cone, words: ForecastWords["stocks"]): Line[] {
  const edge = (name: string, value: (one: Cone["cone"][number]) => number): Line => ({
    id: `${id} ${name}`,
    label: `${label}, ${name}`,
    points: cone.map((one) => ({ period: one.period, value: value(one) })),
  });
  return [
    { id, label, points },
    edge(words.expected, ({ mean = Number.NaN }) => mean),
    edge(words.low80, ({ lo80 }) => lo80),
    edge(words.high80, ({ hi80 }) => hi80),
    edge(words.low95, ({ lo95 }) => lo95),
    edge(words.high95, ({ hi95 }) => hi95),
  ];
}
