import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { planRoute } from "../frame/routes.ts";
import { readScenarioView } from "./view.ts";

/** Hvad nu hvis: levers, and what they do. All of it is fetched when it is opened. */
export const scenarioRoute = createRoute({
  getParentRoute: () => planRoute,
  path: "/scenario",
  validateSearch: readScenarioView,
  component: lazyRouteComponent(() => import("./page.tsx"), "ScenarioPage"),
});
