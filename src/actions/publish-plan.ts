import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type PublishedFile, publicationMark, writePublication } from "#connectors/publications/folder.ts";
import { type Day, formatDay } from "#core/calendar/day.ts";
import type { Series } from "#core/indicators/series.ts";
import { checkPlan } from "#core/plans/check.ts";
import { evaluatePlan } from "#core/plans/evaluation/evaluate.ts";
import { followExpectations } from "#core/plans/evaluation/expectations.ts";
import type { Ground } from "#core/plans/evaluation/ground.ts";
import { defaultParameters } from "#core/plans/evaluation/parameters.ts";
import { simulatedWords } from "#core/plans/register-series.ts";
import { goalPageOf } from "#core/plans/standing/goal-page.ts";
import { overviewOf } from "#core/plans/standing/overview.ts";
import { tableSeries } from "#core/plans/table-series.ts";
import type { Register } from "#core/register/columns.ts";
import { type Charts, chartName, goalPageHtml } from "#core/reports/goal-page.ts";
import { goalLines, overviewPage } from "#core/reports/overview-page.ts";
import { publicFollowUp, publicSeries } from "#core/reports/public-figures.ts";
import type { Drawing, Publication } from "#core/reports/publication.ts";
import { type Language, say } from "#core/text/text.ts";
import { seriesFromRegister } from "./evaluate-on-register.ts";
import { followUpPlan } from "./follow-up-plan.ts";
import type { Data, OpenPlan } from "./open-data.ts";
import { programVersion } from "./register-setting.ts";

/** What is published where: a plan as of a day, in a language, from a register if one is given. */
export type PublishRequest = {
  readonly out: string;
  readonly language: Language;
  readonly today: Day;
  readonly asOf?: Day;
  readonly register?: Register;
  readonly drawing: Drawing;
};

/** What a publication became. */
export type Published = {
  readonly folder: string;
  readonly publication: Publication;
  readonly files: readonly string[];
};

/**
 * Publishes how a plan stands as pages for council and public: static, without script, small cells withheld.
 *
 * @throws BrokenInput folder-not-empty when the folder holds something else than a publication; register-of-others
 */
export function publishPlan(data: Data, plan: OpenPlan, request: PublishRequest): Published {
  const publication = publicationOf(data, plan, request);
  const files = [...pagesOf(publication, request.drawing), ...styleFiles(request.drawing), markOf(publication)];
  writePublication(request.out, files);
  return { folder: request.out, publication, files: files.map(({ path }) => path) };
}

/** Follows a plan up on figures the public may see: verdicts rest on nothing that is not shown. */
function publicationOf(
  data: Data,
  open: OpenPlan,
  { register, today, asOf: asked, language }: PublishRequest,
): Publication {
  const { indicators, vocabulary } = data;
  const { answered: plan } = open;
  const parameters = defaultParameters;
  const followUp = publicFollowUp(open.followUp, plan.organisation, parameters.smallestGroup);
  const newest = register !== undefined && register.extracted < today ? register.extracted : today;
  const { asOf } = followUpPlan(data, { ...open, followUp }, newest, { asOf: asked });
  const computed =
    register === undefined
      ? []
      : seriesFromRegister(data, plan, register, asOf, { full: false }).map((one) =>
          ofRegister(publicSeries(one, parameters.smallestGroup), register, language),
        );
  const series = [...computed, ...data.series(), ...tableSeries(plan)];
  const ground: Ground = { plan, followUp, indicators, series, asOf, parameters };
  const goals = evaluatePlan(ground);
  const { findings } = checkPlan(open.plan);
  const areas = vocabulary.areas.byId;
  return {
    plan,
    followUp,
    asOf,
    language,
    parameters,
    register: register && { id: register.id, name: register.name, simulated: register.simulated },
    overview: overviewOf({ goals, followUp, asOf }),
    goals: goals.map((result) => goalPageOf(ground, result, findings)),
    expectations: followExpectations(plan, series, indicators, asOf),
    areaName: (id) => say(areas.get(id)?.label ?? { da: id, en: id }, language),
  };
}

/** A series of a register in one language; a simulated one says so instead of naming an owner. */
function ofRegister(series: Series, { name, simulated }: Register, language: Language): Series {
  return { ...series, table: name, ...(simulated && { owner: say(simulatedWords, language) }) };
}

function pagesOf(publication: Publication, drawing: Drawing): PublishedFile[] {
  const goals = publication.goals.flatMap((page): PublishedFile[] => {
    const charts: Charts = page.parts.map((part) => drawing.course(page, part, publication));
    const name = (at: number) => `maal/${chartName(page, at)}`;
    return [
      { path: `maal/${page.row.goal.id}.html`, content: goalPageHtml(publication, page, charts) },
      ...charts.flatMap((chart, at) =>
        chart === undefined
          ? []
          : [
              { path: `${name(at)}.csv`, content: chart.csv },
              { path: `${name(at)}.svg`, content: chart.file },
            ],
      ),
    ];
  });
  const list = drawing.csv(goalLines(publication), publication.language);
  return [
    { path: "index.html", content: overviewPage(publication, drawing) },
    { path: "maal.csv", content: list },
    ...goals,
  ];
}

/** The pages' own style, and the type they are set in with its licence. */
function styleFiles({ stylesheet }: Drawing): PublishedFile[] {
  const font = dirname(createRequire(import.meta.url).resolve("@fontsource-variable/source-sans-3/package.json"));
  const pages = readFileSync(new URL("../core/reports/pages.css", import.meta.url), "utf8");
  return [
    { path: "stil/charts.css", content: stylesheet },
    { path: "stil/pages.css", content: pages },
    {
      path: "stil/source-sans-3.woff2",
      content: readFileSync(join(font, "files/source-sans-3-latin-wght-normal.woff2")),
    },
    { path: "stil/source-sans-3-licence.txt", content: readFileSync(join(font, "LICENSE"), "utf8") },
  ];
}

/** What marks the folder as a publication, and says of what: the same input gives the same folder, byte for byte. */
function markOf({ plan, asOf, language, register }: Publication): PublishedFile {
  const mark = {
    format: "pejlemaerke-publication/1",
    plan: plan.id,
    version: plan.version,
    asOf: formatDay(asOf),
    language,
    program: programVersion(),
    ...(register && { register }),
  };
  return { path: publicationMark, content: `${JSON.stringify(mark, undefined, 2)}\n` };
}
