import { knownToAll } from "#actions/known-levers.ts";
import { nameScenario, readScenarios, removeScenario, tryScenario } from "#actions/plan-scenarios.ts";
import * as api from "#api/scenario.ts";
import { keptScenarioJson, scenarioJson } from "#api/scenario-answer.ts";
import { parseDay } from "#core/calendar/day.ts";
import { type Route, route } from "../route.ts";

/** What if: scenarios tried on a register, and those a municipality keeps. */
export const scenarioRoutes: readonly Route[] = [
  route(
    api.runScenario,
    tryScenario,
    ({ body: { asOf, ...body } }, { house }) => ({
      ...{ data: house.data, ...body },
      ...(asOf !== undefined && { asOf: parseDay(asOf) }),
    }),
    (ran, _, { house }) => scenarioJson(ran, knownToAll(house.data).states),
  ),
  route(
    api.listScenarios,
    readScenarios,
    ({ query }) => query,
    (scenarios) => ({ scenarios: scenarios.map(keptScenarioJson) }),
  ),
  route(
    api.keepScenario,
    nameScenario,
    ({ params, body }, { house }) => ({ data: house.data, id: params.scenario, ...body }),
    keptScenarioJson,
  ),
  route(
    api.dropScenario,
    removeScenario,
    ({ params, query }) => ({ id: params.scenario, ...query }),
    (_, { params }) => ({ id: params.scenario }),
  ),
];
