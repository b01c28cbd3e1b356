import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readChecked } from "#connectors/data-files/yaml.ts";
import { type GuardParameters, guardParameters } from "#core/register/guard/guard.ts";
import type { Vocabulary } from "#core/vocabulary/vocabulary.ts";
import type { Folders } from "./open-data.ts";

/** Where registers are kept, who acts on them and when, and the key of the pseudonyms. */
export type RegisterSetting = {
  readonly folders: Folders;
  readonly vocabulary: Vocabulary;
  /** The moment, `2026-11-22T10:00:00Z`. */
  readonly now: string;
  readonly by: string;
  /** `PEJL_PSEUDONYM_KEY` of the environment. */
  readonly key?: string | undefined;
};

/** The folder of snapshots. */
export function registerStore({ folders }: Pick<RegisterSetting, "folders">): string {
  return join(folders.var, "registers");
}

/** The version of the program that makes a snapshot. */
export function programVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return /"version": "([^"]+)"/.exec(text)?.[1] ?? "";
}

/** The limits of the import guard, from `rules/import-guard.yaml`. */
export function readGuardParameters({ data }: Folders): GuardParameters {
  return readChecked(join(data, "rules", "import-guard.yaml"), guardParameters);
}
