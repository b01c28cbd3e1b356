import { readVintages } from "#connectors/data-files/series.ts";
import { type Day, formatDay } from "#core/calendar/day.ts";
import { seriesTable } from "#core/exports/series.ts";
import { getIndicator } from "#core/indicators/indicator.ts";
import { action } from "./action.ts";
import { type ExportedFile, exportedFile, type WantedFile } from "./export-file.ts";
import { type Data, seriesFolders } from "./open-data.ts";
import { getVintage } from "./show-series.ts";

/** Which series, as of which day, and of which fetch; the newest without one. */
export type SeriesExport = WantedFile & {
  readonly data: Data;
  readonly series: string;
  readonly vintage?: string;
  readonly asOf?: Day;
};

/** A published series as a file. @throws BrokenInput unknown-series */
export const exportSeries = action<SeriesExport, ExportedFile>({
  act: "export-figures",
  on: () => "in-reach",
  does: async ({ at, today }, { data, series: id, vintage, asOf = today, ...wanted }) => {
    const all = vintage === undefined ? data.series() : readVintages(seriesFolders(data));
    const series = getVintage(all, id, vintage);
    const indicator = getIndicator(data.indicators, series.indicator);
    return exportedFile(seriesTable(series, indicator, data.vocabulary.areas, { asOf, drawn: at }), wanted);
  },
  tells: ({ series, vintage, asOf, format }, { rows: count }) => ({
    subject: `series ${series}`,
    query: [vintage ?? "newest", asOf === undefined ? [] : `as of ${formatDay(asOf)}`, `as ${format}`].flat().join(" "),
    count,
  }),
});
