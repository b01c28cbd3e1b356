import type { Plans } from "../answers.ts";

/** The newest register that holds every municipality of a plan; the others cannot follow it. */
export function registerOf(registers: Plans["registers"], codes: readonly string[]): string | undefined {
  return registers.find(({ municipalities }) => codes.every((code) => municipalities.includes(code)))?.id;
}
