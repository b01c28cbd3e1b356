import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ownFolders } from "#actions/open-data.ts";
import type { RegisterSetting } from "#actions/register-setting.ts";
import { readVocabulary } from "#connectors/data-files/vocabulary.ts";

const folders = ownFolders();
const vocabulary = readVocabulary(folders.data);

/** An empty place to keep registers in, and someone who acts there. */
export function freshHome(): RegisterSetting {
  const home = mkdtempSync(join(tmpdir(), "pejl-register-"));
  return { folders: { ...folders, var: home }, vocabulary, now: "2026-11-22T10:00:00Z", by: "test" };
}
