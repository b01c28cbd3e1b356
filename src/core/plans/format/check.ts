import { z } from "zod";
import { id, text } from "../../format/scalars.ts";
import { source } from "./print.ts";

/**
 * A term of a check: a reference (`tables.budget.total.b2018`, `statements.fald`, `goals.x.target`),
 * a figure with its unit (`50 %`), or an operation on terms.
 */
export type Term =
  | string
  | { readonly sum: readonly Term[] }
  | { readonly mean: readonly Term[] }
  | { readonly difference: readonly [Term, Term] }
  | { readonly ratio: readonly [Term, Term] }
  | { readonly product: readonly [Term, Term] }
  | { readonly change: readonly [Term, Term] }
  | { readonly before: readonly [Term, Term] };

export const term: z.ZodType<Term, Term> = z.lazy(() =>
  z.union([
    z.string(),
    z.strictObject({ sum: z.array(term).min(1) }),
    z.strictObject({ mean: z.array(term).min(1) }),
    z.strictObject({ difference: z.tuple([term, term]) }),
    z.strictObject({ ratio: z.tuple([term, term]) }),
    z.strictObject({ product: z.tuple([term, term]) }),
    z.strictObject({ change: z.tuple([term, term]) }),
    z.strictObject({ before: z.tuple([term, term]) }),
  ]),
);

export const checkKinds = ["sum", "difference", "ratio", "change", "same", "within"] as const;
export const claims = ["rises", "falls", "unchanged", "above", "below", "most", "least"] as const;

/**
 * Something printed that can be recomputed. `of` are the terms, `gives` the printed result:
 * sum of all · difference first − second · ratio first ÷ second · change from first to second (relative when `gives`
 * is a share, else in its unit) · same: all alike · within: first inside the range `gives`.
 * A `claim` says in words how its terms relate: `rises`, `falls`, `unchanged` from first to second; `above`, `below`:
 * first against second; `most`, `least`: first among all.
 */
export const check = z.union([
  z.strictObject({
    id,
    kind: z.enum(checkKinds),
    of: z.array(term).min(1),
    gives: term.optional(),
    note: text.optional(),
    source: source.optional(),
  }),
  z.strictObject({
    id,
    kind: z.literal("claim"),
    says: z.enum(claims),
    of: z.array(term).min(2),
    note: text.optional(),
    source: source.optional(),
  }),
]);
export type Check = z.output<typeof check>;
