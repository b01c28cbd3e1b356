import { type Command, Option } from "commander";
import { computeIndicator } from "#actions/compute-indicator.ts";
import { openData } from "#actions/open-data.ts";
import { indicatorJson, resultJson } from "#api/indicators.ts";
import { parseDay } from "#core/calendar/day.ts";
import { monthOf, parseMonth } from "#core/calendar/month.ts";
import { quoted } from "#core/exports/csv.ts";
import { broken } from "#core/faults/fault.ts";
import { unitWords } from "#core/figures/unit.ts";
import { writeFigure } from "#core/figures/write.ts";
import type { IndicatorResult } from "#core/indicators/compute.ts";
import { getIndicator } from "#core/indicators/indicator.ts";
import type { IndicatorRow } from "#core/indicators/row.ts";
import { simulatedWords } from "#core/plans/register-series.ts";
import { type SeriesUnit, seriesUnits } from "#core/register/counting/windows.ts";
import type { Text } from "#core/text/text.ts";
import { today } from "../clock.ts";
import { pairsOf } from "../pairs.ts";
import { registerSetting } from "../register-setting.ts";
import { columns, printJson, type Terminal, terminal, wrap } from "../terminal.ts";

export function addIndicatorCommands(program: Command): void {
  const screen = () => terminal(program.opts());
  const indicator = program
    .command("indicator [id]")
    .description("indikatorer: definition, og beregnet af et register")
    .option("--register <register>", "et snapshots id eller navn, eller en mappe med registerfiler")
    .option("--from <måned>", "første måned, 2016-01")
    .option("--to <måned>", "sidste måned")
    .option("--as-of <dag>", "læs registeret, som det så ud den dag")
    .option("--by <dimensioner>", "opdel efter, fx benefit,municipality")
    .option("--where <kode=værdi...>", "kun, fx benefit=kontanthjaelp")
    .option("--parameter <navn=værdi...>", "andre værdier end indikatorens egne")
    .addOption(new Option("--unit <trin>", "et tal for hver").choices([...seriesUnits]).default("month"))
    .option("--csv", "kommaseparerede tal")
    .option("--full", "også små celler; bliver logget")
    .option("--persons", "personerne bag hver celle; bliver logget")
    .addHelpText(
      "after",
      "\nEksempel:\n  pejl indicator fuldtidspersoner --register demo --from 2018-01 --to 2018-12 --by benefit\n  pejl indicator aktiveringsgrad --register demo --from 2017-01 --to 2018-12 --unit year --json",
    )
    .action((id: string | undefined, options: Asked) => compute(screen(), id, options));
  indicator
    .command("list")
    .description("alle indikatorer")
    .action(() => list(screen()));
  indicator
    .command("show <id>")
    .description("en indikators definition")
    .action((id: string) => show(screen(), id));
}

type Asked = {
  readonly register?: string;
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
  readonly by?: string;
  readonly where?: readonly string[];
  readonly parameter?: readonly string[];
  readonly unit: SeriesUnit;
  readonly csv?: boolean;
  readonly full?: boolean;
  readonly persons?: boolean;
};

function list(screen: Terminal): void {
  const indicators = [...openData().indicators.values()];
  if (screen.json) {
    printJson(indicators.map(indicatorJson));
    return;
  }
  const registered = { da: "register", en: "register" };
  screen.line(
    columns(
      indicators.map((one) => [
        one.id,
        screen.say(one.name),
        screen.say(unitWords[one.unit].name),
        one.numerator === undefined ? "" : screen.say(registered),
      ]),
    ),
  );
}

