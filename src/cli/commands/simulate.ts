import type { Command } from "commander";
import { openData } from "#actions/open-data.ts";
import { type SimulationRequest, simulateRegister } from "#actions/simulate-register.ts";
import { firstDay, firstDayAfter, parseMonth } from "#core/calendar/month.ts";
import { broken } from "#core/faults/fault.ts";
import { tableNames } from "#core/register/canonical.ts";
import { isTableName, type TableName } from "#core/register/schema.ts";
import { didYouMean } from "#core/text/nearest.ts";
import { fill } from "#core/text/text.ts";
import { columns, printJson, type Terminal, terminal } from "../terminal.ts";

/** Adds `simulate` to the command `register`. */
export function addSimulateCommand(register: Command, program: Command): void {
  register
    .command("simulate")
    .description("skriv et simuleret register: ingen af personerne og virksomhederne findes")
    .requiredOption("--municipality <kommuner>", "kommunekoder med komma imellem, eller all")
    .requiredOption("--out <mappe>", "en ny mappe til filerne")
    .option("--from <måned>", "første måned", "2014-01")
    .option("--to <måned>", "sidste måned", "2020-12")
    .option("--seed <tal>", "samme tal giver samme register", "1")
    .option("--scale <tal>", "så mange gange så mange mennesker", "1")
    .option("--tables <tabeller>", "kun disse tabeller, med komma imellem")
    .addHelpText("after", "\nEksempel:\n  pejl register simulate --municipality 165 --out var/demo/165")
    .action((options: Options) => run(terminal(program.opts()), options));
}

type Options = {
  readonly municipality: string;
  readonly out: string;
  readonly from: string;
  readonly to: string;
  readonly seed: string;
  readonly scale: string;
  readonly tables?: string;
};

function run(screen: Terminal, options: Options): void {
  const simulated = simulateRegister(requestOf(options), openData());
  if (screen.json) {
    printJson(simulated);
    return;
  }
  const head = { da: ["tabel", "rækker"], en: ["table", "rows"] }[screen.language];
  const rows = simulated.files.map((file) => [file.table, String(file.rows)]);
  screen.line(columns([head, ...rows], [1]));
  const says = {
    da: "\n{name} er skrevet i {out}. Det er simuleret: ingen i det findes.",
    en: "\n{name} is written in {out}. It is simulated: nobody in it exists.",
  };
  screen.line(screen.say(fill(says, { name: simulated.name, out: options.out })));
}

function requestOf({ municipality, from, to, seed, scale, out, tables }: Options): SimulationRequest {
  const [first, last] = [parseMonth(from), parseMonth(to)];
  if (last < first) throw wrongUse(`${from}..${to}`);
  return {
    municipalities: municipality.split(",").map((code) => code.trim()),
    span: { from: firstDay(first), to: firstDayAfter(last) },
    seed: wholeNumber(seed),
    scale: positive(scale),
    out,
    ...(tables !== undefined && { tables: tables.split(",").map(tableNamed) }),
  };
}

function tableNamed(written: string): TableName {
  const name = written.trim();
  if (isTableName(name)) return name;
  const known = tableNames();
  const hint = didYouMean(name, known, { da: `Vælg blandt ${known}.`, en: `Choose among ${known}.` });
  throw broken("unknown-reference", { kind: { da: "tabel", en: "table" }, id: name, hint });
}

function wholeNumber(written: string): number {
  const number = Number(written);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw wrongUse(`--seed ${written}`);
}

function positive(written: string): number {
  const number = Number(written);
  if (number > 0 && number <= 1000) return number;
  throw wrongUse(`--scale ${written}`);
}

function wrongUse(written: string) {
  return broken("wrong-use", {
    why: { da: `«${written}» giver ikke mening her`, en: `«${written}» makes no sense here` },
    hint: { da: "Se pejl register simulate --help.", en: "See pejl register simulate --help." },
  });
}
