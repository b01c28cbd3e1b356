import { createRootRoute, createRoute, retainSearchParams } from "@tanstack/react-router";
import { readBasis } from "./address.ts";
import { Frame } from "./frame.tsx";
import { NotFound } from "./not-found.tsx";
import { Start } from "./start.tsx";

/** The page that all others stand in. */
export const rootRoute = createRootRoute({ component: Frame, notFoundComponent: NotFound });

/** The address without a page: goes on to the first plan's overview. */
export const startRoute = createRoute({ getParentRoute: () => rootRoute, path: "/", component: Start });

/** What all pages of a plan share: the plan, the day, and the register. */
export const planRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/plans/$plan",
  validateSearch: readBasis,
  search: { middlewares: [retainSearchParams(["asOf", "register"])] },
});
