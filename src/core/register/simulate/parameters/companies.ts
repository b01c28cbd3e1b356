import { z } from "zod";
import { id, wholeNumber } from "../../../format/scalars.ts";
import { codeLists } from "../../codes.ts";
import { amount, bounds, mix, rangeMix, share, wordMix } from "./scalars.ts";

export const rates = { own: share, others: share, any: share };

/** The companies, and what goes on between them and the employment services. */
export const companyFile = z.strictObject({
  perPerson: amount,
  rates: z.strictObject(rates),
  turnover: share,
  soleTraders: amount,
  drift: share,
  employees: rangeMix,
  industries: wordMix,
  sharesCvr: share,
  local: share,
  cooperation: z.strictObject({ months: bounds, every: wholeNumber, kinds: mix(codeLists["cooperation-kind"]) }),
  contacts: z.strictObject({
    partner: amount,
    other: amount,
    kinds: mix(codeLists["contact-kind"]),
    workers: wholeNumber,
  }),
  agreements: z.strictObject({ share, months: bounds, kinds: mix(codeLists["agreement-kind"]) }),
  orders: z.strictObject({
    per: amount,
    positions: rangeMix,
    days: bounds,
    cancelled: share,
    referrals: amount,
    referred: z.array(id).min(1),
    recruits: share,
    outcomes: mix(codeLists["referral-outcome"]),
  }),
});
export type CompaniesSpec = z.output<typeof companyFile>;
