import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { planRoute } from "../frame/routes.ts";
import { readDataView, readSeriesView } from "./view.ts";

/** Data: what the figures stand on. All of it is fetched when it is opened. */
export const dataRoute = createRoute({
  getParentRoute: () => planRoute,
  path: "/data",
  validateSearch: readDataView,
  component: lazyRouteComponent(() => import("./page.tsx"), "DataPage"),
});

/** A published series: its figures, its fetches, and what they changed. */
export const seriesRoute = createRoute({
  getParentRoute: () => planRoute,
  path: "/data/series/$series",
  validateSearch: readSeriesView,
  component: lazyRouteComponent(() => import("./series.tsx"), "SeriesPage"),
});

/** One import: how far it is, what is to be mended or decided, and what came of it. */
export const importRoute = createRoute({
  getParentRoute: () => planRoute,
  path: "/data/imports/$job",
  component: lazyRouteComponent(() => import("./import-page.tsx"), "ImportPage"),
});
