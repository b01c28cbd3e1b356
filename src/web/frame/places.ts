import type { Words } from "../text/da.ts";

/** The places of a plan that have something to show: name, letter after `g`, address. A new room adds its row. */
export const places = [
  { name: "overview", key: "o", to: "/plans/$plan/overview" },
  { name: "goal", key: "m", to: "/plans/$plan/goals" },
  { name: "indicators", key: "i", to: "/plans/$plan/indicators" },
  { name: "forecast", key: "r", to: "/plans/$plan/forecast" },
  { name: "scenario", key: "h", to: "/plans/$plan/scenario" },
  { name: "compare", key: "s", to: "/plans/$plan/compare" },
  { name: "document", key: "p", to: "/plans/$plan/document" },
  { name: "data", key: "t", to: "/plans/$plan/data" },
  { name: "administration", key: "a", to: "/plans/$plan/administration" },
] as const satisfies readonly {
  readonly name: keyof Words["places"];
  readonly key: string;
  readonly to: string;
}[];
