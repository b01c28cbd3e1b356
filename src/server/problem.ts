import type { FastifyReply } from "fastify";
import type { z } from "zod";
import { type Problem, problemOf } from "#api/problem.ts";
import { BrokenInput, broken, type Fault } from "#core/faults/fault.ts";
import { faultsOf } from "#core/faults/issues.ts";
import { hideCpr } from "#core/register/cpr.ts";
import { verbatim } from "#core/text/text.ts";

/** Answers with a problem; nothing that looks like a CPR number goes back out. */
export function sendProblem(reply: FastifyReply, faults: readonly Fault[]): FastifyReply {
  const problem: Problem = problemOf(faults);
  return reply
    .code(problem.status)
    .type("application/problem+json")
    .send(hideCpr(JSON.stringify(problem)));
}

/** The faults of whatever was thrown while a request was answered; undefined when the program itself failed. */
export function findFaults(error: unknown): readonly Fault[] | undefined {
  if (error instanceof BrokenInput) return error.faults;
  if (!(error instanceof Error)) return undefined;
  const { statusCode } = error as Error & { statusCode?: number };
  if (statusCode === 413) return broken("too-much").faults;
  if (statusCode === 429) return broken("too-many-requests", { seconds: 10 }).faults;
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return broken("bad-request", { why: verbatim(error.message) }).faults;
  return undefined;
}

/** Reads a part of a request by its schema. @throws BrokenInput with every fault, each with its key */
export function readPart(schema: z.ZodType, value: unknown, part: string): unknown {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new BrokenInput(
    faultsOf(read.error.issues, {
      valueAt: (path) => written(path.reduce<unknown>(step, value)),
      placeOf: (path) => ({ path: [part, ...path.map(String)].join(".") }),
    }),
  );
}

function step(value: unknown, key: PropertyKey): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function written(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  return typeof value === "string" ? value : JSON.stringify(value);
}
