/**
 * What charts are painted with: names that a stylesheet sets for light, dark and print, each with a default. Lines differ
 * in dashes and marks too, so that a chart can be read in black and white.
 */
export const paint = {
  own: "var(--chart-own, #0b5c8f)",
  ink: "currentColor",
  quiet: "var(--chart-quiet, #5c6670)",
  grid: "var(--chart-grid, #d8dde2)",
  paper: "var(--chart-paper, #ffffff)",
  good: "var(--chart-good, #1d6b3a)",
  bad: "var(--chart-bad, #a3261b)",
} as const;

/** The steps of a scale from little to much. */
export const shades = [
  "var(--chart-shade-1, #e6eff6)",
  "var(--chart-shade-2, #b9d3e6)",
  "var(--chart-shade-3, #7fb0d1)",
  "var(--chart-shade-4, #3d83b3)",
  "var(--chart-shade-5, #0b4f7d)",
] as const;

/** How the lines beside the first are told apart. */
export const otherLines = [
  { stroke: "var(--chart-2, #7a4a00)", dash: "7 3" },
  { stroke: "var(--chart-3, #5b3a8c)", dash: "2 2" },
  { stroke: "var(--chart-4, #1d6b3a)", dash: "9 3 2 3" },
] as const;

/** Dashes that mean something: a target, and what may still change. */
export const dashes = { target: "6 4", preliminary: "3 3", change: "1 3" } as const;
