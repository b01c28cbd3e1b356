import { indicatorTable } from "#core/exports/indicator.ts";
import { getIndicator } from "#core/indicators/indicator.ts";
import { type Action, action } from "./action.ts";
import { type Explored, type Exploring, exploreIndicator } from "./explore-indicator.ts";
import { type ExportedFile, exportedFile, type WantedFile } from "./export-file.ts";

type Wanted = Exploring & WantedFile;

/**
 * The figures of an indicator, computed from a register, as a file; small cells are withheld. To hand them out one must
 * may explore them too: that is done and logged first, and the handing out after it.
 */
export const exportIndicator: Action<Wanted, ExportedFile> = Object.assign(
  async (call: Parameters<typeof exploreIndicator>[0], wanted: Wanted) => {
    const { format, language, ...asked } = wanted;
    return handOut(call, { ...wanted, explored: await exploreIndicator(call, asked) });
  },
  { act: "export-figures" as const },
);

const handOut = action<Wanted & { readonly explored: Explored }, ExportedFile>({
  act: "export-figures",
  on: ({ explored }) => ({ municipalities: explored.seen.municipalities }),
  does: async ({ at }, { data, indicator: id, by = [], explored: { result, seen }, format, language }) => {
    const told = { vocabulary: data.vocabulary, register: seen, drawn: at };
    return exportedFile(indicatorTable(result, getIndicator(data.indicators, id), by, told), { format, language });
  },
  tells: ({ indicator, register, by = [], where = {}, format }, { rows: count }) => ({
    subject: `indicator ${indicator} of register ${register}`,
    query: [...by, ...Object.entries(where).map((pair) => pair.join("=")), `as ${format}`].join(" "),
    count,
  }),
});
