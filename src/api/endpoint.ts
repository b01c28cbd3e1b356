import { z } from "zod";
import type { Text } from "#core/text/text.ts";

export type Method = "GET" | "POST" | "PUT" | "DELETE";

/** What the server and the pages agree on: an address, what may be asked there, and what is answered. */
export type Endpoint<
  M extends Method = Method,
  Path extends string = string,
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> = {
  readonly method: M;
  /** As `/api/plans/:plan`. */
  readonly path: Path;
  /** What it is for, in the API's own description. */
  readonly summary: Text;
  /** The names in the path. */
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly answer: Answer;
};

const none = z.strictObject({});
type None = typeof none;

/** An endpoint; what is not named takes nothing. */
export function endpoint<
  const M extends Method,
  const Path extends string,
  Answer extends z.ZodType,
  Params extends z.ZodType = None,
  Query extends z.ZodType = None,
  Body extends z.ZodType = z.ZodUndefined,
>(written: {
  readonly method: M;
  readonly path: Path;
  readonly summary: Text;
  readonly answer: Answer;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
}): Endpoint<M, Path, Params, Query, Body, Answer>;
export function endpoint(
  written: Partial<Endpoint> & Pick<Endpoint, "method" | "path" | "summary" | "answer">,
): Endpoint {
  return { params: none, query: none, body: z.undefined(), ...written };
}

/** What is sent to an endpoint, as the pages write it. */
export type Sent<E extends Endpoint> = {
  readonly params: z.input<E["params"]>;
  readonly query: z.input<E["query"]>;
  readonly body: z.input<E["body"]>;
};

/** What an endpoint is asked once it is read, as the server has it. */
export type Asked<E extends Endpoint> = {
  readonly params: z.output<E["params"]>;
  readonly query: z.output<E["query"]>;
  readonly body: z.output<E["body"]>;
};

/** What an endpoint answers, as the pages receive it. */
export type Answered<E extends Endpoint> = z.output<E["answer"]>;
