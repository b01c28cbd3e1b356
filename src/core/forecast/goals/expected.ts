import { quantileOfSorted } from "../../stats/quantile.ts";
import type { Expected } from "../series/forecast.ts";

/** What drawn figures expect: their mean, and where 80 and 95 of 100 of them lie. There must be one. */
export function expectedOf(drawn: readonly number[]): Expected {
  const sorted = drawn.toSorted((a, b) => a - b);
  const at = (share: number) => quantileOfSorted(sorted, share);
  const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
  return { mean, lo80: at(0.1), hi80: at(0.9), lo95: at(0.025), hi95: at(0.975) };
}
