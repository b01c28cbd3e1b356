import { sayDay } from "../calendar/day.ts";
import { simulatedWords } from "../plans/register-series.ts";
import { fill, say, type Text } from "../text/text.ts";
import { type Content, type Html, html } from "./html.ts";
import type { Publication } from "./publication.ts";

/** What a page has besides the frame all have. */
export type Page = {
  /** What the browser's tab says, before the plan's name. */
  readonly title: string;
  /** The way from the page to the publication's folder: empty, or `../`. */
  readonly root: string;
  readonly main: Content;
};

/** What nothing on a page may do: no script, nothing from elsewhere. */
const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** A whole page: language, policy, style, the band of simulated data, and what all pages say of the plan. */
export function framed(publication: Publication, { title, root, main }: Page): string {
  const { plan, language, register, asOf } = publication;
  const t = (text: Text) => say(text, language);
  const name = t(plan.title);
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title === "" ? name : `${title} · ${name}`}</title>
<link rel="stylesheet" href="${root}stil/charts.css">
<link rel="stylesheet" href="${root}stil/pages.css">
</head>
<body>
<a class="skip" href="#indhold">${t(words.skip)}</a>
${register?.simulated && html`<aside class="band" aria-label="${t(words.band)}"><strong>${t(simulatedWords)}</strong> <span>${t(words.simulated)}</span></aside>`}
<header class="masthead">
<p>${title !== "" && html`<a href="${root}index.html">${name}</a>`} <span>${plan.organisation}</span> <span>${t(fill(words.asOf, { day: dayText(asOf) }))}</span></p>
</header>
<main id="indhold">
${main}
</main>
<footer class="foot">
<p>${t(words.made)}</p>
</footer>
</body>
</html>
`;
  return page.html;
}

function dayText(day: Publication["asOf"]): Text {
  return { da: sayDay(day, "da"), en: sayDay(day, "en") };
}

/** A figure that stays on one line. */
export function unbroken(words: string): Html {
  return html`<span class="figure">${words}</span>`;
}

const words = {
  skip: { da: "Gå til indholdet", en: "Skip to the content" },
  simulated: {
    da: "Registerets tal er lavet af et program for at vise, hvordan siderne ser ud, og siger intet om kommunen.",
    en: "The register's figures were made by a program to show what the pages look like, and say nothing of the municipality.",
  },
  asOf: { da: "opgjort pr. {day}", en: "as of {day}" },
  band: { da: "Simulerede data", en: "Simulated data" },
  made: {
    da: "Lavet med Pejlemærke. Siderne henter intet fra nettet og husker intet om læseren.",
    en: "Made with Pejlemærke. The pages fetch nothing from the net and remember nothing of the reader.",
  },
} as const satisfies Readonly<Record<string, Text>>;
