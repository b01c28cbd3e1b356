import { z } from "zod";
import { day, flag, id, period } from "../../../format/scalars.ts";
import { codeLists } from "../../codes.ts";
import { rates } from "./companies.ts";
import { amount, byPeriod, number, share } from "./scalars.ts";

const stock = z.strictObject({
  /** States, or groups of them. */
  states: z.array(id).min(1),
  /** States of whose stock a share is part of the figure and is not scaled. */
  beside: z.record(id, share).default({}),
  count: z.enum(["fullTime", "persons"]).default("fullTime"),
  /** Whether the figure is worked out from printed ones instead of printed. */
  derived: flag.default(false),
  values: byPeriod,
});
export type StockTarget = z.output<typeof stock>;

const running = z.strictObject({
  types: z.array(z.string()).min(1),
  sector: z.enum(codeLists.sector).optional(),
  values: byPeriod,
});
export type RunningTarget = z.output<typeof running>;

/** Shares of the people on the states of the plan; of all offers where no type is named. */
const activation = z.strictObject({ types: z.array(z.string()).optional(), values: byPeriod });
export type ActivationTarget = z.output<typeof activation>;

const target = z.strictObject({
  plan: id,
  municipalities: z.array(z.string()).min(1),
  source: z.string(),
  stocks: z.array(stock).default([]),
  offers: z.array(running).default([]),
  activation: z.array(activation).default([]),
});
export type Target = z.output<typeof target>;

const longTerm = z.strictObject({
  plan: id,
  municipality: z.string(),
  on: day,
  source: z.string(),
  shares: z.array(z.strictObject({ codes: z.array(z.string()), percent: number, points: number })),
  total: z.strictObject({ percent: number, points: number }),
});

const companies = z.strictObject({
  plan: id,
  to: day,
  tolerance: z.strictObject({ share, points: amount }),
  rows: z.array(z.strictObject({ municipality: z.string(), companies: amount, ...rates })),
});

/** The printed figures the simulated register is held to. */
export const targetFile = z.strictObject({
  tolerance: z.strictObject({ share, count: amount }),
  groups: z.record(id, z.array(id)),
  targets: z.array(target),
  longTerm: z.array(longTerm),
  companies,
});
export type TargetsSpec = z.output<typeof targetFile>;

/** The sizes of the municipalities. */
export const municipalityFile = z.strictObject({
  period,
  municipalities: z.array(
    z.strictObject({
      id: z.string(),
      people: amount,
      dagpenge: amount,
      sygedagpenge: amount,
      kontanthjaelp: amount,
      employment: amount,
    }),
  ),
});
export type MunicipalitySize = z.output<typeof municipalityFile>["municipalities"][number];
