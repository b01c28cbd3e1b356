import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { prepareDemoUsers } from "#actions/demo-users.ts";
import { openData } from "#actions/open-data.ts";
import { openDatabase } from "#actions/open-database.ts";
import { prepareDatabase } from "#actions/prepare-database.ts";
import { makeApp } from "#server/app.ts";
import { doorOf, type House } from "#server/house.ts";

/** A server of the five plans over a database of its own, and how to ask it as one of the demo's users. */
export async function openServer() {
  const folder = mkdtempSync(join(tmpdir(), "pejl-exports-"));
  chmodSync(folder, 0o755);
  const shipped = openData();
  const data = { ...shipped, folders: { ...shipped.folders, var: folder } };
  const database = await openDatabase(data.folders, {});
  const clock = () => "2026-11-22T08:30:00.000Z";
  const house: House = { data, database, clock, demo: true, address: "http://localhost:3000", version: "0" };
  await prepareDatabase(data, doorOf(house));
  await prepareDemoUsers(doorOf(house));
  const app = await makeApp(house);
  return {
    app,
    house,
    as: (user: string) => signedIn(app, user),
    close: async () => {
      await app.close();
      await database.store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Asks as a user of the demo. */
async function signedIn(app: FastifyInstance, user: string) {
  const headers = { "x-pejlemaerke": "1" };
  const { cookies } = await app.inject({ method: "POST", url: "/api/session/demo", headers, payload: { user } });
  const held = Object.fromEntries(cookies.map(({ name, value }) => [name, value]));
  return (url: string) => app.inject({ method: "GET", url, cookies: held });
}
