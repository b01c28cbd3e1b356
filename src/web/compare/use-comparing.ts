import { getRouteApi } from "@tanstack/react-router";
import type { CompareView } from "./view.ts";

const route = getRouteApi("/plans/$plan/compare");

/** What the address asks for, and how to ask for something else. */
export function useComparing() {
  const view: CompareView = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changed: CompareView) =>
    navigate({ search: (old) => ({ ...old, ...changed }), replace: true, resetScroll: false });
  return { view, change };
}

export type Change = (changed: CompareView) => void;
