import { check, parseYaml } from "#connectors/data-files/yaml.ts";
import { getIndicator, type Indicator } from "#core/indicators/indicator.ts";
import { sayFormula } from "#core/indicators/say-formula.ts";
import type { Plan } from "#core/plans/format/plan.ts";
import { type Catalogue, planSchema } from "#core/plans/references.ts";
import type { Text } from "#core/text/text.ts";
import type { Rows } from "#store/connection.ts";
import { findVersion, listStoredPlans, type PlanVersion } from "#store/plans.ts";
import { action } from "./action.ts";
import { lineOf, type SeriesLine } from "./list-series.ts";
import { memory } from "./memory.ts";
import type { Data } from "./open-data.ts";

/** A goal that is measured by an indicator, and its plan. */
export type UsingGoal = { readonly plan: Plan; readonly goal: Plan["goals"][number] };

/** An indicator with the series that show it and the goals that are measured by it. */
export type UsedIndicator = {
  readonly indicator: Indicator;
  readonly series: readonly SeriesLine[];
  readonly goals: readonly UsingGoal[];
};

/** Every indicator, and where it is used among what the person may see. */
export const listUsedIndicators = action<{ data: Data }, UsedIndicator[]>({
  act: "read-figures",
  on: () => "in-reach",
  does: async ({ rows }, { data }) => {
    const using = await goalsByIndicator(rows, data);
    const series = Map.groupBy(publishedLines(data), ({ indicator }) => indicator);
    return [...data.indicators.values()].map((indicator) => ({
      indicator,
      series: series.get(indicator.id) ?? [],
      goals: using.get(indicator.id) ?? [],
    }));
  },
  tells: (_, found) => ({ subject: "indicators", count: found.length }),
});

/** An indicator whole. */
export type ReadIndicator = UsedIndicator & {
  /** The formula in words, with the parameters' own values; what no register holds has none. */
  readonly formula: { readonly numerator: Text; readonly denominator?: Text } | undefined;
};

/** Reads an indicator. @throws BrokenInput unknown-reference */
export const readUsedIndicator = action<{ data: Data; indicator: string }, ReadIndicator>({
  act: "read-figures",
  on: () => "in-reach",
  does: async ({ rows }, { data, indicator: id }) => {
    const indicator = getIndicator(data.indicators, id);
    const goals = (await goalsByIndicator(rows, data)).get(id) ?? [];
    const series = publishedLines(data).filter((one) => one.indicator === id);
    return { indicator, series, goals, formula: formulaOf(indicator, data) };
  },
  tells: ({ indicator }) => ({ subject: `indicator ${indicator}` }),
});

function formulaOf({ numerator, denominator, parameters }: Indicator, { vocabulary }: Data): ReadIndicator["formula"] {
  if (numerator === undefined) return undefined;
  const values = Object.fromEntries(parameters.map(({ id, value }) => [id, value]));
  const say = (formula: typeof numerator) => sayFormula(formula, values, vocabulary);
  return { numerator: say(numerator), ...(denominator && { denominator: say(denominator) }) };
}

const lines = new WeakMap<object, readonly SeriesLine[]>();

/** The published series in lines, by id; counted once while the series are the same. */
export function publishedLines(data: Data): readonly SeriesLine[] {
  const all = data.series();
  const known = lines.get(all) ?? all.map((one) => lineOf(one, 1)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  lines.set(all, known);
  return known;
}

/** The goals of the plans that the rows show, newest versions, by the indicators their parts are measured by. */
async function goalsByIndicator(rows: Rows, data: Data): Promise<Map<string, UsingGoal[]>> {
  const using = new Map<string, UsingGoal[]>();
  for (const { id } of await listStoredPlans(rows)) {
    const version = await findVersion(rows, id);
    const plan = version && (await readVersion(data.catalogue, id, version));
    if (plan === undefined || plan.status === "template") continue;
    for (const goal of plan.goals)
      for (const indicator of new Set(goal.parts.flatMap((part) => part.indicator ?? [])))
        using.set(indicator, [...(using.get(indicator) ?? []), { plan, goal }]);
  }
  return using;
}

/** How many plans are kept read. */
const MOST = 60;
const read = new WeakMap<Catalogue, ReturnType<typeof memory<Plan>>>();

function readVersion(catalogue: Catalogue, id: string, { yaml, sha256 }: PlanVersion): Promise<Plan> {
  const kept = read.get(catalogue) ?? memory<Plan>(MOST);
  read.set(catalogue, kept);
  return kept(`${id}\n${sha256}`, async () => check(parseYaml(yaml, `${id}.yaml`), planSchema(catalogue)));
}
