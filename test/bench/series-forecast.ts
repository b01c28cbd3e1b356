import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readSeries } from "#connectors/data-files/series.ts";
import { readVocabulary } from "#connectors/data-files/vocabulary.ts";
import { parsePeriod } from "#core/calendar/period.ts";
import { accuracyOf, type Outcome } from "#core/forecast/series/accuracy.ts";
import { backtest } from "#core/forecast/series/backtest.ts";
import type { Expected } from "#core/forecast/series/forecast.ts";
import { panelOf } from "#core/forecast/series/series-panel.ts";
import { trialsOf } from "#core/forecast/series/trials.ts";
import { normal } from "#core/stats/draw.ts";
import { quantile } from "#core/stats/quantile.ts";
import { type Random, randomFrom } from "#core/stats/random.ts";
import { fitSmoothing } from "#core/stats/smoothing/fit.ts";
import { predict, predictionInterval } from "#core/stats/smoothing/predict.ts";

/** The first origin reported on: everything was chosen on what was known by the end of 2018. */
const FIRST_REPORTED = "2019Q1";
const SHOCK = parsePeriod("2020Q2..2021Q2");

/** Areas with fewer on average have errors that are mostly chance; they are left out of the median. */
const SMALLEST_MEAN = 20;

/**
 * Published quarterly figures of the 98 municipalities (AUK01), one to four quarters ahead from every quarter since 2019,
 * against the seasonal naive forecast, drift and R's ets with its own choice of model.
 */
export function benchPublishedSeries(): void {
  const data = fileURLToPath(new URL("../../data", import.meta.url));
  const vocabulary = readVocabulary(data);
  const whole = readSeries({ dataDir: data, vocabulary }).find(({ id }) => id === "dst-auk01-kontanthjaelp");
  if (whole === undefined) throw new Error("the series is missing");
  const observations = whole.observations.filter((one) => vocabulary.areas.byId.get(one.area)?.kind === "municipality");
  const { panel, periods } = panelOf({ ...whole, observations }, "851", parsePeriod("2025Q4"), 4);
  const first = periods.findIndex(({ id }) => id === FIRST_REPORTED);
  const ours = backtest(panel, trialsOf(panel, 4), first);
  const values = panel.histories.map((history) => history.values);
  const ets = runEts(values, { form: "ZZZ", season: 4, horizon: 4, first, last: periods.length - 1 });
  const areas = new Map(panel.histories.map(({ area }, i) => [area, i]));

  console.log(
    `AUK01, ${panel.histories.length} municipalities, 1-4 quarters ahead from every quarter since ${FIRST_REPORTED}`,
  );
  const inShock = ({ origin, ahead }: Outcome) => {
    const { from, to } = periods[origin + ahead - 1];
    return from >= SHOCK.from && to <= SHOCK.to;
  };
  const large = new Set(panel.histories.filter((one) => meanOf(one.values) >= SMALLEST_MEAN).map(({ area }) => area));
  for (const [title, some] of [
    ["all periods", ours],
    ["of those, four quarters ahead", ours.filter((one) => one.ahead === 4)],
    ["without 2020Q2-2021Q2", ours.filter((one) => !inShock(one))],
    ["of those, four quarters ahead", ours.filter((one) => one.ahead === 4 && !inShock(one))],
  ] as const) {
    console.log(
      `  ${title} (${some.length} forecasts): scaled error of all, median of areas with a mean of 20 or more`,
    );
    const expectedOf: Record<string, (one: Outcome) => number> = {
      ours: (one) => one.expected.mean,
      "seasonal naive": (one) => one.seasonalNaive,
      drift: (one) => one.drift,
      ...(ets && { "R ets": (one: Outcome) => ets.at(areas.get(one.area) ?? -1, one.origin)[one.ahead - 1].mean }),
    };
    for (const [name, expected] of Object.entries(expectedOf)) {
      const median = quantile(
        [...large].map((area) =>
          scaledError(
            some.filter((one) => one.area === area),
            expected,
          ),
        ),
        0.5,
      );
      console.log(`    ${name.padEnd(15)} ${scaledError(some, expected).toFixed(4)}  ${median.toFixed(4)}`);
    }
    const { covered80, covered95 } = accuracyOf(some);
    console.log(`    covered: ${(100 * covered80).toFixed(1)} % of 80 %, ${(100 * covered95).toFixed(1)} % of 95 %`);
  }
  console.log(
    ets === undefined ? "  R with forecast is not installed: no peer" : `  R: ${ets.version}, ${ets.seconds} s`,
  );
}

function scaledError(outcomes: readonly Outcome[], expected: (one: Outcome) => number): number {
  let [off, measure] = [0, 0];
  for (const one of outcomes) {
    off += Math.abs(expected(one) - one.actual);
    measure += one.measure;
  }
  return off / measure;
}

