import type { MissingReason } from "../../figures/figure.ts";
import type { Text } from "../../text/text.ts";

export type Settled = "met" | "partly-met" | "not-met";
export type UnderWay = "on-course" | "at-risk" | "off-course" | "not-yet-due";

/** Where a goal stands, and why, in one plain sentence. `value` of the third family is the reason it cannot be settled. */
export type Verdict =
  | { readonly family: "settled"; readonly value: Settled; readonly reason: Text }
  | { readonly family: "under-way"; readonly value: UnderWay; readonly reason: Text }
  | {
      readonly family: "cannot-be-settled";
      readonly value: MissingReason;
      readonly reason: Text;
      readonly settles: Text;
    };

/** A verdict in a word and a shape that can be read without colour. */
export const verdictWords: Readonly<Record<Settled | UnderWay, { readonly shape: string; readonly word: Text }>> = {
  met: { shape: "●", word: { da: "i mål", en: "met" } },
  "partly-met": { shape: "◐", word: { da: "delvist i mål", en: "partly met" } },
  "not-met": { shape: "○", word: { da: "ikke i mål", en: "not met" } },
  "on-course": { shape: "▲", word: { da: "på vej", en: "on course" } },
  "at-risk": { shape: "◆", word: { da: "i risiko", en: "at risk" } },
  "off-course": { shape: "▼", word: { da: "ikke på vej", en: "off course" } },
  "not-yet-due": { shape: "·", word: { da: "ikke begyndt", en: "not yet due" } },
};

export const cannotBeSettled = { shape: "◇", word: { da: "kan ikke afgøres", en: "cannot be settled" } } as const;

/** The shape and word of a verdict. */
export function wordsOf(verdict: Verdict): { readonly shape: string; readonly word: Text } {
  return verdict.family === "cannot-be-settled" ? cannotBeSettled : verdictWords[verdict.value];
}

/** Worst first: a goal under way stands as its worst part. */
const worst: readonly UnderWay[] = ["off-course", "at-risk", "not-yet-due", "on-course"];

/**
 * The verdict of a goal from its parts': a part that cannot be settled leaves the goal so; else any part under way;
 * else met, partly met or not met as all, some or none are.
 */
export function verdictOfParts(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.length === 1) return verdicts[0];
  const unsettled = verdicts.find(({ family }) => family === "cannot-be-settled");
  if (unsettled !== undefined) return { ...unsettled, reason: partly(unsettled.reason, verdicts) };
  const underWay = worst.flatMap((value) =>
    verdicts.filter((one) => one.family === "under-way" && one.value === value),
  );
  if (underWay.length > 0) return { ...underWay[0], reason: partly(underWay[0].reason, verdicts) };
  const met = verdicts.filter(({ value }) => value === "met").length;
  return {
    family: "settled",
    value: met === verdicts.length ? "met" : met === 0 ? "not-met" : "partly-met",
    reason: { da: `${met} af ${verdicts.length} dele er i mål.`, en: `${met} of ${verdicts.length} parts are met.` },
  };
}

function partly(reason: Text, verdicts: readonly Verdict[]): Text {
  const met = verdicts.filter(({ value }) => value === "met").length;
  if (met === 0) return reason;
  return {
    da: `${reason.da} ${met} af ${verdicts.length} dele er i mål.`,
    en: `${reason.en} ${met} of ${verdicts.length} parts are met.`,
  };
}
