import { describe, expect, it } from "vitest";
import { randomFrom, splitMix64, xoshiro128 } from "./random.ts";

describe("xoshiro128**", () => {
  it("gives the first numbers of the authors' C program from the state 1, 2, 3, 4", () => {
    // Made with xoshiro128starstar.c by Blackman and Vigna; published with the Rust crate rand_xoshiro.
    const next = xoshiro128([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, next)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });
});

describe("SplitMix64", () => {
  it("gives the published numbers from the seed 1234567", () => {
    // Rosetta Code, "Pseudo-random numbers/Splitmix64", made with splitmix64.c by Vigna.
    expect(splitMix64(1234567n, 5)).toEqual([
      6457827717110365317n,
      3203168211198807973n,
      9817491932198370423n,
      4593380528125082431n,
      16408922859458223821n,
    ]);
  });
});

describe("Random numbers from a seed", () => {
  it("are the same again from the same seed, and others from another", () => {
    const some = (seed: number) => Array.from({ length: 5 }, randomFrom(seed));
    expect(some(7)).toEqual(some(7));
    expect(some(7)).not.toEqual(some(8));
  });

  it("lie evenly between 0 and 1", () => {
    const random = randomFrom(1);
    const bins = new Array<number>(20).fill(0);
    for (let i = 0; i < 200_000; i++) bins[Math.floor(random() * 20)]++;
    // Pearson's statistic with 19 degrees of freedom exceeds 43.8 once in a thousand.
    const statistic = bins.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(statistic).toBeLessThan(43.8);
  });
});
