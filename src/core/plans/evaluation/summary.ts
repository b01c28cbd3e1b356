import { missingWords } from "../../figures/figure.ts";
import { fill, type Text } from "../../text/text.ts";
import { isBinding } from "../count.ts";
import type { GoalResult } from "./result.ts";
import { type Verdict, verdictWords } from "./verdict.ts";

/** How a plan stands, in one plain sentence: promises and expectations counted, intentions apart. */
export function summaryOf(results: readonly GoalResult[]): Text {
  const binding = results.filter(({ goal }) => isBinding(goal)).map(({ verdict }) => verdict);
  const decided = binding.filter(({ family }) => family !== "cannot-be-settled");
  const intentions = results.length - binding.length;
  return fill(
    {
      da: "{decided} af {binding} mål kan afgøres eller følges{standing}. {unsettled} kan ikke afgøres{why}. ({intentions} hensigter for sig)",
      en: "{decided} of {binding} goals can be settled or followed{standing}. {unsettled} cannot be settled{why}. ({intentions} intentions apart)",
    },
    {
      decided: decided.length,
      binding: binding.length,
      unsettled: binding.length - decided.length,
      intentions,
      standing: after(
        countBy(decided, (verdict) =>
          verdict.family === "cannot-be-settled" ? undefined : verdictWords[verdict.value].word,
        ),
      ),
      why: after(
        countBy(binding, (verdict) =>
          verdict.family === "cannot-be-settled" ? missingWords[verdict.value] : undefined,
        ),
      ),
    },
  );
}

function after({ da, en }: Text): Text {
  return da === "" ? { da, en } : { da: `: ${da}`, en: `: ${en}` };
}

/** `3 i mål, 6 på vej`, the most frequent first. */
function countBy(verdicts: readonly Verdict[], wordOf: (verdict: Verdict) => Text | undefined): Text {
  const counts = new Map<string, { word: Text; count: number }>();
  for (const verdict of verdicts) {
    const word = wordOf(verdict);
    if (word === undefined) continue;
    counts.set(word.da, { word, count: (counts.get(word.da)?.count ?? 0) + 1 });
  }
  const most = [...counts.values()].toSorted((a, b) => b.count - a.count);
  return {
    da: most.map(({ word, count }) => `${count} ${word.da}`).join(", "),
    en: most.map(({ word, count }) => `${count} ${word.en}`).join(", "),
  };
}
