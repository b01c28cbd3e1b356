/** A function's value at a point, and how steeply it rises there. */
export type Point = { readonly value: number; readonly slope: number };

const MOST_STEPS = 500;

/** A step of Newton's shorter than this, of the point's size, leaves an error of its square. */
const CLOSE = 1e-10;

/**
 * Where a function that never falls crosses zero: Newton's steps, and halving (or striding twice as far while one side is
 * open) where a step would leave the stretch known to hold the root.
 *
 * @throws RangeError when the start is no number
 * @example increasingRoot((x) => ({ value: x ** 3 - 8, slope: 3 * x ** 2 }), 1) // 2
 */
export function increasingRoot(f: (x: number) => Point, start: number): number {
  if (Number.isNaN(start)) throw new RangeError("increasingRoot needs a number to start from");
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [x, stride] = [start, 1];
  for (let step = 0; step < MOST_STEPS; step++) {
    const { value, slope } = f(x);
    if (value === 0) return x;
    if (value < 0) low = x;
    else high = x;
    const newton = x - value / slope;
    if (newton > low && newton < high && Math.abs(newton - x) <= 4 * stride) {
      if (Math.abs(newton - x) <= CLOSE * Math.abs(x)) return newton;
      x = newton;
    } else {
      const next = Number.isFinite(high - low) ? low + (high - low) / 2 : x - Math.sign(value) * stride;
      if (next === low || next === high) return next;
      stride *= 2;
      x = next;
    }
  }
  return x;
}
