/** Numbers that multiplied with each other give what a cell adds to a figure, before and after. */
export type Factors = { readonly before: readonly number[]; readonly after: readonly number[] };

/**
 * What each factor's change adds to the change of their product: the mean over all orders in which the factors could have
 * changed one by one. The parts add up to the change; a factor that did not change adds exactly 0; and before and after
 * exchanged, every part changes its sign.
 *
 * @see Prithwis Das Gupta, "Standardization and decomposition of rates: a user's manual" (1993), chapter 2
 * @example partsOfChange({ before: [10, 2], after: [12, 3] }) // [5, 11]
 */
export function partsOfChange({ before, after }: Factors): number[] {
  const factors = before.length;
  const weights = weightsOfOrders(factors);
  return before.map((_, own) => {
    const others = before.map((_, at) => at).filter((at) => at !== own);
    let mean = 0;
    for (let changed = 0; changed < 1 << others.length; changed++) {
      let product = weights[ones(changed)];
      for (const [k, at] of others.entries()) product *= (changed >> k) & 1 ? after[at] : before[at];
      mean += product;
    }
    return mean * (after[own] - before[own]);
  });
}

/** The share of all orders in which so many given factors, and no other, change before a factor. */
function weightsOfOrders(factors: number): number[] {
  return Array.from({ length: factors }, (_, k) => (factorial(k) * factorial(factors - 1 - k)) / factorial(factors));
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}

function ones(bits: number): number {
  return bits === 0 ? 0 : (bits & 1) + ones(bits >> 1);
}
