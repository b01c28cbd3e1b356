import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { planRoute } from "../frame/routes.ts";
import { readExploreView, readListView } from "./view.ts";

/** Indikatorer: every indicator there is, and a search. */
export const indicatorsRoute = createRoute({
  getParentRoute: () => planRoute,
  path: "/indicators",
  validateSearch: readListView,
  component: lazyRouteComponent(() => import("./list.tsx"), "IndicatorList"),
});

/** One indicator: what its figure means. */
export const indicatorRoute = createRoute({
  getParentRoute: () => planRoute,
  path: "/indicators/$indicator",
  component: lazyRouteComponent(() => import("./definition.tsx"), "DefinitionPage"),
});

/** Udforsk: its figures in any crossing. */
export const exploreRoute = createRoute({
  getParentRoute: () => planRoute,
  path: "/indicators/$indicator/explore",
  validateSearch: readExploreView,
  component: lazyRouteComponent(() => import("./explore.tsx"), "ExplorePage"),
});
