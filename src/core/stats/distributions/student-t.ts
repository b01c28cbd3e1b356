import { increasingRoot } from "../root.ts";
import { betaTails } from "./beta.ts";
import { logGamma } from "./log-gamma.ts";
import { normalQuantile } from "./normal.ts";

/**
 * The probability that Student's t with so many degrees of freedom is below a point: a mean of few numbers, measured by
 * their own spread, strays further than the normal distribution says.
 *
 * @throws RangeError unless the degrees of freedom are above 0
 * @example studentCumulative(2.2281388519862726, 10) // 0.975
 */
export function studentCumulative(t: number, degreesOfFreedom: number): number {
  if (!Number.isFinite(t)) return t < 0 ? 0 : 1;
  const square = t * t;
  const whole = degreesOfFreedom + square;
  const beyond = betaTails(degreesOfFreedom / 2, 0.5, degreesOfFreedom / whole, square / whole).below / 2;
  return t < 0 ? beyond : 1 - beyond;
}

/**
 * The point with a probability below it in Student's t distribution.
 *
 * @throws RangeError unless the degrees of freedom are above 0 and the probability from 0 to 1
 * @example studentQuantile(0.975, 10) // 2.22813885198627…
 */
export function studentQuantile(probability: number, degreesOfFreedom: number): number {
  if (probability > 0.5) return -lowerQuantile(1 - probability, degreesOfFreedom);
  return lowerQuantile(probability, degreesOfFreedom);
}

/** Newton's steps on the logarithm of the tail, which is nearly straight where the tail is thin. */
function lowerQuantile(tail: number, degreesOfFreedom: number): number {
  if (tail === 0 || tail === 0.5) return tail === 0 ? Number.NEGATIVE_INFINITY : 0;
  return increasingRoot((t) => {
    const below = studentCumulative(t, degreesOfFreedom);
    return { value: Math.log(below / tail), slope: studentDensity(t, degreesOfFreedom) / below };
  }, normalQuantile(tail));
}

function studentDensity(t: number, degreesOfFreedom: number): number {
  const half = degreesOfFreedom / 2;
  const scale = logGamma(half + 0.5) - logGamma(half) - 0.5 * Math.log(degreesOfFreedom * Math.PI);
  return Math.exp(scale - (half + 0.5) * Math.log1p((t * t) / degreesOfFreedom));
}
