import { sayDay } from "../calendar/day.ts";
import { unitWords } from "../figures/unit.ts";
import type { GoalPage, GoalPart } from "../plans/standing/goal-page.ts";
import { fill, say, type Text } from "../text/text.ts";
import { figureCell, verdictMark } from "./figures.ts";
import { framed } from "./frame.ts";
import { asHtml, type Html, html } from "./html.ts";
import type { DrawnChart, Publication } from "./publication.ts";
import { sourceText } from "./sources.ts";

/** The chart of each part of a goal, undefined where there is nothing to draw. */
export type Charts = readonly (DrawnChart | undefined)[];

/** The name of a chart's files: a goal with one part gives them its own. */
export function chartName({ row, parts }: GoalPage, at: number): string {
  return parts.length === 1 ? row.goal.id : `${row.goal.id}-${parts[at].result.id}`;
}

/** The page of a goal: where it stands and why, its course with the table behind it, and where the plan says it. */
export function goalPageHtml(publication: Publication, page: GoalPage, charts: Charts): string {
  const { language, plan } = publication;
  const t = (text: Text) => say(text, language);
  const { goal, verdict } = page.row;
  const track = plan.tracks.find(({ id }) => id === goal.track)?.title;
  const several = page.parts.length > 1;
  const main = html`<nav class="crumbs" aria-label="${t(words.crumbs)}"><a href="../index.html">${t(plan.title)}</a> ${track !== undefined && html`<span aria-hidden="true">›</span> <a href="../index.html#${trackAnchor(page, publication)}">${t(track)}</a>`}</nav>
<h1>${t(goal.title)}</h1>
<p class="answer">${verdictMark(verdict, language)} ${t(verdict.reason)}</p>
${t(page.says) !== t(verdict.reason) && !charts.some((chart) => chart?.title === t(page.says).replace(/\.$/, "")) && html`<p class="says">${t(page.says)}</p>`}
<div class="columns">
<div class="evidence">
${page.parts.map((part, at) => partSection(page, part, charts[at], { publication, at, several }))}
${page.history.length > 0 && historySection(page, publication)}
</div>
<aside class="beside" aria-label="${t(words.beside)}">
${planSection(page, publication)}
${questionsSection(page, publication)}
${assessmentSection(page, publication)}
</aside>
</div>
${neighbours(page, publication)}`;
  return framed(publication, { title: t(goal.title), root: "../", main });
}

/** Where a goal's track begins on the front page; intentions stand together. */
function trackAnchor({ row }: GoalPage, { overview }: Publication): string {
  const { track } = row.goal;
  return overview.rows.some(({ goal, binding }) => binding && goal.track === track) ? `spor-${track}` : "hensigter";
}

type Place = { readonly publication: Publication; readonly at: number; readonly several: boolean };

function partSection(page: GoalPage, part: GoalPart, chart: DrawnChart | undefined, place: Place): Html {
  const { publication, at, several } = place;
  const { language } = publication;
  const t = (text: Text) => say(text, language);
  const { result } = part;
  const name = chartName(page, at);
  return html`<section class="part">
${
  several &&
  html`<h2>${t(result.label)}</h2>
<p>${verdictMark(result.verdict, language)} ${t(result.verdict.reason)}</p>`
}
${chart !== undefined && chartFigure(chart, name, publication)}
<section class="working">
<h2>${t(words.working)}</h2>
<ol>${part.working.map(({ says }) => html`<li>${t(says)}</li>`)}</ol>
${result.verdict.family === "cannot-be-settled" && html`<p class="settles"><strong>${t(words.settles)}</strong> ${t(result.verdict.settles)}</p>`}
</section>
${
  result.notes.length > 0 &&
  html`<section><h2>${t(words.notes)}</h2>
<ul>${result.notes.map((note) => html`<li>${t(note)}</li>`)}</ul></section>`
}
${result.context.length > 0 && contextSection(part, place)}
${part.lines.length > 0 && html`<p class="source">${t(words.source)} ${part.lines.slice(0, 1).map(({ series }) => t(sourceText(series)))}</p>`}
</section>`;
}

