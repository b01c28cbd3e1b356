import { BrokenInput, type Fault } from "#core/faults/fault.ts";
import type { Text } from "#core/text/text.ts";
import { type Folders, openData } from "./open-data.ts";
import { doRegisterWork, type RegisterReport, type RegisterWork } from "./register-work.ts";

/*
 * A process of its own for heavy work on registers, so that the server answers meanwhile: it is told one piece of work,
 * tells how far it is, answers, and ends. The one that started it may kill it at any moment.
 */

/** What the process is told, and what it tells. */
export type Told = {
  readonly work: RegisterWork;
  readonly folders: Folders;
  readonly now: string;
  readonly by: string;
};
export type Tells =
  | { readonly progress: number; readonly step: Text }
  | { readonly report: RegisterReport }
  | { readonly faults: readonly Fault[] }
  | { readonly failed: string };

process.once("message", async (told: Told) => {
  const tell = (tells: Tells) => process.send?.(tells);
  const { work, folders, ...setting } = told;
  try {
    const data = openData(folders);
    const { vocabulary } = data;
    const key = process.env.PEJL_PSEUDONYM_KEY;
    const report = await doRegisterWork(work, data, { ...setting, folders, vocabulary, key }, (progress, step) =>
      tell({ progress, step }),
    );
    tell({ report });
  } catch (error) {
    if (error instanceof BrokenInput) tell({ faults: error.faults });
    else tell({ failed: error instanceof Error ? error.message : String(error) });
  }
  process.disconnect();
});
