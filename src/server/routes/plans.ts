import { followStored, readGoalPage } from "#actions/follow-stored.ts";
import { listPlansForPages } from "#actions/plans-for-pages.ts";
import { readGoal } from "#api/goal.ts";
import { goalJson } from "#api/goal-answer.ts";
import { listPlans, readOverview } from "#api/overview.ts";
import { listPlansJson, overviewJson } from "#api/overview-answer.ts";
import { parseDay } from "#core/calendar/day.ts";
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
    readGoal,
    readGoalPage,
    ({ params: { plan, goal }, query }, { house }) => ({ data: house.data, plan, goal, ...followed(query) }),
    (page, _, { house }) => goalJson(page, house.data.vocabulary.areas),
  ),
];

/** As of which day and on which register, as the address says. */
function followed({ asOf, register }: { asOf?: string | undefined; register?: string | undefined }) {
  return { ...(asOf !== undefined && { asOf: parseDay(asOf) }), ...(register !== undefined && { register }) };
}
