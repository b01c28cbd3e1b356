import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { importRegister } from "#actions/import-register.ts";
import { ownFolders } from "#actions/open-data.ts";
import { EVERYTHING } from "#core/access/decide.ts";
import type { Act } from "#core/access/table.ts";
import { doorOf, type House } from "#server/house.ts";
import { addComment } from "#store/goals.ts";
import { addJob } from "#store/jobs.ts";
import { dropDraft, findDraft, saveDraft } from "#store/plans.ts";
import { keepScenario } from "#store/scenarios.ts";
import type { Asking } from "./home.ts";
import { longRegister, smallRegister, writeFiles } from "./small-register.ts";

/** Who asks, where, and how often somebody has asked before: so that what is added can be new each time. */
export type Asker = { readonly house: House; readonly user: string; readonly number: number };

/**
 * How an endpoint is asked so that it is about municipality 851: whatever the asker reaches (`in-reach`), the whole
 * installation, something that 851 holds, or the asker's own.
 */
export type Case = {
  readonly about: "anyone" | "in-reach" | "installation" | "851" | "own";
  /** What the asker must have the right to besides, in 851. */
  readonly also?: Act;
  readonly sends: (asker: Asker) => Sends | Promise<Sends>;
};
export type Sends = Pick<Asking, "params" | "query" | "body" | "files" | "headers">;

const plan = "aalborg-2018";
const goal = { plan, goal: "rekrutteringer" };
const yaml = readFileSync(join(ownFolders().data, "plans", `${plan}.yaml`), "utf8");
const register = { register: "lille", from: "2018-01", to: "2018-12" };
const counted = "fuldtidspersoner";
const published = "dst-auk01-kontanthjaelp";
const scenario = { levers: [{ lever: "inflow", benefit: "kontanthjaelp", by: "-10 %" }] };
const nothing = () => ({});
const account = { municipality: "851", name: "Et Menneske", language: "da" };
const upload = { municipality: "851", upload: "00000000-0000-4000-8000-000000000000" };

