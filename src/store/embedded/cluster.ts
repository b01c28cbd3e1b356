import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { broken } from "#core/faults/fault.ts";
import { verbatim } from "#core/text/text.ts";
import { type Address, messageOf } from "../connection.ts";
import { sync } from "../durable.ts";
import { placeFor } from "./place.ts";
import { databaseUser, type RunsAs } from "./user.ts";

/**
 * A PostgreSQL of our own in a folder: `cluster/` is its data, `log` what it says, `password` what the program's user
 * needs to come in. It answers on a socket that only its own user can reach (on Windows on the loopback), never on the
 * network.
 */
export type Cluster = { readonly bin: string; readonly folder: string; readonly user: RunsAs };

const NAME = "pejl";

/** Names a cluster and makes its folder. @throws BrokenInput database-folder-closed */
export function clusterAt(bin: string, folder: string): Cluster {
  const user = databaseUser();
  const place = placeFor({ bin, folder }, user);
  makeOwn(place.folder, user);
  return { ...place, user };
}

/** Whether its data have been made. */
export function isMade({ folder }: Cluster): boolean {
  return existsSync(join(folder, "cluster"));
}

/**
 * Makes the data: an empty database whose only way in is the program's user, who is an ordinary one, so that the access
 * rules bind it. Made aside and put in place when finished: a kill on the way leaves nothing half.
 */
export async function makeCluster(cluster: Cluster): Promise<void> {
  const making = join(cluster.folder, "making");
  rmSync(making, { recursive: true, force: true });
  makeOwn(making, cluster.user);
  const password = randomBytes(32).toString("base64url");
  writeFileSync(join(cluster.folder, "password"), password, { mode: 0o600 });
  await run(cluster, "initdb", ["-D", making, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "-k"]);
  writeFileSync(join(making, "pg_hba.conf"), wayIn);
  const sql = `create role ${NAME} login password '${password}';\ncreate database ${NAME} owner ${NAME};\n`;
  await run(cluster, "postgres", ["--single", "-D", making, "postgres"], sql);
  renameSync(making, join(cluster.folder, "cluster"));
  if (process.platform !== "win32") sync(cluster.folder);
}

const wayIn = ["local", "host"]
  .map((kind) => [kind, NAME, NAME, ...(kind === "host" ? ["127.0.0.1/32"] : []), "scram-sha-256\n"].join(" "))
  .join("");

/** Where a cluster answers, as its own file tells; undefined when it does not run, as far as the file knows. */
export function findAddress({ folder }: Cluster): Address | undefined {
  const file = join(folder, "cluster", "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const [, , , port, socket, host, , status] = readFileSync(file, "utf8").split("\n");
  if (status?.trim() !== "ready") return undefined;
  const password = readFileSync(join(folder, "password"), "utf8");
  return { host: socket || host, port: Number(port), user: NAME, database: NAME, password };
}

/**
 * Starts it. After a kill, processes of the former one may take a moment to leave: it is tried again for ten seconds.
 *
 * @throws BrokenInput database-not-started, with what its log says
 */
export async function startCluster(cluster: Cluster): Promise<void> {
  const data = join(cluster.folder, "cluster");
  const log = join(cluster.folder, "log");
  const options = (await whereToAnswer(cluster)).map(([name, value]) => `-c ${name}='${value}'`).join(" ");
  const until = performance.now() + 10_000;
  for (;;) {
    const saidBefore = readLog(log).length;
    try {
      await run(cluster, "pg_ctl", ["start", "-w", "-s", "-D", data, "-l", log, "-o", options]);
      return;
    } catch (error) {
      const said = readLog(log).slice(saidBefore);
      const isLeaving = /still in use|already exists/.test(said);
      const why = said.trim().split("\n").slice(-3).join(" ") || messageOf(error);
      if (!isLeaving || performance.now() > until)
        throw broken("database-not-started", { folder: cluster.folder, why: verbatim(why) });
      await wait(100);
    }
  }
}

function readLog(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

/** Stops it: what is going on is rolled back, what is committed stays. */
export async function stopCluster(cluster: Cluster): Promise<void> {
  await run(cluster, "pg_ctl", ["stop", "-w", "-s", "-m", "fast", "-D", join(cluster.folder, "cluster")]);
}

async function whereToAnswer(cluster: Cluster): Promise<(readonly [string, string])[]> {
  const ours = [
    ["max_connections", "40"],
    ["shared_buffers", "64MB"],
    ["log_min_messages", "warning"],
  ] as const;
  if (process.platform === "win32")
    return [...ours, ["listen_addresses", "127.0.0.1"], ["port", String(await freePort())]];
  return [...ours, ["listen_addresses", ""], ["unix_socket_directories", socketFolder(cluster)]];
}

/** The path of a socket has room for some hundred bytes; where the folder's own is longer, one is made for it in /tmp. */
function socketFolder({ folder, user }: Cluster): string {
  const own = join(folder, "socket");
  const short = join(tmpdir(), `pejl-${createHash("sha256").update(folder).digest("hex").slice(0, 12)}`);
  const path = Buffer.byteLength(own) < 80 ? own : short;
  makeOwn(path, user);
  return path;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

function makeOwn(folder: string, user: RunsAs) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
}

function run({ bin, folder, user }: Cluster, program: string, args: readonly string[], input = ""): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = execFile(join(bin, program), args, { ...user, cwd: folder }, (error, _, said) =>
      error === null ? resolve() : reject(new Error(said.trim() || error.message)),
    );
    // A program that ends before it has read all says why by how it ended; the broken pipe says nothing more.
    child.stdin?.on("error", () => {}).end(input);
  });
}
