import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBinaries } from "#store/embedded/binaries.ts";
import { programsFor } from "#store/embedded/place.ts";
import { databaseUser } from "#store/embedded/user.ts";

/** Where PostgreSQL's programs of a kind are; undefined where there are none. */
export type Kind = { readonly name: string; readonly bin: () => string | undefined };

export const embedded: Kind = { name: "the embedded database", bin: findEmbedded };

/** Debian's PostgreSQL 15, which stands for a server: the oldest that the program works with. */
export const debian: Kind = { name: "Debian's PostgreSQL 15", bin: findDebian };

/** `.ci/run` installs it where that may be done; elsewhere a missing one is skipped, and counted. */
function findDebian(): string | undefined {
  const home = "/usr/lib/postgresql/15/bin";
  return existsSync(join(home, "initdb")) ? home : undefined;
}

/** The package's programs; where there are none for this machine, what needs them is skipped, and counted. */
function findEmbedded(): string | undefined {
  const bin = findBinaries();
  return bin && programsFor(bin, databaseUser());
}

/** A folder of the test's own that the database's user can come into, and how to be rid of it. */
export function testFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "pejl-db-"));
  chmodSync(folder, 0o755);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Every file below a folder. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}
