import { indicatorTable } from "#core/exports/indicator.ts";
import { getIndicator } from "#core/indicators/indicator.ts";
import { action } from "./action.ts";
import { type Explored, type Exploring, exploreIndicator } from "./explore-indicator.ts";
import { type ExportedFile, exportedFile, type WantedFile } from "./export-file.ts";

/**
 * The figures of an indicator, computed from a register, as a file; small cells are withheld. To hand them out one must
 * may explore them too, and both are logged.
 */
export const exportIndicator = action<Exploring & WantedFile, ExportedFile>({
  act: "export-figures",
  on: () => "in-reach",
  does: async (work, { format, language, ...asked }) => {
    const { data, indicator: id, by = [] } = asked;
    const { result, seen }: Explored = await exploreIndicator(work, asked);
    const told = { vocabulary: data.vocabulary, register: seen, drawn: work.at };
    const table = indicatorTable(result, getIndicator(data.indicators, id), by, told);
    return exportedFile(table, { format, language });
  },
  tells: ({ indicator, register, by = [], where = {}, format }, { rows: count }) => ({
    subject: `indicator ${indicator} of register ${register}`,
    query: [...by, ...Object.entries(where).map((pair) => pair.join("=")), `as ${format}`].join(" "),
    count,
  }),
});
