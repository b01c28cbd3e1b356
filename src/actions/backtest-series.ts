import { readSeries, type SeriesFolders } from "#connectors/data-files/series.ts";
import { readVocabulary } from "#connectors/data-files/vocabulary.ts";
import { contains, type Period, parsePeriod } from "#core/calendar/period.ts";
import { broken } from "#core/faults/fault.ts";
import { backtestChances, type GivenThen } from "#core/forecast/goals/backtest.ts";
import { type ChanceAccuracy, chanceAccuracyOf } from "#core/forecast/goals/calibration.ts";
import { madeTargets } from "#core/forecast/goals/made-targets.ts";
import { type Accuracy, accuracyOf, type Outcome } from "#core/forecast/series/accuracy.ts";
import { backtest, firstForecastOrigin } from "#core/forecast/series/backtest.ts";
import { FEWEST_TRIALS } from "#core/forecast/series/panel.ts";
import { panelOf } from "#core/forecast/series/series-panel.ts";
import { trialsOf } from "#core/forecast/series/trials.ts";
import { observationsOf } from "#core/indicators/series.ts";
import type { Text } from "#core/text/text.ts";
import type { AreaKind } from "#core/vocabulary/area.ts";
import { areasOfKind, getSeries } from "./forecast-series.ts";

/** Which series to forecast anew from each period of a stretch, and which to hold apart. */
export type SeriesBacktestQuestion = {
  readonly id: string;
  /** Only areas of a kind; municipalities where left out. */
  readonly kind?: AreaKind;
  /** The first period forecast, as `2019Q1`; the first there can be where left out. */
  readonly from?: string;
  readonly horizon: number;
  /** Periods that the second set of figures leaves out, as a pandemic: `2020Q2..2021Q2`. */
  readonly without?: string;
};

/** How good the forecasts have been, so many periods ahead and together, and the chances given from them. */
export type BacktestFigures = {
  readonly together: Accuracy;
  readonly ahead: readonly Accuracy[];
  readonly chances: readonly (ChanceAccuracy & { readonly target: string; readonly says: Text })[];
};

export type SeriesBacktestAnswer = {
  readonly series: string;
  readonly vintage: string;
  readonly areas: number;
  /** The first period forecast, and the last that came. */
  readonly from: string;
  readonly to: string;
  readonly horizon: number;
  readonly all: BacktestFigures;
  readonly without?: BacktestFigures & { readonly periods: string };
  /** Areas of which last year's figure did at least as well. */
  readonly notBeaten: readonly string[];
};

/** Publishes how good the forecasts of a series have been. @throws BrokenInput unknown-series, and as `panelOf` */
export function backtestSeries(question: SeriesBacktestQuestion, folders: SeriesFolders): SeriesBacktestAnswer {
  const { id, horizon, kind = "municipality" } = question;
  const vocabulary = folders.vocabulary ?? readVocabulary(folders.dataDir);
  const whole = getSeries(id, readSeries({ ...folders, vocabulary }));
  const series = areasOfKind(whole, kind, vocabulary.areas);
  const first = series.observations[0]?.area;
  if (first === undefined) throw broken("no-figure-then", { area: kind, period: question.from ?? "" });
  const last = observationsOf(series, first).at(-1);
  if (last === undefined) throw broken("no-figure-then", { area: first, period: "" });

  const { panel, periods } = panelOf(series, first, last.period, horizon);
  const all = trialsOf(panel, horizon);
  const earliest = firstForecastOrigin(panel.season, horizon, FEWEST_TRIALS);
  const origin = Math.max(earliest, question.from === undefined ? earliest : indexOf(periods, question.from));
  const outcomes = backtest(panel, all, origin);
  const given = backtestChances(panel, all, madeTargets, origin, DRAWING);
  const left = question.without === undefined ? undefined : parsePeriod(question.without);
  const isOutside =
    (out: Period, far?: number) =>
    ({ origin: from, ahead = far ?? 1 }: { readonly origin: number; readonly ahead?: number }) =>
      !contains(out, periods[from + ahead - 1]);
  return {
    series: id,
    vintage: series.vintage,
    areas: panel.histories.length,
    from: periods[origin]?.id ?? last.period.id,
    to: last.period.id,
    horizon,
    all: figuresOf(outcomes, given, horizon),
    ...(left === undefined
      ? {}
      : {
          without: {
            periods: left.id,
            ...figuresOf(outcomes.filter(isOutside(left)), given.filter(isOutside(left, horizon)), horizon),
          },
        }),
    notBeaten: panel.histories
      .map(({ area }) => area)
      .filter((area) => {
        const { scaledError, seasonalNaive } = accuracyOf(outcomes.filter((one) => one.area === area));
        return scaledError >= seasonalNaive;
      }),
  };
}

/** How many ways a chance is drawn from: of so many chances none needs to be exact. */
const DRAWING = { draws: 300, seed: 1 };

function figuresOf(outcomes: readonly Outcome[], given: readonly GivenThen[], horizon: number): BacktestFigures {
  const ahead = Array.from({ length: horizon }, (_, h) => accuracyOf(outcomes.filter((one) => one.ahead === h + 1)));
  const chances = madeTargets.map(({ id, says }) => {
    return { target: id, says, ...chanceAccuracyOf(given.filter(({ target }) => target === id)) };
  });
  return { together: accuracyOf(outcomes), ahead, chances };
}

function indexOf(periods: readonly Period[], written: string): number {
  const asked = parsePeriod(written);
  const at = periods.findIndex(({ from }) => from >= asked.from);
  return at === -1 ? periods.length : at;
}
