import { answerOnce } from "./answer-once.ts";
import { type Folders, openData } from "./open-data.ts";
import { doRegisterWork, type RegisterReport, type RegisterWork } from "./register-work.ts";

/** What the process for heavy work on registers is told. */
export type Told = {
  readonly work: RegisterWork;
  readonly folders: Folders;
  readonly now: string;
  readonly by: string;
};

answerOnce<Told, RegisterReport>(({ work, folders, ...setting }, tell) => {
  const data = openData(folders);
  const key = process.env.PEJL_PSEUDONYM_KEY;
  return doRegisterWork(work, data, { ...setting, folders, vocabulary: data.vocabulary, key }, tell);
});
