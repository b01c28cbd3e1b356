import { z } from "zod";
import { day, flag, id, wholeNumber } from "../../../format/scalars.ts";
import { codeLists } from "../../codes.ts";
import { amount, mix, number, share } from "./scalars.ts";

const forms = mix(codeLists["conversation-form"]);

const contact = z.strictObject({
  first: wholeNumber,
  every: wholeNumber,
  months: wholeNumber,
  later: wholeNumber,
  types: mix(codeLists["conversation-type"]),
  cv: share,
  kind: z.enum(codeLists["cv-kind"]),
  goals: share,
  sanctions: amount,
  scores: flag.default(false),
});
export type ContactSpec = z.output<typeof contact>;

/** How people on a benefit are met, and what that costs. */
export const contactFile = z.strictObject({
  states: z.record(id, contact),
  forms,
  remote: z.strictObject({ from: day, to: day, forms }),
  statuses: mix(codeLists["conversation-status"]),
  planAhead: wholeNumber,
  sanctions: mix(codeLists["sanction-kind"]),
  caseload: wholeNumber,
  changesHands: amount,
  scales: z.array(z.string()).min(1),
  progress: z.strictObject({ mean: number, spread: amount }),
  survey: z.strictObject({ id: z.string(), per: amount, questions: z.record(z.string(), amount) }),
  inquiries: z.strictObject({ per: amount, medianHours: amount, unanswered: share }),
  costs: z.strictObject({
    growth: number,
    benefits: z.record(id, z.strictObject({ month: amount, account: z.string() })),
    offers: z.string(),
    operation: z.strictObject({ account: z.string(), perPerson: amount }),
  }),
});
export type ContactsSpec = z.output<typeof contactFile>;
