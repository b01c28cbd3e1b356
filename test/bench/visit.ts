import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { testFolder } from "../contract/databases.ts";

/** Who opens pages: one cookie a user, and an address of their own as a proxy would tell it. */
export type User = { readonly address: string; readonly headers: Readonly<Record<string, string>> };

/** Visits a server of a simulated Aalborg in a process of its own, which ends with the visit. */
export async function withServer(visit: (address: string) => Promise<void>): Promise<void> {
  const { folder, remove } = testFolder();
  const program = fileURLToPath(new URL("server-process.ts", import.meta.url));
  const env = { ...process.env, PEJL_TRUST_PROXY: "1" };
  const server = spawn(process.execPath, [program, folder], { stdio: ["pipe", "pipe", "inherit"], env });
  try {
    const [port] = await once(createInterface(server.stdout), "line");
    await visit(`http://127.0.0.1:${port}`);
  } finally {
    server.stdin.write("end\n");
    await Promise.race([once(server, "exit"), wait(10_000)]);
    server.kill("SIGKILL");
    remove();
  }
}

/** Signs in as a demo user, each from an address of their own. */
export async function signIn(address: string, number: number, user = "demo-administrator"): Promise<User> {
  const headers = { "x-pejlemaerke": "1", "x-forwarded-for": `10.0.0.${number + 1}` };
  const response = await fetch(`${address}/api/session/demo`, {
    ...{ method: "POST", body: JSON.stringify({ user }) },
    headers: { ...headers, "content-type": "application/json" },
  });
  const cookie = response.headers.getSetCookie().map((line) => line.split(";")[0]);
  return { address, headers: { ...headers, cookie: cookie.join("; ") } };
}
