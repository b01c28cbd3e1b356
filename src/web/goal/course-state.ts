import type { ChartFrame, ConePoint, Line, TargetLine } from "#charts/state.ts";
import { isDrawn } from "#charts/state.ts";
import { parsePeriod, shiftYears } from "#core/calendar/period.ts";
import { type Unit, unitWords } from "#core/figures/unit.ts";
import { writeChange, writeFigure } from "#core/figures/write.ts";
import type { Language } from "#core/text/text.ts";
import type { GoalLine, GoalPart } from "../answers.ts";
import { chartPoints } from "../parts/chart-points.ts";
import { isAbsent, writtenDemand } from "../parts/written.ts";
import type { Words } from "../text/da.ts";
import { wordsOfPeriod } from "../text/language.tsx";

/** What the chart of a goal's part is made of, in whatever form it is drawn. */
export type Course = {
  readonly frame: ChartFrame;
  readonly own: Line;
  readonly others: readonly Line[];
  readonly target?: TargetLine;
  readonly path?: Line;
  /** What is expected of the coming periods. */
  readonly cone?: readonly ConePoint[];
  readonly changes: readonly { readonly on: string; readonly kind: "break"; readonly label: string }[];
};

/** Units in which a country and a town can stand beside each other on one axis. */
const comparable: ReadonlySet<string> = new Set(["share", "share-points", "hours", "days", "weeks", "months", "years"]);

/** The course of a part; undefined where there are no figures to draw. `period` is the plan's. */
export function courseOf(part: GoalPart, period: string, language: Language, words: Words): Course | undefined {
  const main = part.lines.find(({ kind }) => kind === "own") ?? part.lines.at(0);
  if (main === undefined) return undefined;
  const own = lineOf(main, language);
  const drawn = own.points.filter(isDrawn);
  const first = drawn.at(0);
  const last = drawn.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const { unit } = main;
  const say = (value: number) => writeFigure({ value, unit }, language);
  const others = part.lines.filter((line) => line !== main && line.unit === unit && comparable.has(unit)).slice(0, 3);
  const target = targetOf(part, main, period, language, words);
  const path = pathOf(part, target);
  const finding = words.chart.trendSays(
    wordsOfPeriod(first.period, language),
    say(first.value),
    wordsOfPeriod(last.period, language),
    say(last.value),
  );
  const title = main.title[language];
  const unitName = unitWords[unit].name[language];
  const isUnit = title.toLowerCase() === unitName.toLowerCase();
  const subtitle = [title, ...(isUnit ? [] : [unitName]), main.areaName[language]].join(" · ");
  const bounds = [target?.low, target?.high].filter((bound) => bound !== undefined);
  const values = [...drawn.map(({ value }) => value), ...bounds];
  return {
    frame: { title: finding, subtitle, language, unit, fromZero: reachesDown(values) },
    own,
    others: others.map((line) => lineOf(line, language)),
    ...(target !== undefined && { target }),
    ...(path !== undefined && { path }),
    ...coneOf(part, main),
    changes: part.breaks.map(({ on, text }) => ({ on, kind: "break", label: text[language] })),
  };
}

/** The last figure against the same period a year before, as the chart of changes has it in its title. */
export function changeSays({ frame: { unit, language }, own }: Course, words: Words): string | undefined {
  const last = own.points.filter(isDrawn).at(-1);
  if (last === undefined) return undefined;
  const yearBefore = shiftYears(parsePeriod(last.period), -1).id;
  const before = own.points.filter(isDrawn).find(({ period }) => period === yearBefore);
  if (before === undefined) return undefined;
  const change = writeChange({ value: before.value, unit }, { value: last.value, unit }, language);
  return words.chart.changeSays(wordsOfPeriod(last.period, language), change);
}

/** Figures that all lie far above 0 are drawn from nearer by, and the chart says so. */
function reachesDown(values: readonly number[]): boolean {
  return Math.min(...values) < 0.6 * Math.max(...values);
}

/** What tells the lines of a chart apart: series and area. */
export function lineId({ id, area }: GoalLine): string {
  return `${id} ${area}`;
}

function lineOf(line: GoalLine, language: Language): Line {
  const { areaName, points } = line;
  return { id: lineId(line), label: areaName[language], points: chartPoints(points) };
}

function targetOf(
  { demand }: GoalPart,
  { kind, unit }: GoalLine,
  period: string,
  language: Language,
  words: Words,
): TargetLine | undefined {
  // A target holds for the goal's own figure; beside a related one it would say what nobody has promised.
  if (demand === undefined || kind !== "own" || !isMeasuredAlike(demand.unit, unit)) return undefined;
  const { low, high } = demand;
  return {
    period,
    ...(low !== null && { low }),
    ...(high !== null && { high }),
    label: words.chart.target(writtenDemand(demand, language, words.figure)),
  };
}

/** Plans say persons where they mean full-time persons: their targets are drawn beside both. */
function isMeasuredAlike(a: Unit, b: Unit): boolean {
  const persons: readonly Unit[] = ["persons", "full-time-persons"];
  return a === b || (persons.includes(a) && persons.includes(b));
}

/** What is expected of the goal's own figure, where that is what is drawn. */
function coneOf({ forecast }: GoalPart, { kind, unit }: GoalLine): { readonly cone?: readonly ConePoint[] } {
  if (forecast === undefined || kind !== "own" || forecast.unit !== unit) return {};
  return { cone: forecast.coming };
}

/** The straight way from the baseline to the bound. */
function pathOf({ baseline }: GoalPart, target: TargetLine | undefined): Line | undefined {
  const bound = target?.high ?? target?.low;
  if (target === undefined || bound === undefined || isAbsent(baseline) || baseline.period === undefined)
    return undefined;
  return {
    id: "path",
    label: "",
    points: [
      { period: baseline.period, value: baseline.value },
      { period: target.period, value: bound },
    ],
  };
}
