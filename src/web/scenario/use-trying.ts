import { getRouteApi } from "@tanstack/react-router";
import type { ScenarioView } from "./view.ts";

const route = getRouteApi("/plans/$plan/scenario");

/** What the address asks, and how to ask something else. */
export function useTrying() {
  const view: ScenarioView = route.useSearch();
  const { plan } = route.useParams();
  const navigate = route.useNavigate();
  const change = (changed: ScenarioView) =>
    navigate({ search: (old) => ({ ...old, ...changed }), replace: true, resetScroll: false });
  return { plan, view, change };
}
