import { isMissing } from "#core/figures/figure.ts";
import { firstOf, type PathQuestion, type PathSource, type Paths } from "#core/forecast/goals/paths.ts";
import { seriesPaths } from "#core/forecast/goals/series-paths.ts";
import type { Series } from "#core/indicators/series.ts";
import type { Text } from "#core/text/text.ts";
import type { Data } from "./open-data.ts";

/**
 * What goals under way are forecast by: a register's own model first where there is one, else the series that measures
 * the goal, from its own past and that of the municipalities nearest in size.
 */
export function goalForecasts(data: Data, ofRegister?: PathSource): PathSource {
  const { byId } = data.vocabulary.areas;
  const ofSeries = remembered(
    data.series(),
    seriesPaths((area) => byId.get(area)?.kind === "municipality"),
  );
  return ofRegister === undefined ? ofSeries : firstOf([ofRegister, ofSeries]);
}

/** How many forecasts are kept. */
const MOST = 500;

/** What was forecast belongs to the published series it was made beside, and goes with them. */
const kept = new WeakMap<readonly Series[], Map<string, Paths | Text>>();

function remembered(published: readonly Series[], source: PathSource): PathSource {
  const answers = kept.get(published) ?? new Map<string, Paths | Text>();
  kept.set(published, answers);
  return (question) => {
    const key = keyOf(question);
    const answer = answers.get(key) ?? source(question);
    if (answers.size >= MOST) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}

/** Everything a forecast of a series depends on. */
function keyOf({ series, areas, history, periods, distanceTo }: PathQuestion): string {
  const figures = history.map(({ period, value }) => [period.id, isMissing(value) ? value.missing : value.value]);
  const { id, vintage, unit, where } = series;
  return JSON.stringify([id, vintage, unit, where, areas, distanceTo, figures, periods.map((period) => period.id)]);
}
