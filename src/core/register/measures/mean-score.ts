import { z } from "zod";
import { getColumn } from "../reading/reading.ts";
import { select, selection } from "../reading/selection.ts";
import { filter, weigh } from "../stretches/list.ts";
import { during, type Measure } from "./measure.ts";

/** Scores given in the period, each as how far it lies from the least to the most that could be given, 0 to 1. */
const spec = selection.extend({ measure: z.literal("mean-score") });

export const meanScore: Measure<typeof spec> = {
  spec,
  forAllWindows: true,
  table: ({ table }) => table,
  needs: ({ table }) => [during(table)],
  count: (reading, of) => {
    const rows = select(reading, of);
    if (rows.count === 0) return { stretches: rows, value: "mean" };
    const [score, least, most] = ["score", "score_min", "score_max"].map((name) => getColumn(reading, of.table, name));
    const scaled = weigh(rows, (i) => {
      const row = rows.row[i];
      return (score[row] - least[row]) / (most[row] - least[row]);
    });
    return { stretches: filter(scaled, (i) => Number.isFinite(scaled.weight[i])), value: "mean" };
  },
};
