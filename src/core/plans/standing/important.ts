import { chanceText } from "../../forecast/goals/chance.ts";
import { isForeseen } from "../../forecast/goals/foreseen.ts";
import { fill, type Text, verbatim } from "../../text/text.ts";
import type { GoalResult, PartResult } from "../evaluation/result.ts";
import { demandText, sizeText } from "../evaluation/say.ts";
import type { Verdict } from "../evaluation/verdict.ts";
import type { Goal } from "../format/goal.ts";
import { gapOf, isGrowing, leadingPart, relativeMiss } from "./distance.ts";

/** A goal that somebody should look at now, and why in a sentence. */
export type Important = { readonly goal: string; readonly verdict: Verdict; readonly says: Text };

/** The verdicts that ask for attention, the most pressing first: what can still be changed comes before what is settled. */
const pressing: readonly string[] = ["off-course", "at-risk", "not-met", "partly-met"];

/** How much a miss of a goal weighs by how firmly it is promised. */
const weights: Readonly<Record<Goal["force"], number>> = { promise: 3, expectation: 2, intention: 1 };

const MOST = 5;

/**
 * What matters most now, five sentences at most: by verdict, then by how far the goal is from its demand relative to it,
 * times the weight of its force.
 */
export function importantOf(results: readonly GoalResult[]): Important[] {
  const scored = results
    .filter(({ verdict }) => pressing.includes(verdict.value))
    .map((result) => ({ result, score: relativeMiss(leadingPart(result)) * weights[result.goal.force] }));
  return scored
    .toSorted((a, b) => rank(a.result) - rank(b.result) || b.score - a.score)
    .slice(0, MOST)
    .map(({ result }) => ({ goal: result.goal.id, verdict: result.verdict, says: sentence(result) }));
}

function rank({ verdict }: GoalResult): number {
  return pressing.indexOf(verdict.value);
}

/** `Færre på sygedagpenge: 118 fuldtidspersoner over målet (højst 1.200 fuldtidspersoner), og afstanden vokser.` */
function sentence(result: GoalResult): Text {
  const part = leadingPart(result);
  const where = whereItStands(part);
  const words = { title: result.goal.title, reason: result.verdict.reason };
  if (where === undefined) return fill({ da: "{title}: {reason}", en: "{title}: {reason}" }, words);
  const course = result.verdict.family === "settled" ? nothing : courses[String(isGrowing(part))];
  const chance = isForeseen(part.foreseen) ? fill(atChance, { chance: chanceText(part.foreseen.chance) }) : nothing;
  const all = { ...words, where, course, chance };
  return fill({ da: "{title}: {where}{course}{chance}.", en: "{title}: {where}{course}{chance}." }, all);
}

function whereItStands(part: PartResult): Text | undefined {
  const gap = gapOf(part);
  if (gap === undefined || part.demand === undefined) return undefined;
  return fill(sides[gap.side], { by: sizeText(gap.by), demand: demandText(part.demand) });
}

const sides = {
  over: { da: "{by} over målet ({demand})", en: "{by} above the target ({demand})" },
  under: { da: "{by} under målet ({demand})", en: "{by} below the target ({demand})" },
  within: { da: "{by} fra grænsen ({demand})", en: "{by} from the limit ({demand})" },
} as const satisfies Readonly<Record<string, Text>>;

const nothing = verbatim("");
const atChance: Text = { da: " (chance {chance})", en: " (chance {chance})" };
const courses: Readonly<Record<string, Text>> = {
  true: { da: ", og afstanden vokser", en: ", and the distance grows" },
  false: { da: ", og afstanden mindskes", en: ", and the distance shrinks" },
  undefined: nothing,
};
