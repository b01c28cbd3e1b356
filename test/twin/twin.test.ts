import { describe, expect, it } from "vitest";
import { breachesOf } from "./breaches.ts";
import { compareRegisters } from "./compare.ts";
import { found } from "./found.ts";
import { readNasty } from "./read.ts";

const REGISTERS = 10_000;

describe("Engine and twin", () => {
  const registers = Array.from({ length: REGISTERS }, (_, number) => readNasty(number));

  it("agree on every figure of 10,000 generated registers", { timeout: 600_000 }, async () => {
    const { differences, compared } = await compareRegisters(registers);
    expect(differences.slice(0, 5)).toEqual([]);
    expect(compared).toBeGreaterThan(REGISTERS * 20);
  });

  it("leave every law of counting whole in all of them", { timeout: 600_000 }, () => {
    expect(registers.flatMap(breachesOf)).toEqual([]);
  });

  it("agree on all figures of each register in which they once did not", { timeout: 120_000 }, async () => {
    const { differences } = await compareRegisters(found, true);
    expect(differences).toEqual([]);
  });
});
