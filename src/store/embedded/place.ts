import { randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { checkReachable, isReachable, type RunsAs } from "./user.ts";

/** Where the database's programs and its folder are. */
export type Place = { readonly bin: string; readonly folder: string };

/** What root keeps for a user who may not come where it is asked for. */
const ASIDE = "/var/lib/pejlemaerke";

/**
 * Where a database asked for in a folder can be, and its programs: there, when its user can come there. Run by root in a
 * folder of root's own it can not: then the programs are copied to where it can, and a note in the folder says which one
 * there has the data, so that who deletes the folder begins anew.
 *
 * @throws BrokenInput database-folder-closed, when data are in the folder already
 */
export function placeFor({ bin, folder }: Place, user: RunsAs): Place {
  return { bin: programsFor(bin, user), folder: folderFor(folder, user) };
}

function folderFor(folder: string, user: RunsAs): string {
  const note = join(folder, "place");
  if (!existsSync(note)) {
    if (isReachable(dirname(folder), user)) return folder;
    if (existsSync(join(folder, "cluster"))) checkReachable(folder, user);
    openAside(user);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(note, join(ASIDE, `database-${randomBytes(6).toString("hex")}`));
  }
  return readFileSync(note, "utf8");
}

/** Where the database's user finds its programs: where they are, or a copy where it can come. */
export function programsFor(bin: string, user: RunsAs): string {
  if (isReachable(bin, user)) return bin;
  openAside(user);
  return copyPrograms(bin);
}

function openAside(user: RunsAs): void {
  mkdirSync(ASIDE, { recursive: true, mode: 0o755 });
  checkReachable(ASIDE, user);
}

const packageFile = z.object({ version: z.string() });

/** The programs of a version, copied once: aside first, so that a kill on the way leaves nothing half. */
function copyPrograms(bin: string): string {
  const native = dirname(bin);
  const { version } = packageFile.parse(JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8")));
  const copied = join(ASIDE, `programs-${version}`);
  if (!existsSync(copied)) {
    const making = `${copied}-${process.pid}`;
    cpSync(native, making, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(making, copied);
    } catch {
      // Another process was first.
      rmSync(making, { recursive: true });
    }
  }
  return join(copied, "bin");
}