/** One case an endpoint: whoever adds an endpoint says here what it is about. */
export const cases: Readonly<Record<string, Case>> = {
  "GET /api/session": { about: "anyone", sends: nothing },
  "POST /api/session/demo": { about: "anyone", sends: () => ({ body: { user: "demo-head" } }) },
  "DELETE /api/session": { about: "anyone", sends: nothing },

  "GET /api/users": { about: "in-reach", sends: nothing },
  "POST /api/users": { about: "851", sends: ({ number }) => ({ body: { ...account, id: `new ${number}` } }) },
  "PUT /api/users/:user": {
    about: "851",
    sends: () => ({ params: { user: "target" }, body: { ...account, active: true } }),
  },
  "POST /api/users/:user/roles": {
    about: "851",
    sends: () => ({ params: { user: "target" }, body: { role: "reader", municipality: "851" } }),
  },
  "DELETE /api/users/:user/roles/:grant": {
    about: "851",
    sends: () => ({ params: { user: "target", grant: "target-9" } }),
  },
  "GET /api/users/:user/sessions": { about: "851", sends: () => ({ params: { user: "target" } }) },
  "DELETE /api/users/:user/sessions": { about: "851", sends: () => ({ params: { user: "target" } }) },
  "DELETE /api/users/:user/sessions/:session": {
    about: "own",
    sends: ({ user }) => ({ params: { user, session: "of-another-day" } }),
  },
  "GET /api/units": { about: "in-reach", sends: nothing },
  "POST /api/units": {
    about: "851",
    sends: ({ number }) => ({ body: { id: `unit ${number}`, municipality: "851", name: "En enhed" } }),
  },
  "PUT /api/units/:unit": {
    about: "851",
    sends: () => ({ params: { unit: "north" }, body: { municipality: "851", name: "Center Nord" } }),
  },
  "GET /api/parameters": { about: "851", sends: () => ({ query: { municipality: "851" } }) },
  "PUT /api/parameters/:name": {
    about: "851",
    sends: () => ({
      params: { name: "smallestGroup" },
      body: { municipality: "851", from: "2027-01-01", value: 10 },
    }),
  },

  "GET /api/audit": { about: "own", sends: ({ user }) => ({ query: { actor: user } }) },
  "GET /api/audit/export": { about: "in-reach", sends: nothing },
  "GET /api/audit/extract": { about: "851", sends: () => ({ query: { municipality: "851", person: "P1" } }) },
  "GET /api/audit/verify": { about: "installation", sends: nothing },

  "GET /api/plans/:plan/comments": { about: "851", sends: () => ({ params: { plan } }) },
  "POST /api/plans/:plan/goals/:goal/comments": {
    about: "851",
    sends: () => ({ params: goal, body: { says: "Vi er på vej." } }),
  },
  "PUT /api/plans/:plan/goals/:goal/comments/:comment": {
    about: "851",
    sends: async (asker) => ({
      params: { ...goal, comment: await saidBy(asker, "comment") },
      body: { says: "Vi er der." },
    }),
  },
  "DELETE /api/plans/:plan/goals/:goal/comments/:comment": {
    about: "851",
    sends: async (asker) => ({ params: { ...goal, comment: await saidBy(asker, "comment") } }),
  },
  "POST /api/plans/:plan/goals/:goal/assessments": {
    about: "851",
    sends: () => ({ params: goal, body: { says: "Det går godt." } }),
  },
  "PUT /api/plans/:plan/goals/:goal/assessments/:comment": {
    about: "851",
    sends: async (asker) => ({
      params: { ...goal, comment: await saidBy(asker, "assessment") },
      body: { says: "Det går bedre." },
    }),
  },
  "DELETE /api/plans/:plan/goals/:goal/assessments/:comment": {
    about: "851",
    sends: async (asker) => ({ params: { ...goal, comment: await saidBy(asker, "assessment") } }),
  },
  "GET /api/plans/:plan/owners": { about: "851", sends: () => ({ params: { plan } }) },
  "GET /api/plans/:plan/possible-owners": { about: "851", sends: () => ({ params: { plan } }) },
  "PUT /api/plans/:plan/goals/:goal/owner": {
    about: "851",
    sends: () => ({ params: goal, body: { owner: "target" } }),
  },
  "GET /api/plans/:plan/follow-up": { about: "851", sends: () => ({ params: { plan } }) },
  "POST /api/plans/:plan/goals/:goal/answers": {
    about: "851",
    sends: () => ({
      params: { plan, goal: "minister-beskaeftigelse-eller-uddannelse" },
      body: { question: "udgangspunkt", reading: "gennemsnit-2017" },
    }),
  },
  "POST /api/plans/:plan/goals/:goal/observations": {
    about: "851",
    sends: () => ({ params: goal, body: { period: "2018", value: "1.043 rekrutteringer", source: "Egen liste" } }),
  },
  "POST /api/plans/:plan/goals/:goal/evidence": {
    about: "851",
    sends: () => ({
      params: { plan, goal: "ny-ungestrategi" },
      body: { done: "2018-05-15", what: "Byrådets dagsorden" },
    }),
  },
  "POST /api/plans/:plan/accepted": {
    about: "851",
    sends: () => ({
      params: { plan },
      body: { finding: "checks.langtidsledige-fald-i-alt", reason: "Det er en trykfejl." },
    }),
  },
  "GET /api/plans": { about: "in-reach", sends: nothing },
  "GET /api/plans/:plan/overview": { about: "851", sends: () => ({ params: { plan } }) },
  "GET /api/plans/:plan/changes": { about: "851", sends: () => ({ params: { plan } }) },
  "GET /api/plans/:plan/goals/:goal": { about: "851", sends: () => ({ params: goal }) },
  "GET /api/plans/:plan/goals/:goal/persons": {
    about: "851",
    sends: () => ({ params: { plan, goal: "kontanthjaelp" }, query: { register: "lille", period: "2018-06" } }),
  },

  "POST /api/plans": {
    about: "851",
    sends: async ({ house }) => {
      await house.database.store.within(EVERYTHING, (rows) => dropDraft(rows, plan));
      return { body: { yaml } };
    },
  },
  "GET /api/plans/:plan/document": { about: "851", sends: () => ({ params: { plan }, query: { version: "1" } }) },
  "GET /api/plans/:plan/file": { about: "851", sends: () => ({ params: { plan }, query: { version: "1" } }) },
  "POST /api/plans/:plan/check": { about: "851", sends: () => ({ params: { plan }, body: { yaml } }) },
  "POST /api/plans/:plan/difference": { about: "851", sends: () => ({ params: { plan }, body: { from: 1, to: 1 } }) },
  "POST /api/plans/:plan/goals/:goal/edit": {
    about: "851",
    sends: () => ({ params: goal, body: { yaml, changes: [{ path: "title.en", value: "More recruitments" }] } }),
  },
  "POST /api/plans/:plan/goals/:goal/baseline": { about: "851", sends: () => ({ params: goal, body: { yaml } }) },
  "POST /api/plans/:plan/paste": {
    about: "851",
    sends: () => ({
      params: { plan },
      body: { yaml, cells: "År\tAntal\n2017\t1.234\n", title: "Tal", unit: "persons" },
    }),
  },
  "PUT /api/plans/:plan/draft": {
    about: "851",
    sends: async (asker) => ({ params: { plan }, body: { yaml, onTopOf: await revisionNow(asker) } }),
  },
  "DELETE /api/plans/:plan/draft": {
    about: "851",
    sends: async (asker) => ({ params: { plan }, body: { revision: await freshDraft(asker) } }),
  },
  "POST /api/plans/:plan/versions": {
    about: "851",
    sends: async (asker) => ({ params: { plan }, body: { revision: await freshDraft(asker), note: "Vedtaget" } }),
  },
  "POST /api/plans/:plan/versions/:number/restore": {
    about: "851",
    sends: async (asker) => ({ params: { plan, number: "1" }, body: { onTopOf: await revisionNow(asker) } }),
  },
  "POST /api/session/programs": {
    about: "in-reach",
    sends: () => ({ body: { program: "Power BI", days: 30 } }),
  },
  "GET /api/series": { about: "in-reach", sends: nothing },
  "POST /api/series": {
    about: "851",
    sends: () => ({
      query: { municipality: "851", indicator: "fuldtidspersoner", where: "benefit:kontanthjaelp", area: "851" },
      files: { "egne-tal.csv": "Periode;Antal\n2018-01;3412\n2018-02;3398\n" },
    }),
  },
  "GET /api/series/:series": { about: "in-reach", sends: () => ({ params: { series: published } }) },
  "GET /api/registers": { about: "in-reach", sends: nothing },
  "POST /api/registers/:register/withdrawal": {
    about: "851",
    sends: async (asker) => ({
      params: { register: await registerToWithdraw(asker) },
      body: {},
      headers: { "x-pejlemaerke-reason": encodeURIComponent("Den forkerte måned") },
    }),
  },

  "GET /api/vocabulary": { about: "in-reach", sends: nothing },
  "GET /api/indicators": { about: "in-reach", sends: nothing },
  "GET /api/indicators/:indicator": { about: "in-reach", sends: () => ({ params: { indicator: counted } }) },
  "GET /api/indicators/:indicator/figures": {
    about: "851",
    sends: () => ({ params: { indicator: counted }, query: register }),
  },
  "GET /api/indicators/:indicator/figures.:format": {
    ...{ about: "851", also: "explore-register" },
    sends: () => ({ params: { indicator: counted, format: "csv" }, query: register }),
  },
  "GET /api/indicators/:indicator/published": {
    about: "in-reach",
    sends: () => ({ params: { indicator: "nettoledige" }, query: { series: published, areas: "851" } }),
  },
  "GET /api/indicators/:indicator/reconciled": {
    about: "851",
    sends: () => ({ params: { indicator: counted }, query: { register: "lille" } }),
  },
  "GET /api/compare/series": { about: "in-reach", sends: nothing },
  "GET /api/compare": { about: "in-reach", sends: () => ({ query: { area: "851", series: published } }) },
  "POST /api/compare/benchmark": {
    about: "851",
    sends: () => ({
      query: { municipality: "851", table: "Y30R21" },
      files: {
        "benchmark.csv":
          "Kommune;Periode;Forventet antal;Faktisk antal\nAalborg;2024;16.500;16.200\nAlbertslund;2024;2.450;2.510\n",
      },
    }),
  },
  "GET /api/compare/benchmark": { about: "in-reach", sends: () => ({ query: { area: "851" } }) },
  "GET /api/plans/:plan/overview.:format": { about: "851", sends: () => ({ params: { plan, format: "csv" } }) },
  "GET /api/plans/:plan/goals/:goal.:format": { about: "851", sends: () => ({ params: { ...goal, format: "csv" } }) },
  "GET /api/series/:series.:format": {
    about: "in-reach",
    sends: () => ({ params: { series: published, format: "csv" } }),
  },
  "GET /api/odata": { about: "anyone", sends: nothing },
  "GET /api/odata/$metadata": { about: "anyone", sends: nothing },
  "GET /api/odata/:set": { about: "in-reach", sends: () => ({ params: { set: "Indicators" }, query: { $top: "1" } }) },

  "GET /api/forecast": { about: "851", sends: () => ({ query: { register: "lille" } }) },
  "POST /api/forecast": { about: "851", sends: () => ({ body: { register: "lille" } }) },
  "GET /api/forecast/published": { about: "in-reach", sends: () => ({ query: { area: "851" } }) },
  "GET /api/forecast/moved": {
    about: "851",
    sends: () => ({ query: { register: "lille", benefits: "kontanthjaelp", before: "2018-06", after: "2018-09" } }),
  },
  "GET /api/forecast/expected-ends": { about: "851", sends: () => ({ query: { register: "lille" } }) },
  "POST /api/scenario": {
    about: "851",
    sends: async (asker) => ({ body: { register: await registerToLearnFrom(asker), draws: 0, ...scenario } }),
  },
  "GET /api/scenarios": { about: "851", sends: () => ({ query: { municipality: "851" } }) },
  "PUT /api/scenarios/:scenario": {
    about: "851",
    sends: () => ({
      params: { scenario: "faerre-nye" },
      body: { municipality: "851", title: "Færre nye", levers: scenario.levers },
    }),
  },
  "DELETE /api/scenarios/:scenario": {
    about: "851",
    sends: async (asker) => ({ params: { scenario: await scenarioToDrop(asker) }, query: { municipality: "851" } }),
  },

  "GET /api/jobs": { about: "own", sends: nothing },
  "GET /api/jobs/:job": { about: "851", sends: async (asker) => ({ params: { job: await jobOf(asker) } }) },
  "DELETE /api/jobs/:job": { about: "851", sends: async (asker) => ({ params: { job: await jobOf(asker) } }) },
  "POST /api/register/uploads": {
    about: "851",
    sends: () => ({ query: { municipality: "851" }, files: { "benefits.csv": "person_id,benefit,from\n" } }),
  },
  "POST /api/register/checks": { about: "851", sends: () => ({ body: upload }) },
  "POST /api/register/imports": { about: "851", sends: () => ({ body: upload }) },
  "POST /api/register/simulations": {
    about: "851",
    sends: () => ({ body: { municipality: "851", from: "2017-01", to: "2017-12" } }),
  },
};

