import { increasingRoot } from "../root.ts";
import { gammaKernel, gammaTails } from "./gamma.ts";
import { normalQuantile } from "./normal.ts";

/**
 * The point with a probability below it in the gamma distribution with a shape and scale 1.
 *
 * Newton's steps on the logarithm of the point, from Wilson and Hilferty's approximation.
 *
 * @throws RangeError unless the shape is above 0 and the probability from 0 to 1
 * @example gammaQuantile(0.5, 2) // 1.67834699001666…
 */
export function gammaQuantile(probability: number, shape: number): number {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError("gammaQuantile needs a probability from 0 to 1");
  if (probability === 0) return 0;
  if (probability === 1) return Number.POSITIVE_INFINITY;
  const cubed = 1 - 1 / (9 * shape) + normalQuantile(probability) / (3 * Math.sqrt(shape));
  // For a small shape the approximation fails; there P is nearly x^shape / Γ(shape + 1).
  const start = cubed > 0.1 ? Math.log(shape) + 3 * Math.log(cubed) : Math.log(probability) / shape;
  return Math.exp(
    increasingRoot((logarithm) => {
      const x = Math.exp(logarithm);
      const { below, above } = gammaTails(shape, x);
      // From the tail that is small, so that no digit is lost.
      const value = probability < 0.5 ? below - probability : 1 - probability - above;
      return { value, slope: gammaKernel(shape, x) };
    }, start),
  );
}
