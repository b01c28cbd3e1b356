import type { Text } from "../text/text.ts";
import { type Fault, faultMend, faultMessage } from "./fault.ts";

/** Faults that are mended alike: of one kind, in one file and column. */
export type FaultGroup = {
  readonly code: string;
  readonly file?: string;
  /** The column's name. */
  readonly path?: string;
  /** What is wrong, of the first of them, and what to do. */
  readonly says: Text;
  readonly mend: Text;
  readonly count: number;
  /** The first ones: where, and what stood there. */
  readonly places: readonly { readonly line?: number; readonly column?: number; readonly value?: string }[];
};

/** Places that are named of each group. */
const MOST_PLACES = 20;

/**
 * Faults gathered by kind, file and column, the most frequent first: whoever mends them mends a group at a time.
 *
 * @example groupFaults([{ code: "empty-file", place: { file: "a.csv" }, parameters: {} }])[0].count // 1
 */
export function groupFaults(faults: readonly Fault[]): FaultGroup[] {
  const groups = Map.groupBy(faults, ({ code, place }) => JSON.stringify([code, place.file, place.path]));
  return [...groups.values()].map(groupOf).toSorted((a, b) => b.count - a.count);
}

function groupOf(faults: readonly Fault[]): FaultGroup {
  const [first] = faults;
  const { file, path } = first.place;
  return {
    code: first.code,
    ...(file !== undefined && { file }),
    ...(path !== undefined && { path }),
    ...{ says: faultMessage(first), mend: faultMend(first), count: faults.length },
    places: faults.slice(0, MOST_PLACES).map(({ place: { line, column }, parameters: { value } }) => ({
      ...(line !== undefined && { line }),
      ...(column !== undefined && { column }),
      ...(typeof value === "string" && { value }),
    })),
  };
}
