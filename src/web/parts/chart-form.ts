/** The forms in which figures can be shown: over time, against each other, on a map, or as they are. */
export const chartForms = ["inARow", "season", "change", "groups", "ranked", "map", "table"] as const;
export type ChartForm = (typeof chartForms)[number];
