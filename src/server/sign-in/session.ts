import type { FastifyReply, FastifyRequest } from "fastify";
import { demoUsers } from "#actions/demo-users.ts";
import { signOut as endIt, findSignedIn, sessionIdOf, signIn, type Vouched } from "#actions/sign-in.ts";
import type { Answered } from "#api/endpoint.ts";
import type { readSession } from "#api/session.ts";
import { type Actor, ALL } from "#core/access/decide.ts";
import { roles } from "#core/access/role.ts";
import { isAct, table } from "#core/access/table.ts";
import { formatDay } from "#core/calendar/day.ts";
import { broken } from "#core/faults/fault.ts";
import { clearCookie, findCookie, setCookie } from "../cookies.ts";
import { doorOf, type House } from "../house.ts";
import type { Route } from "../route.ts";

/** How long a session lasts, in seconds: a working day. */
const LENGTH = 10 * 60 * 60;
const COOKIE = "pejl_session";

/** Who sent a request: the actor of their session, if it goes on. A program's token lets it read figures for export only. */
export async function findVisitor(
  house: House,
  request: FastifyRequest,
  rule: Route["rule"],
): Promise<Actor | undefined> {
  const token = findCookie(house, request, COOKIE);
  if (token !== undefined) return findSignedIn(doorOf(house), token);
  const sent = request.method === "GET" && rule === "export-figures" ? findSentToken(request) : undefined;
  return sent === undefined ? undefined : findSignedIn(doorOf(house), sent, "program");
}

/** The token in a request's own header: as it is, or as the password of any user name. */
function findSentToken({ headers }: FastifyRequest): string | undefined {
  const [scheme = "", sent = ""] = (headers.authorization ?? "").split(" ");
  if (scheme.toLowerCase() === "bearer") return sent;
  if (scheme.toLowerCase() !== "basic") return undefined;
  const pair = Buffer.from(sent, "base64").toString();
  return pair.slice(pair.indexOf(":") + 1);
}

/** What the session of a request is called among its user's. */
export function sessionIdHere(house: House, request: FastifyRequest): string | undefined {
  const token = findCookie(house, request, COOKIE);
  return token === undefined ? undefined : sessionIdOf(token);
}

/** Lets in whom a provider vouches for, and tells who that is. @throws BrokenInput sign-in-refused when the program knows no such user */
export async function letIn(house: House, reply: FastifyReply, vouched: Vouched): Promise<Actor | undefined> {
  const expires = new Date(Date.parse(house.clock()) + LENGTH * 1000).toISOString();
  const token = await signIn(doorOf(house), vouched, expires);
  if (token === undefined)
    throw broken("sign-in-refused", { why: { da: "du har ingen bruger her", en: "you have no user here" } });
  setCookie(house, reply, COOKIE, token, LENGTH);
  return findSignedIn(doorOf(house), token);
}

/** Ends the session of who sent a request. */
export async function letOut(house: House, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const token = findCookie(house, request, COOKIE);
  if (token !== undefined) await endIt(doorOf(house), token);
  clearCookie(house, reply, COOKIE);
}

/** Whom the pages are talking to, and how to sign in here. */
export function sessionJson(house: House, actor: Actor | undefined): Answered<typeof readSession> {
  const { demo, provider, version } = house;
  return {
    ...(actor && { user: { id: actor.id, name: actor.name, roles: rolesOf(actor), may: actsOf(actor) } }),
    signIn: {
      ...(provider && { provider: "/sign-in" }),
      demo: demo ? demoUsers.map(({ id, name, label }) => ({ id, name, role: label })) : [],
    },
    today: formatDay(doorOf(house).today),
    version,
  };
}

function rolesOf({ grants }: Actor) {
  return grants.map(({ role, municipality, unit }) => ({
    ...{ role, label: roles[role], municipality },
    ...(unit !== undefined && { unit }),
  }));
}

/** The acts some grant gives somewhere: what is denied all the same is denied by the action. */
function actsOf({ grants }: Actor): string[] {
  return Object.keys(table).filter(
    (act) =>
      isAct(act) &&
      grants.some(({ role, municipality }) => {
        const reach = table[act][role];
        return reach !== "nowhere" && (reach !== "installation" || municipality === ALL);
      }),
  );
}
