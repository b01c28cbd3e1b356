import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { text } from "./scalars.ts";

/** Who is signed in, what they may do, and what the installation is. */
export const sessionSchema = z.object({
  /** Undefined when nobody is signed in. */
  user: z
    .object({
      id: z.string(),
      name: z.string(),
      roles: z.array(
        z.object({ role: z.string(), label: text, municipality: z.string(), unit: z.string().optional() }),
      ),
      /** The acts of the decision table that some role of theirs gives somewhere: for hiding what would be denied. */
      may: z.array(z.string()),
    })
    .optional(),
  /** How one may sign in here. */
  signIn: z.object({
    /** The address of the provider's door, when there is one. */
    provider: z.string().optional(),
    /** The invented users of the demo, when it is started. */
    demo: z.array(z.object({ id: z.string(), name: z.string(), role: text })),
  }),
  /** Today in Denmark, as `2026-11-22`. */
  today: z.string(),
  version: z.string(),
});

export const readSession = endpoint({
  method: "GET",
  path: "/api/session",
  summary: { da: "Hvem er logget ind, og hvordan logger man ind", en: "Who is signed in, and how to sign in" },
  answer: sessionSchema,
});

export const demoSignIn = endpoint({
  method: "POST",
  path: "/api/session/demo",
  summary: { da: "Log ind som en af demoens opfundne brugere", en: "Sign in as one of the demo's invented users" },
  body: z.strictObject({ user: z.string() }),
  answer: sessionSchema,
});

export const letProgramIn = endpoint({
  method: "POST",
  path: "/api/session/programs",
  summary: {
    da: "Lav en nøgle, som et af dine programmer kan hente tal med",
    en: "Make a token that one of your programs can fetch figures with",
  },
  body: z.strictObject({ program: z.string().trim().min(1).max(60), days: z.number().int().min(1).max(366) }),
  /** The token is shown this once. It ends with the other sessions of the user. */
  answer: z.object({ token: z.string(), expires: z.string() }),
});

export const signOutHere = endpoint({
  method: "DELETE",
  path: "/api/session",
  summary: { da: "Log ud", en: "Sign out" },
  answer: sessionSchema,
});
