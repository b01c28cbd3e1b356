import type { Figure } from "../../figures/figure.ts";
import { type Interval, meet } from "../../figures/interval.ts";
import { writeFigure } from "../../figures/write.ts";
import { fill, type Text } from "../../text/text.ts";
import type { Check, Term } from "../format/check.ts";
import type { Plan } from "../format/plan.ts";
import type { Source } from "../format/print.ts";
import type { Finding, Weight } from "./finding.ts";
import type { Quantity } from "./quantity.ts";
import { computeTerm, leavesOf, operations } from "./terms.ts";

/** A check that was run: the finding when what is printed and what is computed cannot both be true. */
export type Ran = { readonly check: Check; readonly finding: Finding | undefined };

/** Runs one check; undefined when a figure it needs is not printed. */
export function runCheck(plan: Plan, check: Check): Ran | undefined {
  const terms = check.of.map((term) => computeTerm(plan, term));
  if (!terms.every((term) => term !== undefined)) return undefined;
  if (check.kind === "claim") return { check, finding: claimFinding(plan, check, terms) };
  if (check.kind === "same") return { check, finding: sameFinding(plan, check, terms) };
  const gives = check.gives === undefined ? undefined : computeTerm(plan, check.gives);
  if (gives === undefined) return undefined;
  const computed = compute(check.kind, terms, gives);
  const agrees =
    check.kind === "within" ? inside(computed.interval, gives.interval) : meet(computed.interval, gives.interval);
  return { check, finding: agrees ? undefined : finding(plan, check, gives, computed) };
}

function compute(
  kind: "sum" | "difference" | "ratio" | "change" | "within",
  terms: readonly Quantity[],
  gives: Quantity,
) {
  if (kind === "within") return terms[0];
  if (kind !== "change") return operations[kind](terms);
  return gives.unit === "share" ? operations.change(terms) : operations.difference([terms[1], terms[0]]);
}

function sameFinding(plan: Plan, check: Check, [first, ...others]: readonly Quantity[]): Finding | undefined {
  const other = others.find(({ interval }) => !meet(interval, first.interval));
  return other && finding(plan, check, other, first);
}

/** Whether `inner` can lie within `outer`: some figure it stands for does. */
function inside(inner: Interval, outer: Interval): boolean {
  return meet(inner, outer);
}

const claimed: Readonly<Record<string, (first: Interval, others: readonly Interval[]) => boolean>> = {
  rises: (first, [second]) => second.high > first.low,
  falls: (first, [second]) => second.low < first.high,
  unchanged: (first, [second]) => meet(first, second),
  above: (first, [second]) => first.high >= second.low,
  below: (first, [second]) => first.low <= second.high,
  most: (first, others) => others.every(({ low }) => first.high >= low),
  least: (first, others) => others.every(({ high }) => first.low <= high),
};

function claimFinding(plan: Plan, check: Extract<Check, { kind: "claim" }>, terms: readonly Quantity[]) {
  const [first, ...others] = terms;
  const holds = claimed[check.says](
    first.interval,
    others.map(({ interval }) => interval),
  );
  return holds ? undefined : finding(plan, check, first, others[0], claimTexts[check.says]);
}

const claimTexts: Readonly<Record<string, Text>> = {
  rises: {
    da: "Teksten siger stigning fra {printed}, men det andet tal er {computed}",
    en: "The text says a rise from {printed}, but the other figure is {computed}",
  },
  falls: {
    da: "Teksten siger fald fra {printed}, men det andet tal er {computed}",
    en: "The text says a fall from {printed}, but the other figure is {computed}",
  },
  unchanged: {
    da: "Teksten siger uændret fra {printed}, men det andet tal er {computed}",
    en: "The text says unchanged from {printed}, but the other figure is {computed}",
  },
  above: {
    da: "{printed} skulle være mindst {computed}, men er det ikke",
    en: "{printed} should be at least {computed}, but is not",
  },
  below: {
    da: "{printed} skulle være højst {computed}, men er det ikke",
    en: "{printed} should be at most {computed}, but is not",
  },
  most: {
    da: "{printed} kaldes størst, men {computed} er større",
    en: "{printed} is called the largest, but {computed} is larger",
  },
  least: {
    da: "{printed} kaldes mindst, men {computed} er mindre",
    en: "{printed} is called the smallest, but {computed} is smaller",
  },
};

