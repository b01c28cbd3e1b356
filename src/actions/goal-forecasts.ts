import { addDays, type Day } from "#core/calendar/day.ts";
import { monthOf } from "#core/calendar/month.ts";
import { BrokenInput, faultMessage } from "#core/faults/fault.ts";
import { isMissing } from "#core/figures/figure.ts";
import { foresee, learn } from "#core/forecast/flow/foresee.ts";
import { firstOf, type PathQuestion, type PathSource, type Paths } from "#core/forecast/goals/paths.ts";
import { isOfFlow, notTold, registerPaths } from "#core/forecast/goals/register-paths.ts";
import { seriesPaths } from "#core/forecast/goals/series-paths.ts";
import type { Series } from "#core/indicators/series.ts";
import type { Plan } from "#core/plans/format/plan.ts";
import type { Register } from "#core/register/columns.ts";
import { type AsOf, readAsOf } from "#core/register/reading/as-of.ts";
import type { Text } from "#core/text/text.ts";
import { checkHorizon, flowModelOf, seenByMunicipality } from "./forecast-register.ts";
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

/**
 * What goals are forecast by from a register of one municipality: the flow model, learnt when the first goal asks that it
 * can tell of, and once for all of them. It knows all until its day, so it tells nothing as of another.
 */
export function registerForecasts(data: Data, plan: Plan, register: Register, asOf: Day): PathSource {
  let learnt: PathSource | undefined;
  return (question) => {
    if (question.asOf !== asOf || plan.municipalities.length !== 1 || !isOfFlow(question)) return notTold;
    learnt ??= learnFrom(data, plan, readAsOf(register, asOf));
    return learnt(question);
  };
}

/** Lets the people of a register flow on until the plan ends. What cannot be learnt from it says why. */
function learnFrom(data: Data, { municipalities, period }: Plan, read: AsOf): PathSource {
  const horizon = Math.max(1, monthOf(addDays(period.to, -1)) - monthOf(read.asOf) + 1);
  const { model } = flowModelOf(data);
  const asked = { horizon, seed: SEED, draws: model.draws };
  try {
    const [{ seen }] = seenByMunicipality(data, read, model, municipalities[0]);
    checkHorizon(horizon, seen);
    const learnt = learn(seen, model, asked);
    const foreseen = learnt && foresee(learnt, asked);
    return foreseen === undefined ? () => notTold : registerPaths({ seen, foreseen, municipalities });
  } catch (error) {
    if (!(error instanceof BrokenInput)) throw error;
    const why = faultMessage(error.faults[0]);
    return () => why;
  }
}

const SEED = 1;

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
