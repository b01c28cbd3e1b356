import type { FastifyRequest } from "fastify";
import { broken } from "#core/faults/fault.ts";

/** The files of a request, to be read once who sends them may. @throws BrokenInput bad-request when it holds none */
export function filesOf(request: FastifyRequest) {
  if (!request.isMultipart()) throw broken("bad-request", { why: notMultipart });
  return () => request.files();
}

const notMultipart = { da: "filer sendes som multipart/form-data", en: "files are sent as multipart/form-data" };
