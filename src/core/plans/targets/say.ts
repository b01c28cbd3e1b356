import type { Period } from "../../calendar/period.ts";
import { printedText } from "../../figures/printed-text.ts";
import { fill, type Language, type Text, verbatim } from "../../text/text.ts";
import { periodText } from "../evaluation/say.ts";
import type { Target } from "./schema.ts";

/** A target as a sentence in words. */
export function targetText(target: Target): Text {
  return withPeriod(sentence(target), periodOf(target));
}

function sentence(target: Target): Text {
  switch (target.kind) {
    case "level":
      return fill(
        { da: "{bound} {value}", en: "{bound} {value}" },
        { bound: bounds[target.bound ?? "unsaid"], value: printedText(target.value) },
      );
    case "change":
      return fill(changes[target.direction], {
        bound: bounds[target.bound],
        by: printedText(target.by),
        against: againstText(target.against),
      });
    case "direction":
      return fill(
        { da: "{way}{against}", en: "{way}{against}" },
        { way: ways[target.direction], against: againstText(target.against) },
      );
    case "gap":
      return fill(gaps[target.bound], {
        value: printedText(target.value),
        to: target.to.area === undefined ? Object.values(target.to.where ?? {}).join(", ") : areaText(target.to.area),
      });
    case "coverage":
      return fill(coverage, {
        share: target.share === "everyone" ? { da: "alle", en: "all" } : printedText(target.share),
        population: target.population,
      });
    case "cohort":
      return { da: pointsIn(target.points, "da"), en: pointsIn(target.points, "en") };
    case "benchmark":
      return fill(sides[target.side], {
        reference:
          target.reference.area === undefined ? (target.reference.indicator ?? "") : areaText(target.reference.area),
      });
    case "milestone":
      return target.times === undefined
        ? (target.done ?? { da: "gennemført", en: "done" })
        : fill(target.times === 1 ? once : times, { times: target.times, per: pers[target.per ?? "year"] });
  }
}

/** The larger areas a goal is held against, by name; a municipality stands with its code. */
function areaText(code: string): Text {
  return largerAreas[code] ?? verbatim(code);
}

const largerAreas: Readonly<Record<string, Text>> = {
  "000": { da: "hele landet", en: "the whole country" },
  "081": verbatim("Region Nordjylland"),
  "082": verbatim("Region Midtjylland"),
  "083": verbatim("Region Syddanmark"),
  "084": verbatim("Region Hovedstaden"),
  "085": verbatim("Region Sjælland"),
};

/** The points of a cohort: the share, how long after, and of which group. */
function pointsIn(points: Extract<Target, { kind: "cohort" }>["points"], language: Language): string {
  return points
    .map(({ share, after, where }) => {
      const groups = Object.values(where ?? {}).map((code) => ` (${code})`);
      return `${printedText(share)[language]} / ${printedText(after)[language]}${groups}`;
    })
    .join(", ");
}

const bounds: Readonly<Record<string, Text>> = {
  most: { da: "højst", en: "at most" },
  least: { da: "mindst", en: "at least" },
  between: { da: "mellem", en: "between" },
  about: { da: "omkring", en: "about" },
  exactly: { da: "præcis", en: "exactly" },
  unsaid: { da: "(uden retning)", en: "(no direction)" },
};
const changes = {
  rise: { da: "stiger {bound} {by}{against}", en: "rises {bound} {by}{against}" },
  fall: { da: "falder {bound} {by}{against}", en: "falls {bound} {by}{against}" },
} as const;
const ways = {
  rises: { da: "stiger", en: "rises" },
  falls: { da: "falder", en: "falls" },
  "does-not-rise": { da: "stiger ikke", en: "does not rise" },
  "does-not-fall": { da: "falder ikke", en: "does not fall" },
} as const;
const gaps = {
  most: { da: "forskel til {to} højst {value}", en: "distance to {to} at most {value}" },
  "reduced-by": { da: "forskel til {to} ned med {value}", en: "distance to {to} down by {value}" },
} as const;
const coverage: Text = { da: "{share}: {population}", en: "{share}: {population}" };
const sides = {
  "at-least": { da: "mindst som {reference}", en: "at least as {reference}" },
  "at-most": { da: "højst som {reference}", en: "at most as {reference}" },
} as const;
const once: Text = { da: "en gang {per}", en: "once {per}" };
const times: Text = { da: "{times} gange {per}", en: "{times} times {per}" };
const pers = {
  year: { da: "om året", en: "a year" },
  half: { da: "hvert halvår", en: "each half-year" },
  quarter: { da: "hvert kvartal", en: "each quarter" },
  month: { da: "hver måned", en: "each month" },
} as const;

function againstText(against: Period | undefined): Text {
  return against === undefined
    ? verbatim("")
    : fill({ da: " fra {period}", en: " from {period}" }, { period: periodText(against) });
}

function periodOf(target: Target): Period | undefined {
  if ("period" in target) return target.period;
  if ("by" in target && target.kind !== "change") return target.by;
  return target.kind === "cohort" ? (target.to ?? target.from) : undefined;
}

function withPeriod(words: Text, period: Period | undefined): Text {
  return period === undefined
    ? words
    : fill({ da: "{words} · {period}", en: "{words} · {period}" }, { words, period: periodText(period) });
}
