import { createRoute } from "@tanstack/react-router";
import { planRoute } from "../frame/routes.ts";
import { OverviewPage } from "./page.tsx";
import { readView } from "./view.ts";

/** Overblik: how the plan stands. */
export const overviewRoute = createRoute({
  getParentRoute: () => planRoute,
  path: "/overview",
  validateSearch: readView,
  component: OverviewPage,
});
