import type { Period } from "../../calendar/period.ts";
import { type MissingReason, missingWords } from "../../figures/figure.ts";
import { fill, type Text } from "../../text/text.ts";
import type { Answer } from "../format/follow-up-file.ts";
import type { Goal, Part } from "../format/goal.ts";
import type { Proxied } from "./measure.ts";
import { planFaults, whatSettles } from "./plan-faults.ts";
import { figureText, periodText } from "./say.ts";
import { latest, type Source } from "./values.ts";
import type { Verdict } from "./verdict.ts";

/** The verdict of the third family: the reason from the closed list, in words, and what would settle it. */
export function cannot(value: MissingReason, reason: Text = reasonSentence(value)): Verdict {
  return { family: "cannot-be-settled", value, reason, settles: whatSettles[value] };
}

/** A reason as a sentence of its own. */
export function reasonSentence(reason: MissingReason): Text {
  const { da, en } = capital(missingWords[reason]);
  return { da: `${da}.`, en: `${en}.` };
}

/** A plan fault in words: the reason, and the open question that asks about it. */
export function planReason(goal: Goal, part: Part, reason: MissingReason, answers: readonly Answer[]): Text {
  const fault = planFaults(goal, part, answers).find((one) => one.reason === reason);
  const asks = fault?.question?.asks ?? (reason === "no-indicator" ? part.noIndicator : undefined);
  return followedBy(reasonSentence(reason), asks);
}

/** No series measures it; the nearest one that only resembles it is named with the reason why it is not the same. */
export function noFigures(reason: MissingReason, [nearest]: readonly Proxied[]): Text {
  const why = nearest && {
    da: `${nearest.series.title.da}: ${nearest.why.da}`,
    en: `${nearest.series.title.en}: ${nearest.why.en}`,
  };
  return followedBy(reasonSentence(reason), why);
}

/** There is no figure for the period; what the newest one is. */
export function noFigureIn(source: Source, period: Period, reason: MissingReason): Text {
  const last = latest(source);
  if (last === undefined) return reasonSentence(reason);
  return fill(
    {
      da: "{why}: intet tal for {period}; det seneste er {figure} ({latest}).",
      en: "{why}: no figure for {period}; the latest is {figure} ({latest}).",
    },
    {
      why: capital(missingWords[reason]),
      period: periodText(period),
      figure: figureText(last.value),
      latest: periodText(last.period),
    },
  );
}

function followedBy(first: Text, then: Text | undefined): Text {
  return then === undefined ? first : { da: `${first.da} ${then.da}`, en: `${first.en} ${then.en}` };
}

function capital({ da, en }: Text): Text {
  const first = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
  return { da: first(da), en: first(en) };
}
