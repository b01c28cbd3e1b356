import { listSeriesForPages, readSeriesForPages } from "#actions/series-for-pages.ts";
import { listSnapshotsForPages, withdrawForPages } from "#actions/snapshots-for-pages.ts";
import { takeSeries } from "#actions/take-series.ts";
import * as api from "#api/data.ts";
import { seriesReadJson, snapshotJson, sourceJson } from "#api/data-answer.ts";
import { filesOf } from "../files.ts";
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
    api.importSeries,
    takeSeries,
    ({ query: { municipality, ...request } }, { house, request: sent }) => ({
      ...{ data: house.data, municipality, request, files: filesOf(sent) },
    }),
    ({ series: { id, title, vintage, observations } }) => {
      const periods = observations.map(({ period }) => period).toSorted((a, b) => a.from - b.from || a.to - b.to);
      return {
        ...{ series: id, title, vintage, figures: observations.length },
        ...{ first: periods[0].id, last: periods[periods.length - 1].id },
        areas: new Set(observations.map(({ area }) => area)).size,
      };
    },
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
