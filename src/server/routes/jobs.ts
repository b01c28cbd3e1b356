import * as actions from "#actions/jobs.ts";
import type { Answered } from "#api/endpoint.ts";
import * as api from "#api/jobs.ts";
import { faultJson } from "#api/problem.ts";
import { verbatim } from "#core/text/text.ts";
import { jobLabels } from "../jobs.ts";
import { type Route, route } from "../route.ts";

/** Long work: how far it is, what came of it, and putting an end to it. It is started where it belongs. */
export const jobRoutes: readonly Route[] = [
  route(
    api.listJobs,
    actions.listJobs,
    ({ query }) => ({ ownOnly: !query.everyone }),
    (jobs) => ({ jobs: jobs.map(jobJson) }),
  ),
  route(api.readJob, actions.readJob, ({ params }) => ({ id: params.job }), jobJson),
  route(
    api.cancelJob,
    actions.cancelJob,
    ({ params }) => ({ id: params.job }),
    (_, { params }) => ({ id: params.job }),
  ),
];

type Job = Omit<actions.NamedJob, "who"> & Partial<Pick<actions.NamedJob, "who">>;

/** A job as data; without a name, who asked for it is told by the id. */
export function jobJson({ kind, input, result, faults, who, ...job }: Job): Answered<typeof api.readJob> {
  return {
    ...{ ...job, who: who ?? job.askedBy, kind, label: jobLabels[kind] ?? verbatim(kind) },
    ...goingOn.safeParse(input).data,
    ...resultOf(result),
    ...(Array.isArray(faults) && { faults: faults.map(faultJson) }),
  };
}

/** What came of work on a register; what comes of other work is asked for where it belongs. */
function resultOf(result: unknown) {
  const report = api.job.shape.result.safeParse(result).data;
  return report === undefined ? {} : { result: report };
}

/** What of a job's input its asker needs to go on with: to import what was checked, or to answer the guard. */
const goingOn = api.job.pick({ upload: true, name: true });
