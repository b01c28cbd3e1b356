import { z } from "zod";
import { fault } from "../../faults/issues.ts";
import { id, text } from "../../format/scalars.ts";
import type { Known } from "./known.ts";
import { lever } from "./levers.ts";
import { refusals } from "./refusals.ts";

const scenarioFile = z.strictObject({
  format: z.literal("pejlemaerke-scenario/1"),
  id,
  title: text,
  about: text.optional(),
  levers: z.array(lever),
});

/** Something that may come to be otherwise than expected: a question to the flow model. */
export type Scenario = z.output<typeof scenarioFile>;

/**
 * The schema of a scenario's file, which refuses what the flow model does not know and, where it is told which flows are to
 * be changed, what cannot be: a date outside the forecast, more people than there are, more leaving than all.
 */
export function scenarioSchema(known: Known) {
  return scenarioFile.superRefine((scenario, context) => {
    for (const { code, parameters, path } of refusals(scenario, known))
      context.addIssue(fault(code, parameters, [...path]));
  });
}
