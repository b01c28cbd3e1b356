import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Withdrawal } from "#core/register/manifest.ts";
import { replaceDurably, sync } from "../durable.ts";
import { eraseRows, type Stored } from "./folder.ts";

/** Marks a snapshot as not to be used; one that is to be erased loses its rows for good, and keeps its manifest. */
export function withdrawSnapshot({ folder }: Stored, withdrawal: Withdrawal): void {
  replaceDurably(join(folder, "withdrawn.json"), `${JSON.stringify(withdrawal, undefined, 2)}\n`);
  if (withdrawal.erased) eraseRows(folder);
}

/** Lets a withdrawn snapshot that still has its rows be used again. */
export function reinstateSnapshot({ folder }: Stored): void {
  rmSync(join(folder, "withdrawn.json"));
  sync(folder);
}