function chartFigure(chart: DrawnChart, name: string, { language }: Publication): Html {
  const t = (text: Text) => say(text, language);
  const several = new Set(chart.rows.map(({ series }) => series)).size > 1;
  return html`<figure class="course">
<figcaption><strong>${chart.title}</strong> <span>${chart.subtitle}</span></figcaption>
<div class="wide">${asHtml(chart.wide)}</div>
<div class="narrow">${asHtml(chart.narrow)}</div>
<p class="files"><a href="${name}.csv" download>${t(words.csv)}</a> <a href="${name}.svg" download>${t(words.svg)}</a></p>
<details><summary>${t(fill(words.table, { rows: chart.rows.length }))}</summary>
<table class="plain">
<thead><tr><th scope="col">${t(words.period)}</th>${several && html`<th scope="col">${t(words.series)}</th>`}<th scope="col" class="number">${t(words.figure)}</th></tr></thead>
<tbody>
${chart.rows.map(
  ({
    period,
    series,
    figure,
    isMissing,
    isPreliminary,
  }) => html`<tr><th scope="row">${period}</th>${several && html`<td>${series}</td>`}<td class="number"><span class="${isMissing ? "none" : isPreliminary ? "figure preliminary" : "figure"}">${figure}</span></td></tr>
`,
)}</tbody>
</table></details>
</figure>`;
}

/** Figures shown beside the goal's own, which take no part in the verdict. */
function contextSection({ result }: GoalPart, { publication }: Place): Html {
  const { language, areaName } = publication;
  const t = (text: Text) => say(text, language);
  return html`<section><h2>${t(words.context)}</h2>
<ul>${result.context.map(
    ({ title, area, figure, why }) =>
      html`<li>${t(title)}, ${area.split("+").map(areaName).join(" + ")}: ${figureCell(figure, language)}${why !== undefined && html` <small>${t(words.related)} ${t(why)}</small>`}</li>`,
  )}</ul></section>`;
}

function planSection({ row, parts, efforts, findings }: GoalPage, { plan, language }: Publication): Html {
  const t = (text: Text) => say(text, language);
  const { goal } = row;
  const targets = parts.flatMap(({ target, result }) =>
    target === undefined ? [] : [{ target, label: result.label }],
  );
  const facts: readonly (readonly [Text, Html | string | undefined])[] = [
    [
      words.says,
      targets.length === 0
        ? undefined
        : html`${targets.map(({ target, label }) => html`<span class="line">${parts.length > 1 && html`${t(label)}: `}${t(target)}</span>`)}`,
    ],
    [words.kind, t(forces[goal.force])],
    [words.place, t(fill(words.lines, { ...goal.source, document: plan.document?.title ?? t(plan.title) }))],
    [words.responsible, goal.responsible],
    [words.dataSource, goal.dataSource],
  ];
  return html`<section aria-labelledby="i-planen"><h2 id="i-planen">${t(words.inPlan)}</h2>
<dl class="facts">${facts.map(([head, fact]) => fact !== undefined && html`<div><dt>${t(head)}</dt><dd>${fact}</dd></div>`)}</dl>
${efforts.length > 0 && html`<h3>${t(words.efforts)}</h3><ul>${efforts.map(({ title }) => html`<li>${t(title)}</li>`)}</ul>`}
${findings.length > 0 && html`<h3>${t(words.findings)}</h3><ul>${findings.map(({ message }) => html`<li>${t(message)}</li>`)}</ul>`}
</section>`;
}

function questionsSection({ questions }: GoalPage, { language }: Publication): Html | undefined {
  const t = (text: Text) => say(text, language);
  if (questions.length === 0) return undefined;
  return html`<section aria-labelledby="spoergsmaal"><h2 id="spoergsmaal">${t(words.questions)}</h2>
<ul>${questions.map(
    ({ question, answer }) =>
      html`<li>${t(question.asks)}${answer === undefined ? html` <em>${t(words.unanswered)}</em>` : html` <strong>${t(answer)}</strong>`}</li>`,
  )}</ul></section>`;
}

/** What the municipality says of the goal itself: a judgement, and marked as one. */
function assessmentSection({ row }: GoalPage, { followUp, plan, language }: Publication): Html | undefined {
  const own = followUp.assessments.filter(({ goal }) => goal === row.goal.id);
  if (own.length === 0) return undefined;
  return html`<section aria-labelledby="vurdering"><h2 id="vurdering">${say(words.assessment, language)}</h2>
${own.map(({ says, on }) => html`<blockquote><p>${says}</p><footer>${plan.organisation}, ${sayDay(on, language)}</footer></blockquote>`)}</section>`;
}

