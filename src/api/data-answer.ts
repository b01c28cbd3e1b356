import { addDays, type Day, formatDay } from "#core/calendar/day.ts";
import type { Figure, Missing } from "#core/figures/figure.ts";
import type { Revision } from "#core/indicators/revisions.ts";
import type { ObservationStatus } from "#core/indicators/series.ts";
import type { Manifest, Withdrawal } from "#core/register/manifest.ts";
import type { Text } from "#core/text/text.ts";
import type { listSnapshots, listSources, readSeries } from "./data.ts";
import type { Answered } from "./endpoint.ts";
import { figureJson } from "./figure.ts";
import { type PublishedLine, seriesJson } from "./indicators-answer.ts";

type Line = PublishedLine & { readonly figures: number; readonly vintages: number };
type Source = Line & { readonly newerFrom: Day | undefined; readonly isDue: boolean };
type SourceAnswer = Answered<typeof listSources>["series"][number];

/** A series and whether it is new, as data. */
export function sourceJson(source: Source): SourceAnswer {
  const { figures, vintages, newerFrom, isDue } = source;
  const { where, ...entry } = seriesJson(source);
  return {
    ...entry,
    where: where ?? {},
    ...{ figures, vintages, state: isDue ? "due" : "new" },
    ...(newerFrom !== undefined && { newerFrom: formatDay(newerFrom) }),
  };
}

/** A series with its fetches and figures, as the actions give it. */
export type SeriesRead = {
  readonly series: Source;
  readonly vintages: readonly (Line & { readonly revision: Revision | undefined })[];
  readonly rows: readonly {
    readonly area: string;
    readonly areaName: Text;
    readonly period: string;
    readonly figure: Figure | Missing;
    readonly status: ObservationStatus;
  }[];
};

/** A series with its fetches and figures, as data. */
export function seriesReadJson({ series, vintages, rows }: SeriesRead): Answered<typeof readSeries> {
  return {
    series: sourceJson(series),
    vintages: vintages.map(({ vintage, fetched, figures, first, last, sha256, revision }) => ({
      ...{ vintage, figures, first, last },
      ...(fetched !== undefined && { fetched: formatDay(fetched) }),
      ...(sha256 !== undefined && { sha256 }),
      ...(revision && { revision: { ...revision } }),
    })),
    rows: rows.map(({ figure, ...row }) => ({ ...row, figure: figureJson(figure) })),
  };
}

/** A snapshot, as the actions give it. */
export type Snapshot = {
  readonly manifest: Manifest;
  readonly municipalities: readonly string[];
  readonly withdrawn?: Withdrawal;
};

/** A snapshot as data. */
export function snapshotJson({
  manifest,
  municipalities,
  withdrawn,
}: Snapshot): Answered<typeof listSnapshots>["snapshots"][number] {
  const { id, name, simulated, extracted, imported, keepUntil, program, previous } = manifest;
  return {
    ...{ id, name, simulated, imported, program, municipalities: [...municipalities] },
    extracted: formatDay(extracted),
    keepUntil: formatDay(keepUntil),
    ...(previous !== undefined && { previous }),
    tables: Object.keys(manifest.tables).map((table) => tableJson(table, manifest)),
    assumptions: manifest.assumptions,
    notes: manifest.notes,
    accepted: manifest.accepted,
    ...(withdrawn && { withdrawn: withdrawalJson(withdrawn) }),
  };
}

function tableJson(table: string, { tables, covers, source }: Manifest) {
  const span = covers[table];
  const from = source.files.find((one) => one.table === table);
  return {
    table,
    rows: tables[table].rows,
    ...(span && { covers: { from: formatDay(span.from), to: formatDay(addDays(span.to, -1)) } }),
    ...(from && { file: from.file, rowsIn: from.rowsIn, rejected: from.rejected, duplicates: from.duplicates }),
  };
}

function withdrawalJson({ at, by, reason, erased }: Withdrawal) {
  return { at, by, reason, erased };
}
