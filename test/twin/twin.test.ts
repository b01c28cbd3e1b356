import { describe, expect, it } from "vitest";
import { compareRegisters } from "./compare.ts";

/** So many registers, so many at a time: what fits in memory, and tells where the time goes. */
const REGISTERS = 10_000;
const AT_A_TIME = 1_000;

describe("Engine and twin agree on every figure", () => {
  const batches = Array.from({ length: REGISTERS / AT_A_TIME }, (_, k) => k * AT_A_TIME);

  it.each(batches)(
    "of the generated registers from number %i on",
    async (first) => {
      const numbers = Array.from({ length: AT_A_TIME }, (_, k) => first + k);
      const { differences, compared } = await compareRegisters(numbers);
      expect(differences.slice(0, 5)).toEqual([]);
      expect(compared).toBeGreaterThan(AT_A_TIME * 20);
    },
    600_000,
  );
});
