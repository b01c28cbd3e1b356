import { parsePeriod, sayPeriod } from "../../calendar/period.ts";
import { writeFigure, writeNumber } from "../../figures/write.ts";
import { fill, type Language, type Text } from "../../text/text.ts";
import type { FlowMethod } from "../flow/trust.ts";
import { methodWords } from "../series/method.ts";
import type { AccuracyRow } from "./accuracy-rows.ts";
import type { Outlook, OutlookBenefit, OutlookStep } from "./outlook.ts";

/** What is being done, while a forecast is made. */
export function sayOutlookStep(step: OutlookStep): Text {
  return steps[step];
}

const steps: Readonly<Record<OutlookStep, Text>> = {
  learning: { da: "lærer, hvordan folk flytter sig", en: "learning how people move" },
  backtesting: { da: "prøver prognosen på tidligere år", en: "trying the forecast on earlier years" },
  foreseeing: { da: "lader 1.000 fremtider løbe", en: "letting 1,000 futures run" },
};

/**
 * Where it ends, in a sentence or two: all benefits together so many months ahead, and the one that is expected to move
 * most. Those that people have beside another are named, and not counted again.
 */
export function sayOutlook({ benefits, known }: Pick<Outlook, "benefits" | "known">, ahead: number): Text {
  const [others, beside] = [benefits.filter(({ isBeside }) => !isBeside), benefits.filter(({ isBeside }) => isBeside)];
  const at = others.flatMap((one) => movementOf(one, ahead));
  if (at.length === 0) return nothing;
  const [now, later] = [sum(at.map((one) => one.now)), sum(at.map((one) => one.later))];
  const period = at[0].period;
  const most = at.toSorted((a, b) => Math.abs(b.later - b.now) - Math.abs(a.later - a.now))[0];
  const whole = fill(words.whole, {
    now: persons(now),
    later: persons(later),
    change: change(later - now),
    from: month(known),
    to: month(period),
    ...{
      benefit: most.label,
      mostChange: change(most.later - most.now),
      low: number(most.low),
      high: number(most.high),
    },
  });
  if (beside.length === 0) return whole;
  const names = inBoth((language) => beside.map(({ label }) => label[language]).join(", "));
  return fill(words.besides, { whole, names });
}

/** How a benefit is forecast. */
export function sayFlowMethod(method: FlowMethod): Text {
  return method === "flow" ? words.flow : methodWords[method];
}

/** How good the forecasts have been, in plain words, and where a simple way was as good. */
export function sayAccuracy(rows: readonly AccuracyRow[], origins: number): Text {
  const [all] = rows;
  if (all === undefined) return words.untried;
  const whole = rows.filter((row) => row.benefit !== undefined && row.from === all.from && row.to === all.to);
  const share = (value: number) => inBoth((language) => writeFigure({ value, unit: "share" }, language));
  const [near] = rows.filter((row) => row.benefit === undefined && row.to <= 3);
  const asked = {
    ...{ origins, off: share(near?.off ?? all.off), covered: share(all.covered80), further: share(all.off) },
    ...{ best: whole.filter(({ isBest }) => isBest).length, of: whole.length },
  };
  return fill(words.tried, asked);
}

/** An expected figure and what came. */
type Held = { readonly lo80: number; readonly hi80: number; readonly mean: number; readonly actual?: number };

/** How an earlier forecast came out. */
export function sayHeld(rows: readonly Held[], from: string, to: string): Text {
  const came = rows.flatMap((row) => (row.actual === undefined ? [] : [{ ...row, actual: row.actual }]));
  if (came.length === 0) return words.notHeld;
  const hits = came.filter(({ lo80, hi80, actual }) => lo80 <= actual && actual <= hi80).length;
  const off = sum(came.map(({ mean, actual }) => Math.abs(mean - actual))) / sum(came.map(({ actual }) => actual));
  const asked = { from: month(from), to: month(to), hits, of: came.length };
  return fill(words.held, {
    ...asked,
    off: inBoth((language) => writeFigure({ value: off, unit: "share" }, language)),
  });
}

type Movement = {
  readonly label: Text;
  readonly period: string;
  readonly now: number;
  readonly later: number;
  readonly low: number;
  readonly high: number;
};

function movementOf({ label, history, coming }: OutlookBenefit, ahead: number): Movement[] {
  const [now, end] = [history.at(-1)?.value, coming[Math.min(ahead, coming.length) - 1]];
  if (now === undefined || now === null || end === undefined) return [];
  return [{ label, period: end.period, now, later: end.mean, low: end.lo80, high: end.hi80 }];
}

const nothing: Text = {
  da: "Registret viser ingen ydelser, der er store nok til en prognose.",
  en: "The register shows no benefit large enough for a forecast.",
};

const words = {
  flow: { da: "flowmodellen", en: "the flow model" },
  untried: {
    da: "Registret er for kort til at prøve prognosen på fortiden.",
    en: "The register is too short to try the forecast on the past.",
  },
  tried: {
    da: "Prøvet på de seneste {origins} kvartaler ramte prognosen i gennemsnit inden for ± {off} op til et kvartal frem og ± {further} op til to år frem; {covered} af tallene kom inden for intervallet på 80 %. For {best} af {of} ydelser var den bedre end alle tre simple gæt.",
    en: "Tried on the latest {origins} quarters the forecast hit within ± {off} on average up to a quarter ahead and ± {further} up to two years ahead; {covered} of the figures came within the interval of 80 %. For {best} of {of} benefits it was better than all three simple guesses.",
  },
  notHeld: {
    da: "Ingen af de tidligere forventede tal er kommet endnu.",
    en: "None of the figures expected earlier has come yet.",
  },
  held: {
    da: "Prognosen fra {from} ramte {to} inden for ± {off} i gennemsnit; {hits} af {of} ydelser kom inden for intervallet på 80 %.",
    en: "The forecast of {from} hit {to} within ± {off} on average; {hits} of {of} benefits came within the interval of 80 %.",
  },
  besides: {
    da: "{whole} Ikke talt med, fordi det fås ved siden af andre ydelser: {names}.",
    en: "{whole} Not counted, as people have it beside other benefits: {names}.",
  },
  whole: {
    da: "Vi ender på {later} i {to} mod {now} i {from} ({change}), hvis alt går som ventet. Mest flytter {benefit} sig: {mostChange}, og i 80 af 100 tilfælde ligger tallet mellem {low} og {high}.",
    en: "We end at {later} in {to} against {now} in {from} ({change}), if all goes as expected. {benefit} moves most: {mostChange}, and in 80 of 100 cases the figure lies between {low} and {high}.",
  },
} as const satisfies Readonly<Record<string, Text>>;

function inBoth(write: (language: Language) => string): Text {
  return { da: write("da"), en: write("en") };
}

function persons(value: number): Text {
  return inBoth((language) => writeFigure({ value, unit: "full-time-persons" }, language));
}

function number(value: number): Text {
  return inBoth((language) => writeNumber(value, { language, decimals: 0 }));
}

function change(value: number): Text {
  return inBoth((language) => writeNumber(value, { language, decimals: 0, sign: true }));
}

function month(period: string): Text {
  return inBoth((language) => sayPeriod(parsePeriod(period), language));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
