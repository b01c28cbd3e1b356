import { z } from "zod";
import { wholeNumber } from "../../format/scalars.ts";
import { type Status, statuses } from "../reading/status.ts";

/** `true` or `false`; false where it is left out. */
export const flagWord = z
  .enum(["true", "false"])
  .default("false")
  .transform((word) => word === "true");

/** A number of weekly hours that count as one, or `none`. */
export const hoursOrNone = z
  .union([z.literal("none"), wholeNumber])
  .default("none")
  .transform((hours) => (hours === "none" ? undefined : hours));

/** A share as `80 %` or `0.8`. */
export const share = z
  .string()
  .regex(/^\d+(\.\d+)?( ?%)?$/, "en andel som 80 % / a share such as 80 %")
  .transform((written) => (written.endsWith("%") ? Number.parseFloat(written) / 100 : Number(written)));

/** Several words, with blanks or `+` between. */
export const words = z.string().transform((written) => written.split(/[\s+]+/).filter((word) => word !== ""));

/** Statuses of a person on a day. */
export const statusWords = words
  .pipe(z.array(z.enum(statuses)))
  .transform((given): ReadonlySet<Status> => new Set(given));

/** Statuses that take a person out of a denominator, and all the others. */
export const leaving: ReadonlySet<Status> = new Set(["doed", "fraflyttet"]);
export const staying: ReadonlySet<Status> = new Set(statuses.filter((one) => !leaving.has(one)));
