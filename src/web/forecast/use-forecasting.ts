import { getRouteApi } from "@tanstack/react-router";
import type { ForecastView } from "./view.ts";

const route = getRouteApi("/plans/$plan/forecast");

/** What the address asks for, and how to ask for something else. */
export function useForecasting() {
  const view: ForecastView = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changed: ForecastView) =>
    navigate({ search: (old) => ({ ...old, ...changed }), replace: true, resetScroll: false });
  return { view, change };
}
