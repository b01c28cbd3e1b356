import type { Period } from "../calendar/period.ts";
import type { CellFigure, PersonLists, Words } from "./read-cell.ts";

/** One figure of an indicator, or the reason why there is none. */
export type IndicatorRow = Omit<CellFigure, "behind"> & {
  readonly period: Period;
  /** The code of each dimension that is broken down by. */
  readonly dims: Words;
  /** The figure can still change. */
  readonly preliminary?: true;
  readonly persons?: PersonLists;
};

/** A row with how many stand behind it, whether or not it may be shown. */
export type FullRow = IndicatorRow & Partial<Pick<CellFigure, "behind">>;
