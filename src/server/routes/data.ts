import { listSeriesForPages, readSeriesForPages } from "#actions/series-for-pages.ts";
import { listSnapshotsForPages, withdrawForPages } from "#actions/snapshots-for-pages.ts";
import * as api from "#api/data.ts";
import { seriesReadJson, snapshotJson, sourceJson } from "#api/data-answer.ts";
import { type Route, route } from "../route.ts";

/** What the figures stand on: published series with their fetches, and imported registers. */
export const dataRoutes: readonly Route[] = [
  route(
    api.listSources,
    listSeriesForPages,
    (_, { house }) => ({ data: house.data }),
    (series) => ({ series: series.map(sourceJson) }),
  ),
  route(
    api.readSeries,
    readSeriesForPages,
    ({ params, query }, { house }) => ({ data: house.data, ...params, ...query }),
    seriesReadJson,
  ),
  route(
    api.listSnapshots,
    listSnapshotsForPages,
    (_, { house }) => ({ folders: house.data.folders }),
    (snapshots) => ({ snapshots: snapshots.map(snapshotJson) }),
  ),
  route(
    api.withdrawSnapshot,
    withdrawForPages,
    ({ params, body }, { house }) => ({ folders: house.data.folders, ...params, ...body }),
    snapshotJson,
  ),
];
