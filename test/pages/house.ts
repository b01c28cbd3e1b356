import { join } from "node:path";
import { prepareDemoUsers } from "#actions/demo-users.ts";
import { importRegister } from "#actions/import-register.ts";
import { openData, ownFolders } from "#actions/open-data.ts";
import { prepareDatabase } from "#actions/prepare-database.ts";
import { simulateRegister } from "#actions/simulate-register.ts";
import type { Role } from "#core/access/role.ts";
import { parseDay } from "#core/calendar/day.ts";
import { makeApp } from "#server/app.ts";
import { doorOf, type House } from "#server/house.ts";
import { openStore } from "#store/open.ts";
import { secretsOf } from "#store/secrets.ts";
import { testFolder } from "../contract/databases.ts";

/** The program behind its endpoints, asked by a demo user without a network. */
export type Asked = {
  readonly get: (role: Role, address: string) => Promise<{ readonly status: number; readonly body: unknown }>;
  /** The id of the simulated register: a tenth of Albertslund. */
  readonly register: string;
  /** What answers, for asking it as somebody the demo does not have. */
  readonly house: House;
  readonly close: () => Promise<void>;
};

/** Opens the program on a folder that is thrown away, with the plans, the demo's users and a small simulated register. */
export async function openHouse(bin: string | undefined): Promise<Asked> {
  const { folder, remove } = testFolder();
  const folders = { data: ownFolders().data, var: folder };
  const data = openData(folders);
  const span = { from: parseDay("2017-01-01"), to: parseDay("2019-01-01") };
  simulateRegister({ municipalities: ["165"], span, seed: 1, scale: 0.1, out: join(folder, "files") }, data);
  const now = "2026-11-22T08:00:00.000Z";
  const setting = { folders, vocabulary: data.vocabulary, now, by: "the test" };
  const { id } = await importRegister({ folder: join(folder, "files"), name: "demo", accept: true }, setting);
  const store = await openStore({ folder: join(folder, "database"), bin });
  const database = { store, secrets: secretsOf("the secret of these tests, and long enough") };
  const house: House = {
    ...{ data, database, clock: () => now, demo: true },
    address: "http://localhost",
    version: "test",
  };
  await prepareDatabase(data, doorOf(house));
  await prepareDemoUsers(doorOf(house));
  const app = await makeApp(house);
  const cookies = new Map<Role, Promise<string>>();
  const signIn = async (role: Role) => {
    const headers = { "x-pejlemaerke": "1" };
    const payload = { user: `demo-${role}` };
    const { headers: answered } = await app.inject({ method: "POST", url: "/api/session/demo", headers, payload });
    return String(answered["set-cookie"]).split(";")[0];
  };
  return {
    register: id,
    house,
    get: async (role, address) => {
      const cookie = cookies.get(role) ?? signIn(role);
      cookies.set(role, cookie);
      const answer = await app.inject({ url: address, headers: { cookie: await cookie } });
      return { status: answer.statusCode, body: answer.json() };
    },
    close: async () => {
      await app.close();
      await store.close();
      remove();
    },
  };
}
