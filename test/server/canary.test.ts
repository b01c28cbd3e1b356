import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EVERYTHING } from "#core/access/decide.ts";
import { routes } from "#server/routes.ts";
import { addUnit } from "#store/units.ts";
import { embedded, filesIn } from "../contract/databases.ts";
import { cases, type Sends } from "./cases.ts";
import { type Asking, addPerson, ask, cookieOf, type Home, openHome, PATIENCE } from "./home.ts";

/** Written like a CPR number, and nobody's: 60 added to the day is for replacement numbers, and none has these. */
const CANARY = "7101901234";
const canaries = [CANARY, `${CANARY.slice(0, 6)}-${CANARY.slice(6)}`];

describe.skipIf(embedded.bin() === undefined)("A CPR number sent anywhere in a request", () => {
  let home: Home;
  let cookie = "";
  const answers: string[] = [];

  beforeAll(async () => {
    home = await openHome();
    const grants = (["administrator", "auditor", "head", "analyst", "caseworker"] as const).map((role) => ({
      ...{ role, municipality: "all" },
    }));
    await addPerson(home, "everyone", ...grants);
    await addPerson(home, "target", { role: "reader", municipality: "851" });
    const unit = { id: "north", municipality: "851", name: "Center Nord" };
    await home.house.database.store.within(EVERYTHING, (rows) => addUnit(rows, unit));
    cookie = await cookieOf(home, "everyone");
  }, PATIENCE);
  afterAll(() => home?.close(), PATIENCE);

  async function send(asking: Asking) {
    const response = await ask(home.app, { cookie, ...asking });
    answers.push(`${JSON.stringify(response.headers)} ${response.body}`);
    return response;
  }

  test.for(routes.map(({ endpoint: { method, path } }) => [`${method} ${path}`, method, path] as const))(
    "is not taken by %s",
    { timeout: PATIENCE },
    async ([key, method, path]) => {
      const sends = await cases[key]?.sends({ house: home.house, user: "everyone", number: 0 });
      if (sends === undefined) return;
      for (const canary of canaries) {
        for (const tainted of taintedOf(sends, canary)) {
          const { statusCode } = await send({ method, path, ...tainted });
          expect(statusCode, JSON.stringify(tainted)).toBeGreaterThanOrEqual(400);
        }
        const headers = {
          "x-pejlemaerke-reason": canary,
          "user-agent": canary,
          "x-request-id": canary,
          referer: canary,
        };
        await send({ method, path, ...sends, headers: { ...headers, "x-forwarded-for": canary } });
        await send({ method, path, ...sends, query: { ...sends.query, [canary]: canary } });
        await send({ method, path, ...sends, cookie: `pejl_session=${canary}` });
      }
      cookie = await cookieOf(home, "everyone");
    },
  );

  test("nor by an address there is none of, one that cannot be read, or a body that cannot", async () => {
    for (const canary of canaries) {
      for (const path of [`/${canary}`, `/api/${canary}`, `/api/plans/${canary}/%zz`, `/sign-in/done?code=${canary}`])
        await send({ method: "GET", path });
      await send({ method: "POST", path: "/api/users", files: { [`${canary}.csv`]: canary } });
      const body = { headers: { "content-type": "application/json" } };
      const broken = await home.app.inject({
        ...{ method: "POST", url: "/api/users", payload: `{"id": ${canary}x` },
        headers: { ...body.headers, "x-pejlemaerke": "1", cookie },
      });
      answers.push(`${JSON.stringify(broken.headers)} ${broken.body}`);
      const foreign = await home.app.inject({ method: "POST", url: `/api/users?${canary}`, payload: { id: canary } });
      answers.push(`${JSON.stringify(foreign.headers)} ${foreign.body}`);
    }
  });

  test("stands in no answer, log, audit entry or file", async () => {
    const { store } = home.house.database;
    const audit = await store.within(EVERYTHING, (rows) => rows.selectFrom("audit_entry").selectAll().execute());
    await store.pool.query("select pg_switch_wal()").catch(() => undefined);
    expect(answers.filter(sings)).toEqual([]);
    expect(home.logged().split("\n").filter(sings)).toEqual([]);
    expect(audit.filter((entry) => sings(JSON.stringify(entry)))).toEqual([]);
    expect(filesIn(home.folder).filter((path) => sings(path) || sings(readFileSync(path, "latin1")))).toEqual([]);
    expect(answers.length).toBeGreaterThan(200);
  });
});

function sings(text: string): boolean {
  return canaries.some((canary) => text.includes(canary));
}

/** The same request with the canary in the place of each of its texts and whole numbers, one at a time. */
function taintedOf(sends: Sends, canary: string): Sends[] {
  const { files, headers, ...rest } = sends;
  const named = Object.keys(files ?? {}).map(() => ({ ...rest, files: { [`${canary}.csv`]: "person_id\n" } }));
  return [
    ...named,
    ...taints(rest, canary).map(
      (tainted): Sends => ({ ...tainted, ...(files && { files }), ...(headers && { headers }) }),
    ),
  ];
}

function taints<T>(value: T, canary: string): T[];
function taints(value: unknown, canary: string): unknown[] {
  if (typeof value === "string") return [canary, `Ring til ${canary} i dag`];
  if (typeof value === "number") return [Number(canary.replace("-", ""))].filter(Number.isFinite);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    taints(inner, canary).map((tainted) =>
      Array.isArray(value) ? value.with(Number(key), tainted) : { ...value, [key]: tainted },
    ),
  );
}
