import type { Command } from "commander";
import { forecastSeries, type SeriesForecastAnswer } from "#actions/forecast-series.ts";
import { openData, seriesFolders } from "#actions/open-data.ts";
import { parsePeriod, sayPeriod } from "#core/calendar/period.ts";
import { writeFigure } from "#core/figures/write.ts";
import { pastText } from "#core/forecast/series/past.ts";
import { fill, type Text } from "#core/text/text.ts";
import { columns, printJson, type Terminal, terminal, wrap } from "../terminal.ts";
import { horizonFrom } from "../typed-numbers.ts";

export function addForecastSeriesCommand(program: Command): void {
  program
    .command("forecast-series")
    .description("prognose for en serie af dens egne tal, med intervaller fra tidligere fejl / forecast a series")
    .requiredOption("--series <serie>", "seriens id; se pejl series list")
    .requiredOption("--area <navn>", "området: Aalborg, 851, Hele landet")
    .requiredOption("--as-of <periode>", "den sidste periode, der kendes, fx 2018Q4")
    .requiredOption("--horizon <antal>", "hvor mange perioder frem")
    .addHelpText(
      "after",
      "\nEksempel:\n  pejl forecast-series --series dst-auk01-kontanthjaelp --area Aalborg --as-of 2018Q4 --horizon 4",
    )
    .action((asked: Asked) => forecast(terminal(program.opts()), asked));
}

type Asked = { readonly series: string; readonly area: string; readonly asOf: string; readonly horizon: string };

function forecast(screen: Terminal, { series: id, area, asOf, horizon }: Asked): void {
  const question = { id, area, asOf, horizon: horizonFrom(horizon) };
  const answer = forecastSeries(question, seriesFolders(openData()));
  if (screen.json) printJson(answer);
  else lines(screen, answer);
}

function lines({ line, say, paint, language, width }: Terminal, answer: SeriesForecastAnswer): void {
  const { series, areaName, asOf, unit, frequency, model, rows, past } = answer;
  line(`${paint("bold", say(areaName))} ${paint("dim", series)}`);
  const from = { period: sayPeriod(parsePeriod(asOf), language), method: model.label, areas: model.areas };
  line(wrap(say(fill(model.areas === 1 ? words.alone : words.from, from)), width, ""));
  line();
  const figure = (value: number) => writeFigure({ value, unit }, language, { bare: true });
  const cells = rows.map(({ period, mean, lo80, hi80, lo95, hi95 }) => [
    sayPeriod(parsePeriod(period), language),
    writeFigure({ value: mean, unit }, language),
    `${figure(lo80)} – ${figure(hi80)}`,
    `${figure(lo95)} – ${figure(hi95)}`,
  ]);
  line(columns([[...heads[language]], ...cells], [1, 2, 3]));
  if (past !== undefined) line(`\n${paint("dim", wrap(say(pastText(past, frequency)), width, ""))}`);
}

const heads = {
  da: ["periode", "ventet", "80 af 100 gange", "95 af 100 gange"],
  en: ["period", "expected", "80 times in 100", "95 times in 100"],
} as const;
const words = {
  from: {
    da: "Efter {period}: {method}; intervallerne er målt på tidligere fejl i {areas} områder.",
    en: "After {period}: {method}; the intervals are measured on past errors in {areas} areas.",
  },
  alone: {
    da: "Efter {period}: {method}; intervallerne er målt på områdets egne tidligere fejl.",
    en: "After {period}: {method}; the intervals are measured on the area's own past errors.",
  },
} as const satisfies Readonly<Record<string, Text>>;