function historySection({ history }: GoalPage, { language }: Publication): Html {
  const t = (text: Text) => say(text, language);
  return html`<section aria-labelledby="undervejs"><h2 id="undervejs">${t(words.history)}</h2>
<p class="hint">${t(words.historyHint)}</p>
<table class="plain"><thead><tr><th scope="col">${t(words.asOf)}</th><th scope="col">${t(words.verdict)}</th><th scope="col" class="number">${t(words.figure)}</th></tr></thead>
<tbody>${history.map(
    ({ asOf, verdict, latest }) =>
      html`<tr><th scope="row">${sayDay(asOf, language)}</th><td>${verdictMark(verdict, language)}</td><td class="number">${figureCell("missing" in latest ? undefined : latest, language)}</td></tr>
`,
  )}</tbody></table></section>`;
}

function neighbours({ row }: GoalPage, { goals, language }: Publication): Html {
  const t = (text: Text) => say(text, language);
  const at = goals.findIndex((one) => one.row.goal.id === row.goal.id);
  const link = (page: GoalPage | undefined, rel: Text, kind: string) =>
    page !== undefined &&
    html`<a class="${kind}" href="${page.row.goal.id}.html">${t(rel)} ${t(page.row.goal.title)}</a>`;
  return html`<nav class="neighbours" aria-label="${t(words.neighbours)}">${link(goals[at - 1], words.previous, "previous")}${link(goals[at + 1], words.next, "next")}</nav>`;
}

/** The title and subtitle of a part's chart: the finding; and what is measured, in which unit, where. */
export function chartTitles(
  { says, parts }: GoalPage,
  { result }: GoalPart,
  { language, areaName }: Publication,
  { series, area }: GoalPart["lines"][number],
) {
  const finding = say(parts.length === 1 ? says : result.verdict.reason, language);
  const [what, unit] = [say(series.title, language), say(unitWords[series.unit].name, language)];
  const where = area.split("+").map(areaName).join(" + ");
  return {
    title: finding.replace(/\.$/, ""),
    subtitle: [what, ...(what.toLowerCase().includes(unit) ? [] : [unit]), where].join(" · "),
  };
}

const forces = {
  promise: { da: "Et løfte", en: "A promise" },
  expectation: { da: "En forventning", en: "An expectation" },
  intention: { da: "En hensigt", en: "An intention" },
} as const satisfies Readonly<Record<string, Text>>;

const words = {
  crumbs: { da: "Hvor du er", en: "Where you are" },
  beside: { da: "Planen og kommunen om målet", en: "The plan and the municipality on the goal" },
  working: { da: "Sådan er dommen fundet", en: "How the verdict was found" },
  settles: { da: "Det ville afgøre det:", en: "What would settle it:" },
  notes: { da: "Værd at vide", en: "Worth knowing" },
  context: { da: "Til sammenligning", en: "For comparison" },
  related: { da: "Kun beslægtet.", en: "Only related." },
  source: { da: "Kilde:", en: "Source:" },
  csv: { da: "Tallene som CSV", en: "The figures as CSV" },
  svg: { da: "Figuren som SVG", en: "The chart as SVG" },
  table: { da: "Tallene bag figuren ({rows})", en: "The figures behind the chart ({rows})" },
  period: { da: "Periode", en: "Period" },
  series: { da: "Serie", en: "Series" },
  figure: { da: "Tal", en: "Figure" },
  inPlan: { da: "I planen", en: "In the plan" },
  says: { da: "Målet", en: "The goal" },
  kind: { da: "Er", en: "Is" },
  place: { da: "Står i", en: "Stands in" },
  lines: { da: "{document}, afsnit {section}, linje {lines}", en: "{document}, section {section}, line {lines}" },
  responsible: { da: "Ansvarlig", en: "Responsible" },
  dataSource: { da: "Datakilde ifølge planen", en: "Source of data, says the plan" },
  efforts: { da: "Indsatser, der skal flytte det", en: "Efforts meant to move it" },
  findings: { da: "Planens tal stemmer ikke", en: "The plan's figures disagree" },
  questions: { da: "Det, planen lader stå åbent", en: "What the plan leaves open" },
  unanswered: { da: "Ikke besvaret.", en: "Not answered." },
  assessment: { da: "Kommunens egen vurdering", en: "The municipality's own assessment" },
  history: { da: "Sådan så det ud undervejs", en: "How it looked on the way" },
  historyHint: {
    da: "Dommen ved hvert kvartals udgang, regnet på tallene, som de er i dag.",
    en: "The verdict at the end of each quarter, on the figures as they are today.",
  },
  asOf: { da: "Pr.", en: "As of" },
  verdict: { da: "Status", en: "Verdict" },
  neighbours: { da: "Andre mål", en: "Other goals" },
  previous: { da: "‹ Forrige:", en: "‹ Previous:" },
  next: { da: "Næste ›", en: "Next ›" },
} as const satisfies Readonly<Record<string, Text>>;
