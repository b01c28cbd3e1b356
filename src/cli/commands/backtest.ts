import { type Command, Option } from "commander";
import { backtestRegister } from "#actions/backtest-register.ts";
import { backtestSeries } from "#actions/backtest-series.ts";
import { openData, seriesFolders } from "#actions/open-data.ts";
import { parseMonth } from "#core/calendar/month.ts";
import { broken } from "#core/faults/fault.ts";
import { type AreaKind, areaKinds } from "#core/vocabulary/area.ts";
import { seriesBacktestLines } from "../backtest-lines.ts";
import { registerBacktestLines } from "../register-backtest-lines.ts";
import { registerSetting } from "../register-setting.ts";
import { printJson, type Terminal, terminal } from "../terminal.ts";
import { horizonFrom } from "../typed-numbers.ts";

export function addBacktestCommand(program: Command): void {
  program
    .command("backtest")
    .description("hvor godt prognoser ville have ramt, lavet på ny fra hver tidligere periode / how good forecasts are")
    .option("--series <serie>", "en publiceret eller indlæst serie")
    .option("--register <register>", "et snapshots id eller navn, eller en mappe med registerfiler")
    .option("--from <periode>", "den første periode, der forudsiges; for et register den første, der er kendt")
    .option("--to <måned>", "for et register: den sidste måned, der er kendt")
    .option("--horizon <antal>", "hvor mange perioder frem", "4")
    .option("--months <antal>", "for et register: hvor mange måneder frem", "12")
    .option("--municipality <navn>", "for et register: kun den kommune")
    .option("--without <perioder>", "vis også tallene uden dem, fx 2020Q2..2021Q2")
    .addOption(new Option("--kind <slags>", "kun områder af den slags").choices([...areaKinds]).default("municipality"))
    .addHelpText(
      "after",
      "\nEksempler:\n  pejl backtest --series dst-auk01-kontanthjaelp --from 2019Q1 --without 2020Q2..2021Q2" +
        "\n  pejl backtest --register demo --from 2016-12 --to 2017-12",
    )
    .action((asked: Asked) => backtest(terminal(program.opts()), asked));
}

type Asked = {
  readonly series?: string;
  readonly register?: string;
  readonly from?: string;
  readonly to?: string;
  readonly horizon: string;
  readonly months: string;
  readonly municipality?: string;
  readonly without?: string;
  readonly kind: AreaKind;
};

/** What can be forecast anew, by the option that names it. */
const kinds: Readonly<
  Record<"series" | "register", (screen: Terminal, named: string, asked: Asked) => void | Promise<void>>
> = {
  series: (screen, id, { horizon, from, without, kind }) => {
    const question = { id, kind, horizon: horizonFrom(horizon), ...{ from, without } };
    const answer = backtestSeries(question, seriesFolders(openData()));
    if (screen.json) printJson(answer);
    else seriesBacktestLines(screen, answer);
  },
  register: async (screen, register, { months, from, to, municipality }) => {
    const data = openData();
    const question = {
      ...{ register, municipality, months: horizonFrom(months) },
      ...(from !== undefined && { from: parseMonth(from) }),
      ...(to !== undefined && { to: parseMonth(to) }),
    };
    const answer = await backtestRegister(data, question, registerSetting(data));
    if (screen.json) printJson(answer);
    else registerBacktestLines(screen, answer);
  },
};

async function backtest(screen: Terminal, asked: Asked): Promise<void> {
  if (asked.series !== undefined) await kinds.series(screen, asked.series, asked);
  else if (asked.register !== undefined) await kinds.register(screen, asked.register, asked);
  else throw missing();
}

function missing() {
  const why = {
    da: "--series eller --register skal gives",
    en: "--series or --register must be given",
  };
  return broken("wrong-use", { why, hint: { da: "Se «pejl backtest --help».", en: "See «pejl backtest --help»." } });
}
