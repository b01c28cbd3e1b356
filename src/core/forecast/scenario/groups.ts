import type { Text } from "../../text/text.ts";
import type { FlowState, StateKind } from "../flow/states.ts";

/** States that are shown together: those of a benefit, whatever the visitation; others each for themselves. */
export type Group = {
  /** The benefit's code, or the state's id. */
  readonly id: string;
  readonly label: Text;
  readonly kind: StateKind;
  /** The numbers of the states. */
  readonly states: readonly number[];
};

/** The groups of states, in the order of the list. */
export function groupsOf(states: readonly FlowState[]): Group[] {
  const byId = Map.groupBy(states.keys(), (number) => states[number].benefit ?? states[number].id);
  return [...byId].map(([id, numbers]) => {
    const plain = states[numbers.find((number) => states[number].visitation.length === 0) ?? numbers[0]];
    const label = numbers.length === 1 ? plain.label : withoutVisitation(plain.label);
    return { id, label, kind: plain.kind, states: numbers };
  });
}

/** The label of a benefit whose states are told apart by visitation: what stands before the comma. */
function withoutVisitation({ da, en }: Text): Text {
  return { da: da.split(",")[0], en: en.split(",")[0] };
}
