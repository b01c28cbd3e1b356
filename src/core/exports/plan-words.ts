import { missingWords } from "../figures/figure.ts";
import { type Verdict, wordsOf } from "../plans/evaluation/verdict.ts";
import type { Goal } from "../plans/format/goal.ts";
import type { Line } from "../plans/standing/lines.ts";
import type { Demand } from "../plans/targets/demand.ts";
import { fill, type Text } from "../text/text.ts";
import type { Term } from "./figure-table.ts";

const forces: Readonly<Record<Goal["force"], Text>> = {
  promise: { da: "løfte", en: "promise" },
  expectation: { da: "forventning", en: "expectation" },
  intention: { da: "hensigt", en: "intention" },
};

const levels: Readonly<Record<Goal["level"], Text>> = {
  own: { da: "kommunens eget", en: "the municipality's own" },
  national: { da: "nationalt", en: "national" },
  "none-set": { da: "intet sat", en: "none set" },
};

const ways: Readonly<Record<Goal["good"], Text>> = {
  up: { da: "op er bedre", en: "up is better" },
  down: { da: "ned er bedre", en: "down is better" },
  none: { da: "ingen retning", en: "no direction" },
};

/** How firmly a goal is promised, whose level it is, and which way is better. */
export function goalTerms({ force, level, good }: Goal): Readonly<Record<"force" | "level" | "good", Term>> {
  return {
    force: { code: force, words: forces[force] },
    level: { code: level, words: levels[level] },
    good: { code: good, words: ways[good] },
  };
}

/** A verdict by its value; where it cannot be settled, the reason is the code. */
export function verdictTerm(verdict: Verdict): Term {
  const { word } = wordsOf(verdict);
  if (verdict.family !== "cannot-be-settled") return { code: verdict.value, words: word };
  const words = fill({ da: "{word}: {why}", en: "{word}: {why}" }, { word, why: missingWords[verdict.value] });
  return { code: verdict.value, words };
}

const families: Readonly<Record<Verdict["family"], Text>> = {
  settled: { da: "afgjort", en: "settled" },
  "under-way": { da: "undervejs", en: "under way" },
  "cannot-be-settled": { da: "kan ikke afgøres", en: "cannot be settled" },
};

export function familyTerm({ family }: Verdict): Term {
  return { code: family, words: families[family] };
}

/** Which of the two ends of a target count. */
const bounds = {
  "at-most": { da: "højst", en: "at most" },
  below: { da: "under", en: "below" },
  "at-least": { da: "mindst", en: "at least" },
  above: { da: "over", en: "above" },
  between: { da: "mellem", en: "between" },
} as const satisfies Readonly<Record<string, Text>>;

/** Whether a target is a highest, a lowest or both. */
export function boundTerm(demand: Demand | undefined): Term | undefined {
  if (demand === undefined) return undefined;
  const code = boundOf(demand);
  return { code, words: bounds[code] };
}

function boundOf({ low, high, strict }: Demand): keyof typeof bounds {
  if (low === Number.NEGATIVE_INFINITY) return strict ? "below" : "at-most";
  if (high === Number.POSITIVE_INFINITY) return strict ? "above" : "at-least";
  return "between";
}

const kinds: Readonly<Record<Line["kind"], Text>> = {
  own: { da: "målets egne tal", en: "the goal's own figures" },
  country: { da: "hele landet", en: "the whole country" },
  area: { da: "et andet område", en: "another area" },
  proxy: { da: "beslægtet serie", en: "related series" },
};

/** Whose figures a line shows. */
export function kindTerm(kind: Line["kind"]): Term {
  return { code: kind, words: kinds[kind] };
}
