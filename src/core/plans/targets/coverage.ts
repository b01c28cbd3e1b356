import { z } from "zod";
import { period, text, wholeNumber } from "../../format/scalars.ts";
import { printed } from "../format/print.ts";
import { atLeast, bounded, type TargetKindOf } from "./demand.ts";

/** A share of a population by a date; `everyone` when the plan says all. `grace` is days from entry until one counts. */
export const coverage = z.strictObject({
  kind: z.literal("coverage"),
  share: z.union([z.literal("everyone"), printed]),
  population: text,
  by: period.optional(),
  grace: wholeNumber.optional(),
});
export type Coverage = z.output<typeof coverage>;

/** What share counts as everyone, unless the municipality decides otherwise. */
export const everyoneShare = 0.98;

export const coverageKind: TargetKindOf<Coverage> = {
  lacks: ({ by }, { indicator }) => [
    ...(by === undefined ? (["no-period"] as const) : []),
    ...(indicator === undefined ? (["no-indicator"] as const) : []),
  ],
  demand: ({ share }) => (share === "everyone" ? atLeast(everyoneShare, "share") : bounded(share, "least")),
  period: ({ by }) => by,
  against: () => undefined,
  taken: () => "end",
  gap: false,
};
