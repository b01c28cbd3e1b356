/** The forms in which a course can be shown. */
export const chartForms = ["inARow", "season", "change", "table"] as const;
export type ChartForm = (typeof chartForms)[number];
