import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { planRoute } from "../frame/routes.ts";
import { readPlanView } from "./view.ts";

/** Plan: the plan as a document, its check, and the editor. All of it is fetched when it is opened. */
export const documentRoute = createRoute({
  getParentRoute: () => planRoute,
  path: "/document",
  validateSearch: readPlanView,
  component: lazyRouteComponent(() => import("./page.tsx"), "PlanPage"),
});
