import { getRouteApi } from "@tanstack/react-router";
import type { ExploreView } from "./view.ts";

const route = getRouteApi("/plans/$plan/indicators/$indicator/explore");

/** What the address asks for, and how to ask for something else. */
export function useExploring() {
  const view: ExploreView = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changed: ExploreView) =>
    navigate({ search: (old) => ({ ...old, ...changed }), replace: true, resetScroll: false });
  return { view, change };
}

export type Change = (changed: ExploreView) => void;
