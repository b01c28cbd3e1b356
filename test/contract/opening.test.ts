import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { EVERYTHING } from "#core/access/decide.ts";
import { clusterAt, findAddress, makeCluster, startCluster, stopCluster } from "#store/embedded/cluster.ts";
import { openEmbedded } from "#store/embedded/open.ts";
import { openStore } from "#store/open.ts";
import { embedded, testFolder } from "./databases.ts";
import { faultsOf } from "./people.ts";

const bin = embedded.bin();
let folder = "";
let remove = () => {};

beforeEach(() => {
  ({ folder, remove } = testFolder());
});
afterEach(() => remove());

test("without the optional package the database is said to be missing, and what to do", async () => {
  const opening = openEmbedded(join(folder, "database"), undefined);
  expect(await faultsOf(opening)).toEqual(["no-database"]);
});

test("a server that does not answer is said to be unreachable", async () => {
  expect(await faultsOf(openStore({ url: "postgres://pejl@127.0.0.1:1/pejl" }))).toEqual(["database-unreachable"]);
});

describe.skipIf(bin === undefined)("the embedded database", { timeout: 120_000 }, () => {
  const home = () => join(folder, "database");
  const cluster = () => clusterAt(bin ?? "", home());

  test("answers on a socket of its own user, and nowhere on the network", async () => {
    const store = await openStore({ folder: home() });
    const { rows } = await store.pool.query(
      "select current_setting('listen_addresses') as network, current_user as who",
    );
    expect(rows).toEqual([{ network: process.platform === "win32" ? "127.0.0.1" : "", who: "pejl" }]);
    expect(readFileSync(join(home(), "cluster", "pg_hba.conf"), "utf8")).not.toMatch(/trust|postgres|all/);
    await store.close();
    expect(existsSync(join(home(), "cluster", "postmaster.pid"))).toBe(false);
  });

  test("is made anew when a kill left its making half done", async () => {
    mkdirSync(join(home(), "making", "base"), { recursive: true });
    writeFileSync(join(home(), "making", "PG_VERSION"), "18\n");
    const store = await openStore({ folder: home() });
    expect(await store.within(EVERYTHING, (rows) => rows.selectFrom("unit").selectAll().execute())).toEqual([]);
    await store.close();
  });

  test("is refused when its user can see past the access rules", async () => {
    await makeCluster(cluster());
    writeFileSync(join(home(), "cluster", "pg_hba.conf"), "local all all trust\n");
    await startCluster(cluster());
    const { host } = findAddress(cluster()) ?? {};
    expect(await faultsOf(openStore({ url: `postgres://postgres@/postgres?host=${host}` }))).toEqual([
      "database-user-too-mighty",
    ]);
    await stopCluster(cluster());
  });

  test.skipIf(process.getuid?.() !== 0)("in a folder that its user cannot come into lies beside it", async () => {
    chmodSync(folder, 0o700);
    const store = await openStore({ folder: home() });
    expect(await store.within(EVERYTHING, (rows) => rows.selectFrom("unit").selectAll().execute())).toEqual([]);
    await store.close();
    const place = readFileSync(join(home(), "place"), "utf8");
    onTestFinished(() => rmSync(place, { recursive: true }));
    expect(existsSync(join(place, "cluster"))).toBe(true);
    expect(existsSync(join(home(), "cluster"))).toBe(false);
  });

  test.skipIf(process.getuid?.() !== 0)("whose folder was closed to its user afterwards says so", async () => {
    await makeCluster(cluster());
    chmodSync(folder, 0o700);
    expect(await faultsOf(openStore({ folder: home() }))).toEqual(["database-folder-closed"]);
  });

  test("that does not start says what its log says", async () => {
    await makeCluster(cluster());
    writeFileSync(join(home(), "cluster", "postgresql.conf"), "no_such_setting = 1\n");
    await expect(openStore({ folder: home() })).rejects.toThrow("no_such_setting");
  });

  test("is shared by processes, and stopped by the one that leaves last", async () => {
    const here = await openStore({ folder: home() });
    const open = new URL("../../src/store/open.ts", import.meta.url).href;
    const program = `import { openStore } from "${open}"; const store = await openStore({ folder: "${home()}" });
      console.log("open"); process.stdin.once("data", async () => { await store.close(); process.exit(); });`;
    const other = spawn(process.execPath, ["--input-type=module", "--eval", program], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    await once(other.stdout, "data");
    await here.close();
    const pid = join(home(), "cluster", "postmaster.pid");
    expect(existsSync(pid)).toBe(true);
    other.stdin.write("leave\n");
    await once(other, "exit");
    expect(existsSync(pid)).toBe(false);
  });
});
