import { join } from "node:path";
import { changeFile } from "#core/forecast/flow/dated.ts";
import { type FlowModel, parameterFile } from "#core/forecast/flow/model.ts";
import { type FlowState, stateFile } from "#core/forecast/flow/states.ts";
import { readChecked } from "./yaml.ts";

/** Reads the states of the flow model from `model/` of the data folder. @throws BrokenInput with every fault of the file */
export function readFlowStates(dataDir: string): readonly FlowState[] {
  return readChecked(join(dataDir, "model", "states.yaml"), stateFile).states;
}

/** Reads the flow model: its states, parameters and the changes of law. @throws BrokenInput with every fault of a file */
export function readFlowModel(dataDir: string): FlowModel {
  const folder = join(dataDir, "model");
  return {
    ...readChecked(join(folder, "parameters.yaml"), parameterFile),
    states: readFlowStates(dataDir),
    changes: readChecked(join(folder, "changes.yaml"), changeFile).changes,
  };
}
