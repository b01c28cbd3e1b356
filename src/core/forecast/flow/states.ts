import { z } from "zod";
import { fault } from "../../faults/issues.ts";
import { code, id, text } from "../../format/scalars.ts";
import type { Text } from "../../text/text.ts";

/** What a state is: a public benefit; supporting oneself, which is followed for a while after a benefit; or gone for good. */
export const stateKinds = ["benefit", "own", "out"] as const;
export type StateKind = (typeof stateKinds)[number];

/** What a person is on the last day of a month. A benefit's state may be told apart by the visitation category. */
export type FlowState = {
  readonly id: string;
  readonly label: Text;
  readonly kind: StateKind;
  /** The benefit code of the register. */
  readonly benefit?: string;
  /** The categories it holds; a state of the same benefit without any holds the rest. */
  readonly visitation: readonly string[];
  /** The status of the register it is, where it is no benefit. */
  readonly status: readonly string[];
};

const flowState = z.strictObject({
  id,
  label: text,
  kind: z.enum(stateKinds),
  benefit: code.optional(),
  visitation: z.array(code).default([]),
  status: z.array(code).default([]),
});

/** The data file of states, in the order in which they decide a day: of several benefits the first. */
export const stateFile = z.strictObject({ states: z.array(flowState).min(1) }).superRefine(({ states }, context) => {
  for (const [i, { id }] of states.entries())
    if (states.findIndex((one) => one.id === id) < i)
      context.addIssue(fault("duplicate-id", { id }, ["states", i, "id"]));
});

/** The numbers of states by their ids, in the order of the list. */
export function numbersOf(states: readonly FlowState[]): ReadonlyMap<string, number> {
  return new Map(states.map(({ id }, number) => [id, number]));
}
