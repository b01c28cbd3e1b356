/** A computed figure is trusted to so many digits: 0.285 × 100 is 28.499999999999996 in floating point, and means 28.5. */
const TRUSTED_DIGITS = 14;

/**
 * Rounds to so many decimals, halves away from zero, as the decimal figure one sees and not the binary one beneath it.
 *
 * @example round(1.005, 2) // 1.01
 */
export function round(value: number, decimals = 0): number {
  // Adding 0 leaves no −0.
  if (!Number.isFinite(value) || (Number.isInteger(value) && decimals >= 0)) return value + 0;
  const size = shift(Math.round(shift(trusted(Math.abs(value)), decimals)), -decimals);
  return value < 0 ? 0 - size : size;
}

/**
 * Moves the decimal point: the number nearest to value × 10^places, where multiplying would add its own error.
 *
 * @example shift(11.4, -2) // 0.114
 */
export function shift(value: number, places: number): number {
  const [digits, exponent = "0"] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) + places}`);
}

/** The value without the dust of floating-point arithmetic in its last digits. */
export function trusted(value: number): number {
  return Number(value.toPrecision(TRUSTED_DIGITS));
}

/** How many decimals the shortest way to write a number has. */
export function decimalsOf(value: number): number {
  const [digits, exponent = "0"] = String(value).split("e");
  return Math.max(0, (digits.split(".")[1] ?? "").length - Number(exponent));
}
