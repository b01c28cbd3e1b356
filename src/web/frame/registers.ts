import { simulatedMark } from "#core/indicators/source-text.ts";
import type { Plans, RegisterEntry } from "../answers.ts";
import type { FigureSource } from "../parts/source-facts.tsx";

/** The newest register that holds every municipality of a plan; the others cannot follow it. */
export function registerOf(registers: Plans["registers"], codes: readonly string[]): string | undefined {
  return registers.find(({ municipalities }) => codes.every((code) => municipalities.includes(code)))?.id;
}

/** Where figures counted in a register come from, as it was on a day. */
export function sourceOfRegister({ id, name, simulated, extracted }: RegisterEntry, asOf: string): FigureSource {
  return {
    source: simulated ? `${name}, ${simulatedMark}` : name,
    // Enough of the hash to tell one register from another.
    table: id.slice(0, 12),
    fetched: asOf < extracted ? asOf : extracted,
  };
}
