import type { Held } from "#core/access/decide.ts";
import { type Day, formatDay } from "#core/calendar/day.ts";
import { broken } from "#core/faults/fault.ts";
import type { Series } from "#core/indicators/series.ts";
import { checkPlan, type PlanCheck } from "#core/plans/check.ts";
import type { Parameters } from "#core/plans/evaluation/parameters.ts";
import type { Plan } from "#core/plans/format/plan.ts";
import { type GoalPage, goalPageOf } from "#core/plans/standing/goal-page.ts";
import { type Overview, overviewOf } from "#core/plans/standing/overview.ts";
import type { Rows } from "#store/connection.ts";
import { getStoredPlan, getVersion } from "#store/plans.ts";
import { action, type Call, type Work } from "./action.ts";
import { askRegister } from "./ask-register.ts";
import { type FollowedUp, followUpWith, settingOf } from "./follow-up-plan.ts";
import { asksForRegister, forecastsOf } from "./goal-forecasts.ts";
import { type NamedOwner, type Saying, sayingsOf } from "./goal-sayings.ts";
import { memory } from "./memory.ts";
import type { Data } from "./open-data.ts";
import { limitsOn } from "./parameters.ts";
import { programVersion } from "./register-setting.ts";
import { getSeenRegister, listNewSnapshots, ownersOfWanted, type SeenRegister } from "./seen-registers.ts";
import { type Added, addedTo, readStoredText } from "./stored-follow-up.ts";
import { planSubject } from "./stored-plans.ts";

/** Which plan of the database is followed up, as of which day, and on which register; without one, on published figures alone. */
export type FollowRequest = {
  readonly data: Data;
  readonly plan: string;
  /** The number of a version; its newest without one. */
  readonly version?: number;
  readonly asOf?: Day;
  /** The id of a register. */
  readonly register?: string;
};

/** A plan of the database, followed up and ready to be shown. */
export type FollowedStored = FollowedUp & {
  /** Everything it depends on. */
  readonly key: string;
  /** The plan as it is written; `plan` is as it reads with its questions answered. */
  readonly written: Plan;
  /** The number of the version. */
  readonly version: number;
  readonly seen: SeenRegister | undefined;
  readonly overview: Overview;
  readonly check: PlanCheck;
  /** The newest fetch among the published series that were used. */
  readonly published: Day | undefined;
};

/** Follows a plan of the database up. A result is kept until anything it depends on is another. */
export const followStored = action<FollowRequest, FollowedStored>({
  act: "read-figures",
  on: followSubject,
  does: follow,
  tells: ({ plan, register }, { version, asOf }) => ({
    subject: `plan ${plan} version ${version}`,
    query: [`as of ${formatDay(asOf)}`, register === undefined ? [] : `on ${register}`].flat().join(" "),
  }),
});

/** A goal of a plan of the database with all that belongs to it. */
export type ReadGoal = {
  readonly followed: FollowedStored;
  readonly page: GoalPage;
  readonly comments: readonly Saying[];
  readonly owner: NamedOwner | undefined;
};

/** Reads the page of a goal. @throws BrokenInput not-there, when the plan has no such goal */
export const readGoalPage = action<FollowRequest & { readonly goal: string }, ReadGoal>({
  act: "read-figures",
  on: followSubject,
  does: async (work, { goal, ...request }) => {
    const followed = await follow(work, request);
    const result = followed.goals.find((one) => one.goal.id === goal);
    if (result === undefined) throw broken("not-there", { kind: { da: "Målet", en: "The goal" }, id: goal });
    const { comments, owner } = await sayingsOf(work.rows, request.plan, goal);
    const { indicators } = request.data;
    const page = await keptFor(request.data).pages(`${followed.key}\n${goal}`, async () =>
      goalPageOf({ ...followed, indicators }, result, followed.check.findings),
    );
    return { followed, page, comments, owner };
  },
  tells: ({ plan, goal, register }) => ({ subject: `plan ${plan} goal ${goal}`, query: register }),
});

