import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname } from "node:path";
import { broken } from "#core/faults/fault.ts";

/** The user and group a process runs as; undefined for our own. */
export type RunsAs = { readonly uid: number; readonly gid: number } | undefined;

const USER = "postgres";

/** PostgreSQL refuses to run as root; there it runs as the user `postgres`, made when the machine has none. */
export function databaseUser(): RunsAs {
  if (process.getuid?.() !== 0) return undefined;
  return findUser() ?? makeUser();
}

function findUser(): RunsAs {
  try {
    return { uid: idOf("-u"), gid: idOf("-g") };
  } catch {
    return undefined;
  }
}

function idOf(which: "-u" | "-g"): number {
  return Number(execFileSync("id", [which, USER], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
}

function makeUser(): RunsAs {
  execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", USER]);
  return { uid: idOf("-u"), gid: idOf("-g") };
}

/**
 * Sees that the database's user can come into a folder: every folder above it must be open to all, or be its own.
 *
 * @throws BrokenInput database-folder-closed
 */
export function checkReachable(folder: string, user: RunsAs): void {
  const closed = findClosed(folder, user);
  if (closed !== undefined) throw broken("database-folder-closed", { user: USER, folder: closed });
}

/** Whether the database's user can come into a folder. */
export function isReachable(folder: string, user: RunsAs): boolean {
  return findClosed(folder, user) === undefined;
}

/** The folder on the way that the user cannot enter; one that is not there yet closes nothing. */
function findClosed(folder: string, user: RunsAs): string | undefined {
  for (let at = folder; user !== undefined && at !== dirname(at); at = dirname(at)) {
    const found = statSync(at, { throwIfNoEntry: false });
    if (found !== undefined && (found.mode & 0o001) === 0 && found.uid !== user.uid) return at;
  }
  return undefined;
}
