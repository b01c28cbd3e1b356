import { createRouter } from "@tanstack/react-router";
import { administrationRoute, ownRoute } from "./administration/routes.ts";
import { compareRoute } from "./compare/routes.ts";
import { dataRoute, importRoute, seriesRoute } from "./data/routes.ts";
import { forecastRoute } from "./forecast/routes.ts";
import { parseSearch, writeSearch } from "./frame/address.ts";
import { planRoute, rootRoute, startRoute } from "./frame/routes.ts";
import { goalRoute, goalsRoute } from "./goal/routes.ts";
import { exploreRoute, indicatorRoute, indicatorsRoute } from "./indicators/routes.ts";
import { overviewRoute } from "./overview/routes.ts";
import { PageBroke } from "./parts/problem.tsx";
import { PageShape } from "./parts/shape.tsx";
import { documentRoute } from "./plan/routes.ts";
import { scenarioRoute } from "./scenario/routes.ts";

/** Every address of the pages: one line a room. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([
    startRoute,
    planRoute.addChildren([
      overviewRoute,
      goalsRoute,
      goalRoute,
      indicatorsRoute,
      indicatorRoute,
      exploreRoute,
      forecastRoute,
      scenarioRoute,
      compareRoute,
      documentRoute,
      dataRoute,
      seriesRoute,
      importRoute,
      administrationRoute,
      ownRoute,
    ]),
  ]),
  parseSearch,
  stringifySearch: writeSearch,
  defaultPreload: "intent",
  defaultPendingMs: 80,
  defaultPendingComponent: PageShape,
  defaultErrorComponent: PageBroke,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