/** What is followed on a register is of the municipalities that have both. */
export async function followSubject({ data, plan, register }: FollowRequest, rows: Rows, call: Call): Promise<Held> {
  const held = await planSubject(plan, rows);
  if (register === undefined) return held;
  await listNewSnapshots(data.folders, call);
  const owners = await ownersOfWanted(rows, data.folders, register);
  if (owners.length === 0) return held;
  const both = held.municipalities.filter((one) => owners.includes(one));
  // A register of others is asked for as theirs: who may not is denied it, and that is logged.
  return { municipalities: both.length > 0 ? both : owners };
}

/** Follows a plan up for any action that may: the result is kept until anything it depends on is another. */
export async function follow(
  { rows, today }: Pick<Work, "rows" | "today">,
  { data, plan, version: number, asOf, register }: FollowRequest,
): Promise<FollowedStored> {
  const { municipalities } = await getStoredPlan(rows, plan);
  const version = await getVersion(rows, plan, number);
  const added = await addedTo(rows, plan);
  const seen = register === undefined ? undefined : await getSeenRegister(rows, data.folders, register);
  const parameters = await limitsOn(rows, municipalities, asOf ?? today);
  const { followed } = keptFor(data);
  const days = [asOf === undefined ? "" : formatDay(asOf), formatDay(today)];
  const rest = [seen?.id ?? "", programVersion(), JSON.stringify(parameters)];
  const key = [plan, version.number, version.sha256, added.revision, ...days, ...rest].join("\n");
  return followed(key, () => followAnew(data, { key, plan, version, added, asOf, today, seen, parameters }));
}

type Anew = {
  readonly key: string;
  readonly plan: string;
  readonly version: Awaited<ReturnType<typeof getVersion>>;
  readonly added: Added;
  readonly asOf: Day | undefined;
  readonly today: Day;
  readonly seen: SeenRegister | undefined;
  readonly parameters: Parameters;
};

async function followAnew(
  data: Data,
  { key, plan: id, version, added, today, seen, ...request }: Anew,
): Promise<FollowedStored> {
  const { plan, answered, followUp } = readStoredText(version, id, added, data.catalogue);
  const setting = settingOf(data, answered, today, { ...request, register: seen });
  const asked = { plan: answered, asOf: setting.asOf };
  const computed = seen === undefined ? [] : await askRegister(data.folders, "series", { register: seen.id, ...asked });
  const run =
    seen !== undefined && asksForRegister(answered, setting.asOf)
      ? await askRegister(data.folders, "run-on", { register: seen.id, ...asked })
      : undefined;
  const ofRegister = run && forecastsOf(run, setting.asOf);
  const followed = followUpWith(data, { answered, followUp }, setting, computed, ofRegister);
  return {
    ...followed,
    key,
    written: plan,
    version: version.number,
    seen,
    overview: overviewOf(followed),
    check: checkPlan(plan),
    published: newestFetch(followed, data.series()),
  };
}

/** The newest fetch among the published series that a goal was measured by. */
function newestFetch({ goals }: FollowedUp, published: readonly Series[]): Day | undefined {
  const known = new Map(published.map((series) => [series.id, series.fetched]));
  const used = goals.flatMap(({ parts }) =>
    parts.flatMap(({ series, context }) => [series?.id, ...context.map((one) => one.series)]),
  );
  const days = used.flatMap((id) => known.get(id ?? "") ?? []);
  return days.length === 0 ? undefined : days.reduce((newest, day) => (day > newest ? day : newest));
}

/** How many follow-ups and pages of goals are kept. */
const MOST = { followed: 40, pages: 400 };

function newlyKept() {
  return {
    followed: memory<FollowedStored>(MOST.followed),
    pages: memory<GoalPage>(MOST.pages),
  };
}

/** What is kept belongs to the published series it was made from, and goes with them. */
const kept = new WeakMap<readonly Series[], ReturnType<typeof newlyKept>>();

function keptFor(data: Data): ReturnType<typeof newlyKept> {
  const own = kept.get(data.series()) ?? newlyKept();
  kept.set(data.series(), own);
  return own;
}
