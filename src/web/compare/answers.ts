import type { compareMunicipalities, listComparable, readBenchmark } from "#api/compare.ts";
import type { Answered } from "#api/endpoint.ts";

/** What the server answers of comparison, by the names this page uses. */
export type Comparable = Answered<typeof listComparable>["series"][number];
export type Compared = Answered<typeof compareMunicipalities>;
export type ComparedRow = Compared["rows"][number];
export type Benchmark = Answered<typeof readBenchmark>;
export type BenchmarkRow = Benchmark["rows"][number];
export type Beside = Pick<Compared, "own" | "group" | "groups" | "periods" | "period">;
