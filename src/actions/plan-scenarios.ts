import { parseScenario } from "#connectors/data-files/scenario.ts";
import { parseYaml } from "#connectors/data-files/yaml.ts";
import type { Day } from "#core/calendar/day.ts";
import { type Text, verbatim } from "#core/text/text.ts";
import type { Rows } from "#store/connection.ts";
import { getStoredPlan, getVersion } from "#store/plans.ts";
import { dropScenario, type KeptScenario, keepScenario, keptScenarios } from "#store/scenarios.ts";
import { action } from "./action.ts";
import { askRegister } from "./ask-register.ts";
import { knownToAll } from "./known-levers.ts";
import type { Data } from "./open-data.ts";
import { registerSubject } from "./outlooks.ts";
import { limitsOn } from "./parameters.ts";
import type { ScenarioAnswer, WrittenScenario } from "./run-scenario.ts";
import { getSeenRegister } from "./seen-registers.ts";
import { addedTo, readStoredText } from "./stored-follow-up.ts";
import { withoutCpr } from "./without-cpr.ts";

/** Levers as a file would have them, not yet read. */
export type WrittenLevers = readonly unknown[];

/** A scenario that is tried on a page: its levers, those it is held against, and the plan whose goals it may move. */
export type TriedScenario = {
  readonly data: Data;
  readonly register: string;
  readonly municipality?: string | undefined;
  readonly asOf?: Day | undefined;
  readonly plan?: string | undefined;
  readonly months: number;
  readonly draws: number;
  readonly levers: WrittenLevers;
  readonly against?: WrittenLevers | undefined;
};

const SEED = 1;

/**
 * Tries a scenario on a register, with the chance of every goal of a plan before and after. Looks without sampled futures
 * are not logged: they come with every turn of a lever, and the whole run follows.
 *
 * @throws BrokenInput with every fault of the scenario, register-too-short, horizon-too-far
 */
export const tryScenario = action<TriedScenario, ScenarioAnswer>({
  act: "run-forecast",
  on: registerSubject,
  does: async ({ rows, today }, { data, register, municipality, asOf, plan, months, draws, ...levers }) => {
    const { id, municipalities } = await getSeenRegister(rows, data.folders, register);
    const { smallestGroup: limit } = await limitsOn(rows, municipalities, today);
    const opened = plan === undefined || draws === 0 ? undefined : await openStored(rows, data, plan);
    const question = {
      ...{ months, draws, seed: SEED, limit, scenario: written(levers.levers) },
      ...(municipality !== undefined && municipalities.length > 1 && { municipality }),
      ...(levers.against && { against: written(levers.against) }),
      ...(opened && { plan: opened }),
    };
    const kind = draws === 0 ? "look" : "scenario";
    return askRegister(data.folders, kind, { register: id, question, ...(asOf !== undefined && { asOf }) });
  },
  tells: ({ register, months, draws, levers }) =>
    draws === 0
      ? undefined
      : { subject: `scenario on register ${register}`, query: `${months} months`, count: levers.length },
});

async function openStored(rows: Rows, data: Data, plan: string) {
  await getStoredPlan(rows, plan);
  const { answered, followUp } = readStoredText(
    await getVersion(rows, plan, undefined),
    plan,
    await addedTo(rows, plan),
    data.catalogue,
  );
  return { answered, followUp };
}

function written(levers: WrittenLevers): WrittenScenario {
  return { name: "scenario", text: textOf("scenarie", unnamed, levers) };
}

const unnamed: Text = { da: "Scenariet", en: "The scenario" };

/** The text of a scenario's file: JSON is YAML too. */
function textOf(id: string, title: Text, levers: WrittenLevers): string {
  return JSON.stringify({ format: "pejlemaerke-scenario/1", id, title, levers }, null, 2);
}

/** A scenario that is kept, with its levers as they are written. */
export type ReadScenario = KeptScenario & { readonly levers: WrittenLevers };

/** The scenarios a municipality keeps, the newest first, with their levers. */
export const readScenarios = action<{ municipality: string }, ReadScenario[]>({
  act: "run-forecast",
  on: ({ municipality }) => ({ municipalities: [municipality] }),
  does: async ({ rows }, { municipality }) => (await keptScenarios(rows, municipality)).map(withLevers),
  tells: ({ municipality }, { length }) => ({ subject: `scenarios of ${municipality}`, count: length }),
});

function withLevers(kept: KeptScenario): ReadScenario {
  const { value } = parseYaml(kept.yaml, `${kept.id}.yaml`);
  const levers = typeof value === "object" && value !== null && "levers" in value ? value.levers : [];
  return { ...kept, levers: Array.isArray(levers) ? levers : [] };
}

/** A scenario to keep under a name of the person's own. */
export type NamedScenario = {
  readonly data: Data;
  readonly municipality: string;
  readonly id: string;
  readonly title: string;
  readonly levers: WrittenLevers;
};

/** Keeps the levers of a page under a name, in place of what had it. @throws BrokenInput with every fault of the levers */
export const nameScenario = action<NamedScenario, ReadScenario>({
  act: "keep-scenario",
  on: ({ municipality }) => ({ municipalities: [municipality] }),
  does: async ({ rows, actor, at }, { data, municipality, id, title, levers }) => {
    const yaml = withoutCpr(textOf(id, verbatim(title), levers));
    const scenario = parseScenario(yaml, "scenario", knownToAll(data));
    const kept = { municipality, id: scenario.id, title: scenario.title, yaml, by: actor.id, at };
    await keepScenario(rows, kept);
    return { ...kept, levers };
  },
  tells: ({ municipality }, { id }) => ({ subject: `scenario ${id} of ${municipality}` }),
});

/** Keeps a scenario no longer. @throws BrokenInput not-there */
export const removeScenario = action<{ municipality: string; id: string }, void>({
  act: "keep-scenario",
  on: ({ municipality }) => ({ municipalities: [municipality] }),
  does: ({ rows }, { municipality, id }) => dropScenario(rows, municipality, id),
  tells: ({ municipality, id }) => ({ subject: `scenario ${id} of ${municipality} removed` }),
});
