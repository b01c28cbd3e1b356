import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { listSnapshots, listSources, readSeries } from "#api/data.ts";
import type { listJobs, readJob } from "#api/jobs.ts";
import { call } from "../client.ts";
import type { Job } from "./answers.ts";

export const sourcesQuery = queryOptions({
  queryKey: ["sources"],
  queryFn: () => call<typeof listSources>("GET", "/api/series"),
});

/** A series for an area, as it is now or as an earlier fetch had it; while other figures are on their way the last stay. */
export function seriesQuery(series: string, area: string | undefined, vintage: string | undefined) {
  return queryOptions({
    queryKey: ["series", series, area ?? "", vintage ?? ""],
    queryFn: () =>
      call<typeof readSeries>("GET", "/api/series/:series", { params: { series }, query: { area, vintage } }),
    placeholderData: keepPreviousData,
  });
}

export const snapshotsQuery = queryOptions({
  queryKey: ["snapshots"],
  queryFn: () => call<typeof listSnapshots>("GET", "/api/registers"),
});

/** How often a job that goes on is asked about, in milliseconds. */
const PULSE = 1000;

/** The newest jobs; asked for again while any of them goes on. */
export function jobsQuery(everyone: boolean) {
  return queryOptions({
    queryKey: ["jobs", everyone],
    queryFn: () => call<typeof listJobs>("GET", "/api/jobs", { query: { everyone: everyone ? "true" : "false" } }),
    refetchInterval: ({ state }) => (state.data?.jobs.some(goesOn) === true ? PULSE : false),
  });
}

/** A job; asked for again while it goes on. */
export function jobQuery(job: string) {
  return queryOptions({
    queryKey: ["job", job],
    queryFn: () => call<typeof readJob>("GET", "/api/jobs/:job", { params: { job } }),
    refetchInterval: ({ state }) => (state.data !== undefined && goesOn(state.data) ? PULSE : false),
  });
}

/** Whether a job waits or is under way. */
export function goesOn({ state }: Pick<Job, "state">): boolean {
  return state === "waiting" || state === "running";
}
