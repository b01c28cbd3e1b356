import { svgElement } from "./element.ts";
import { finish } from "./finish.ts";
import { fitted } from "./fitted.ts";
import { leftMargin, timePlot } from "./frame.ts";
import { lastOf, lineMarks } from "./marks.ts";
import { paint } from "./paint.ts";
import { type Canvas, type ChartFrame, isDrawn, type Line } from "./state.ts";
import { timeAxis } from "./time-axis.ts";
import { fontSize } from "./type-size.ts";
import { valueAxis, writeValue } from "./value-axis.ts";

/** The groups of a breakdown, each with a course of its own. */
export type Breakdown = ChartFrame & { readonly groups: readonly Line[] };

const gap = 16;
const headHeight = 22;

/** Draws a small chart for each group, all on one scale, so that they can be compared. */
export function breakdown(state: Breakdown, { document, width, height = 150 }: Canvas): SVGSVGElement {
  const { groups, unit, language } = state;
  const perRow = Math.max(1, Math.min(groups.length, Math.floor((width + gap) / (190 + gap))));
  const own = (width - gap * (perRow - 1)) / perRow;
  const all = groups.flatMap(({ points }) => points);
  const value = valueAxis(
    all.filter(isDrawn).map((one) => one.value),
    state,
  );
  const time = timeAxis(
    all.map(({ period }) => period),
    language,
    own - 60,
  );
  const margins = { top: 8, right: 10, bottom: 28, left: leftMargin(value) };
  const tall = headHeight + height + gap;
  const parts = groups.map(({ label, points }, at) => {
    const last = lastOf(points);
    const figure = last === undefined ? "" : ` ${writeValue(last.y, unit, language)}`;
    const canvas = { document, width: own, height };
    // The mark of a cut axis stands once, above them all.
    const small = timePlot({ ...state, fromZero: true }, canvas, { time, value, margins }, [
      ...lineMarks(points, { stroke: paint.own, width: 2, className: "chart-own" }),
    ]);
    const [x, y] = [(at % perRow) * (own + gap), Math.floor(at / perRow) * tall];
    const head = svgElement(document, "text", { y: 14, "font-weight": 600, class: "chart-group" }, [
      `${fitted(label, own - 8 * figure.length)}${figure}`,
    ]);
    const drawn = svgElement(document, "g", { transform: `translate(0,${headHeight})` }, [...small.childNodes]);
    return svgElement(document, "g", { transform: `translate(${x},${y})`, class: "chart-small" }, [head, drawn]);
  });
  const whole = Math.ceil(groups.length / perRow) * tall;
  const size = { width, height: whole, viewBox: `0 0 ${width} ${whole}`, "font-size": fontSize, fill: paint.ink };
  return finish(svgElement(document, "svg", { ...size, "text-anchor": "start" }, parts), state);
}
