import type { Data } from "#actions/open-data.ts";
import type { RegisterSetting } from "#actions/register-setting.ts";
import { now, userName } from "./clock.ts";

/** Who acts on registers and when, and the key of the pseudonyms, from where the command is run. */
export function registerSetting({ folders, vocabulary }: Data): RegisterSetting {
  return { folders, vocabulary, now: now(), by: userName(), key: process.env.PEJL_PSEUDONYM_KEY };
}
