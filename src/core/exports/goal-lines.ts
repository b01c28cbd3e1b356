import type { Figure, Missing } from "../figures/figure.ts";
import type { Series } from "../indicators/series.ts";
import type { GoalResult } from "../plans/evaluation/result.ts";
import { type Line, linesOf } from "../plans/standing/lines.ts";
import type { Point } from "../plans/standing/trend.ts";
import { fill, type Text } from "../text/text.ts";
import { type Areas, findArea } from "../vocabulary/area.ts";
import { type Drawn, goalKeys, goalKeysOf, planFileName, planHead } from "./drawn.ts";
import type { FigureRow, FigureTable, Heading, Shape, Term } from "./figure-table.ts";
import { kindTerm } from "./plan-words.ts";

/** What the lines of goals are drawn from, besides the goals. */
export type LineGround = { readonly series: readonly Series[]; readonly areas: Areas };

/**
 * The figures behind goals: a row a period of each line a goal is shown with, its own, the country's and those beside.
 *
 * @param goals one goal of the plan, or several
 */
export function linesTable(drawn: Drawn, goals: readonly GoalResult[], ground: LineGround): FigureTable {
  const rows = goals.flatMap((result) => rowsOf(drawn, result, ground));
  const [first] = goals;
  const isOne = goals.length === 1;
  const of = isOne ? first.goal.title : drawn.plan.title;
  return {
    name: planFileName(drawn, isOne ? first.goal.id : "maaltal"),
    head: planHead({ ...drawn, goals }, fill(title, { of }), rows),
    ...linesShape,
    rows,
  };
}

function rowsOf({ plan, asOf }: Drawn, result: GoalResult, { series, areas }: LineGround): FigureRow[] {
  return result.parts.flatMap((part) => {
    const own = result.goal.parts.find(({ id }) => id === part.id)?.area;
    const lines = linesOf(part, series, own === undefined ? plan.municipalities : [own], asOf);
    return lines.flatMap((line) => {
      const keys = [...goalKeysOf(plan, result, part), ...lineTerms(line, areas)];
      return line.points.map((point) => ({
        keys,
        period: point.period,
        figures: [figureOf(line.series, point)],
        attributes: [],
      }));
    });
  });
}

function figureOf({ unit, owner, table, fetched }: Series, point: Point): Figure | Missing {
  const { period, value, missing = "no-data", preliminary = false } = point;
  if (value === undefined) return { missing, unit, period };
  return { value, unit, period, origin: { source: owner, table, fetched, preliminary } };
}

function lineTerms({ kind, series, area }: Line, areas: Areas): Term[] {
  return [kindTerm(kind), { code: series.id, words: series.title }, areaTerm(area, areas)];
}

/** An area, or several pooled as `187+183`. */
export function areaTerm(code: string, areas: Areas): Term {
  const labels = code.split("+").map((one) => findArea(areas, one)?.label ?? { da: one, en: one });
  const join = (language: "da" | "en") => labels.map((label) => label[language]).join(" + ");
  return { code, words: { da: join("da"), en: join("en") } };
}

const lineKeys: readonly Heading[] = [
  { id: "line", label: { da: "Hvis tal", en: "Whose figures" }, coded: true },
  { id: "series", label: { da: "Serie", en: "Series" }, coded: true },
  { id: "area", label: { da: "Område", en: "Area" }, coded: true, isArea: true },
];

/** What a row of a line holds. */
export const linesShape: Shape = {
  keys: [...goalKeys, ...lineKeys],
  isTimed: true,
  measures: [{ id: "value", label: { da: "Tal", en: "Figure" }, unit: undefined, isPublished: true }],
  attributes: [],
};

const title: Text = { da: "{of}: tallene bag", en: "{of}: the figures behind" };
