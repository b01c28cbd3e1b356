import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { EVERYTHING } from "#core/access/decide.ts";
import { isRole, type Role, roles } from "#core/access/role.ts";
import type { Reach } from "#core/access/table.ts";
import { routes } from "#server/routes.ts";
import { addUnit } from "#store/units.ts";
import { embedded } from "../contract/databases.ts";
import { type Case, cases } from "./cases.ts";
import { addPerson, ask, codeOf, cookieOf, type Home, openHome, PATIENCE } from "./home.ts";

/** Where a role is held: in the municipality that is asked about, in another, or in all. */
const scopes = { own: "851", another: "165", all: "all" } as const;
type Scope = keyof typeof scopes;

const allRoles = Object.keys(roles).filter(isRole);

/** The decision table as it is written for people: not the one the program decides by. */
const written: Record<Role, Partial<Record<Reach, (string | string[])[]>>> = parse(
  readFileSync(new URL("../../src/core/access/roles.cases.yaml", import.meta.url), "utf8"),
);

function reachOf(role: Role, act: string): string {
  return Object.entries(written[role]).find(([, acts]) => acts.flat().includes(act))?.[0] ?? "nowhere";
}

/** Whether a role may, by what is written for people. */
function may(rule: string, { about, also }: Pick<Case, "about" | "also">, role: Role, scope: Scope): boolean {
  if (also !== undefined && !may(also, { about: "851" }, role, scope)) return false;
  if (about === "anyone") return true;
  const reach = reachOf(role, rule);
  if (reach === "nowhere") return false;
  if (about === "own") return true;
  if (about === "in-reach") return reach !== "own";
  if (about === "installation") return reach === "installation" && scope === "all";
  return reach !== "own" && scope !== "another";
}

test("every endpoint has a case, and every case an endpoint", () => {
  const keys = routes.map(({ endpoint: { method, path } }) => `${method} ${path}`);
  expect(keys.filter((key) => cases[key] === undefined)).toEqual([]);
  expect(Object.keys(cases).filter((key) => !keys.includes(key))).toEqual([]);
  expect(new Set(keys).size).toBe(keys.length);
});

describe.skipIf(embedded.bin() === undefined)("Every endpoint, for every role, in every scope", () => {
  let home: Home;
  let number = 0;
  const cookies = new Map<string, string>();

  beforeAll(async () => {
    home = await openHome();
    await addPerson(home, "target", { role: "reader", municipality: "851" });
    const unit = { id: "north", municipality: "851", name: "Center Nord" };
    await home.house.database.store.within(EVERYTHING, (rows) => addUnit(rows, unit));
    for (const role of allRoles)
      for (const [scope, municipality] of Object.entries(scopes)) {
        const id = `${role} ${scope}`;
        await addPerson(home, id, { role, municipality });
        cookies.set(id, await cookieOf(home, id));
      }
  }, PATIENCE);
  afterAll(() => home?.close(), PATIENCE);

  test.for(routes.map(({ endpoint: { method, path }, rule }) => [`${method} ${path}`, rule, method, path] as const))(
    "%s (%s)",
    { timeout: PATIENCE },
    async ([key, rule, method, path]) => {
      const one = cases[key];
      if (one === undefined) return;
      const { store } = home.house.database;
      const denied = () =>
        store.within(EVERYTHING, (rows) => {
          const refusals = rows.selectFrom("audit_entry").select("actor").where("outcome", "=", "denied");
          return refusals
            .where("act", "in", [rule, one.also ?? rule])
            .orderBy("number")
            .execute();
        });
      const before = (await denied()).length;
      const refused: string[] = [];
      for (const role of allRoles)
        for (const scope of ["own", "another", "all"] as const) {
          const user = `${role} ${scope}`;
          number += 1;
          const sends = await one.sends({ house: home.house, user, number });
          const response = await ask(home.app, { method, path, ...sends, cookie: cookies.get(user) ?? "" });
          const allowed = may(rule, one, role, scope);
          const [status, code] = allowed ? [200, undefined] : [403, "not-permitted"];
          expect([user, response.statusCode, codeOf(response)], response.body.slice(0, 300)).toEqual([
            user,
            status,
            code,
          ]);
          if (!allowed) refused.push(user);
          if (method === "DELETE" && one.about !== "851") cookies.set(user, await cookieOf(home, user));
        }
      // Every refusal is in the log under who was refused.
      expect((await denied()).slice(before).map(({ actor }) => actor)).toEqual(refused);
      if (rule === "anyone") return;
      const sends = await one.sends({ house: home.house, user: "nobody", number: 0 });
      const stranger = await ask(home.app, { method, path, ...sends });
      expect([stranger.statusCode, codeOf(stranger)]).toEqual([401, "not-signed-in"]);
    },
  );
});
