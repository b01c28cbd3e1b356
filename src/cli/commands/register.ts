import type { Command } from "commander";
import { type CheckedRegister, checkRegister, type RegisterRequest } from "#actions/check-register.ts";
import { forgetPerson } from "#actions/forget-person.ts";
import { importRegister } from "#actions/import-register.ts";
import { listRegisters } from "#actions/list-registers.ts";
import { openData } from "#actions/open-data.ts";
import { showRegister } from "#actions/show-register.ts";
import { withdrawRegister } from "#actions/withdraw-register.ts";
import { formatDay, parseDay } from "#core/calendar/day.ts";
import { broken, faultLine } from "#core/faults/fault.ts";
import { findSpan, registerSchema } from "#core/register/data-package.ts";
import { fill, type Text } from "#core/text/text.ts";
import { registerSetting } from "../register-setting.ts";
import { columns, printJson, type Terminal, terminal, wrap } from "../terminal.ts";
import { addSimulateCommand } from "./simulate.ts";

export function addRegisterCommands(program: Command): void {
  const screen = () => terminal(program.opts());
  const register = program.command("register").description("registre: tjek, indlæs, vis");
  const reading = (command: Command) =>
    command
      .option("--mapping <fil>", "mapping.yaml: jeres kolonner og koder til vores")
      .option("--name <navn>", "registerets navn")
      .option("--extracted <dag>", "dagen, data er trukket")
      .option("--covers <fra..til>", "den periode, data dækker");
  reading(register.command("check <mappe>").description("læs en mappe og sig alt, der er galt; intet indlæses"))
    .option("--strict", "slut med 1, når noget er galt")
    .action((folder: string, options: Reading & { strict?: boolean }) => check(screen(), folder, options));
  reading(register.command("import <mappe>").description("indlæs en mappe som et snapshot: alt eller intet"))
    .option("--accept-partial", "indlæs de gode rækker, selv om andre afvises")
    .option("--accept", "indlæs, selv om importvagten har spørgsmål")
    .addHelpText("after", "\nEksempel:\n  pejl register import udtraek/2018-10 --mapping momentum.yaml")
    .action((folder: string, options: Reading & { acceptPartial?: boolean; accept?: boolean }) =>
      load(screen(), folder, options),
    );
  register
    .command("list")
    .description("alle snapshots")
    .action(() => list(screen()));
  register
    .command("show <snapshot>")
    .description("et snapshots manifest")
    .action((id: string) => show(screen(), id));
  register
    .command("withdraw <snapshot>")
    .description("fortryd en indlæsning")
    .requiredOption("--reason <tekst>", "hvorfor")
    .option("--erase", "slet også rækkerne for altid")
    .action((id: string, options: { reason: string; erase?: boolean }) => withdraw(screen(), id, options));
  register
    .command("forget <person>")
    .description("tag en person ud af alle snapshots")
    .action((person: string) => forget(screen(), person));
  register
    .command("schema")
    .description("datapackage.json for formatet")
    .action(() => printJson(registerSchema(openData().vocabulary)));
  addSimulateCommand(register, program);
}

type Reading = {
  readonly mapping?: string;
  readonly name?: string;
  readonly extracted?: string;
  readonly covers?: string;
};

function requestOf(screen: Terminal, folder: string, { mapping, name, extracted, covers }: Reading): RegisterRequest {
  const span = covers === undefined ? undefined : findSpan(covers);
  if (covers !== undefined && span === undefined) {
    const why = { da: `«${covers}» er ikke en periode`, en: `«${covers}» is no span` };
    throw broken("wrong-use", {
      why,
      hint: { da: "Skriv 2014-01-01..2020-12-31.", en: "Write 2014-01-01..2020-12-31." },
    });
  }
  const shows = process.stderr.isTTY === true && !screen.json;
  return {
    folder,
    ...(mapping !== undefined && { mapping }),
    ...(name !== undefined && { name }),
    ...(extracted !== undefined && { extracted: parseDay(extracted) }),
    ...(span !== undefined && { covers: span }),
    ...(shows && { onProgress: ({ table, rows }) => void process.stderr.write(`\r${table} ${rows}        `) }),
  };
}

async function check(
  screen: Terminal,
  folder: string,
  { strict, ...options }: Reading & { strict?: boolean },
): Promise<void> {
  const checked = await checkRegister(requestOf(screen, folder, options), registerSetting(openData()));
  if (strict && isWrong(checked)) process.exitCode = 1;
  reportOn(screen, checked);
}

async function load(
  screen: Terminal,
  folder: string,
  { acceptPartial, accept, ...options }: Reading & { acceptPartial?: boolean; accept?: boolean },
): Promise<void> {
  const request = {
    ...requestOf(screen, folder, options),
    ...(acceptPartial && { acceptPartial }),
    ...(accept && { accept }),
  };
  const imported = await importRegister(request, registerSetting(openData()));
  if (imported.outcome === "faulty" || imported.outcome === "stopped") process.exitCode = 1;
  reportOn(screen, imported, imported.outcome);
}