const kindTexts: Readonly<Record<string, Text>> = {
  sum: { da: "Der står {printed}, men summen er {computed}", en: "It says {printed}, but the sum is {computed}" },
  difference: {
    da: "Der står {printed}, men forskellen er {computed}",
    en: "It says {printed}, but the difference is {computed}",
  },
  ratio: {
    da: "Der står {printed}, men tallene giver {computed}",
    en: "It says {printed}, but the figures give {computed}",
  },
  change: {
    da: "Der står en ændring på {printed}, men tallene giver {computed}",
    en: "It says a change of {printed}, but the figures give {computed}",
  },
  same: { da: "Der står både {computed} og {printed}", en: "It says both {computed} and {printed}" },
  within: { da: "{computed} ligger uden for {printed}", en: "{computed} lies outside {printed}" },
};

function finding(
  plan: Plan,
  check: Check,
  printed: Quantity,
  computed: Quantity,
  template = kindTexts[check.kind],
): Finding {
  const [shown, made] = [figureOf(printed), figureOf(computed)];
  const sentence = fill(template, { printed: printedText(printed), computed: computedText(computed) });
  const note = check.note;
  return {
    id: check.id,
    weight: weigh(check),
    kind: check.kind,
    message:
      note === undefined
        ? ended(sentence)
        : { da: `${ended(sentence).da} ${note.da}`, en: `${ended(sentence).en} ${note.en}` },
    printed: shown,
    computed: made,
    tolerance: toleranceOf(printed, computed),
    source: check.source ?? printed.source ?? computed.source ?? sourceOfLeaves(plan, check),
  };
}

function ended({ da, en }: Text): Text {
  return { da: `${da}.`, en: `${en}.` };
}

function figureOf({ value, unit, printed }: Quantity): Figure {
  return { value, unit, printed };
}

function printedText({ printed, value, unit }: Quantity): Text {
  const signedFall = value < 0 && !/^[-−]/.test(printed);
  return signedFall ? written({ value, unit }) : { da: printed, en: printed };
}

/** A printed figure as it stands; a computed one written out, with what it was computed from. */
function computedText({ printed, value, unit }: Quantity): Text {
  const operation = / [+−÷×→] /.test(printed);
  if (!operation) return { da: printed, en: printed };
  const { da, en } = written({ value, unit });
  return printed.length > 60 ? { da, en } : { da: `${da} (${printed})`, en: `${en} (${printed})` };
}

function written(figure: Figure): Text {
  return { da: writeFigure(figure, "da"), en: writeFigure(figure, "en") };
}

/** How far apart the two may be and still agree: half the widths of what they stand for. */
function toleranceOf(a: Quantity, b: Quantity): Figure {
  const half = ({ low, high }: Interval) => (Number.isFinite(high - low) ? (high - low) / 2 : 0);
  return { value: half(a.interval) + half(b.interval), unit: a.unit === "share" ? "share-points" : a.unit };
}

/** High when a goal's figure or a table's total is wrong, low when only words and figures disagree, else medium. */
function weigh(check: Check): Weight {
  const terms: readonly Term[] = "gives" in check && check.gives !== undefined ? [...check.of, check.gives] : check.of;
  const ofGoal = terms.flatMap(leavesOf).some((leaf) => leaf.startsWith("goals."));
  if (check.kind === "claim") return ofGoal ? "medium" : "low";
  return ofGoal || /:(sum|parts|difference)$/.test(check.id) ? "high" : "medium";
}

function sourceOfLeaves(plan: Plan, check: Check): Source | undefined {
  for (const leaf of check.of.flatMap(leavesOf)) {
    const source = computeTerm(plan, leaf)?.source;
    if (source !== undefined) return source;
  }
  return undefined;
}
