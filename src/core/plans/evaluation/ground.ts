import type { Day } from "../../calendar/day.ts";
import type { PathSource } from "../../forecast/goals/paths.ts";
import type { Indicators } from "../../indicators/indicator.ts";
import type { Series } from "../../indicators/series.ts";
import type { FollowUp } from "../format/follow-up-file.ts";
import type { Plan } from "../format/plan.ts";
import type { Parameters } from "./parameters.ts";

/** Everything an evaluation rests on. `plan` is read with its questions answered. */
export type Ground = {
  readonly plan: Plan;
  readonly followUp: FollowUp;
  readonly indicators: Indicators;
  readonly series: readonly Series[];
  readonly asOf: Day;
  readonly parameters: Parameters;
  /** Where forecasts come from; without it verdicts under way rest on the course so far. */
  readonly paths?: PathSource | undefined;
};
