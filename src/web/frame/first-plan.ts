import type { Plans } from "../answers.ts";
import { registerOf } from "./registers.ts";

/** The plan somebody begins with, and the register to follow it on; undefined when they may see none. */
export function firstOf(
  { plans, registers }: Plans,
  remembered: string | undefined,
  ownMunicipalities: readonly string[],
): { readonly plan: string; readonly register: string | undefined } | undefined {
  const real = plans.filter(({ isTemplate }) => !isTemplate);
  const plan =
    real.find(({ id }) => id === remembered) ??
    real.find(({ municipalities }) => registerOf(registers, municipalities) !== undefined) ??
    real.find(({ municipalities }) => municipalities.some((code) => ownMunicipalities.includes(code))) ??
    real.at(0) ??
    plans.at(0);
  return plan && { plan: plan.id, register: registerOf(registers, plan.municipalities) };
}
