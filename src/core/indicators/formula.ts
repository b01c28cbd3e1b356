import { z } from "zod";
import { fault } from "../faults/issues.ts";
import { isMeasureName, measures, type ReadyMeasure } from "../register/measures/table.ts";
import { didYouMean } from "../text/nearest.ts";

/**
 * What is counted, as an indicator's file says it: a measure and its options. `$name` stands for the value of the
 * parameter of that name.
 */
export const formula = z.looseObject({ measure: z.string() });
export type Formula = z.output<typeof formula>;

/** Parameters with their values. */
export type ParameterValues = Readonly<Record<string, string>>;

/** A formula with the values of its parameters: a measure that can count, or what is wrong with it. */
export function readyMeasure(written: Formula, parameters: ParameterValues): z.ZodSafeParseResult<ReadyMeasure> {
  if (!isMeasureName(written.measure)) return unknownMeasure.safeParse(written);
  const filled = substituted(written, parameters);
  const name = JSON.stringify(filled);
  // Ages are those on the last day of each window.
  const isByAge = name.includes('"age"');
  return measures[written.measure]
    .transform((measure) => ({ ...measure, name, forAllWindows: measure.forAllWindows && !isByAge }))
    .safeParse(filled);
}

const unknownMeasure = z.object({ measure: z.string() }).transform(({ measure }, context): ReadyMeasure => {
  const all = Object.keys(measures);
  const hint = didYouMean(measure, all, {
    da: `Vælg en af: ${all.join(", ")}.`,
    en: `Choose one of: ${all.join(", ")}.`,
  });
  const kind = { da: "måde at tælle på", en: "measure" };
  context.addIssue(fault("unknown-reference", { kind, id: measure, hint }, ["measure"]));
  return z.NEVER;
});

/** What is written, with the values of its parameters in the place of their names. */
export function substituted(value: unknown, parameters: ParameterValues): unknown {
  if (typeof value === "string") return value.startsWith("$") ? (parameters[value.slice(1)] ?? value) : value;
  if (Array.isArray(value)) return value.map((one) => substituted(one, parameters));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, substituted(one, parameters)]));
}

/** The parameters that a formula names. */
export function parametersIn(value: unknown): string[] {
  if (typeof value === "string") return value.startsWith("$") ? [value.slice(1)] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(parametersIn);
}

type WithFormulas = {
  readonly parameters: readonly { readonly id: string; readonly value: string }[];
  readonly numerator?: Formula;
  readonly denominator?: Formula;
  readonly variants: readonly {
    readonly when: Readonly<Record<string, string>>;
    readonly numerator: Formula;
    readonly denominator?: Formula;
  }[];
};

/** Whether the formulas of an indicator's file can be counted with the values its parameters have there. */
export function checkFormulas(indicator: WithFormulas, context: z.core.$RefinementCtx): void {
  const own = Object.fromEntries(indicator.parameters.map(({ id, value }) => [id, value]));
  const check = (written: Formula | undefined, parameters: ParameterValues, path: PropertyKey[]) => {
    if (written === undefined) return;
    for (const name of parametersIn(written))
      if (!Object.hasOwn(parameters, name))
        context.addIssue(fault("unknown-reference", { kind: PARAMETER, id: name, hint: hintAt(name, own) }, path));
    const { error } = readyMeasure(written, parameters);
    for (const issue of error?.issues ?? []) context.addIssue({ ...issue, path: [...path, ...issue.path] });
  };
  check(indicator.numerator, own, ["numerator"]);
  check(indicator.denominator, own, ["denominator"]);
  for (const [at, { when, numerator, denominator }] of indicator.variants.entries()) {
    check(numerator, { ...own, ...when }, ["variants", at, "numerator"]);
    check(denominator, { ...own, ...when }, ["variants", at, "denominator"]);
  }
}

const PARAMETER = { da: "parameter", en: "parameter" };

function hintAt(name: string, own: ParameterValues) {
  const all = Object.keys(own);
  return didYouMean(name, all, { da: "Tilføj den til parameters.", en: "Add it to parameters." });
}
