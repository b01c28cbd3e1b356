/** A chance that was given, and what came. */
export type Given = { readonly chance: number; readonly met: boolean };

/** The chances of a tenth, what they were on average, and how many of them came true. */
export type ChanceBand = {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly given: number;
  readonly met: number;
};

/** How good chances have been. */
export type ChanceAccuracy = {
  readonly count: number;
  /** The mean square of chance minus what came, 1 or 0: 0 is best. */
  readonly brier: number;
  /** The same if the part that came true had been given each time. */
  readonly brierOfRate: number;
  /** How much of that is saved; below 0 the rate alone would have been better. */
  readonly skill: number;
  readonly bands: readonly ChanceBand[];
};

const BANDS = 10;

/**
 * Holds chances against what came. Every part is not a number when there are none.
 *
 * @see Glenn Brier, "Verification of forecasts expressed in terms of probability" (1950)
 * @example chanceAccuracyOf([{ chance: 0.8, met: true }, { chance: 0.4, met: false }]).brier // 0.1
 */
export function chanceAccuracyOf(given: readonly Given[]): ChanceAccuracy {
  const count = given.length;
  const rate = given.filter(({ met }) => met).length / count;
  const brier = given.reduce((sum, { chance, met }) => sum + (chance - (met ? 1 : 0)) ** 2, 0) / count;
  const brierOfRate = rate * (1 - rate);
  return { count, brier, brierOfRate, skill: 1 - brier / brierOfRate, bands: bandsOf(given) };
}

function bandsOf(given: readonly Given[]): ChanceBand[] {
  return Array.from({ length: BANDS }, (_, band) => band).flatMap((band) => {
    const alike = given.filter(({ chance }) => Math.min(BANDS - 1, Math.floor(chance * BANDS)) === band);
    if (alike.length === 0) return [];
    const total = alike.reduce((sum, { chance }) => sum + chance, 0);
    const came = alike.filter(({ met }) => met).length;
    const [from, to] = [band / BANDS, (band + 1) / BANDS];
    return [{ from, to, count: alike.length, given: total / alike.length, met: came / alike.length }];
  });
}
