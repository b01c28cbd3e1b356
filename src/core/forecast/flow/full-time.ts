import { firstDayAt, monthAt } from "../../calendar/civil.ts";
import type { AsOf } from "../../register/reading/as-of.ts";
import { benefitDays, benefitOf } from "../../register/reading/benefits.ts";
import type { Law } from "../../register/reading/law.ts";
import type { Reading } from "../../register/reading/reading.ts";
import { readings } from "../../register/reading/readings.ts";
import type { Observed } from "./observed.ts";

/** The full-time persons of each benefit in each month seen: days × degree ÷ days of the month. By benefit, then month. */
export function fullTimeOf(
  read: AsOf,
  law: Law,
  benefits: readonly string[],
  replaced: ReadonlyMap<string, string>,
  { first, months }: Pick<Observed, "first" | "months">,
  municipality?: number,
): Float64Array[] {
  const series = benefits.map(() => new Float64Array(months));
  const { words } = read.register.dictionaries.benefit;
  const places = new Map(
    words
      .map((word, number) => [number, benefits.indexOf(replaced.get(word) ?? word)] as const)
      .filter(([, at]) => at >= 0),
  );
  const bounds = Int32Array.from({ length: months + 1 }, (_, t) => firstDayAt(first + t));
  for (const persons of readings(read, law)) {
    const reading: Reading = { ...persons, windows: { periods: [], bounds, at: new Int32Array(0) } };
    const days = benefitDays(reading);
    const codes = benefitOf(reading);
    for (let i = 0; i < days.count; i++) {
      const place = places.get(codes[days.row[i]]);
      if (place === undefined || (municipality !== undefined && days.place[i] !== municipality)) continue;
      const [from, to] = [Math.max(days.from[i], bounds[0]), Math.min(days.to[i], bounds[months])];
      for (let t = monthAt(from) - first; t < months && bounds[t] < to; t++)
        series[place][t] +=
          (days.weight[i] * (Math.min(to, bounds[t + 1]) - Math.max(from, bounds[t]))) / (bounds[t + 1] - bounds[t]);
    }
  }
  return series;
}
