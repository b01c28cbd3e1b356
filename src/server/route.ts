import type { FastifyReply, FastifyRequest } from "fastify";
import type { Action, Call } from "#actions/action.ts";
import type { Answered, Asked, Endpoint } from "#api/endpoint.ts";
import type { Actor } from "#core/access/decide.ts";
import { type Act, isAct } from "#core/access/table.ts";
import { broken } from "#core/faults/fault.ts";
import { callOf, type House } from "./house.ts";

/** What a handler knows of the request it answers. */
export type Visit = {
  readonly house: House;
  /** Who is signed in. */
  readonly actor: Actor | undefined;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

/** An endpoint with the rule it stands under and what answers it. */
export type Route = {
  readonly endpoint: Endpoint;
  /** The act of the decision table that is checked, or who needs none. */
  readonly rule: Act | "anyone";
  readonly answer: (asked: Asked<Endpoint>, visit: Visit) => Promise<unknown>;
};

/**
 * An endpoint answered by an action: the action checks the right, writes the audit entry, and cannot be passed by.
 *
 * @example route(listPlans, listStored, () => undefined, (plans) => ({ plans: plans.map(planLine) }))
 */
export function route<E extends Endpoint, Input, Result>(
  endpoint: E,
  action: Action<Input, Result>,
  input: (asked: Asked<E>, visit: Visit) => Input | Promise<Input>,
  answer: (result: Result, asked: Asked<E>, visit: Visit) => Answered<E> | Promise<Answered<E>>,
): Route {
  if (!isAct(action.act)) throw new Error(`${endpoint.method} ${endpoint.path} stands under no rule`);
  return {
    endpoint,
    rule: action.act,
    answer: async (asked: Asked<E>, visit) => {
      const result = await action(callFor(visit), await input(asked, visit));
      return answer(result, asked, visit);
    },
  };
}

/** An endpoint that needs nobody to be signed in: the door itself. */
export function open<E extends Endpoint>(
  endpoint: E,
  answer: (asked: Asked<E>, visit: Visit) => Promise<Answered<E>>,
): Route {
  return { endpoint, rule: "anyone", answer: (asked: Asked<E>, visit) => answer(asked, visit) };
}

/** The call of who is signed in. @throws BrokenInput not-signed-in */
export function callFor({ house, actor, request }: Visit): Call {
  if (actor === undefined) throw broken("not-signed-in");
  return callOf(house, actor, reasonOf(request));
}

/** Why somebody needs what they ask for: a header holds no Danish letters, so it is sent as an address would be. */
function reasonOf({ headers }: FastifyRequest): string | undefined {
  const reason = headers["x-pejlemaerke-reason"];
  if (typeof reason !== "string") return undefined;
  try {
    return decodeURIComponent(reason);
  } catch {
    throw broken("bad-request", { why: notEncoded });
  }
}

const notEncoded = {
  da: "begrundelsen er ikke kodet som i en adresse",
  en: "the reason is not encoded as in an address",
};
