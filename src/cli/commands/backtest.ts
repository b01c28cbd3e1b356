import { type Command, Option } from "commander";
import { backtestSeries } from "#actions/backtest-series.ts";
import { openData, seriesFolders } from "#actions/open-data.ts";
import { broken } from "#core/faults/fault.ts";
import { type AreaKind, areaKinds } from "#core/vocabulary/area.ts";
import { seriesBacktestLines } from "../backtest-lines.ts";
import { printJson, type Terminal, terminal } from "../terminal.ts";
import { horizonFrom } from "./forecast-series.ts";

export function addBacktestCommand(program: Command): void {
  program
    .command("backtest")
    .description("hvor godt prognoser ville have ramt, lavet på ny fra hver tidligere periode / how good forecasts are")
    .option("--series <serie>", "en publiceret eller indlæst serie")
    .option("--from <periode>", "den første periode, der forudsiges")
    .option("--horizon <antal>", "hvor mange perioder frem", "4")
    .option("--without <perioder>", "vis også tallene uden dem, fx 2020Q2..2021Q2")
    .addOption(new Option("--kind <slags>", "kun områder af den slags").choices([...areaKinds]).default("municipality"))
    .addHelpText(
      "after",
      "\nEksempel:\n  pejl backtest --series dst-auk01-kontanthjaelp --from 2019Q1 --without 2020Q2..2021Q2",
    )
    .action((asked: Asked) => backtest(terminal(program.opts()), asked));
}

type Asked = {
  readonly series?: string;
  readonly from?: string;
  readonly horizon: string;
  readonly without?: string;
  readonly kind: AreaKind;
};

/** What can be forecast anew, by the option that names it. */
const kinds: { readonly series: (screen: Terminal, named: string, asked: Asked) => void | Promise<void> } = {
  series: (screen, id, { horizon, from, without, kind }) => {
    const question = { id, kind, horizon: horizonFrom(horizon), ...{ from, without } };
    const answer = backtestSeries(question, seriesFolders(openData()));
    if (screen.json) printJson(answer);
    else seriesBacktestLines(screen, answer);
  },
};

async function backtest(screen: Terminal, asked: Asked): Promise<void> {
  if (asked.series !== undefined) await kinds.series(screen, asked.series, asked);
  else throw missing();
}

function missing() {
  const why = { da: "--series skal gives", en: "--series must be given" };
  return broken("wrong-use", { why, hint: { da: "Se «pejl backtest --help».", en: "See «pejl backtest --help»." } });
}
