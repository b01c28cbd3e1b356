import { z } from "zod";
import { units } from "#core/figures/unit.ts";
import { leverKinds } from "#core/forecast/scenario/levers.ts";
import { endpoint } from "./endpoint.ts";
import { expected } from "./forecast.ts";
import { chance } from "./foreseen.ts";
import { day, text } from "./scalars.ts";

/** A lever as a scenario's file has it: every value as text. Which keys suit its kind, and what they may say, is told on reading. */
export const writtenLever = z.object({
  lever: z.enum(leverKinds),
  benefit: z.string(),
  /** `+10 %` */
  by: z.string().optional(),
  destination: z.string().optional(),
  /** The months it holds in: `2027-01`. */
  from: z.string().optional(),
  until: z.string().optional(),
  offer: z.string().optional(),
  places: z.string().optional(),
  effect: z.object({ by: z.string(), low: z.string(), high: z.string(), assumption: text }).optional(),
  persons: z.string().optional(),
  on: z.string().optional(),
  to: z.string().optional(),
  share: z.string().optional(),
  closes: z.string().optional(),
});

const levers = z.array(writtenLever).max(40);

const both = { baseline: z.number(), scenario: z.number() };

export const scenarioSchema = z.object({
  /** What is assumed, a sentence a lever. */
  assumes: z.array(text),
  /** What it does, in a sentence. */
  says: text,
  origin: z.object({
    snapshot: z.string(),
    simulated: z.boolean(),
    asOf: day,
    known: z.string(),
    model: z.string(),
    months: z.number(),
    draws: z.number(),
    seed: z.number(),
  }),
  /** A benefit in full-time persons, or a way to support oneself in persons, at the end of the months. */
  stocks: z.array(
    z.object({
      id: z.string(),
      label: text,
      unit: z.enum(units),
      period: z.string(),
      baseline: z.object(expected),
      scenario: z.object(expected),
      difference: z.object(expected),
      /** Month by month. */
      course: z.array(z.object({ period: z.string(), baseline: z.object(expected), scenario: z.object(expected) })),
    }),
  ),
  places: z.array(z.object({ id: z.string(), label: text, kind: z.enum(["benefit", "own", "out", "outside"]) })),
  /** People from one place to another within all the months together. */
  streams: z.array(z.object({ from: z.string(), to: z.string(), ...both })),
  /** The chance that each goal is met, without and with it. */
  goals: z.array(z.object({ goal: z.string(), part: z.string(), label: text, baseline: chance, scenario: chance })),
});

export const runScenario = endpoint({
  method: "POST",
  path: "/api/scenario",
  summary: {
    da: "Hvad et scenarie gør ved ydelser, strømme og måls chancer; intet gemmes",
    en: "What a scenario does to benefits, streams and the chances of goals; nothing is kept",
  },
  body: z.strictObject({
    register: z.string(),
    /** One of the register's municipalities, where it has several. */
    municipality: z.string().optional(),
    asOf: day.optional(),
    plan: z.string().optional(),
    months: z.int().min(1).max(60).default(12),
    /** Sampled futures; with 0 only what is expected, at once. */
    draws: z.int().min(0).max(2000).default(200),
    levers,
    /** What it is held against: another scenario; nothing changed, without one. */
    against: levers.optional(),
  }),
  answer: scenarioSchema,
});

const kept = z.object({
  id: z.string(),
  title: text,
  levers: z.array(writtenLever),
  by: z.string(),
  at: z.string(),
});
const ofMunicipality = z.strictObject({ municipality: z.string() });
const named = z.strictObject({ scenario: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/) });

export const listScenarios = endpoint({
  method: "GET",
  path: "/api/scenarios",
  summary: { da: "De scenarier, en kommune har gemt", en: "The scenarios a municipality keeps" },
  query: ofMunicipality,
  answer: z.object({ scenarios: z.array(kept) }),
});

export const keepScenario = endpoint({
  method: "PUT",
  path: "/api/scenarios/:scenario",
  summary: { da: "Gem et scenarie under et navn", en: "Keep a scenario under a name" },
  params: named,
  body: z.strictObject({ municipality: z.string(), title: z.string().min(1).max(120), levers }),
  answer: kept,
});

export const dropScenario = endpoint({
  method: "DELETE",
  path: "/api/scenarios/:scenario",
  summary: { da: "Gem et scenarie ikke længere", en: "Keep a scenario no longer" },
  params: named,
  query: ofMunicipality,
  answer: z.object({ id: z.string() }),
});
