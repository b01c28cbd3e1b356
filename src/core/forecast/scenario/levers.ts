import { z } from "zod";
import { findMonth, type Month } from "../../calendar/month.ts";
import { fault } from "../../faults/issues.ts";
import { day, flag, text, wholeNumber } from "../../format/scalars.ts";

/** What can be turned in a scenario. */
export const leverKinds = ["inflow", "exits", "places", "closing", "rule"] as const;
export type LeverKind = (typeof leverKinds)[number];

/** A month, `2027-01`. */
const month = z.string().transform((written, context): Month => {
  const found = findMonth(written);
  if (found !== undefined) return found;
  context.addIssue(fault("not-a-month", { value: written }));
  return z.NEVER;
});

/** How much more or less, with its sign, as `+10 %`; read as a share. No less than nothing can be left. */
const change = z.string().transform((written, context): number => {
  const match = /^([+\u2212-]) ?(\d+(?:[.,]\d+)?) ?%$/.exec(written);
  const share = match === null ? Number.NaN : (match[1] === "+" ? 1 : -1) * percent(match[2]);
  if (share >= -1) return share;
  context.addIssue(fault("invalid-value", { why: noChange }));
  return z.NEVER;
});

const noChange = {
  da: "en ændring skrives som +10 % eller −10 % og er mindst −100 %",
  en: "a change is written as +10 % or −10 % and is at least −100 %",
};

/** A part of a whole, `40 %`. */
const share = z.string().transform((written, context): number => {
  const match = /^(\d+(?:[.,]\d+)?) ?%$/.exec(written);
  const found = match === null ? Number.NaN : percent(match[1]);
  if (found <= 1) return found;
  context.addIssue(fault("invalid-value", { why: noShare }));
  return z.NEVER;
});

const noShare = {
  da: "en andel skrives som 40 % og er højst 100 %",
  en: "a share is written as 40 % and is at most 100 %",
};

function percent(digits: string): number {
  return Number(digits.replace(",", ".")) / 100;
}

/** A benefit's code, or the id of a state of the flow model; which there are, the schema of the file knows. */
const word = z.string().min(1);

/** The months it holds in; from the first of the forecast, or until its last, where none is written. */
const span = { from: month.optional(), until: month.optional() };

/** How much oftener than others those on a place go to work, with the 95 % interval, and who says so on what ground. */
const effect = z
  .strictObject({ by: change, low: change.optional(), high: change.optional(), assumption: text })
  .transform(({ by, low, high, assumption }, context) => {
    if (low !== undefined && high !== undefined && low <= by && by <= high) return { by, low, high, assumption };
    context.addIssue(fault("effect-without-interval", { value: `${Math.round(by * 100)} %` }));
    return z.NEVER;
  });

const kinds = z.discriminatedUnion("lever", [
  /** More or fewer come to a benefit from outside. */
  z.strictObject({ lever: z.literal("inflow"), benefit: word, by: change, ...span }),
  /** More or fewer leave a benefit: for one destination, or for any. */
  z.strictObject({ lever: z.literal("exits"), benefit: word, destination: word.optional(), by: change, ...span }),
  /** More places of an offer, so many at a time. */
  z.strictObject({ lever: z.literal("places"), offer: word, benefit: word, places: wholeNumber, effect, ...span }),
  /** A workplace closes, and so many come to a benefit. */
  z.strictObject({ lever: z.literal("closing"), benefit: word, persons: wholeNumber, on: day }),
  /** A rule moves a share of a benefit's people to another, and may let nobody more into the first. */
  z.strictObject({
    lever: z.literal("rule"),
    benefit: word,
    to: word,
    share: share.default(1),
    on: day,
    closes: flag.default(false),
  }),
]);

/** One thing that is different from what is expected. */
export const lever = z.looseObject({ lever: z.enum(leverKinds) }).pipe(kinds);
export type Lever = z.output<typeof lever>;
export type LeverOf<K extends LeverKind> = Extract<Lever, { readonly lever: K }>;

/** Several levers together. */
export type Levers = { readonly levers: readonly Lever[] };
