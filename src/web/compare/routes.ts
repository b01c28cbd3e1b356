import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { planRoute } from "../frame/routes.ts";
import { readCompareView } from "./view.ts";

/** Sammenlign: municipalities side by side. All of it is fetched when it is opened. */
export const compareRoute = createRoute({
  getParentRoute: () => planRoute,
  path: "/compare",
  validateSearch: readCompareView,
  component: lazyRouteComponent(() => import("./page.tsx"), "ComparePage"),
});
