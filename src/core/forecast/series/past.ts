import type { Frequency } from "../../calendar/period.ts";
import type { Figure } from "../../figures/figure.ts";
import { writeFigure } from "../../figures/write.ts";
import { fill, type Text, verbatim } from "../../text/text.ts";
import { type Accuracy, accuracyOf } from "./accuracy.ts";
import { backtest, firstForecastOrigin } from "./backtest.ts";
import { FEWEST_TRIALS, type Panel } from "./panel.ts";
import type { Trials } from "./trials.ts";

/** How the latest forecasts of an area came out, and from how many periods they were made. */
export type Past = Accuracy & { readonly origins: number };

/**
 * How the forecasts of a panel's first area from the last eight periods before an origin came out; undefined while no
 * forecast could have been made, and where nothing but noughts came: of them no part can be told.
 */
export function pastOf(panel: Panel, all: readonly Trials[], origin: number): Past | undefined {
  const [{ history, horizon }] = all;
  const first = firstForecastOrigin(panel.season, horizon, FEWEST_TRIALS);
  const from = Math.max(origin - FEWEST_TRIALS, first);
  const known = backtest(panel, all, from, origin - 1).filter(
    (one) => one.area === history.area && one.origin + one.ahead - 1 < origin,
  );
  return known.every(({ actual }) => actual === 0) ? undefined : { ...accuracyOf(known), origins: origin - from };
}

/** Past accuracy in a sentence, and that last year's figure did as well where it did. */
export function pastText(past: Past, frequency: Frequency): Text {
  const share = (value: number): Text => {
    const figure: Figure = { value, unit: "share" };
    return { da: writeFigure(figure, "da"), en: writeFigure(figure, "en") };
  };
  const asked = {
    steps: past.origins === 1 ? steps[frequency].one : fill(steps[frequency].many, { n: past.origins }),
    off: share(past.off),
    covered: share(past.covered80),
    naive: past.scaledError < past.seasonalNaive ? verbatim("") : words.notBeaten,
  };
  return fill(words.past, asked);
}

const steps: Readonly<Record<Frequency, { readonly one: Text; readonly many: Text }>> = {
  day: {
    one: { da: "Den seneste dags", en: "the latest day" },
    many: { da: "De seneste {n} dages", en: "the latest {n} days" },
  },
  month: {
    one: { da: "Den seneste måneds", en: "the latest month" },
    many: { da: "De seneste {n} måneders", en: "the latest {n} months" },
  },
  quarter: {
    one: { da: "Det seneste kvartals", en: "the latest quarter" },
    many: { da: "De seneste {n} kvartalers", en: "the latest {n} quarters" },
  },
  half: {
    one: { da: "Det seneste halvårs", en: "the latest half-year" },
    many: { da: "De seneste {n} halvårs", en: "the latest {n} half-years" },
  },
  year: {
    one: { da: "Det seneste års", en: "the latest year" },
    many: { da: "De seneste {n} års", en: "the latest {n} years" },
  },
};

const words = {
  past: {
    da: "{steps} prognoser ramte i gennemsnit inden for ± {off}; {covered} af tallene kom inden for intervallet på 80 %.{naive}",
    en: "The forecasts of {steps} hit within ± {off} on average; {covered} of the figures came within the interval of 80%.{naive}",
  },
  notBeaten: { da: " Sidste års tal ramte mindst lige så godt.", en: " Last year's figure hit at least as well." },
} as const satisfies Readonly<Record<string, Text>>;
