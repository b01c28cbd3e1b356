import type { listSnapshots, listSources, readSeries } from "#api/data.ts";
import type { Answered } from "#api/endpoint.ts";
import type { listJobs } from "#api/jobs.ts";

/** What the server answers of data, by the names these pages use. */
export type Source = Answered<typeof listSources>["series"][number];
export type SeriesRead = Answered<typeof readSeries>;
export type Vintage = SeriesRead["vintages"][number];
export type Snapshot = Answered<typeof listSnapshots>["snapshots"][number];
export type Job = Answered<typeof listJobs>["jobs"][number];
export type Report = NonNullable<Job["result"]>;
export type FaultGroup = Report["faults"][number];
