/** What the verdicts rest on besides the plan and its figures. Printed under every overview. */
export type Parameters = {
  /** Around a target: the ordinary revision of counts, as a share of the latest level. */
  readonly countBand: number;
  /** The same for shares, in points. */
  readonly shareBand: number;
  /** How many persons a figure must at least stand for. */
  readonly smallestGroup: number;
  /** Months after a period until figures of the municipality's own are taken as final. */
  readonly finalAfterMonths: number;
  /** From this chance of being met on a goal is on course, and below the other off course. */
  readonly onCourseChance: number;
  readonly offCourseChance: number;
};

export const defaultParameters: Parameters = {
  countBand: 0.01,
  shareBand: 0.005,
  smallestGroup: 5,
  finalAfterMonths: 3,
  onCourseChance: 0.75,
  offCourseChance: 0.35,
};
