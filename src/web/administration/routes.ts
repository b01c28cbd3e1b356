import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { planRoute } from "../frame/routes.ts";
import { readAdministrationView } from "./view.ts";

/** Administration: users, units, limits, and the log. All of it is fetched when it is opened. */
export const administrationRoute = createRoute({
  getParentRoute: () => planRoute,
  path: "/administration",
  validateSearch: readAdministrationView,
  component: lazyRouteComponent(() => import("./page.tsx"), "AdministrationPage"),
});

/** Min side: where one is signed in, and what the log says of oneself. */
export const ownRoute = createRoute({
  getParentRoute: () => planRoute,
  path: "/me",
  component: lazyRouteComponent(() => import("./own-page.tsx"), "OwnPage"),
});
