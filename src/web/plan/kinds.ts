import { findPeriod } from "#core/calendar/period.ts";
import type { TargetKind } from "#core/plans/targets/schema.ts";
import type { Values } from "./kept.ts";

/** A blank of a sentence: where its value stands in a part of a goal, and what may be put in. */
export type Blank = {
  readonly path: string;
  readonly takes: "choice" | "figure" | "share" | "period" | "words" | "number" | "indicator" | "area";
  /** What can be chosen, by its code and by its key among the words. */
  readonly choices?: readonly (readonly [code: string, word: string])[];
  /** The word for what holds when nothing is chosen. */
  readonly unsaid?: string;
  /** Its name, where the path's own name would mislead. */
  readonly named?: string;
};

const indicator: Blank = { path: "indicator", takes: "indicator", unsaid: "no-indicator" };
const period: Blank = { path: "target.period", takes: "period" };
const against: Blank = { path: "target.against", takes: "period" };
const by: Blank = { path: "target.by", takes: "period", named: "target.day" };
const value: Blank = { path: "target.value", takes: "figure" };
const as: Blank = choice("target.as", ["mean", "end", "sum", "value", "each"]);
const population: Blank = { path: "target.population.da", takes: "words" };
const done: Blank = { path: "target.done.da", takes: "words" };

/** The blanks of each kind of target, by the names its sentence uses. */
export const kinds: Readonly<Record<TargetKind, Readonly<Record<string, Blank>>>> = {
  level: {
    indicator,
    as,
    period,
    value,
    bound: choice("target.bound", ["most", "least", "between", "about", "exactly"], "no-bound"),
  },
  change: {
    ...{ indicator, as, period, against },
    direction: choice("target.direction", ["rise", "fall"]),
    bound: choice("target.bound", ["least", "most", "about", "exactly"], "unsaid-least"),
    by: { path: "target.by", takes: "figure" },
  },
  direction: {
    ...{ indicator, as, period, against },
    direction: choice("target.direction", ["rises", "falls", "does-not-rise", "does-not-fall"]),
  },
  gap: {
    ...{ indicator, period, against, value },
    "to.area": { path: "target.to.area", takes: "area" },
    bound: {
      path: "target.bound",
      takes: "choice",
      choices: [
        ["most", "gap-most"],
        ["reduced-by", "reduced-by"],
      ],
    },
    of: choice("target.of", ["points", "gap"], "unsaid-points"),
  },
  coverage: {
    share: { path: "target.share", takes: "share" },
    "population.da": population,
    "population.en": { path: "target.population.en", takes: "words" },
    day: by,
    grace: { path: "target.grace", takes: "number" },
  },
  cohort: {
    indicator,
    from: { path: "target.from", takes: "period" },
    until: { path: "target.to", takes: "period", named: "target.until" },
  },
  benchmark: {
    ...{ indicator, as, period },
    side: choice("target.side", ["at-least", "at-most"]),
    "reference.area": { path: "target.reference.area", takes: "area" },
    "reference.indicator": { path: "target.reference.indicator", takes: "indicator" },
  },
  milestone: {
    "done.da": done,
    "done.en": { path: "target.done.en", takes: "words" },
    day: by,
    times: { path: "target.times", takes: "number" },
    per: choice("target.per", ["year", "half", "quarter", "month"]),
  },
};

export const kindNames = Object.keys(kinds).filter(isKind);

export function isKind(word: string | undefined): word is TargetKind {
  return word !== undefined && Object.hasOwn(kinds, word);
}

function choice(path: string, codes: readonly string[], unsaid?: string): Blank {
  return { path, takes: "choice", choices: codes.map((code) => [code, code]), unsaid };
}

/** What a kind cannot be without, so that a goal given that kind is one at once. */
const begun: Readonly<Record<TargetKind, Values>> = {
  level: { bound: "most" },
  change: { direction: "rise" },
  direction: { direction: "rises" },
  gap: { bound: "most", "to.area": "000" },
  coverage: { share: "everyone" },
  cohort: { "points.0.after": "1 år", "points.0.share": "50 %" },
  benchmark: { side: "at-least", "reference.area": "000" },
  milestone: {},
};

/** What one kind says that another can say too. */
const carried: Readonly<Record<string, readonly string[]>> = {
  period: ["by"],
  by: ["value", "period"],
  value: ["by", "share"],
  share: ["value"],
};

/**
 * The values of a part whose target becomes another kind: what both kinds have stays, the rest goes. Without a kind the
 * target goes.
 *
 * @example withKind({ "target.kind": "level", "target.period": "2018" }, "", "milestone") // { "target.kind": "milestone", "target.period": "", "target.by": "2018" }
 */
export function withKind(values: Values, prefix: string, kind: TargetKind | undefined): Values {
  const head = `${prefix}target.`;
  const old = Object.entries(values).filter(([path, written]) => path.startsWith(head) && written !== "");
  const gone = Object.fromEntries(old.map(([path]) => [path, ""]));
  if (kind === undefined) return { ...values, ...gone };
  const has = new Map(old.map(([path, written]) => [path.slice(head.length), written]));
  const blanks = Object.values(kinds[kind]).filter(({ path }) => path.startsWith("target."));
  const kept = blanks.flatMap((blank): [string, string][] => {
    const name = blank.path.slice("target.".length);
    const taken = [name, ...(carried[name] ?? [])].map((one) => has.get(one)).find((one) => fits(one, blank));
    const written = taken ?? begun[kind][name];
    return written === undefined ? [] : [[`${head}${name}`, written]];
  });
  const points = Object.entries(begun[kind]).filter(([name]) => name.startsWith("points."));
  const first = points.map(([name, written]): [string, string] => [`${head}${name}`, written]);
  return { ...values, ...gone, ...Object.fromEntries([...kept, ...first]), [`${head}kind`]: kind };
}

/** Whether what was written can stand in a blank: a code among its choices, a period where one is asked for and only there. */
function fits(written: string | undefined, { takes, choices }: Blank): boolean {
  if (written === undefined) return false;
  if (takes === "choice") return choices?.some(([code]) => code === written) === true;
  const isPeriod = findPeriod(written) !== undefined;
  if (takes === "period") return isPeriod;
  return takes !== "figure" || !isPeriod;
}
