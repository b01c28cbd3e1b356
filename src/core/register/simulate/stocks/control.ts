import type { Path } from "./path.ts";

/** Keeps a stock on its path: what leaves is replaced, and what the path rises by is added. */
export type StockControl = {
  readonly path: Path;
  readonly counts: "fullTime" | "persons";
  /** How many more must come than are missing, since some leave again before the month is over. */
  bias: number;
};
