import { addDays, type Day } from "#core/calendar/day.ts";
import { monthOf } from "#core/calendar/month.ts";
import { BrokenInput, faultMessage } from "#core/faults/fault.ts";
import { isMissing } from "#core/figures/figure.ts";
import { type ForeseenRegister, foresee, learn } from "#core/forecast/flow/foresee.ts";
import { pastOf } from "#core/forecast/flow/past.ts";
import type { Seen } from "#core/forecast/flow/see.ts";
import { firstOf, type PathQuestion, type PathSource, type Paths } from "#core/forecast/goals/paths.ts";
import { FULL_TIME, isOfFlow, notTold, type RunOn, registerPaths } from "#core/forecast/goals/register-paths.ts";
import { seriesPaths } from "#core/forecast/goals/series-paths.ts";
import type { Series } from "#core/indicators/series.ts";
import type { Part } from "#core/plans/format/goal.ts";
import type { Plan } from "#core/plans/format/plan.ts";
import { aimOf } from "#core/plans/targets/kinds.ts";
import type { Register } from "#core/register/columns.ts";
import { readAsOf } from "#core/register/reading/as-of.ts";
import type { Text } from "#core/text/text.ts";
import type { Data } from "./open-data.ts";
import { checkHorizon, flowModelOf, seenByMunicipality } from "./seen-municipalities.ts";

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
 * can tell of, and once for all of them.
 */
export function registerForecasts(data: Data, plan: Plan, register: Register, asOf: Day): PathSource {
  let source: PathSource | undefined;
  return (question) => {
    if (!isOfFlow(question) || question.asOf !== asOf) return notTold;
    source ??= forecastsOf(runOnFrom(data, plan, register, asOf), asOf);
    return source(question);
  };
}

/** The forecasts of a register that was let run on. It knows all until its day, so it tells nothing as of another. */
export function forecastsOf(run: RunOn | Text, asOf: Day): PathSource {
  if (!("foreseen" in run)) return () => run;
  const paths = registerPaths(run);
  return (question) => (question.asOf === asOf ? paths(question) : notTold);
}

/** Whether a goal of a plan is under way on a day that a register can be let run on for. */
export function asksForRegister({ goals, period }: Plan, asOf: Day): boolean {
  const isOpen = ({ indicator, target }: Part) => {
    const until = target && aimOf(target).period?.to;
    return indicator === FULL_TIME && until !== undefined && until > asOf;
  };
  return asOf >= period.from && goals.some(({ parts }) => parts.some(isOpen));
}

/** Lets the people of a register flow on until a plan of its municipality ends; or says why they cannot be. */
export function runOnFrom(data: Data, plan: Plan, register: Register, asOf: Day): RunOn | Text {
  const { municipalities, period } = plan;
  if (municipalities.length !== 1) return notTold;
  const horizon = Math.max(1, monthOf(addDays(period.to, -1)) - monthOf(asOf) + 1);
  const { model } = flowModelOf(data);
  const asked = { horizon, seed: SEED, draws: model.draws };
  try {
    const [{ seen }] = seenByMunicipality(data, readAsOf(register, asOf), model, municipalities[0]);
    checkHorizon(horizon, seen);
    const learnt = learn(seen, model, asked);
    const foreseen = learnt && foresee(learnt, asked);
    if (learnt === undefined || foreseen === undefined) return notTold;
    const past = pastOf(learnt, new Set(seen.benefits.map(({ benefit }) => benefit)));
    return { ...slim(seen, foreseen, municipalities), past };
  } catch (error) {
    if (error instanceof BrokenInput) return faultMessage(error.faults[0]);
    throw error;
  }
}

/** What chances need of a register that was let run on, small enough to be sent between threads. */
function slim(
  seen: Seen,
  { months, benefits, projection }: ForeseenRegister,
  municipalities: readonly string[],
): RunOn {
  return {
    seen: { benefits: seen.benefits.map(({ benefit, fullTime }) => ({ benefit, fullTime })) },
    foreseen: {
      ...{ months, projection: { draws: projection.draws } },
      benefits: benefits.map(({ benefit, sampled }) => ({ benefit, sampled })),
    },
    municipalities,
  };
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
