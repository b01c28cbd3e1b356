import { sayDay } from "../calendar/day.ts";
import { sayPeriod } from "../calendar/period.ts";
import { isMissing, missingWords } from "../figures/figure.ts";
import { writeFigure } from "../figures/write.ts";
import { ruleTexts } from "../plans/evaluation/rules.ts";
import { wordsOf } from "../plans/evaluation/verdict.ts";
import type { GoalRow, VerdictCount } from "../plans/standing/overview.ts";
import { fill, say, type Text } from "../text/text.ts";
import { figureCell, verdictMark } from "./figures.ts";
import { framed } from "./frame.ts";
import { asHtml, type Content, type Html, html } from "./html.ts";
import type { Drawing, Publication } from "./publication.ts";
import { sourcesOf } from "./sources.ts";

/** The half-page a council reads: how the plan stands, what matters most, and every goal by track. */
export function overviewPage(publication: Publication, drawing: Drawing): string {
  const { plan, language, overview } = publication;
  const t = (text: Text) => say(text, language);
  const rowsOf = (track: string) => overview.rows.filter(({ goal, binding }) => binding && goal.track === track);
  const tracks = plan.tracks
    .map(({ id, title }) => ({ id, title, rows: rowsOf(id) }))
    .filter(({ rows }) => rows.length > 0);
  const intentions = overview.rows.filter(({ binding }) => !binding);
  const main = html`<h1>${t(plan.title)}</h1>
<p class="answer">${t(answer(overview))}</p>
${countsList(overview.counts, publication)}
${overview.important.length > 0 && importantSection(publication)}
<section aria-labelledby="maal">
<h2 id="maal">${t(words.goals)}</h2>
<p class="hint">${t(words.goalsHint)} <a href="maal.csv" download>${t(words.csv)}</a></p>
${tracks.map(
  ({ id, title, rows }) => html`<section class="track" aria-labelledby="spor-${id}">
<h3 id="spor-${id}">${t(title)}</h3>
${goalTable(rows, `spor-${id}`, publication, drawing)}
</section>
`,
)}</section>
${intentions.length > 0 && intentionsSection(intentions, publication)}
${publication.expectations.length > 0 && expectationsSection(publication)}
${aboutSection(publication)}`;
  return framed(publication, { title: "", root: "", main });
}

/** How the plan stands, in a sentence; the counts below it say the rest. */
function answer({ counts, intentions }: Publication["overview"]): Text {
  const total = (some: readonly VerdictCount[]) => some.reduce((sum, { count }) => sum + count, 0);
  const unsettled = counts.filter(({ family }) => family === "cannot-be-settled");
  const [binding, without, most] = [total(counts), total(unsettled), unsettled[0]];
  const numbers = { binding, intentions, without, decided: binding - without };
  if (most === undefined) return fill(words.allDecided, numbers);
  return fill(words.someDecided, { ...numbers, why: most.word, count: most.count });
}

const families = ["settled", "under-way", "cannot-be-settled"] as const;

/** The three families of verdicts, counted, and what is in each. */
function countsList(counts: readonly VerdictCount[], { language }: Publication): Html {
  const t = (text: Text) => say(text, language);
  const of = (family: VerdictCount["family"]) => counts.filter((one) => one.family === family);
  const total = (some: readonly VerdictCount[]) => some.reduce((sum, { count }) => sum + count, 0);
  return html`<dl class="counts">
${families.map((family) => {
  const own = of(family);
  return html`<div class="${family}"><dt>${t(familyWords[family])}</dt><dd><strong>${total(own)}</strong>${
    own.length > 0 &&
    html` <ul>${own.map(
      ({ shape, word, count, value }) =>
        html`<li><span class="verdict ${family === "cannot-be-settled" ? "open" : value}" aria-hidden="true">${shape}</span> ${count} ${t(word)}</li>`,
    )}</ul>`
  }</dd></div>
`;
})}</dl>`;
}

function importantSection({ overview, language }: Publication): Html {
  return html`<section aria-labelledby="vigtigst">
<h2 id="vigtigst">${say(words.important, language)}</h2>
<ul class="important">
${overview.important.map(
  ({ goal, verdict, says }) =>
    html`<li>${verdictMark(verdict, language)} <a href="maal/${goal}.html">${say(says, language)}</a></li>
`,
)}</ul>
</section>`;
}

/** Roles are written out, since a table laid out as cards on a narrow screen would lose them. */
function goalTable(rows: readonly GoalRow[], label: string, publication: Publication, drawing: Drawing): Html {
  const { language } = publication;
  const t = (text: Text) => say(text, language);
  const heads = [words.goal, words.trend, words.baseline, words.target, words.latest, words.verdict];
  return html`<table class="goals" role="table" aria-labelledby="${label}">
<thead role="rowgroup"><tr role="row">${heads.map((head) => html`<th role="columnheader" scope="col">${t(head)}</th>`)}</tr></thead>
<tbody role="rowgroup">
${rows.map((row) => goalRow(row, publication, drawing))}</tbody>
</table>`;
}