/** Something that the asker has said of the goal. */
async function saidBy({ house, user }: Asker, kind: "comment" | "assessment"): Promise<string> {
  const { store, at } = doorOf(house);
  const id = randomUUID();
  await store.within(EVERYTHING, (rows) =>
    addComment(rows, { id, ...goal, kind, says: "Vi ser på det.", by: user, at }),
  );
  return id;
}

/** The revision that the plan's draft has now; 0 when there is none. */
async function revisionNow({ house }: Asker): Promise<number> {
  return house.database.store.within(EVERYTHING, async (rows) => (await findDraft(rows, plan))?.revision ?? 0);
}

/** The revision of a draft that has just been saved. */
async function freshDraft(asker: Asker): Promise<number> {
  const { store, at } = doorOf(asker.house);
  const onTopOf = await revisionNow(asker);
  return store.within(EVERYTHING, (rows) => saveDraft(rows, plan, { yaml, by: "target", at }, onTopOf));
}

/** A register of 851 with months enough for the flow model; imported again, it is the same. */
async function registerToLearnFrom({ house }: Asker): Promise<string> {
  const folder = writeFiles(join(house.data.folders.var, "to-learn-from"), longRegister());
  const { at } = doorOf(house);
  const { id } = await importRegister(
    { folder, name: "langt", accept: true },
    { ...house.data, now: at, by: "target" },
  );
  return id;
}

/** A scenario that 851 keeps, and may drop. */
async function scenarioToDrop({ house, number }: Asker): Promise<string> {
  const { store, at } = doorOf(house);
  const id = `bort-${number}`;
  const title = { da: "Bort", en: "Away" };
  await store.within(EVERYTHING, (rows) =>
    keepScenario(rows, { municipality: "851", id, title, yaml: "", by: "target", at }),
  );
  return id;
}

/** A register of 851 that stands, and may go. */
async function registerToWithdraw({ house, number }: Asker): Promise<string> {
  const folder = join(house.data.folders.var, "to-withdraw", String(number));
  writeFiles(folder, smallRegister());
  const { at } = doorOf(house);
  const { id } = await importRegister({ folder, name: "bort", accept: true }, { ...house.data, now: at, by: "target" });
  return id;
}

/** A job of 851 that somebody else asked for, and nobody does. */
async function jobOf({ house }: Asker): Promise<string> {
  const { store, at } = doorOf(house);
  const id = randomUUID();
  const asked = { input: {}, municipality: "851", askedBy: "target", asked: at };
  await store.within(EVERYTHING, (rows) => addJob(rows, { id, kind: "nobody-does", ...asked }));
  return id;
}
