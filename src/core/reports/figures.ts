import { sayPeriod } from "../calendar/period.ts";
import { type Figure, isMissing, type Missing, missingWords } from "../figures/figure.ts";
import { writeFigure } from "../figures/write.ts";
import type { Verdict } from "../plans/evaluation/verdict.ts";
import { wordsOf } from "../plans/evaluation/verdict.ts";
import { type Language, say, type Text } from "../text/text.ts";
import { type Html, html } from "./html.ts";

/** A figure with its unit and, below it, its period; a preliminary one says so, and a missing one why. */
export function figureCell(figure: Figure | Missing | undefined, language: Language): Html {
  if (figure === undefined) return html`<span class="none">–</span>`;
  if (isMissing(figure))
    return html`<span class="none">– <small>${missingWords[figure.missing][language]}</small></span>`;
  const preliminary = figure.origin?.preliminary === true;
  const notes = [
    figure.period && sayPeriod(figure.period, language),
    preliminary && say(preliminaryWords, language),
  ].filter((one) => one !== undefined && one !== false);
  return html`<span class="${preliminary ? "figure preliminary" : "figure"}">${asPrinted(figure, language)}</span>${
    notes.length > 0 && html` <small>${notes.join(", ")}</small>`
  }`;
}

/** A figure as its source printed it, else written out. */
function asPrinted(figure: Figure, language: Language): string {
  const { printed } = figure;
  return language === "da" && printed !== undefined && /[^\d.,]/.test(printed)
    ? printed
    : writeFigure(figure, language);
}

/** A verdict in shape, word and colour. */
export function verdictMark(verdict: Verdict, language: Language): Html {
  const { shape, word } = wordsOf(verdict);
  const kind = verdict.family === "cannot-be-settled" ? "open" : verdict.value;
  return html`<span class="verdict ${kind}"><span aria-hidden="true">${shape}</span> ${say(word, language)}</span>`;
}

const preliminaryWords: Text = { da: "foreløbigt", en: "preliminary" };
