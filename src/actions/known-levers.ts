import { readFlowStates } from "#connectors/data-files/flow-model.ts";
import { offersOf } from "#connectors/data-files/scenario.ts";
import type { Known } from "#core/forecast/scenario/known.ts";
import type { Data } from "./open-data.ts";

/** What a scenario may name, whatever register it will be run on. */
export function knownToAll({ folders, vocabulary }: Pick<Data, "folders" | "vocabulary">): Known {
  return { states: readFlowStates(folders.data), offers: offersOf(vocabulary) };
}
