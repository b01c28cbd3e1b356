import { describe, expect, it } from "vitest";
import type { Plans } from "../answers.ts";
import { firstOf } from "./first-plan.ts";

const name = { da: "Plan", en: "Plan" };
const plan = (id: string, code: string, isTemplate = false): Plans["plans"][number] => ({
  ...{ id, title: name, organisation: name, municipalities: [code], period: "2018", isTemplate },
});
const plans = [plan("skabelon", "000", true), plan("aalborg", "851"), plan("ballerup", "151")];
const register = { id: "r", name: "demo", simulated: true, municipalities: ["151"] };
const registers = [{ ...register, to: "2020-12-31", extracted: "2020-12-31" }];

describe("The first plan somebody sees", () => {
  it("is the one they read last", () => {
    expect(firstOf({ plans, registers }, "aalborg", ["151"])).toEqual({ plan: "aalborg", register: undefined });
  });

  it("is else one that a register can follow, with that register", () => {
    expect(firstOf({ plans, registers }, "gone", ["851"])).toEqual({ plan: "ballerup", register: "r" });
  });

  it("is else one of their own municipality, never a template before a plan", () => {
    expect(firstOf({ plans, registers: [] }, undefined, ["151"])?.plan).toBe("ballerup");
    expect(firstOf({ plans, registers: [] }, undefined, [])?.plan).toBe("aalborg");
  });

  it("is none when there is none to see", () => {
    expect(firstOf({ plans: [], registers }, undefined, [])).toBeUndefined();
  });
});
