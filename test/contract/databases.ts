import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBinaries } from "#store/embedded/binaries.ts";

/** Where PostgreSQL's programs of a kind are; undefined where there are none. */
export type Kind = { readonly name: string; readonly bin: () => string | undefined };

export const embedded: Kind = { name: "the embedded database", bin: findBinaries };

/** Debian's PostgreSQL 15, which stands for a server: the oldest that the program works with. */
export const debian: Kind = { name: "Debian's PostgreSQL 15", bin: findDebian };

const home = "/usr/lib/postgresql/15/bin";

/** Installed where it may be: on an automatic build that runs as root. Elsewhere a missing one is skipped, and counted. */
function findDebian(): string | undefined {
  if (!existsSync(home) && process.env.CI === "true" && process.getuid?.() === 0) install();
  return existsSync(join(home, "initdb")) ? home : undefined;
}

function install() {
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    execFileSync("apt-get", ["update", "-q"], { stdio: "ignore", env });
    execFileSync("apt-get", ["install", "-qy", "--no-install-recommends", "postgresql-15"], { stdio: "ignore", env });
  } catch {
    // Not to be had here: skipped, and counted.
  }
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
