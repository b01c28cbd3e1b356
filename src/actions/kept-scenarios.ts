import { parseScenario } from "#connectors/data-files/scenario.ts";
import type { Known } from "#core/forecast/scenario/known.ts";
import { dropScenario, type KeptScenario, keepScenario, keptScenarios } from "#store/scenarios.ts";
import { action } from "./action.ts";
import { withoutCpr } from "./without-cpr.ts";

/** A scenario's text, for a municipality to keep under the id it says itself. */
export type Keeping = { readonly municipality: string; readonly yaml: string; readonly known: Known };

/** Keeps a scenario, in place of one of the same id. @throws BrokenInput with every fault of the text, and cpr-in-text */
export const saveScenario = action<Keeping, KeptScenario>({
  act: "keep-scenario",
  on: ({ municipality }) => ({ municipalities: [municipality] }),
  does: async ({ rows, actor, at }, { municipality, yaml, known }) => {
    const { id, title } = parseScenario(withoutCpr(yaml), "scenario.yaml", known);
    const scenario = { municipality, id, title, yaml, by: actor.id, at };
    await keepScenario(rows, scenario);
    return scenario;
  },
  tells: ({ municipality }, { id }) => ({ subject: `scenario ${id} of ${municipality}` }),
});

/** The scenarios a municipality keeps, the newest first. */
export const listScenarios = action<{ municipality: string }, KeptScenario[]>({
  act: "run-forecast",
  on: ({ municipality }) => ({ municipalities: [municipality] }),
  does: ({ rows }, { municipality }) => keptScenarios(rows, municipality),
  tells: ({ municipality }, { length }) => ({ subject: `scenarios of ${municipality}`, count: length }),
});

/** Keeps a scenario no longer. @throws BrokenInput not-there */
export const removeScenario = action<{ municipality: string; id: string }, void>({
  act: "keep-scenario",
  on: ({ municipality }) => ({ municipalities: [municipality] }),
  does: ({ rows }, { municipality, id }) => dropScenario(rows, municipality, id),
  tells: ({ municipality, id }) => ({ subject: `scenario ${id} of ${municipality} removed` }),
});
