import { join } from "node:path";
import { PassThrough } from "node:stream";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { prepareDemoUsers } from "#actions/demo-users.ts";
import { importRegister } from "#actions/import-register.ts";
import { openData, ownFolders } from "#actions/open-data.ts";
import { openDatabase } from "#actions/open-database.ts";
import { prepareDatabase } from "#actions/prepare-database.ts";
import { signIn } from "#actions/sign-in.ts";
import type { Method } from "#api/endpoint.ts";
import { EVERYTHING, type Grant } from "#core/access/decide.ts";
import { makeApp } from "#server/app.ts";
import { doorOf, type House } from "#server/house.ts";
import { addAccount, addGrant, addLogin } from "#store/accounts.ts";
import { testFolder } from "../contract/databases.ts";
import { smallRegister, writeFiles } from "./small-register.ts";

/** A server of the test's own, asked without a network: its rooms, what it has logged, and how it is closed. */
export type Home = {
  readonly app: FastifyInstance;
  readonly house: House;
  readonly folder: string;
  readonly logged: () => string;
  readonly close: () => Promise<void>;
};

/** How many milliseconds a busy machine may take to make a database and read the plans. */
export const PATIENCE = 180_000;

/** Opens a server on a database of its own, with the plans and a small register; with what is told otherwise. */
export async function openHome(told: Partial<House> = {}): Promise<Home> {
  const { folder, remove } = testFolder();
  const folders = { data: ownFolders().data, var: folder };
  const data = openData(folders);
  const database = await openDatabase(folders, {});
  const clock = () => new Date().toISOString();
  const address = "http://localhost:3000";
  const house: House = { data, database, clock, demo: true, address, version: "test", ...told };
  await prepareDatabase(data, doorOf(house));
  if (house.demo) await prepareDemoUsers(doorOf(house));
  const register = writeFiles(join(folder, "files"), smallRegister());
  await importRegister({ folder: register }, { ...data, now: "2026-11-22T08:00:00Z", by: "the test" });
  let logged = "";
  const log = new PassThrough().on("data", (chunk) => {
    logged += chunk;
  });
  const app = await makeApp(house, log);
  await app.ready();
  const close = async () => {
    await app.close();
    await database.store.close();
    remove();
  };
  return { app, house, folder, logged: () => logged, close };
}

const ISSUER = "the test";

/** Adds a user with these roles, whom the test vouches for. */
export async function addPerson({ house }: Pick<Home, "house">, id: string, ...grants: Grant[]): Promise<void> {
  const { store, at } = doorOf(house);
  const home = grants.find(({ municipality }) => municipality !== "all")?.municipality;
  await store.within(EVERYTHING, async (rows) => {
    await addAccount(rows, { id, municipality: home, name: `Navn ${id}`, language: "da", active: true }, at);
    for (const [index, grant] of grants.entries()) await addGrant(rows, id, { ...grant, id: `${id}-${index}` });
    await addLogin(rows, id, ISSUER, id);
  });
}

/** The cookie of a new session of somebody. */
export async function cookieOf({ house }: Pick<Home, "house">, user: string, seconds = 3600): Promise<string> {
  const door = doorOf(house);
  const expires = new Date(Date.parse(door.at) + seconds * 1000).toISOString();
  return `pejl_session=${await signIn(door, { issuer: ISSUER, subject: user }, expires)}`;
}

/** What is asked of the server. */
export type Asking = {
  readonly method: Method;
  /** As the endpoint has it: `/api/plans/:plan`. */
  readonly path: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Files to send instead of a body: contents by name. */
  readonly files?: Readonly<Record<string, string>>;
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The address it comes from; another each time when left out, so that the limit of requests is not reached. */
  readonly from?: string;
};

let asked = 0;

/** Asks the server as one of its own pages would. */
export function ask(app: FastifyInstance, asking: Asking): Promise<LightMyRequestResponse> {
  const { method, path, params = {}, query = {}, body, files, cookie, headers } = asking;
  asked += 1;
  const { from = `127.0.${(asked >> 8) & 255}.${asked & 255}` } = asking;
  const url = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const sent = files === undefined ? jsonOf(body) : formOf(files);
  return app.inject({
    ...{ method, url, query, payload: sent.payload, remoteAddress: from },
    headers: { "x-pejlemaerke": "1", ...sent.headers, ...(cookie !== undefined && { cookie }), ...headers },
  });
}

function jsonOf(body: unknown) {
  if (body === undefined) return { payload: undefined, headers: {} };
  return { payload: JSON.stringify(body), headers: { "content-type": "application/json" } };
}

function formOf(files: Readonly<Record<string, string>>) {
  const boundary = "----the-test";
  const parts = Object.entries(files).map(
    ([name, content]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n${content}\r\n`,
  );
  return {
    payload: `${parts.join("")}--${boundary}--\r\n`,
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
  };
}

/** The code of a problem that was answered; undefined of an answer that is none. */
export function codeOf(response: LightMyRequestResponse): string | undefined {
  if (!String(response.headers["content-type"]).startsWith("application/problem+json")) return undefined;
  return response.json().code;
}