function goalRow(row: GoalRow, publication: Publication, drawing: Drawing): Html {
  const { language } = publication;
  const t = (text: Text) => say(text, language);
  const { goal, verdict, baseline, latest, target } = row;
  const spark = drawing.sparkline(row, publication);
  const cell = (head: Text, content: Content, kind = "") =>
    html`<td role="cell" class="${kind}"><span class="head" aria-hidden="true">${t(head)}</span><span class="content">${content}</span></td>`;
  const unsettled = verdict.family === "cannot-be-settled";
  return html`<tr role="row">
<th role="rowheader" scope="row"><a href="maal/${goal.id}.html">${t(goal.title)}</a></th>
${cell(words.trend, spark === undefined ? html`<span class="none">–</span>` : asHtml(spark), "trend")}
${cell(words.baseline, isMissing(baseline) ? html`<span class="none">–</span>` : figureCell(baseline, language), "number")}
${cell(words.target, target === undefined ? html`<span class="none">–</span>` : t(target))}
${cell(words.latest, isMissing(latest) ? html`<span class="none">–</span>` : figureCell(latest, language), "number")}
${cell(words.verdict, [verdictMark(verdict, language), unsettled && html` <small>${missingWords[verdict.value][language]}</small>`], "standing")}
</tr>
`;
}

function intentionsSection(rows: readonly GoalRow[], { language }: Publication): Html {
  return html`<section aria-labelledby="hensigter">
<h2 id="hensigter">${say(words.intentions, language)}</h2>
<p class="hint">${say(words.intentionsHint, language)}</p>
<ul class="plain">
${rows.map(
  ({ goal, verdict }) =>
    html`<li><a href="maal/${goal.id}.html">${say(goal.title, language)}</a> ${verdictMark(verdict, language)}</li>
`,
)}</ul>
</section>`;
}

/** The plan's own forecasts beside what came: neither met nor missed. Those that nothing can be held against are counted. */
function expectationsSection({ expectations, language }: Publication): Html {
  const t = (text: Text) => say(text, language);
  const came = expectations.filter(({ actual }) => !isMissing(actual));
  const heads = [words.series, words.period, words.expected, words.came, words.difference];
  return html`<section aria-labelledby="forventninger">
<h2 id="forventninger">${t(words.expectations)}</h2>
<p class="hint">${t(words.expectationsHint)} ${t(fill(words.notHeld, { count: expectations.length - came.length }))}</p>
${
  came.length > 0 &&
  html`<div class="scroll" tabindex="0" role="group" aria-labelledby="forventninger">
<table class="plain">
<thead><tr>${heads.map((head, at) => html`<th scope="col" class="${at > 1 ? "number" : ""}">${t(head)}</th>`)}</tr></thead>
<tbody>
${came.map((one) => expectationRow(one, language))}</tbody>
</table>
</div>`
}
</section>`;
}

function expectationRow(
  { expectation, period, expected, actual, difference, preliminary }: Publication["expectations"][number],
  language: Publication["language"],
): Html {
  const figure = isMissing(actual) ? actual : { ...actual, period: undefined, origin: { source: "", preliminary } };
  return html`<tr>
<th scope="row">${say(expectation.title, language)} <small>${expectation.by}</small></th>
<td>${sayPeriod(period, language)}</td>
<td class="number">${figureCell({ ...expected, period: undefined }, language)}</td>
<td class="number">${figureCell(figure, language)}</td>
<td class="number">${!isMissing(difference) && html`<span class="figure">${writeFigure(difference, language, { sign: true })}</span>`}</td>
</tr>
`;
}

/** How verdicts are given, where the figures are from, and what is not shown. */
function aboutSection(publication: Publication): Html {
  const { plan, parameters, language, asOf } = publication;
  const t = (text: Text) => say(text, language);
  const sources = sourcesOf(publication);
  return html`<section class="about" aria-labelledby="om">
<h2 id="om">${t(words.about)}</h2>
<p>${t(fill(words.aboutDay, { day: { da: sayDay(asOf, "da"), en: sayDay(asOf, "en") } }))}
${plan.document !== undefined && t(fill(words.aboutDocument, { title: plan.document.title }))}
${t(fill(words.aboutSmall, { limit: parameters.smallestGroup }))}</p>
<h3>${t(words.rules)}</h3>
<ul>${ruleTexts(parameters).map((rule) => html`<li>${t(rule)}</li>`)}</ul>
${
  sources.length > 0 &&
  html`<h3>${t(words.sources)}</h3>
<ul>${sources.map((source) => html`<li>${source}</li>`)}</ul>`
}
</section>`;
}

