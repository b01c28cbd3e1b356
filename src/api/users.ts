import { z } from "zod";
import { isRole } from "#core/access/role.ts";
import { endpoint } from "./endpoint.ts";
import { day, text } from "./scalars.ts";

/** An id that a person gives: in an address, a log, a file. */
const id = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}@._ -]{0,99}$/u);
const name = z.string().min(1).max(200);
const municipality = z.string().regex(/^\d{3}$/);

const grant = z.strictObject({
  role: z.string().refine(isRole),
  /** Three digits, or `all`. */
  municipality: z.string().regex(/^(\d{3}|all)$/),
  unit: z.string().optional(),
  from: day.optional(),
  to: day.optional(),
});

const account = z.strictObject({
  /** The municipality they work for; none for those who look after the installation. */
  municipality: municipality.optional(),
  name,
  email: z.email().optional(),
  language: z.enum(["da", "en"]).default("da"),
});

const user = account.extend({
  id: z.string(),
  active: z.boolean(),
  roles: z.array(grant.extend({ id: z.string(), label: text })),
});

export const listUsers = endpoint({
  method: "GET",
  path: "/api/users",
  summary: { da: "Brugere og deres roller", en: "Users and their roles" },
  answer: z.object({ users: z.array(user) }),
});

export const addUser = endpoint({
  method: "POST",
  path: "/api/users",
  summary: { da: "Opret en bruger", en: "Add a user" },
  body: account.extend({
    id,
    /** How they are known to the provider of sign-ins. */
    login: z.strictObject({ issuer: z.string().min(1), subject: z.string().min(1) }).optional(),
  }),
  answer: z.object({ id: z.string() }),
});

export const changeUser = endpoint({
  method: "PUT",
  path: "/api/users/:user",
  summary: {
    da: "Ret en bruger; en lukket bruger logges ud alle steder",
    en: "Change a user; a closed one is signed out everywhere",
  },
  params: z.strictObject({ user: z.string() }),
  body: account.extend({ active: z.boolean() }),
  answer: z.object({ id: z.string() }),
});

export const giveRole = endpoint({
  method: "POST",
  path: "/api/users/:user/roles",
  summary: { da: "Giv en bruger en rolle", en: "Give a user a role" },
  params: z.strictObject({ user: z.string() }),
  body: grant,
  answer: z.object({ id: z.string() }),
});

export const takeRole = endpoint({
  method: "DELETE",
  path: "/api/users/:user/roles/:grant",
  summary: { da: "Tag en rolle tilbage", en: "Take a role back" },
  params: z.strictObject({ user: z.string(), grant: z.string() }),
  answer: z.object({ id: z.string() }),
});

export const listSessions = endpoint({
  method: "GET",
  path: "/api/users/:user/sessions",
  summary: { da: "Hvor en bruger er logget ind", en: "Where a user is signed in" },
  params: z.strictObject({ user: z.string() }),
  answer: z.object({
    sessions: z.array(
      z.object({
        id: z.string(),
        begun: z.string(),
        seen: z.string(),
        expires: z.string(),
        /** The program it was begun for; undefined of a browser's. */
        program: z.string().optional(),
        /** The one that asks. */
        here: z.boolean(),
      }),
    ),
  }),
});

export const endSessions = endpoint({
  method: "DELETE",
  path: "/api/users/:user/sessions",
  summary: { da: "Log en bruger ud alle steder", en: "Sign a user out everywhere" },
  params: z.strictObject({ user: z.string() }),
  answer: z.object({ ended: z.number() }),
});

export const endSession = endpoint({
  method: "DELETE",
  path: "/api/users/:user/sessions/:session",
  summary: { da: "Log en bruger ud ét sted", en: "Sign a user out in one place" },
  params: z.strictObject({ user: z.string(), session: z.string() }),
  answer: z.object({ ended: z.number() }),
});

const unit = z.strictObject({ municipality, name, partOf: z.string().optional(), closed: day.optional() });

export const listUnits = endpoint({
  method: "GET",
  path: "/api/units",
  summary: { da: "Enheder", en: "Units" },
  answer: z.object({ units: z.array(unit.extend({ id: z.string() })) }),
});

export const addUnit = endpoint({
  method: "POST",
  path: "/api/units",
  summary: { da: "Opret en enhed", en: "Add a unit" },
  body: unit.extend({ id }),
  answer: z.object({ id: z.string() }),
});

export const changeUnit = endpoint({
  method: "PUT",
  path: "/api/units/:unit",
  summary: { da: "Ret eller luk en enhed", en: "Change or close a unit" },
  params: z.strictObject({ unit: z.string() }),
  body: unit,
  answer: z.object({ id: z.string() }),
});
