import type { Day } from "../../calendar/day.ts";
import type { Period } from "../../calendar/period.ts";
import type { Where } from "../../format/scalars.ts";
import type { Observation, Series } from "../../indicators/series.ts";
import type { Text } from "../../text/text.ts";

/** The ways a figure may go on: in each a figure for every coming period. */
export type Paths = {
  readonly periods: readonly Period[];
  readonly ways: readonly Float64Array[];
  /** How it was forecast, and how such forecasts have come out where that is known. */
  readonly method: Text;
  readonly past?: Text;
};

/** What is asked of a forecast: an indicator, narrowed, of some municipalities together, over coming periods. */
export type PathQuestion = {
  readonly indicator: string | undefined;
  readonly where: Where;
  readonly parameters: Readonly<Record<string, string>>;
  readonly areas: readonly string[];
  /** What the figures are distances to: another area, or another group; undefined where they are the figures themselves. */
  readonly distanceTo: string | undefined;
  /** The day nothing later than is to be known. */
  readonly asOf: Day;
  /** What measures it, with the figures of every area. */
  readonly series: Series;
  /** The final figures of the areas together, one a step of the series, the oldest first. */
  readonly history: readonly Observation[];
  /** The periods asked for, from the one after the last of the history. */
  readonly periods: readonly Period[];
};

/** Whatever can forecast: it answers with paths, or says why it has none. */
export type PathSource = (question: PathQuestion) => Paths | Text;

export function isPaths(answer: Paths | Text): answer is Paths {
  return "ways" in answer;
}

/** The first answer of several sources; where none has paths, the last one's reason. */
export function firstOf(sources: readonly [PathSource, ...PathSource[]]): PathSource {
  const [first, ...others] = sources;
  return (question) => others.reduce((answer, next) => (isPaths(answer) ? answer : next(question)), first(question));
}