/** Every goal as a line of a table for a spreadsheet, heading first. */
export function goalLines({ overview, plan, language }: Publication): readonly (readonly string[])[] {
  const t = (text: Text) => say(text, language);
  const heads = [
    words.track,
    words.goal,
    words.baseline,
    words.target,
    words.latest,
    words.latestPeriod,
    words.verdict,
    words.reason,
  ];
  const track = new Map(plan.tracks.map(({ id, title }) => [id, t(title)]));
  return [
    heads.map(t),
    ...overview.rows.map(({ goal, baseline, target, latest, verdict }) => [
      track.get(goal.track) ?? goal.track,
      t(goal.title),
      isMissing(baseline) ? "" : writeFigure(baseline, language),
      target === undefined ? "" : t(target),
      isMissing(latest) ? "" : writeFigure(latest, language),
      latest.period === undefined || isMissing(latest) ? "" : sayPeriod(latest.period, language),
      t(wordsOf(verdict).word),
      t(verdict.reason),
    ]),
  ];
}

const familyWords = {
  settled: { da: "afgjort", en: "settled" },
  "under-way": { da: "følges", en: "under way" },
  "cannot-be-settled": { da: "kan ikke afgøres", en: "cannot be settled" },
} as const satisfies Readonly<Record<(typeof families)[number], Text>>;

const words = {
  allDecided: {
    da: "Alle planens {binding} mål kan afgøres eller følges. {intentions} hensigter tælles for sig.",
    en: "All {binding} goals of the plan can be settled or followed. {intentions} intentions are counted apart.",
  },
  someDecided: {
    da: "{decided} af planens {binding} mål kan afgøres eller følges. {without} kan ikke; den hyppigste grund er «{why}» ({count}). {intentions} hensigter tælles for sig.",
    en: "{decided} of the plan's {binding} goals can be settled or followed. {without} cannot; the most frequent reason is «{why}» ({count}). {intentions} intentions are counted apart.",
  },
  important: { da: "Vigtigst nu", en: "What matters most now" },
  goals: { da: "Målene", en: "The goals" },
  goalsHint: {
    da: "Hvert mål har en side med tal, kurve og regnestykket bag dommen.",
    en: "Every goal has a page with its figures, its course and the working of its verdict.",
  },
  csv: { da: "Hent målene til Excel (CSV)", en: "Download the goals (CSV)" },
  track: { da: "Spor", en: "Track" },
  goal: { da: "Mål", en: "Goal" },
  trend: { da: "Udvikling", en: "Course" },
  baseline: { da: "Udgangspunkt", en: "Baseline" },
  target: { da: "Planen siger", en: "The plan says" },
  latest: { da: "Seneste tal", en: "Latest figure" },
  latestPeriod: { da: "Periode for seneste tal", en: "Period of the latest figure" },
  verdict: { da: "Status", en: "Verdict" },
  reason: { da: "Begrundelse", en: "Reason" },
  intentions: { da: "Hensigter", en: "Intentions" },
  intentionsHint: {
    da: "Det, planen vil, uden at love det. Hensigter tælles ikke med ovenfor.",
    en: "What the plan wants without promising it. Intentions are not counted above.",
  },
  expectations: { da: "Planens forventninger og det, der kom", en: "What the plan expected, and what came" },
  expectationsHint: {
    da: "Forventninger er ikke mål og bliver hverken nået eller ikke nået.",
    en: "Expectations are no goals, and are neither met nor missed.",
  },
  notHeld: {
    da: "{count} af dem er der ingen tal at holde op imod.",
    en: "For {count} of them there are no figures to hold them against.",
  },
  series: { da: "Serie", en: "Series" },
  period: { da: "Periode", en: "Period" },
  expected: { da: "Ventet", en: "Expected" },
  came: { da: "Blev", en: "Came" },
  difference: { da: "Forskel", en: "Difference" },
  about: { da: "Om tallene", en: "About the figures" },
  aboutDay: { da: "Siderne viser planen, som den stod {day}.", en: "The pages show the plan as it stood on {day}." },
  aboutDocument: { da: "Planen er trykt som «{title}».", en: "The plan is printed as «{title}»." },
  aboutSmall: {
    da: "Tal for færre end {limit} personer vises ikke, og heller ikke de tal, man kunne regne dem ud af.",
    en: "Figures of fewer than {limit} persons are not shown, nor those they could be worked out from.",
  },
  rules: { da: "Sådan dømmes der", en: "How verdicts are given" },
  sources: { da: "Kilder", en: "Sources" },
} as const satisfies Readonly<Record<string, Text>>;
