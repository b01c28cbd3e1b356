import { followStored, readGoalPage } from "#actions/follow-stored.ts";
import { listPersonsBehind as listPersons } from "#actions/list-persons-behind.ts";
import { listPlansForPages } from "#actions/plans-for-pages.ts";
import { readChanges } from "#actions/read-changes.ts";
import * as api from "#api/changes.ts";
import { changesJson } from "#api/changes-answer.ts";
import { readGoal } from "#api/goal.ts";
import { goalJson } from "#api/goal-answer.ts";
import { listPlans, readOverview } from "#api/overview.ts";
import { listPlansJson, overviewJson } from "#api/overview-answer.ts";
import { listPersonsBehind } from "#api/persons-behind.ts";
import { formatDay, parseDay } from "#core/calendar/day.ts";
import { parsePeriod } from "#core/calendar/period.ts";
import { type Route, route } from "../route.ts";

/** Plans, how they stand, and their goals. */
export const planRoutes: readonly Route[] = [
  route(listPlans, listPlansForPages, (_, { house }) => ({ folders: house.data.folders }), listPlansJson),
  route(
    readOverview,
    followStored,
    ({ params, query }, { house }) => ({ data: house.data, plan: params.plan, ...followed(query) }),
    overviewJson,
  ),
  route(
    api.readChanges,
    readChanges,
    ({ params, query }, { house }) => ({ data: house.data, plan: params.plan, ...followed(query) }),
    changesJson,
  ),
  route(
    readGoal,
    readGoalPage,
    ({ params: { plan, goal }, query }, { house }) => ({ data: house.data, plan, goal, ...followed(query) }),
    (page, _, { house }) => goalJson(page, house.data.vocabulary.areas),
  ),
  route(
    listPersonsBehind,
    listPersons,
    ({ params, query: { asOf, period, ...query } }, { house }) => ({
      ...{ data: house.data, ...params, ...query, ...followed({ asOf, register: query.register }) },
      ...{ register: query.register, period: parsePeriod(period) },
    }),
    ({ period, asOf, base, narrowedTo, persons, ...rest }) => ({
      ...{ ...rest, period: period.id, asOf: formatDay(asOf), persons: persons.map((one) => ({ ...one })) },
      ...(base !== undefined && { base }),
      ...(narrowedTo && { narrowedTo: [...narrowedTo] }),
    }),
  ),
];

/** As of which day and on which register, as the address says. */
function followed({ asOf, register }: { asOf?: string | undefined; register?: string | undefined }) {
  return { ...(asOf !== undefined && { asOf: parseDay(asOf) }), ...(register !== undefined && { register }) };
}