const SERIES = 1000;
const MONTHS = 120;
const AHEAD = 12;

/** 1,000 simulated monthly series, each forecast a year ahead with intervals by the same fixed form: ours against R's ets. */
export function benchMonthlySeries(): void {
  const random = randomFrom(4);
  const all = Array.from({ length: SERIES }, () => simulate(random));
  const from = performance.now();
  const ours = all.map((values) =>
    predict(fitSmoothing(values.slice(0, MONTHS), { trend: "additive", season: 12 }), AHEAD).map((one): Expected => {
      const [near, far] = [predictionInterval(one, 0.8), predictionInterval(one, 0.95)];
      return { mean: one.mean, lo80: near.low, hi80: near.high, lo95: far.low, hi95: far.high };
    }),
  );
  const seconds = (performance.now() - from) / 1000;
  const ets = runEts(all, { form: "AAA", season: 12, horizon: AHEAD, first: MONTHS, last: MONTHS });
  console.log(`${SERIES} monthly series of ${MONTHS}, ${AHEAD} months ahead with intervals, additive trend and season`);
  console.log(`  ours   ${seconds.toFixed(1)} s  ${hits(all, ours)}`);
  if (ets !== undefined)
    console.log(
      `  R ets  ${ets.seconds} s  ${hits(
        all,
        all.map((_, i) => ets.at(i, MONTHS)),
      )}`,
    );
}

/** Level, slope and season that learn from surprises, as the form has it; weights drawn anew for each series. */
function simulate(random: Random): Float64Array {
  const [learns, turns, seasonal] = [0.1 + 0.5 * random(), 0.02 * random(), 0.2 * random()];
  const season = Float64Array.from({ length: 12 }, () => 12 * normal(random));
  let [level, slope] = [300, 0.3 * normal(random)];
  return Float64Array.from({ length: MONTHS + AHEAD }, (_, t) => {
    const surprise = 10 * normal(random);
    const value = level + slope + season[t % 12] + surprise;
    level += slope + learns * surprise;
    slope += turns * surprise;
    season[t % 12] += seasonal * surprise;
    return value;
  });
}

function hits(all: readonly Float64Array[], forecasts: readonly (readonly Expected[])[]): string {
  let [off, measure, near, far] = [0, 0, 0, 0];
  for (const [i, values] of all.entries())
    for (const [h, { mean, lo80, hi80, lo95, hi95 }] of forecasts[i].entries()) {
      const actual = values[MONTHS + h];
      off += Math.abs(mean - actual);
      measure += Math.abs(values[MONTHS - 12 + h] - actual);
      if (lo80 <= actual && actual <= hi80) near++;
      if (lo95 <= actual && actual <= hi95) far++;
    }
  const part = (count: number) => `${((100 * count) / (SERIES * AHEAD)).toFixed(1)} %`;
  return `errors ${(off / measure).toFixed(4)} of the seasonal naive's; covered ${part(near)} of 80, ${part(far)} of 95`;
}

type EtsQuestion = Record<"season" | "horizon" | "first" | "last", number> & { readonly form: "ZZZ" | "AAA" };
type EtsAnswer = {
  readonly seconds: string;
  readonly version: string;
  readonly at: (series: number, origin: number) => readonly Expected[];
};

/** R's forecasts; undefined where R or its forecast package is not installed. */
function runEts(
  series: readonly Float64Array[],
  { form, season, horizon, first, last }: EtsQuestion,
): EtsAnswer | undefined {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const [input, output] = [join(folder, "series.csv"), join(folder, "forecasts.csv")];
    writeFileSync(input, series.map((values) => values.join(",")).join("\n"));
    const script = fileURLToPath(new URL("series-forecast.R", import.meta.url));
    const run = spawnSync("Rscript", [script, input, output, form, ...[season, horizon, first, last].map(String)], {
      encoding: "utf8",
    });
    if (run.status !== 0) return undefined;
    const [seconds, ...version] = run.stdout.trim().split(" ");
    const rows = readFileSync(output, "utf8")
      .trim()
      .split("\n")
      .map((row) => row.split(",").map(Number));
    const found = new Map(rows.map(([one, origin, ...figures]) => [`${one} ${origin}`, expectedOf(figures)]));
    return { seconds, version: version.join(" "), at: (one, origin) => found.get(`${one} ${origin}`) ?? [] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Five figures a period: mean, and the ends of the intervals of 80 and 95 %. */
function expectedOf(figures: readonly number[]): Expected[] {
  return Array.from({ length: figures.length / 5 }, (_, h) => {
    const [mean, lo80, hi80, lo95, hi95] = figures.slice(5 * h, 5 * h + 5);
    return { mean, lo80, hi80, lo95, hi95 };
  });
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}

if (import.meta.main) {
  benchMonthlySeries();
  benchPublishedSeries();
}
