import { readFlowModel } from "#connectors/data-files/flow-model.ts";
import { readLaw } from "#connectors/data-files/law.ts";
import { parseDay } from "#core/calendar/day.ts";
import { foresee, learn } from "#core/forecast/flow/foresee.ts";
import type { FlowModel } from "#core/forecast/flow/model.ts";
import { see } from "#core/forecast/flow/see.ts";
import { forecastersOf } from "#core/forecast/series/method.ts";
import { readAsOf } from "#core/register/reading/as-of.ts";
import { bootstrapDraws, percentileInterval } from "#core/stats/bootstrap.ts";
import type { Bounds } from "#core/stats/bounds.ts";
import { between } from "#core/stats/draw.ts";
import { randomFrom } from "#core/stats/random.ts";
import { dataDir } from "./data-dir.ts";
import { truthRegister } from "./truth.ts";

/** The last day known, and how many months ahead the truth is asked. */
const CUT = parseDay("2018-12-31");
const LAST = parseDay("2019-12-31");
const HORIZON = 12;

/** The ways the model is held against. */
export const rivals = ["seasonal-naive", "drift", "smoothing", "seasonal-smoothing"] as const;

/** What came of one benefit of one register. */
export type Came = {
  readonly register: number;
  readonly benefit: string;
  /** Months that lay in the intervals. */
  readonly within80: number;
  readonly within95: number;
  /** The sum of the sizes of errors, of the model and of its rivals. */
  readonly off: number;
  readonly rivals: Readonly<Record<(typeof rivals)[number], number>>;
  /** The chance given to a made-up goal for the year's mean, and whether it was met. */
  readonly chance: number;
  readonly met: boolean;
};

const law = readLaw(dataDir);
const shipped = readFlowModel(dataDir);

/** How thoroughly it is forecast. */
type Effort = Partial<Pick<FlowModel, "draws" | "trialDraws" | "origins">>;

/** Cuts a register of known truth at a day, forecasts the year after, and holds it against what came. */
export function tryRegister(seed: number, effort: Effort = { draws: 500 }): Came[] {
  const model = { ...shipped, ...effort };
  const register = truthRegister(seed);
  const truth = new Map(see(readAsOf(register, LAST), law, model).benefits.map((one) => [one.benefit, one.fullTime]));
  const seen = see(readAsOf(register, CUT), law, model);
  const asked = { horizon: HORIZON, draws: model.draws, seed };
  const learnt = learn(seen, model, asked);
  const foreseen = learnt && foresee(learnt, asked);
  const random = randomFrom(seed);
  return (foreseen?.benefits ?? []).map(({ benefit, expected, sampled }): Came => {
    const known = seen.benefits.find((one) => one.benefit === benefit)?.fullTime ?? new Float64Array();
    const came = (truth.get(benefit) ?? new Float64Array()).subarray(known.length, known.length + HORIZON);
    const ways = forecastersOf(known, 12);
    const goal = mean(known.subarray(known.length - 12)) * between(random, 0.9, 1.1);
    const years = Array.from({ length: model.draws }, (_, d) => mean(sampled.subarray(d * HORIZON, (d + 1) * HORIZON)));
    const size = (forecast: (h: number) => number) => sum(came.map((figure, h) => Math.abs(forecast(h) - figure)));
    const sizeOf = (rival: (typeof rivals)[number]) => {
      const forecast = ways[rival](known.length, HORIZON);
      return size((h) => forecast[h]);
    };
    return {
      ...{ register: seed, benefit },
      within80: expected.filter(({ lo80, hi80 }, h) => lo80 <= came[h] && came[h] <= hi80).length,
      within95: expected.filter(({ lo95, hi95 }, h) => lo95 <= came[h] && came[h] <= hi95).length,
      off: size((h) => expected[h].mean),
      rivals: {
        "seasonal-naive": sizeOf("seasonal-naive"),
        drift: sizeOf("drift"),
        smoothing: sizeOf("smoothing"),
        "seasonal-smoothing": sizeOf("seasonal-smoothing"),
      },
      chance: years.filter((year) => year <= goal).length / years.length,
      met: mean(came) <= goal,
    };
  });
}

/** A share of months within an interval, and where it lies when other registers had been met. */
export type Covered = { readonly share: number; readonly interval: Bounds };

/** How many of the months lay within intervals, all or of a benefit; the interval is drawn by register. */
export function coverage(all: readonly Came[], key: "within80" | "within95", benefit?: string): Covered {
  const chosen = all.filter((one) => benefit === undefined || one.benefit === benefit);
  const registers = [...Map.groupBy(chosen, ({ register }) => register).values()];
  const within = registers.map((ones) => ones.reduce((count, one) => count + one[key], 0));
  const months = registers.map((ones) => ones.length * HORIZON);
  const shareOf = (members: Iterable<number>) => {
    let [inside, count] = [0, 0];
    for (const member of members) {
      inside += within[member];
      count += months[member];
    }
    return inside / count;
  };
  const draws = bootstrapDraws(registers.length, shareOf, 2000, randomFrom(1));
  return { share: shareOf(registers.keys()), interval: percentileInterval(draws) };
}

/** The mean size of errors, of the model and of its rivals. */
export function meanErrors(all: readonly Came[], benefit?: string): { own: number; best: number; rival: string } {
  const chosen = all.filter((one) => benefit === undefined || one.benefit === benefit);
  const count = chosen.length * HORIZON;
  const others = rivals.map((rival) => ({ rival, off: sum(chosen.map((one) => one.rivals[rival])) / count }));
  const best = others.toSorted((a, b) => a.off - b.off)[0];
  return { own: sum(chosen.map(({ off }) => off)) / count, best: best.off, rival: best.rival };
}

function mean(figures: ArrayLike<number>): number {
  return sum(figures) / figures.length;
}

function sum(figures: ArrayLike<number>): number {
  let all = 0;
  for (let i = 0; i < figures.length; i++) all += figures[i];
  return all;
}
