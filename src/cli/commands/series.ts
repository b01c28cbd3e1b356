import { type Command, Option } from "commander";
import { importSeries } from "#actions/import-series.ts";
import { listPlans } from "#actions/list-plans.ts";
import { listSeries } from "#actions/list-series.ts";
import { openData, seriesFolders } from "#actions/open-data.ts";
import { showSeries } from "#actions/show-series.ts";
import { figureJson } from "#api/figure.ts";
import { formatDay, parseDay } from "#core/calendar/day.ts";
import { unitWords } from "#core/figures/unit.ts";
import { writeFigure } from "#core/figures/write.ts";
import type { Series } from "#core/indicators/series.ts";
import { tableSeries } from "#core/plans/table-series.ts";
import { fill, type Text } from "#core/text/text.ts";
import { today } from "../clock.ts";
import { pairsOf } from "../pairs.ts";
import { columns, printJson, type Terminal, terminal, wrap } from "../terminal.ts";

export function addSeriesCommands(program: Command): void {
  const screen = () => terminal(program.opts());
  const series = program.command("series").description("serier: publicerede, indlæste og planernes egne tabeller");
  series
    .command("list")
    .description("alle serier, en linje hver")
    .action(() => list(screen()));
  series
    .command("show <serie>")
    .description("en series tal")
    .option("--area <navn>", "et område: Aalborg, 851, Hele landet")
    .option("--vintage <navn>", "en tidligere hentning")
    .option("--as-of <dag>", "hvad der var foreløbigt den dag")
    .addHelpText("after", "\nEksempel:\n  pejl series show dst-ras200-beskaeftigelsesfrekvens --area Albertslund")
    .action((id: string, options: Asked) => show(screen(), id, options));
  series
    .command("import <fil>")
    .description("indlæs en fil: hentet fra Jobindsats eller Statistikbanken, eller et eget regneark (CSV, XLSX)")
    .requiredOption("--indicator <id>", "hvilken indikator tallene er")
    .option("--area <navn>", "området, når filen ikke selv siger det")
    .option("--column <navn>", "kolonnen med tallene")
    .option("--where <kode=værdi...>", "hvad tallene er afgrænset til, fx benefit=kontanthjaelp")
    .option("--worksheet <navn>", "arket i et regneark")
    .option("--rows <kolonne=værdi...>", "kun de rækker, når filen har flere slags")
    .addOption(
      new Option("--numbers <sprog>", "hvordan tal er skrevet, når filen ikke afgør det").choices(["da", "en"]),
    )
    .addOption(new Option("--shares <form>", "om andele er skrevet 11,4 eller 0,114").choices(["percent", "fraction"]))
    .option("--id <id>", "seriens id")
    .option("--owner <navn>", "hvem der ejer tallene")
    .option("--table <navn>", "tabellen, tallene er fra")
    .addHelpText(
      "after",
      "\nEksempel:\n  pejl series import kontanthjaelp.csv --indicator fuldtidspersoner --where benefit=kontanthjaelp --area Aalborg",
    )
    .action((file: string, options: Importing) => load(screen(), file, options));
}

type Asked = { readonly area?: string; readonly vintage?: string; readonly asOf?: string };
type Importing = {
  readonly indicator: string;
  readonly area?: string;
  readonly column?: string;
  readonly where?: readonly string[];
  readonly worksheet?: string;
  readonly rows?: readonly string[];
  readonly numbers?: "da" | "en";
  readonly shares?: "percent" | "fraction";
  readonly id?: string;
  readonly owner?: string;
  readonly table?: string;
};

function planTables(data: ReturnType<typeof openData>): Series[] {
  return listPlans(data).flatMap(({ plan }) => tableSeries(plan));
}

function list(screen: Terminal): void {
  const data = openData();
  const lines = listSeries(seriesFolders(data), planTables(data));
  if (screen.json) {
    printJson(
      lines.map(({ fetched, breaks, ...line }) => ({
        ...line,
        ...(fetched !== undefined && { fetched: formatDay(fetched) }),
        breaks: breaks.length,
      })),
    );
    return;
  }
  const rows = lines.map((one) => [
    one.id,
    one.indicator,
    clip(whereWords(one.where), 40),
    screen.say(unitWords[one.unit].name),
    `${one.first} – ${one.last}`,
    `${one.figures}`,
  ]);
  screen.line(columns(rows, [5]));
}

/** Long words cut with an ellipsis, so that one row does not widen all. */
function clip(words: string, width: number): string {
  return words.length > width ? `${words.slice(0, width - 1)}…` : words;
}

function whereWords(where: Readonly<Record<string, string>>): string {
  return Object.entries(where)
    .map(([dimension, code]) => `${dimension}=${code}`)
    .join(" ");
}

function show(screen: Terminal, id: string, { area, vintage, asOf }: Asked): void {
  const data = openData();
  const day = asOf === undefined ? today() : parseDay(asOf);
  const { series, vintages, rows } = showSeries(
    { id, area, vintage, asOf: day },
    seriesFolders(data),
    planTables(data),
  );
  if (screen.json) {
    const { fetched, breaks, ...head } = series;
    printJson({
      ...head,
      ...(fetched !== undefined && { fetched: formatDay(fetched) }),
      breaks: breaks.map(({ on, text }) => ({ on: formatDay(on), text })),
      vintages,
      observations: rows.map(({ figure, ...row }) => ({ ...row, ...figureJson(figure) })),
    });
    return;
  }
  const { say, line, paint, width, language } = screen;
  line(`${paint("bold", say(series.title))} ${paint("dim", series.id)}`);
  line(
    `${series.owner}${series.table === undefined ? "" : ` ${series.table}`} · ${say(unitWords[series.unit].name)} · ${series.licence}`,
  );
  for (const one of [series.moment, series.note]) if (one !== undefined) line(wrap(say(one), width, ""));
  for (const { indicator, where, why } of series.proxyFor)
    line(paint("yellow", wrap(`≈ ${indicator} ${whereWords(where)}: ${say(why)}`, width, "  ")));
  line();
  line(
    columns(
      rows.map((row) => [
        say(row.areaName),
        row.period,
        writeFigure(row.figure, language),
        row.status === "actual" ? "" : say(statusWords[row.status]),
      ]),
      [2],
    ),
  );
}

const statusWords: Readonly<Record<string, Text>> = {
  forecast: { da: "prognose", en: "forecast" },
  budget: { da: "budget", en: "budget" },
  expected: { da: "forventet", en: "expected" },
  target: { da: "mål", en: "target" },
};

async function load(screen: Terminal, file: string, { where = [], rows = [], ...options }: Importing): Promise<void> {
  const data = openData();
  const { dataDir, keptDir } = seriesFolders(data);
  const { series } = await importSeries(
    { ...options, file, where: pairsOf(where), rows: pairsOf(rows) },
    { dataDir, keptDir, today: today() },
  );
  const { observations, id } = series;
  if (screen.json)
    printJson({ id, vintage: series.vintage, indicator: series.indicator, observations: observations.length });
  else
    screen.line(
      screen.say(
        fill(loaded, { id, count: observations.length, areas: new Set(observations.map(({ area }) => area)).size }),
      ),
    );
}

const loaded: Text = {
  da: "Indlæst som {id}: {count} tal for {areas} områder.",
  en: "Imported as {id}: {count} figures for {areas} areas.",
};
