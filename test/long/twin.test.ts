import { describe, expect, it } from "vitest";
import { breachesOf } from "../twin/breaches.ts";
import { compareRegisters } from "../twin/compare.ts";
import { readNasty } from "../twin/read.ts";

/** A million registers, ten thousand at a time; those of the ordinary run come first. */
const REGISTERS = 1_000_000;
const AT_A_TIME = 10_000;

describe("Engine and twin agree, and break no law of counting", () => {
  const batches = Array.from({ length: REGISTERS / AT_A_TIME }, (_, k) => k * AT_A_TIME);

  it.each(batches)("in the generated registers from number %i on", async (first) => {
    const registers = Array.from({ length: AT_A_TIME }, (_, k) => readNasty(first + k));
    const { differences } = await compareRegisters(registers);
    expect(differences.slice(0, 5)).toEqual([]);
    expect(registers.flatMap(breachesOf)).toEqual([]);
  });
});
