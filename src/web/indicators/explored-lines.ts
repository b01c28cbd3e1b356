import { isDrawn, type Line, type Point } from "#charts/state.ts";
import type { Unit } from "#core/figures/unit.ts";
import { writeFigure } from "#core/figures/write.ts";
import type { Language } from "#core/text/text.ts";
import { isAbsent } from "../parts/written.ts";
import type { IndicatorWords } from "../text/indicators/da.ts";
import { wordsOfPeriod } from "../text/language.tsx";
import type { ExploredRow } from "./answers.ts";

/** One figure of what is explored, whatever it comes from. */
export type Row = Pick<ExploredRow, "period" | "codes" | "figure"> & Partial<ExploredRow>;

/** At most so many groups are drawn; the table has them all. */
export const MOST_DRAWN = 12;

/** A line for each group, the largest in its last period first; `name` says what the codes of a group are called. */
export function linesOf(rows: readonly Row[], name: (codes: Row["codes"]) => string): Line[] {
  const groups = Map.groupBy(rows, ({ codes }) => JSON.stringify(codes));
  const lines = [...groups].map(([id, own]): Line => ({ id, label: name(own[0].codes), points: own.map(pointOf) }));
  const last = rows.at(-1)?.period ?? "";
  return lines.toSorted((a, b) => (valueIn(b.points, last) ?? lowest) - (valueIn(a.points, last) ?? lowest));
}

function pointOf({ period, figure, preliminary }: Row): Point {
  if (isAbsent(figure)) return { period, missing: figure.missing };
  const isPreliminary = preliminary === true || figure.origin?.preliminary === true;
  return { period, value: figure.value, ...(isPreliminary && { preliminary: true }) };
}

const lowest = -Number.MAX_VALUE;

function valueIn(points: readonly Point[], period: string): number | undefined {
  const found = points.find((point) => point.period === period);
  return found !== undefined && isDrawn(found) ? found.value : undefined;
}

/** Units of which the figures of a whole are the sum of those of its parts. */
const added: ReadonlySet<Unit> = new Set(["persons", "full-time-persons", "companies", "count", "DKK"]);

/** What the figures show, in a sentence: how they went, or which group is largest. */
export function sayFinding(
  lines: readonly Line[],
  { unit, addsUp, language }: { readonly unit: Unit; readonly addsUp: boolean; readonly language: Language },
  words: IndicatorWords["exploring"],
  trend: (from: string, first: string, to: string, last: string) => string,
): string | undefined {
  const write = (value: number) => writeFigure({ value, unit }, language);
  const end =
    lines
      .flatMap(({ points }) => points.filter(isDrawn).map((point) => point.period))
      .toSorted()
      .at(-1) ?? "";
  const lastOf = ({ points }: Line) => valueIn(points, end) ?? lowest;
  const [leading] = lines.toSorted((a, b) => lastOf(b) - lastOf(a));
  const drawn = leading?.points.filter(isDrawn) ?? [];
  const [first, last] = [drawn.at(0), drawn.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const period = wordsOfPeriod(last.period, language);
  if (lines.length === 1)
    return first === last
      ? `${write(last.value)}, ${period}`
      : trend(wordsOfPeriod(first.period, language), write(first.value), period, write(last.value));
  const total = lines.reduce((sum, { points }) => sum + (valueIn(points, last.period) ?? 0), 0);
  const share = added.has(unit) && addsUp && total > 0 ? last.value / total : undefined;
  const says = words.largest(leading.label, write(last.value), period);
  return share === undefined ? says : says + words.ofTotal(writeFigure({ value: share, unit: "share" }, language));
}