function isWrong({ delivery, findings }: CheckedRegister): boolean {
  return delivery.unreadable.length + delivery.faultCount + findings.length > 0;
}

/** What was read, what was wrong with it, and what the guard asks. */
function reportOn(screen: Terminal, checked: CheckedRegister, outcome?: keyof typeof outcomes): void {
  const { delivery, findings, name, id, rejected } = checked;
  const faults = [...delivery.unreadable, ...delivery.faults];
  if (screen.json) {
    printJson({
      ...(outcome !== undefined && { outcome }),
      name,
      id,
      extracted: formatDay(delivery.extracted),
      simulated: delivery.simulated,
      tables: delivery.reports,
      assumptions: delivery.assumptions,
      notes: delivery.notes,
      faultCount: delivery.faultCount,
      faults: faults.map((fault) => ({ code: fault.code, place: fault.place, message: faultLine(fault) })),
      findings,
      ...(rejected !== undefined && { rejected }),
    });
    return;
  }
  const { line, say, paint, width } = screen;
  line(`${paint("bold", name)} ${paint("dim", id.slice(0, 12))}`);
  const rows = delivery.reports.map((one) => [
    one.table,
    one.file,
    `${one.rowsIn}`,
    `${one.rejected}`,
    `${one.duplicates + one.joined}`,
    `${one.loaded}`,
  ]);
  const head = {
    da: ["tabel", "fil", "ind", "afvist", "slået sammen", "læst"],
    en: ["table", "file", "in", "rejected", "merged", "loaded"],
  }[screen.language];
  line(columns([head, ...rows], [2, 3, 4, 5]));
  for (const word of [...delivery.assumptions, ...delivery.notes])
    line(paint("dim", wrap(`* ${say(word)}`, width, "  ")));
  for (const fault of faults.slice(0, 40)) line(paint("red", wrap(`! ${say(faultLine(fault))}`, width, "  ")));
  if (delivery.faultCount > 40) line(say(fill(more, { count: delivery.faultCount - 40, file: rejected ?? "" })));
  for (const { says } of findings) line(paint("yellow", wrap(`? ${say(says)}`, width, "  ")));
  if (outcome !== undefined) line(`\n${say(outcomes[outcome])}`);
}

const more: Text = {
  da: "… og {count} fejl til; de afviste rækker står i {file}.",
  en: "… and {count} faults more; the rejected rows are in {file}.",
};
const outcomes = {
  imported: { da: "Indlæst.", en: "Imported." },
  unchanged: {
    da: "Uændret: præcis det snapshot er der i forvejen.",
    en: "Unchanged: exactly that snapshot is there already.",
  },
  faulty: {
    da: "Intet er indlæst: ret fejlene, eller indlæs resten med --accept-partial.",
    en: "Nothing was imported: mend the faults, or import the rest with --accept-partial.",
  },
  stopped: {
    da: "Intet er indlæst: se på spørgsmålene, og indlæs med --accept, hvis det er rigtigt.",
    en: "Nothing was imported: look at the questions, and import with --accept if it is right.",
  },
} as const satisfies Readonly<Record<string, Text>>;

function list(screen: Terminal): void {
  const lines = listRegisters(registerSetting(openData()));
  if (screen.json) {
    printJson(
      lines.map((one) => ({ ...one, extracted: formatDay(one.extracted), keepUntil: formatDay(one.keepUntil) })),
    );
    return;
  }
  const marks = (one: (typeof lines)[number]) =>
    [
      one.simulated ? screen.say({ da: "simuleret", en: "simulated" }) : "",
      one.withdrawn ? screen.say({ da: "trukket tilbage", en: "withdrawn" }) : "",
    ]
      .join(" ")
      .trim();
  screen.line(
    columns(
      lines.map((one) => [one.name, one.id.slice(0, 12), formatDay(one.extracted), `${one.rows}`, marks(one)]),
      [3],
    ),
  );
}

function show(screen: Terminal, id: string): void {
  printJson(showRegister(id, registerSetting(openData())));
  if (!screen.json) screen.line();
}

async function withdraw(screen: Terminal, id: string, options: { reason: string; erase?: boolean }): Promise<void> {
  const manifest = await withdrawRegister(id, options, registerSetting(openData()));
  if (screen.json) printJson({ withdrawn: manifest.id });
  else screen.line(screen.say(fill({ da: "Trukket tilbage: {id}", en: "Withdrawn: {id}" }, { id: manifest.id })));
}

async function forget(screen: Terminal, person: string): Promise<void> {
  const replaced = await forgetPerson(person, registerSetting(openData()));
  if (screen.json) printJson({ replaced });
  else
    screen.line(
      screen.say(
        fill(
          { da: "Taget ud af {count} snapshots.", en: "Taken out of {count} snapshots." },
          { count: replaced.length },
        ),
      ),
    );
}
