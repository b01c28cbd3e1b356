import { text } from "@observablehq/plot";
import { monthOf, numberOf } from "#core/calendar/month.ts";
import { parsePeriod } from "#core/calendar/period.ts";
import { type EndLabel, widthOf } from "./end-labels.ts";
import { leftMargin, pixelsOf, topMargin, valuePlot } from "./frame.ts";
import { endLabelMarks, lastOf, lineMarks } from "./marks.ts";
import { otherLines, paint } from "./paint.ts";
import { type Canvas, type ChartFrame, isDrawn, type Line, type Point } from "./state.ts";
import { shortMonth } from "./time-axis.ts";
import { valueAxis } from "./value-axis.ts";

/** Months on top of each other: a line a year, the oldest first. */
export type Season = ChartFrame & { readonly years: readonly Line[] };

/** The months of a line as a line for each of its last years, at most four. */
export function yearsOf(points: readonly Point[]): Line[] {
  const byYear = Map.groupBy(points, ({ period }) => period.slice(0, 4));
  return [...byYear].map(([year, own]) => ({ id: year, label: year, points: own })).slice(-(otherLines.length + 1));
}

/** Draws the years of a season; the newest stands out. */
export function season(state: Season, canvas: Canvas): SVGSVGElement {
  const { years, language } = state;
  const { width, height = Math.round(Math.max(240, width * 0.42)) } = canvas;
  const value = valueAxis(
    years.flatMap(({ points }) => points.filter(isDrawn).map((one) => one.value)),
    state,
  );
  const newestFirst = years.toReversed();
  const styleOf = (age: number) =>
    age === 0
      ? { stroke: paint.own, width: 2.5, className: "chart-own", placeOf }
      : { ...styleOfOther(age), width: 1.5, className: "chart-other", placeOf };
  const labels = newestFirst.flatMap(({ label, points }, age): EndLabel[] => {
    const last = lastOf(points, placeOf);
    return last === undefined ? [] : [{ ...last, x: Math.max(last.x, 12), text: label, fill: styleOf(age).stroke }];
  });
  const right = widthOf(labels.map((one) => one.text)) + 16;
  const margins = { top: topMargin(state), right, bottom: 30, left: leftMargin(value) };
  const months = Array.from({ length: 12 }, (_, at) => at + 1).filter((month) => width > 500 || month % 3 === 1);
  return valuePlot(state, { ...canvas, height }, { value, margins }, { domain: [0.5, 12.5] }, [
    text(months, {
      x: (month: number) => month,
      text: (month: number) => shortMonth(month, language),
      frameAnchor: "bottom",
      dy: margins.bottom - 10,
    }),
    ...newestFirst.flatMap(({ points }, age) => lineMarks(points, styleOf(age))).toReversed(),
    ...endLabelMarks(labels, pixelsOf(value, height, margins), height - margins.bottom),
  ]);
}

function styleOfOther(age: number) {
  return otherLines[Math.min(age, otherLines.length) - 1];
}

function placeOf(period: string): number {
  return numberOf(monthOf(parsePeriod(period).from));
}
