import type { Text } from "../../text/text.ts";

/** The figures of an area known at an origin, and those that then come, or may come. */
export type Came = {
  readonly known: Float64Array;
  readonly coming: Float64Array;
  /** How many periods a year has. */
  readonly season: number;
};

/** A target made for trying chances on, of the kinds that plans set. */
export type MadeTarget = { readonly id: string; readonly says: Text; readonly met: (came: Came) => boolean };

/** What chances are tried on: a direction against last year, a fall to the last period, and a mean. */
export const madeTargets: readonly MadeTarget[] = [
  {
    id: "not-above-last-year",
    says: {
      da: "tallet i den sidste periode er ikke over det samme tidspunkt året før",
      en: "the figure of the last period is not above that of the same time the year before",
    },
    met: ({ known, coming, season }) => {
      const at = coming.length - 1 - season;
      return coming[coming.length - 1] <= (at < 0 ? known[known.length + at] : coming[at]);
    },
  },
  {
    id: "ten-per-cent-down",
    says: {
      da: "tallet i den sidste periode er mindst 10 % under det seneste kendte",
      en: "the figure of the last period is at least 10 % below the newest known",
    },
    met: ({ known, coming }) => coming[coming.length - 1] <= 0.9 * known[known.length - 1],
  },
  {
    id: "mean-not-above",
    says: {
      da: "gennemsnittet af perioderne er ikke over gennemsnittet af lige så mange før",
      en: "the mean of the periods is not above the mean of as many before",
    },
    met: ({ known, coming }) => sum(coming) <= sum(known.subarray(known.length - coming.length)),
  },
];

function sum(numbers: Float64Array): number {
  return numbers.reduce((total, one) => total + one, 0);
}
