import { listAllParameters, type ParameterLine, writeParameter } from "#actions/parameters.ts";
import * as users from "#actions/users.ts";
import type { Answered, Asked } from "#api/endpoint.ts";
import { listParameters, setParameter } from "#api/parameters.ts";
import * as api from "#api/users.ts";
import { isRole, roles } from "#core/access/role.ts";
import { type Day, formatDay, parseDay } from "#core/calendar/day.ts";
import { parameterTable } from "#core/plans/evaluation/parameter-table.ts";
import { defaultParameters } from "#core/plans/evaluation/parameters.ts";
import { type Route, route } from "../route.ts";
import { sessionIdHere } from "../sign-in/session.ts";

/** Users, units, sessions, and the limits a municipality sets. */
export const administrationRoutes: readonly Route[] = [
  route(
    api.listUsers,
    users.listUsers,
    () => undefined,
    (found) => ({ users: found.map(userJson) }),
  ),
  route(
    api.addUser,
    users.addUser,
    ({ body: { login, ...user } }) => ({ user: { ...user, active: true }, ...(login && { login }) }),
    (_, { body }) => ({ id: body.id }),
  ),
  route(
    api.changeUser,
    users.changeUser,
    ({ params, body }) => ({ id: params.user, ...body }),
    (_, { params }) => ({ id: params.user }),
  ),
  route(
    api.giveRole,
    users.giveRole,
    ({ params, body }) => ({ id: params.user, grant: grantOf(body) }),
    (id) => ({ id }),
  ),
  route(
    api.takeRole,
    users.takeRole,
    ({ params }) => ({ id: params.user, grant: params.grant }),
    (_, { params }) => ({ id: params.grant }),
  ),
  route(
    api.listSessions,
    users.listSessions,
    ({ params }) => ({ id: params.user }),
    (found, _, { house, request }) => {
      const here = sessionIdHere(house, request);
      return { sessions: found.map(({ account: _, ...one }) => ({ ...one, here: one.id === here })) };
    },
  ),
  route(
    api.endSessions,
    users.endSessions,
    ({ params }) => ({ id: params.user }),
    (ended) => ({ ended }),
  ),
  route(
    api.endSession,
    users.endSessions,
    ({ params }) => ({ id: params.user, session: params.session }),
    (ended) => ({ ended }),
  ),
  route(
    api.listUnits,
    users.listUnits,
    () => undefined,
    (units) => ({ units: units.map(({ closed, ...unit }) => ({ ...unit, closed: written(closed) })) }),
  ),
  route(
    api.addUnit,
    users.addUnitOf,
    ({ body: { closed, ...unit } }) => ({ ...unit, closed: read(closed) }),
    (_, { body }) => ({ id: body.id }),
  ),
  route(
    api.changeUnit,
    users.changeUnitOf,
    ({ params, body: { closed, ...unit } }) => ({ ...unit, id: params.unit, closed: read(closed) }),
    (_, { params }) => ({ id: params.unit }),
  ),
  route(
    listParameters,
    listAllParameters,
    ({ query }) => query,
    (found) => ({ parameters: found.map(parameterJson) }),
  ),
  route(
    setParameter,
    writeParameter,
    ({ params, body }) => ({ ...body, name: params.name, from: parseDay(body.from) }),
    (_, { params }) => ({ name: params.name }),
  ),
];

type FoundUser = Awaited<ReturnType<typeof users.listUsers>>[number];

function userJson({ grants, ...user }: FoundUser): Answered<typeof api.listUsers>["users"][number] {
  return {
    ...user,
    roles: grants.map(({ from, to, ...grant }) => ({
      ...{ ...grant, label: roles[grant.role], from: written(from), to: written(to) },
    })),
  };
}

function grantOf({ role, from, to, ...where }: Asked<typeof api.giveRole>["body"]) {
  if (!isRole(role)) throw new Error(`The schema let through the role ${role}.`);
  return { role, ...where, from: read(from), to: read(to) };
}

function parameterJson({ name, value, set }: ParameterLine): Answered<typeof listParameters>["parameters"][number] {
  const lines = set.map((one) => ({ from: formatDay(one.from), value: one.value, by: one.by, at: one.at }));
  return { name, ...parameterTable[name], default: defaultParameters[name], value, set: lines };
}

function written(day: Day | undefined): string | undefined {
  return day === undefined ? undefined : formatDay(day);
}

function read(day: string | undefined): Day | undefined {
  return day === undefined ? undefined : parseDay(day);
}
