import { z } from "zod";
import { units } from "#core/figures/unit.ts";
import { chanceText } from "#core/forecast/goals/chance.ts";
import { neededKinds } from "#core/forecast/goals/course.ts";
import { type Foreseen, isForeseen } from "#core/forecast/goals/foreseen.ts";
import type { Text } from "#core/text/text.ts";
import { figureJson } from "./figure.ts";
import { figure, text } from "./scalars.ts";

const expected = {
  mean: z.number(),
  lo80: z.number(),
  hi80: z.number(),
  lo95: z.number(),
  hi95: z.number(),
};

/** A chance from 0 to 1, and as it is shown: in whole per cent, never 0 or 100. */
export const chance = z.object({ value: z.number(), shown: text });

/** What is expected of the figure of a target's period, in its unit, and the chance that the target is met. */
export const forecast = z.object({
  ...expected,
  unit: z.enum(units),
  period: z.string().optional(),
  chance,
  method: text,
  /** How such forecasts have come out. */
  past: text.optional(),
  /** When the target is expected to become met or lost, and how likely it then is. */
  expectedMonth: z.object({ period: z.string(), into: z.enum(["met", "lost"]), chance }).optional(),
  /** The net change a month from now on that ends just at the target's bound; of a sum, how much each month. */
  neededPerMonth: figure.optional(),
  /** Whether that is a change or, of a sum, an amount, and whether the target takes it or leaves room for it. */
  neededIs: z.enum(neededKinds).optional(),
  /** What is expected of each coming period. */
  coming: z.array(z.object({ period: z.string(), ...expected })),
});

/** A chance as data. */
export function chanceJson(value: number): z.output<typeof chance> {
  return { value, shown: chanceText(value) };
}

/** The forecast of a part of a goal as data, or why there is none; nothing where none was asked for. */
export function foreseenJson(found: Foreseen | Text | undefined) {
  if (found === undefined) return {};
  if (!isForeseen(found)) return { noForecast: found };
  const { method, past, figure: held, range, chance: value, turn, needed, coming } = found;
  const answer: z.output<typeof forecast> = {
    ...range,
    unit: held.unit,
    ...(held.period && { period: held.period.id }),
    chance: chanceJson(value),
    method,
    ...(past && { past }),
    ...(turn && { expectedMonth: { period: turn.period.id, into: turn.into, chance: chanceJson(turn.chance) } }),
    ...(needed && { neededPerMonth: figureJson(needed.figure), neededIs: needed.kind }),
    coming: coming.map(({ period, ...one }) => ({ period: period.id, ...one })),
  };
  return { forecast: answer };
}
