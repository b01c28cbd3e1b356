import { getRouteApi } from "@tanstack/react-router";
import { rememberColumns, rememberedColumns, usePreference } from "../frame/preferences.ts";
import type { OverviewView } from "./view.ts";

const route = getRouteApi("/plans/$plan/overview");

/** How the overview is looked at: what the address says, else what the person chose last. */
export function useView() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [rows, setRows] = usePreference("rows");
  const view = { ...search, rows: search.rows ?? rows, hide: search.hide ?? rememberedColumns("overview") };
  const change = (changed: OverviewView) => {
    if (changed.rows !== undefined) setRows(changed.rows);
    if (changed.hide !== undefined) rememberColumns("overview", changed.hide);
    navigate({ search: (old) => ({ ...old, ...changed }), replace: true, resetScroll: false });
  };
  return { view, change };
}

export type Change = (changed: OverviewView) => void;