function show(screen: Terminal, id: string): void {
  const indicator = getIndicator(openData().indicators, id);
  if (screen.json) {
    printJson(indicatorJson(indicator));
    return;
  }
  const { line, say, paint, width } = screen;
  line(`${paint("bold", say(indicator.name))} · ${say(unitWords[indicator.unit].name)} ${paint("dim", indicator.id)}`);
  line(wrap(say(indicator.definition), width, ""));
  line(paint("dim", wrap(say(indicator.source), width, "")));
  for (const { id: name, value, meaning } of indicator.parameters)
    line(`  ${name} = ${value}  ${paint("dim", say(meaning))}`);
  if (indicator.dimensions.length > 0)
    line(`${say({ da: "Opdeles efter", en: "Broken down by" })}: ${indicator.dimensions.join(", ")}`);
  for (const { text } of indicator.breaks) line(paint("yellow", wrap(say(text), width, "  ")));
}

async function compute(screen: Terminal, id: string | undefined, options: Asked): Promise<void> {
  const { register, csv, unit, asOf, full, persons } = options;
  if (id === undefined || register === undefined) throw missing();
  const data = openData();
  const to = options.to === undefined ? monthOf(today()) : parseMonth(options.to);
  const result = await computeIndicator(
    data,
    {
      indicator: id,
      register,
      from: options.from === undefined ? to : parseMonth(options.from),
      to,
      unit,
      by: options.by?.split(",").map((dimension) => dimension.trim()) ?? [],
      where: pairsOf(options.where),
      parameters: pairsOf(options.parameter),
      ...(asOf !== undefined && { asOf: parseDay(asOf) }),
      ...(full && { full }),
      ...(persons && { persons }),
    },
    registerSetting(data),
  );
  if (screen.json) printJson(resultJson(result));
  else if (csv) screen.line(csvOf(result));
  else table(screen, result);
}

function missing() {
  const why = { da: "en indikator og --register skal gives", en: "an indicator and --register must be given" };
  return broken("wrong-use", { why, hint: { da: "Se «pejl indicator --help».", en: "See «pejl indicator --help»." } });
}

function table({ line, say, language, paint }: Terminal, { rows, unit, simulated }: IndicatorResult): void {
  if (simulated) line(paint("yellow", `▒▒ ${say(simulatedWords)} ▒▒`));
  const dims = dimensionsOf(rows);
  const written = (row: IndicatorRow) =>
    writeFigure(row.value === undefined ? { missing: row.missing ?? "no-data" } : { value: row.value, unit }, language);
  const cells = rows.map((row) => [
    row.period.id,
    ...dims.map((dimension) => row.dims[dimension] ?? ""),
    written(row),
    row.preliminary ? "*" : "",
  ]);
  line(cells.length === 0 ? say(nobody) : columns(cells, [dims.length + 1]));
  for (const row of rows)
    for (const { id, amount } of row.persons?.numerator ?? [])
      line(paint("dim", `  ${row.period.id} ${Object.values(row.dims).join(" ")} ${id} ${amount}`));
  if (rows.some((row) => row.preliminary)) line(paint("dim", say({ da: "* foreløbigt", en: "* preliminary" })));
}

const nobody: Text = {
  da: "Der er ingen at tælle i nogen af cellerne.",
  en: "There is nobody to count in any of the cells.",
};

/** For machines: points in numbers, one row a cell; why there is no value stands in its own column. */
export function csvOf({ rows }: Pick<IndicatorResult, "rows">): string {
  const dims = dimensionsOf(rows);
  const head = ["period", ...dims, "value", "missing", "numerator", "denominator", "n"];
  const lines = rows.map(({ period, dims: codes, value, missing: reason, numerator, denominator, n }) =>
    [period.id, ...dims.map((dimension) => codes[dimension]), value, reason, numerator, denominator, n]
      .map((cell) => quoted(String(cell ?? ""), ","))
      .join(","),
  );
  return [head.join(","), ...lines].join("\n");
}

/** The dimensions told apart; a row of a period without any figure has none. */
function dimensionsOf(rows: readonly IndicatorRow[]): string[] {
  return [...new Set(rows.flatMap(({ dims }) => Object.keys(dims)))];
}
