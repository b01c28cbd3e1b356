import type { Action, Call } from "#actions/action.ts";
import { makeOutlook, outlookKind } from "#actions/outlooks.ts";
import { checkUpload, importUpload, type RegisterJob, simulateAndList } from "#actions/register-jobs.ts";
import type { JobKinds, JobWork } from "#actions/run-jobs.ts";
import { findUser } from "#actions/sign-in.ts";
import { broken } from "#core/faults/fault.ts";
import type { Text } from "#core/text/text.ts";
import { callOf, doorOf, type House } from "./house.ts";

/** The kinds of long work, and what each is called. */
export const jobLabels: Readonly<Record<string, Text>> = {
  "check-register": { da: "Tjek af register", en: "Register check" },
  "import-register": { da: "Indlæsning af register", en: "Register import" },
  "simulate-register": { da: "Simuleret register", en: "Simulated register" },
  [outlookKind]: { da: "Prognose", en: "Forecast" },
};

/**
 * What does each kind of long work; as who asked for it, by the rights they have when it begins.
 *
 * @param imported told when there may be another register
 */
export function jobKinds(house: House, imported: () => void = () => {}): JobKinds {
  const onRegister = (does: Action<RegisterJob, unknown>) => async (job: JobWork) =>
    does(await callOfAsker(house, job), { job, folders: house.data.folders });
  const importing = (does: Action<RegisterJob, unknown>) => async (job: JobWork) => {
    const report = await onRegister(does)(job);
    imported();
    return report;
  };
  return {
    "check-register": onRegister(checkUpload),
    "import-register": importing(importUpload),
    [outlookKind]: async (job) => makeOutlook(await callOfAsker(house, job), { job, data: house.data }),
    ...(house.demo && { "simulate-register": importing(simulateAndList) }),
  };
}

async function callOfAsker(house: House, { job }: JobWork): Promise<Call> {
  const actor = await findUser(doorOf(house), job.askedBy);
  if (actor === undefined) throw broken("not-permitted", { why: closed });
  return callOf(house, actor);
}

const closed = { da: "brugeren er lukket", en: "the user is closed" };
