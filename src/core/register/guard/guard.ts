import { z } from "zod";
import { text } from "../../format/scalars.ts";
import { fill, type Text } from "../../text/text.ts";
import { compare, type Keyed, type TableCounts } from "./comparison.ts";
import { comparisonRules, deliveryRules, type Measured, type Rule } from "./rules.ts";

const ruleIds = [...Object.keys(deliveryRules), ...Object.keys(comparisonRules)];
const number = z
  .string()
  .regex(/^\d+(\.\d+)?$/, "et tal / a number")
  .transform(Number);

/** `import-guard.yaml`: from where on an import stops for a human. */
export const guardParameters = z.strictObject({
  /** Days before an extraction that may still be registered or corrected after it. */
  settleDays: number,
  limits: z
    .record(
      z.string(),
      z.strictObject({
        /** The largest share of `of` (or the largest count, where `of` is one) that is let through. */
        above: number,
        /** Smaller counts than this are let through whatever their share. */
        least: number.default(1),
        why: text,
      }),
    )
    .refine((limits) => ruleIds.every((id) => Object.hasOwn(limits, id)), "en grænse mangler / a limit is missing")
    .refine((limits) => Object.keys(limits).every((id) => ruleIds.includes(id)), "ukendt regel / unknown rule"),
});
export type GuardParameters = z.output<typeof guardParameters>;

/** Something that a human must look at before the delivery is let in. */
export type Finding = { readonly rule: string; readonly says: Text };

/**
 * What is out of the ordinary about a delivery: too many rows rejected or repeated, and, beside the snapshot before it,
 * too much that vanished, appeared or changed.
 *
 * @param before the last snapshot of the same name; undefined for the first delivery
 */
export function guardImport(
  before: Keyed | undefined,
  after: Keyed,
  tables: readonly TableCounts[],
  parameters: GuardParameters,
): Finding[] {
  const found = findings(deliveryRules, tables, parameters);
  if (before === undefined) return found;
  return [...found, ...findings(comparisonRules, compare(before, after, parameters.settleDays), parameters)];
}

function findings<T>(rules: Readonly<Record<string, Rule<T>>>, seen: T, { limits }: GuardParameters): Finding[] {
  return Object.entries(rules).flatMap(([rule, { measure, says }]) => {
    const { above, least } = limits[rule];
    return measure(seen)
      .filter(({ count, of }) => count >= least && count > above * of)
      .map((measured) => ({ rule, says: fill(says, words(measured)) }));
  });
}

function words({ count, of, what = "" }: Measured): Readonly<Record<string, string | number | Text>> {
  const share = (100 * count) / Math.max(1, of);
  const rounded = share.toFixed(share < 10 ? 1 : 0);
  return { count, of, what, share: { da: `${rounded.replace(".", ",")} %`, en: `${rounded} %` } };
}
