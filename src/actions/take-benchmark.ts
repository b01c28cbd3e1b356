import { join } from "node:path";
import type { Kept } from "#connectors/data-files/stored-series.ts";
import { openSeriesFile } from "#connectors/series-files/open.ts";
import { benchmarkIndicators } from "#core/compare/benchmark.ts";
import { action } from "./action.ts";
import { type ImportRequest, importSeries } from "./import-series.ts";
import { seriesFolders } from "./open-data.ts";
import { type Taking, takenFile } from "./take-series.ts";

/** The columns of a benchmark file, and the indicator that each is; the first two must be there. */
const columns: readonly (readonly [column: string, measure: keyof typeof benchmarkIndicators, isNeeded: boolean])[] = [
  ["Forventet antal", "expected", true],
  ["Faktisk antal", "actual", true],
  ["Forventet andel", "expectedShare", false],
  ["Faktisk andel", "actualShare", false],
  ["Placering", "place", false],
];

/** A benchmark file, and what is said of it. */
export type TakingBenchmark = Omit<Taking, "request"> & {
  readonly owner?: string | undefined;
  readonly table?: string | undefined;
};

/**
 * Takes in a file of what the state expects of each municipality and what came: a series for each column, all of them or
 * none. They stand beside earlier ones, and the newest speak first.
 *
 * @throws BrokenInput with every fault of the file, by its name and line
 */
export const takeBenchmark = action<TakingBenchmark, readonly Kept[]>({
  act: "import-series",
  on: ({ municipality }) => ({ municipalities: [municipality] }),
  does: ({ at, today }, { owner, table, ...taking }) =>
    takenFile(taking, at, async (file, upload) => {
      const { data } = taking;
      const said = { ...(owner !== undefined && { owner }), ...(table !== undefined && { table }) };
      const { sheet } = await openSeriesFile(file, data.vocabulary.areas);
      const there = columns.filter(([column, , isNeeded]) => isNeeded || sheet.columns.includes(column));
      const beside = there.map(([column]) => column);
      const requests = there.map(([column, measure]): ImportRequest => {
        const indicator = benchmarkIndicators[measure];
        // The heads are Danish, and so are the numbers under them.
        const written = { numbers: "da", shares: "percent" } as const;
        return { ...said, ...written, file, indicator, column, beside, id: `benchmark-${indicator}` };
      });
      const setting = { ...seriesFolders(data), today };
      // Each is tried before any is kept.
      for (const request of requests) await importSeries(request, { ...setting, keptDir: join(upload, "tried") });
      const kept: Kept[] = [];
      for (const request of requests) kept.push(await importSeries(request, setting));
      return kept;
    }),
  tells: (_, kept) => ({
    subject: "benchmark",
    count: kept.reduce((sum, { series }) => sum + series.observations.length, 0),
  }),
});
