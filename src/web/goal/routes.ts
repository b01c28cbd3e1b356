import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { planRoute } from "../frame/routes.ts";
import { FirstGoal } from "./first-goal.tsx";
import { readGoalView } from "./view.ts";

/** Mål without a goal: goes on to the one that matters most. */
export const goalsRoute = createRoute({ getParentRoute: () => planRoute, path: "/goals", component: FirstGoal });

/** Mål: whether it is reached, why, and what is done. Its charts are fetched when it is opened. */
export const goalRoute = createRoute({
  getParentRoute: () => planRoute,
  path: "/goals/$goal",
  validateSearch: readGoalView,
  component: lazyRouteComponent(() => import("./page.tsx"), "GoalPage"),
});
