import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { planRoute } from "../frame/routes.ts";
import { readForecastView } from "./view.ts";

/** Prognose: where the benefits end. All of it is fetched when it is opened. */
export const forecastRoute = createRoute({
  getParentRoute: () => planRoute,
  path: "/forecast",
  validateSearch: readForecastView,
  component: lazyRouteComponent(() => import("./page.tsx"), "ForecastPage"),
});
