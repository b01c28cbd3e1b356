import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { problemSchema } from "#api/problem.ts";
import { EVERYTHING } from "#core/access/decide.ts";
import { routes } from "#server/routes.ts";
import { embedded } from "../contract/databases.ts";
import { type Asking, addPerson, ask, codeOf, cookieOf, type Home, openHome, PATIENCE } from "./home.ts";

const plan = "aalborg-2018";

describe.skipIf(embedded.bin() === undefined)("The server", () => {
  let home: Home;
  const cookies: Record<string, string> = {};

  beforeAll(async () => {
    home = await openHome();
    await addPerson(home, "hanne", { role: "head", municipality: "851" });
    await addPerson(home, "rikke", { role: "reader", municipality: "851" });
    await addPerson(home, "ada", { role: "administrator", municipality: "all" });
    await addPerson(home, "otto", { role: "auditor", municipality: "all" });
    for (const id of ["hanne", "rikke", "ada", "otto"]) cookies[id] = await cookieOf(home, id);
  }, PATIENCE);
  afterAll(() => home?.close(), PATIENCE);

  const as = (user: string, asking: Asking) => ask(home.app, { cookie: cookies[user], ...asking });

  /** A request of each kind of answer there is, and the code it is refused with. */
  const kinds: readonly (readonly [string, number, string | undefined, Asking])[] = [
    ["an answer", 200, undefined, { method: "GET", path: "/api/plans" }],
    ["a file", 403, "not-permitted", { method: "GET", path: "/api/audit/export" }],
    ["the description", 200, undefined, { method: "GET", path: "/api/openapi.json" }],
    ["nobody signed in", 401, "not-signed-in", { method: "GET", path: "/api/plans", cookie: "" }],
    ["a denial", 403, "not-permitted", { method: "GET", path: "/api/users", cookie: "rikke" }],
    [
      "another site's request",
      403,
      "foreign-request",
      { method: "POST", path: "/api/users", headers: { "x-pejlemaerke": "" } },
    ],
    ["no such address", 404, "no-such-address", { method: "GET", path: "/api/nowhere" }],
    ["no such thing", 404, "not-there", { method: "GET", path: "/api/jobs/:job", params: { job: "none" } }],
    ["an address that cannot be read", 400, "bad-request", { method: "GET", path: "/api/%zz" }],
    [
      "a body that cannot be read",
      400,
      "bad-request",
      { method: "POST", path: "/api/users", headers: { "content-type": "application/json" } },
    ],
    ["a field that does not fit", 422, "unknown-key", { method: "GET", path: "/api/plans", query: { nonsense: "1" } }],
    ["a CPR number", 422, "cpr-in-text", { method: "GET", path: "/api/jobs/:job", params: { job: "710190-1234" } }],
    ["too much", 413, "too-much", { method: "POST", path: "/api/users", body: { name: "x".repeat(3_000_000) } }],
  ];

  describe("has its headers, and problems in both languages, on every kind of answer", () => {
    test.for(kinds)("%s", async ([, status, code, asking]) => {
      const { cookie = "hanne" } = asking;
      const response = await ask(home.app, { ...asking, cookie: cookies[cookie] ?? "" });
      expect([response.statusCode, codeOf(response)]).toEqual([status, code]);
      expect(response.headers["content-security-policy"]).toMatch(/^default-src 'none'/);
      expect(response.headers["content-security-policy"]).not.toMatch(/unsafe|\*|https?:/);
      expect(response.headers["x-content-type-options"]).toBe("nosniff");
      expect(response.headers["referrer-policy"]).toBe("no-referrer");
      if (code === undefined) return;
      const problem = problemSchema.parse(response.json());
      expect(problem.status).toBe(status);
      for (const { says, mend } of problem.faults)
        for (const words of [says, mend]) {
          expect(words.da).not.toBe("");
          expect(words.en).not.toBe(words.da);
        }
    });
  });

  test("answers «not changed» to who has the answer already, and anew when it changed", async () => {
    const asking: Asking = { method: "GET", path: "/api/plans/:plan/comments", params: { plan } };
    const first = await as("hanne", asking);
    const etag = String(first.headers.etag);
    expect(etag).toMatch(/^"[\w-]{20,}"$/);
    const same = await as("hanne", { ...asking, headers: { "if-none-match": `"other", ${etag}` } });
    expect([same.statusCode, same.body, same.headers.etag]).toEqual([304, "", etag]);
    const goal = { plan, goal: "rekrutteringer" };
    const path = "/api/plans/:plan/goals/:goal/comments";
    await as("hanne", { method: "POST", path, params: goal, body: { says: "Nu går det fremad." } });
    const later = await as("hanne", { ...asking, headers: { "if-none-match": etag } });
    expect(later.statusCode).toBe(200);
    expect(later.json().comments).toMatchObject([{ says: "Nu går det fremad.", kind: "comment", by: "hanne" }]);
  });

  test("takes writes only from its own pages", async () => {
    const path = "/api/session";
    const write = (headers: Record<string, string>) => home.app.inject({ method: "DELETE", url: path, headers });
    expect((await write({})).statusCode).toBe(403);
    expect((await write({ "x-pejlemaerke": "1", "sec-fetch-site": "cross-site" })).statusCode).toBe(403);
    expect((await write({ "x-pejlemaerke": "1", "sec-fetch-site": "same-site" })).statusCode).toBe(403);
    expect((await write({ "x-pejlemaerke": "1", "sec-fetch-site": "same-origin" })).statusCode).toBe(200);
    expect((await write({ "x-pejlemaerke": "1" })).statusCode).toBe(200);
  });

  test("tells who asks too often to wait", async () => {
    const knock = (from: string) => home.app.inject({ method: "GET", url: "/api/users", remoteAddress: from });
    const codes: number[] = [];
    for (let knocks = 0; knocks < 620; knocks++) codes.push((await knock("10.1.1.1")).statusCode);
    // Not signed in they are refused anyway; from the 601st on, for another reason.
    expect(codes.indexOf(429)).toBe(600);
    expect(codes.slice(600)).toEqual(Array(20).fill(429));
    expect(codeOf(await knock("10.1.1.1"))).toBe("too-many-requests");
    expect((await knock("10.1.1.2")).statusCode).toBe(401);
  });

  test("reads the log as sentences, a page at a time, and hands it out as a file", async () => {
    const page = await as("otto", { method: "GET", path: "/api/audit", query: { limit: "2", act: "comment-goal" } });
    const [entry] = page.json().entries;
    expect(entry.says.da).toMatch(
      /^Navn hanne \(Chef\) kommenterede et mål: planen aalborg-2018 målet rekrutteringer kommentar/,
    );
    expect(entry.says.en).toMatch(/^Navn hanne \(Head\) commented on a goal: /);
    const refused = await as("otto", {
      method: "GET",
      path: "/api/audit",
      query: { outcome: "denied", actor: "rikke" },
    });
    expect(refused.json().entries[0].says.da).toBe(
      "Navn rikke ville se listen over brugere (det, rollen når) og fik nej: «din rolle giver ikke adgang».",
    );
    const before: string[] = [];
    for (let next: number | undefined, pages = 0; pages < 4; pages++) {
      const query = { limit: "3", ...(next !== undefined && { before: String(next) }) };
      const answer = (await as("otto", { method: "GET", path: "/api/audit", query })).json();
      before.push(...answer.entries.map(({ number }: { number: number }) => number));
      next = answer.next;
    }
    expect(before).toEqual(before.toSorted((a, b) => Number(b) - Number(a)));
    const file = await as("otto", { method: "GET", path: "/api/audit/export" });
    expect(file.headers["content-disposition"]).toBe('attachment; filename="pejlemaerke-log.csv"');
    const lines = file.body.trimEnd().split("\r\n");
    expect(lines[0]).toContain('"number","at","actor"');
    expect(lines.length).toBeGreaterThan(10);
    const days = { from: "2020-01-01", to: "2020-12-31" };
    expect((await as("otto", { method: "GET", path: "/api/audit", query: days })).json().entries).toEqual([]);
  });

  test("finds what was deleted, edited or swapped in the log", async () => {
    const verify = async () => (await as("otto", { method: "GET", path: "/api/audit/verify" })).json();
    expect(await verify()).toMatchObject({ whole: true });
    const { pool } = home.house.database.store;
    const change = async (sql: string) => {
      await pool.query(`alter table audit_entry disable trigger audit_entry_stays; alter table audit_entry no force row level security; ${sql};
        alter table audit_entry force row level security; alter table audit_entry enable trigger audit_entry_stays`);
    };
    await change("update audit_entry set reason = 'x' where number = 3");
    expect(await verify()).toMatchObject({ whole: false, number: 3 });
    await change("update audit_entry set reason = null where number = 3");
    expect(await verify()).toMatchObject({ whole: true });
    await change(
      "update audit_entry set number = -1 where number = 4; update audit_entry set number = 4 where number = 5; update audit_entry set number = 5 where number = -1",
    );
    expect(await verify()).toMatchObject({ whole: false, number: 4 });
    await change(
      "update audit_entry set number = -1 where number = 4; update audit_entry set number = 4 where number = 5; update audit_entry set number = 5 where number = -1",
    );
    await change("delete from audit_entry where number = 2");
    expect(await verify()).toMatchObject({ whole: false, number: 2, says: { da: "Linje 2 mangler." } });
  });

  test("sets a limit from a day on, and refuses one that cannot be", async () => {
    const query = { municipality: "851" };
    const path = "/api/parameters/:name";
    const params = { name: "smallestGroup" };
    const set = (value: number, from: string) =>
      as("ada", { method: "PUT", path, params, body: { ...query, from, value } });
    expect((await set(10, "2026-01-01")).statusCode).toBe(200);
    expect((await set(20, "2099-01-01")).statusCode).toBe(200);
    expect(codeOf(await set(1, "2026-01-01"))).toBe("beyond-limits");
    const { parameters } = (await as("rikke", { method: "GET", path: "/api/parameters", query })).json();
    expect(parameters.find(({ name }: { name: string }) => name === "smallestGroup")).toMatchObject({
      ...{ default: 5, value: 10, unit: "persons" },
      set: [
        { from: "2099-01-01", value: 20, by: "Navn ada" },
        { from: "2026-01-01", value: 10 },
      ],
    });
  });

  test("adds, changes and closes a user, and gives and takes their roles", async () => {
    const user = { municipality: "851", name: "Ny Bruger", language: "da" };
    await as("ada", {
      method: "POST",
      path: "/api/users",
      body: { ...user, id: "ny", login: { issuer: "the test", subject: "ny" } },
    });
    const role = { role: "reader", municipality: "851", to: "2026-12-31" };
    const params = { user: "ny" };
    const given = await as("ada", { method: "POST", path: "/api/users/:user/roles", params, body: role });
    const cookie = await cookieOf(home, "ny");
    expect((await ask(home.app, { method: "GET", path: "/api/plans", cookie })).statusCode).toBe(200);
    const found = async () =>
      (await as("hanne", { method: "GET", path: "/api/users" }))
        .json()
        .users.find(({ id }: { id: string }) => id === "ny");
    expect(await found()).toMatchObject({
      ...user,
      active: true,
      roles: [{ ...role, label: { da: "Læser", en: "Reader" } }],
    });
    const grant = given.json().id;
    await as("ada", { method: "DELETE", path: "/api/users/:user/roles/:grant", params: { user: "ny", grant } });
    expect(codeOf(await ask(home.app, { method: "GET", path: "/api/plans", cookie }))).toBe("not-permitted");
    await as("ada", { method: "PUT", path: "/api/users/:user", params, body: { ...user, active: false } });
    expect(codeOf(await ask(home.app, { method: "GET", path: "/api/plans", cookie }))).toBe("not-signed-in");
    expect(await found()).toMatchObject({ active: false, roles: [] });
    const roles = await home.house.database.store.within(EVERYTHING, (rows) =>
      rows.selectFrom("account_role").select("id").where("account", "=", "ny").execute(),
    );
    expect(roles).toEqual([]);
  });
});

test("every address is under /api, and none is answered twice", () => {
  const addresses = routes.map(({ endpoint: { method, path } }) => `${method} ${path}`);
  expect(addresses.filter((address) => !/^[A-Z]+ \/api\//.test(address))).toEqual([]);
  expect(new Set(addresses).size).toBe(addresses.length);
});
