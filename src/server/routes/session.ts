import { demoIssuer, demoUsers } from "#actions/demo-users.ts";
import { letProgramIn as letProgram } from "#actions/let-program-in.ts";
import { demoSignIn, letProgramIn, readSession, signOutHere } from "#api/session.ts";
import { broken } from "#core/faults/fault.ts";
import { open, type Route, route } from "../route.ts";
import { letIn, letOut, sessionJson } from "../sign-in/session.ts";

/** Who is signed in, the demo's way in, and the way out. */
export const sessionRoutes: readonly Route[] = [
  open(readSession, async (_, { house, actor }) => sessionJson(house, actor)),
  open(demoSignIn, async ({ body }, { house, reply }) => {
    const user = house.demo ? demoUsers.find(({ id }) => id === body.user) : undefined;
    if (user === undefined) throw broken("sign-in-refused", { why: noDemo });
    return sessionJson(house, await letIn(house, reply, { issuer: demoIssuer, subject: user.id }));
  }),
  route(
    letProgramIn,
    letProgram,
    ({ body }) => body,
    (made) => made,
  ),
  open(signOutHere, async (_, { house, request, reply }) => {
    await letOut(house, request, reply);
    return sessionJson(house, undefined);
  }),
];

const noDemo = { da: "der er ingen sådan demobruger", en: "there is no such demo user" };
