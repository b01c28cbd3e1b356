import type { Day } from "../calendar/day.ts";
import type { ExpectationResult } from "../plans/evaluation/expectations.ts";
import type { Parameters } from "../plans/evaluation/parameters.ts";
import type { FollowUp } from "../plans/format/follow-up-file.ts";
import type { Plan } from "../plans/format/plan.ts";
import type { GoalPage, GoalPart } from "../plans/standing/goal-page.ts";
import type { GoalRow, Overview } from "../plans/standing/overview.ts";
import type { Language } from "../text/text.ts";

/** A plan followed up for everybody to read. */
export type Publication = {
  readonly plan: Plan;
  readonly followUp: FollowUp;
  readonly asOf: Day;
  readonly language: Language;
  readonly parameters: Parameters;
  /** The register behind the figures; a simulated one is marked on every page. */
  readonly register: { readonly id: string; readonly name: string; readonly simulated: boolean } | undefined;
  readonly overview: Overview;
  readonly goals: readonly GoalPage[];
  readonly expectations: readonly ExpectationResult[];
  /** What the areas are called. */
  readonly areaName: (id: string) => string;
};

/** A row of the table behind a chart. */
export type DrawnRow = {
  readonly period: string;
  readonly series: string;
  readonly figure: string;
  readonly isMissing: boolean;
  readonly isPreliminary: boolean;
};

/** A chart, drawn: for a wide and a narrow page, as a file, and as the figures behind it. */
export type DrawnChart = {
  readonly title: string;
  readonly subtitle: string;
  readonly wide: string;
  readonly narrow: string;
  readonly file: string;
  readonly rows: readonly DrawnRow[];
  readonly csv: string;
};

/** Who draws the charts of a publication. A chart without figures is not drawn. */
export type Drawing = {
  readonly sparkline: (row: GoalRow, publication: Publication) => string | undefined;
  readonly course: (page: GoalPage, part: GoalPart, publication: Publication) => DrawnChart | undefined;
  /** Rows as a file for a spreadsheet in the language's dialect, heading first. */
  readonly csv: (rows: readonly (readonly string[])[], language: Language) => string;
  /** The rules of style the charts need. */
  readonly stylesheet: string;
};
