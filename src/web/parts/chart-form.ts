/** The forms in which figures can be shown: over time, against each other, on a map, as streams or steps, or as they are. */
export const chartForms = [
  "inARow",
  "season",
  "change",
  "groups",
  "ranked",
  "map",
  "streams",
  "steps",
  "table",
] as const;
export type ChartForm = (typeof chartForms)[number];
