import { readFlowModel } from "#connectors/data-files/flow-model.ts";
import { readLaw } from "#connectors/data-files/law.ts";
import { type Day, parseDay } from "#core/calendar/day.ts";
import { see } from "#core/forecast/flow/see.ts";
import { type Outlook, outlookOf } from "#core/forecast/outlook/outlook.ts";
import { sayOutlookStep } from "#core/forecast/outlook/words.ts";
import { answerOnce } from "./answer-once.ts";
import { type Folders, openData } from "./open-data.ts";
import { openedReading } from "./opened-registers.ts";
import { seenByMunicipality } from "./seen-municipalities.ts";

/** What the process that looks ahead is told. */
export type OutlookWork = {
  readonly folders: Folders;
  /** The id of a snapshot. */
  readonly register: string;
  /** `2018-12-31`; the day the register was drawn without one. */
  readonly asOf?: string;
  /** One of its municipalities; all of them together without one. */
  readonly municipality?: string;
  readonly horizon: number;
  readonly draws: number;
  readonly seed: number;
  readonly limit: number;
};

answerOnce<OutlookWork, Outlook>(async ({ folders, register, asOf, municipality, ...asked }, tell) => {
  const data = openData(folders);
  const model = readFlowModel(folders.data);
  const day: Day | undefined = asOf === undefined ? undefined : parseDay(asOf);
  tell(0, sayOutlookStep("learning"));
  const read = await openedReading(folders, register, day);
  const seen =
    municipality === undefined
      ? see(read, readLaw(folders.data, data.vocabulary), model)
      : seenByMunicipality(data, read, model, municipality)[0].seen;
  const outlook = outlookOf(seen, model, {
    ...asked,
    onProgress: (share, step) => tell(share, sayOutlookStep(step)),
  });
  if (outlook === undefined) throw new Error("nobody cancelled it");
  return outlook;
});
