import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { chromiumPath } from "./browser.ts";
import { prepareTowns, small } from "./towns.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The folder with the imported register of the small towns; empty where there is no browser to play stories in. */
    smallTowns: string;
  }
}

/** Simulates and imports the register of the stories once for all of them: each house begins with a copy. */
export async function setup({ provide }: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "pejl-towns-"));
  provide("smallTowns", folder);
  if (chromiumPath !== undefined) await prepareTowns(small, folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
