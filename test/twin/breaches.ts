import { spellBalance } from "#core/indicators/balance.ts";
import { computeRead } from "#core/indicators/compute.ts";
import { getIndicator } from "#core/indicators/indicator.ts";
import type { IndicatorRow } from "#core/indicators/row.ts";
import { indicators, law, type ReadRegister } from "./read.ts";

/** The laws of counting that a register breaks, each in a line: none, if the engine is right. */
export function breachesOf(register: ReadRegister): string[] {
  return [...unbalanced(register), ...fewerPersons(register)];
}

/** After = before + begun − ended, to the person, by benefit and by benefit and municipality. */
function unbalanced({ register, read, span }: ReadRegister): string[] {
  return [["benefit"], ["benefit", "municipality"]].flatMap((by) =>
    spellBalance(read, law, { ...span, by })
      .filter(({ moved }) => moved !== 0)
      .map((row) => `${register.number}: ${row.period.id} ${Object.values(row.dims)} moved ${row.moved}`),
  );
}

/** There are never fewer persons than full-time persons on a benefit in a municipality. */
function fewerPersons({ register, read, span }: ReadRegister): string[] {
  const rowsOf = (id: string) => {
    const question = { law, ...span, by: ["benefit", "municipality"], full: true };
    return computeRead(getIndicator(indicators, id), read, question).rows;
  };
  const persons = new Map(rowsOf("personer").map((row) => [keyOf(row), row.value]));
  return rowsOf("fuldtidspersoner")
    .filter((row) => (persons.get(keyOf(row)) ?? 0) < (row.value ?? 0) - 1e-9)
    .map((row) => `${register.number}: ${keyOf(row)} fewer persons than full-time persons`);
}

function keyOf({ period, dims }: IndicatorRow): string {
  return [period.id, ...Object.values(dims)].join(" ");
}
