import { type Day, formatDay } from "#core/calendar/day.ts";
import { linesTable } from "#core/exports/goal-lines.ts";
import { goalsTable } from "#core/exports/goals.ts";
import { seriesTable } from "#core/exports/series.ts";
import { getIndicator } from "#core/indicators/indicator.ts";
import type { Series } from "#core/indicators/series.ts";
import { type Entity, pinned } from "#core/odata/evaluate.ts";
import { type Page, pageOf } from "#core/odata/page.ts";
import { type Options, parseQuery, type Query } from "#core/odata/query.ts";
import { entitiesOf, indicatorEntity, type SetName, sets } from "#core/odata/sets.ts";
import { findVersion, listStoredPlans } from "#store/plans.ts";
import { action, type Work } from "./action.ts";
import { drawnOf } from "./export-plan.ts";
import { type FollowedStored, follow } from "./follow-stored.ts";
import type { Data } from "./open-data.ts";
import { getSeenRegister } from "./seen-registers.ts";

/** A question in OData; plans are followed up as of a day and on a register where these are given. */
export type ODataRequest = {
  readonly data: Data;
  readonly set: SetName;
  readonly options: Options;
  readonly asOf?: Day;
  readonly register?: string;
};

/** A page of the rows of a set that a person may see. @throws BrokenInput odata-… where the question cannot be read */
export const queryOData = action<ODataRequest, Page>({
  act: "export-figures",
  on: () => "in-reach",
  does: async (work, request) => {
    const query = parseQuery(request.options, sets[request.set]);
    return pageOf(await rowsOf[request.set](work, request, query), query);
  },
  tells: ({ set, options, asOf, register }, { rows }) => {
    const asked = Object.entries({ ...options, asOf: asOf && formatDay(asOf), register });
    const query = asked.flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`])).join("&");
    return { subject: `odata ${set}`, query, count: rows.length };
  },
});

type RowsOf = (work: Work, request: ODataRequest, query: Query) => Promise<readonly Entity[]>;

const rowsOf: Readonly<Record<SetName, RowsOf>> = {
  Goals: async (work, request, query) => {
    const plans = await followAll(work, request, query);
    return plans.flatMap((one) => entitiesOf(goalsTable(drawnOf(one, request, work.at))));
  },
  Figures: async (work, request, query) => {
    const plans = await followAll(work, request, query);
    const { areas } = request.data.vocabulary;
    return plans.flatMap((one) =>
      entitiesOf(linesTable(drawnOf(one, request, work.at), one.goals, { series: one.series, areas })),
    );
  },
  Series: async ({ today }, { data, asOf = today }, { filter }) => {
    const wanted = pinned(filter, "Series");
    const all = data.series().filter(({ id }) => wanted?.includes(id) ?? true);
    return all.flatMap((one) => observationRows(one, data, asOf));
  },
  Indicators: async (_, { data }) => [...data.indicators.values()].map(indicatorEntity),
};

/** The rows of each series as of the day last asked for: a client asks page by page. */
const made = new WeakMap<Series, { readonly asOf: Day; readonly rows: readonly Entity[] }>();

function observationRows(series: Series, { indicators, vocabulary }: Data, asOf: Day): readonly Entity[] {
  const kept = made.get(series);
  if (kept?.asOf === asOf) return kept.rows;
  const indicator = getIndicator(indicators, series.indicator);
  const rows = entitiesOf(seriesTable(series, indicator, vocabulary.areas, { asOf, drawn: "" }));
  made.set(series, { asOf, rows });
  return rows;
}

/** The plans that a person may see and a filter lets through, followed up; on a register, those that are its. */
async function followAll(work: Work, request: ODataRequest, { filter }: Query): Promise<FollowedStored[]> {
  const { data, asOf, register } = request;
  const wanted = pinned(filter, "Plan");
  const seen = register === undefined ? undefined : await getSeenRegister(work.rows, data.folders, register);
  const followed: FollowedStored[] = [];
  for (const { id: plan, municipalities } of await listStoredPlans(work.rows)) {
    const isOutside = seen !== undefined && !municipalities.every((one) => seen.municipalities.includes(one));
    if (isOutside || wanted?.includes(plan) === false) continue;
    if ((await findVersion(work.rows, plan)) === undefined) continue;
    const one = await follow(work, { data, plan, ...(asOf !== undefined && { asOf }), ...(register && { register }) });
    if (one.plan.status !== "template") followed.push(one);
  }
  return followed;
}
