import { addDays, type Day } from "../../calendar/day.ts";
import { firstDay, firstDayAfter, type Month, monthOf } from "../../calendar/month.ts";
import { type Period, periodAround, sayPeriod } from "../../calendar/period.ts";
import { writeFigure } from "../../figures/write.ts";
import type { Text } from "../../text/text.ts";
import { type Names, nameOf } from "./words.ts";

/** A value as a plan file writes it. */
export type WrittenGoal = { readonly [key: string]: string | WrittenGoal | readonly WrittenGoal[] };

/** The expected path of a benefit in a scenario: full-time persons of each coming month. */
export type ExpectedPath = {
  readonly scenario: { readonly id: string; readonly title: Text };
  readonly benefit: string;
  readonly months: readonly { readonly month: Month; readonly baseline: number; readonly scenario: number }[];
};

/**
 * A scenario as a goal of a plan: full-time persons of a benefit at most, or at least, what the scenario expects, a part for
 * each whole quarter ahead; so the goal has a path and not an end only. It is a draft for people to decide on: an intention.
 * Undefined where no whole quarter lies ahead, or the scenario changes nothing.
 */
export function goalOfScenario(
  path: ExpectedPath,
  track: string,
  names: Pick<Names, "states">,
): WrittenGoal | undefined {
  const quarters = wholeQuarters(path.months.map(({ month }) => month));
  const last = path.months[path.months.length - 1];
  if (quarters.length === 0 || last.scenario === last.baseline) return undefined;
  const falls = last.scenario < last.baseline;
  const benefit = nameOf(path.benefit, names);
  return {
    id: `${path.scenario.id}-${path.benefit.replaceAll("_", "-")}`,
    title: falls
      ? { da: `Færre på ${benefit.da}`, en: `Fewer on ${benefit.en}` }
      : { da: `Flere på ${benefit.da}`, en: `More on ${benefit.en}` },
    track,
    force: "intention",
    level: "own",
    good: falls ? "down" : "up",
    source: { section: path.scenario.id, lines: "1" },
    parts: quarters.map((quarter) => ({
      id: quarter.id.toLowerCase(),
      label: { da: sayPeriod(quarter, "da"), en: sayPeriod(quarter, "en") },
      indicator: "fuldtidspersoner",
      where: { benefit: path.benefit },
      target: {
        kind: "level",
        bound: falls ? "most" : "least",
        value: figure(quarter, path),
        period: quarter.id,
        as: "mean",
      },
    })),
  };
}

/** The quarters of which every month lies ahead. */
function wholeQuarters(months: readonly Month[]): Period[] {
  const [begin, end] = [firstDay(months[0]), firstDayAfter(months[months.length - 1])];
  const quarters: Period[] = [];
  for (let day: Day = begin; day < end; day = quarterAt(day).to)
    if (quarterAt(day).from >= begin) quarters.push(quarterAt(day));
  return quarters.filter(({ to }) => to <= end);
}

function quarterAt(day: Day): Period {
  return periodAround(day, "quarter");
}

/** The mean of a quarter's months, as it is printed in a plan. */
function figure({ from, to }: Period, { months }: ExpectedPath): string {
  const own = months.filter(({ month }) => monthOf(from) <= month && month <= monthOf(addDays(to, -1)));
  const mean = own.reduce((sum, { scenario }) => sum + scenario, 0) / own.length;
  return writeFigure({ value: mean, unit: "full-time-persons" }, "da", { decimals: 0 });
}
