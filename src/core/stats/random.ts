/** The next of a sequence of numbers from 0 up to, not including, 1. */
export type Random = () => number;

type FourWords = readonly [number, number, number, number];

/**
 * Random numbers that follow from a seed alone, so that the same seed gives the same numbers on every machine:
 * xoshiro128**, its state filled by SplitMix64. Not for secrets.
 *
 * @see David Blackman and Sebastiano Vigna, "Scrambled linear pseudorandom number generators" (2021)
 * @example randomFrom(1)() // 0.3946724967099726
 */
export function randomFrom(seed: number): Random {
  const [first, second] = splitMix64(BigInt(seed), 2);
  const words: FourWords = [low(first), high(first), low(second), high(second)];
  const next = xoshiro128(words);
  return () => next() / 4_294_967_296;
}

/** The whole numbers of 32 bits that xoshiro128** makes from a state that is not all zeros. */
export function xoshiro128(state: FourWords): () => number {
  let [a, b, c, d] = state;
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
}

/** The first numbers of 64 bits that SplitMix64 makes from a seed. */
export function splitMix64(seed: bigint, count: number): bigint[] {
  return Array.from({ length: count }, (_, i) => {
    let z = cut(seed + 0x9e3779b97f4a7c15n * BigInt(i + 1));
    z = cut((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
    z = cut((z ^ (z >> 27n)) * 0x94d049bb133111ebn);
    return z ^ (z >> 31n);
  });
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function cut(n: bigint): bigint {
  return BigInt.asUintN(64, n);
}

function low(n: bigint): number {
  return Number(BigInt.asIntN(32, n));
}

function high(n: bigint): number {
  return low(n >> 32n);
}
