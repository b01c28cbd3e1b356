import { join } from "node:path";
import { type FlowState, stateFile } from "#core/forecast/flow/states.ts";
import { readChecked } from "./yaml.ts";

/** Reads the states of the flow model from `model/` of the data folder. @throws BrokenInput with every fault of the file */
export function readFlowStates(dataDir: string): readonly FlowState[] {
  return readChecked(join(dataDir, "model", "states.yaml"), stateFile).states;
}
