/** The two ends of an interval. */
export type Bounds = { readonly low: number; readonly high: number };

/** The part of 1 that lies beyond each end of an interval with a level, as 0.025 of 95 %. @throws RangeError unless the level is between 0 and 1 */
export function tailOf(level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError("an interval needs a level between 0 and 1");
  return (1 - level) / 2;
}
