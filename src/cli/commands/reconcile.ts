import type { Command } from "commander";
import { openData } from "#actions/open-data.ts";
import { reconcileRegister } from "#actions/reconcile-register.ts";
import { reconciledJson } from "#api/indicators.ts";
import { sayPeriod } from "#core/calendar/period.ts";
import { isMissing } from "#core/figures/figure.ts";
import { writeFigure } from "#core/figures/write.ts";
import type { Reconciled } from "#core/indicators/reconcile.ts";
import type { Text } from "#core/text/text.ts";
import { registerSetting } from "../register-setting.ts";
import { columns, printJson, type Terminal, terminal, wrap } from "../terminal.ts";

export function addReconcileCommand(program: Command): void {
  program
    .command("reconcile")
    .description("egne tal ved siden af de offentliggjorte, med kendte grunde til forskellen")
    .requiredOption("--register <register>", "et snapshots id eller navn, eller en mappe")
    .option("--indicator <id>", "kun den indikator")
    .option("--area <navn>", "kun det område")
    .addHelpText("after", "\nEksempel:\n  pejl reconcile --register demo --indicator ledighedsprocent")
    .action((options: Asked) => run(terminal(program.opts()), options));
}

type Asked = { readonly register: string; readonly indicator?: string; readonly area?: string };

async function run(screen: Terminal, asked: Asked): Promise<void> {
  const data = openData();
  const rows = await reconcileRegister(data, asked, registerSetting(data));
  if (screen.json) {
    printJson(rows.map(reconciledJson));
    return;
  }
  const { line, say, paint, width } = screen;
  if (rows.length === 0) line(say(nothing));
  for (const key of new Set(rows.map(headingOf))) {
    const own = rows.filter((row) => headingOf(row) === key);
    line(paint("bold", key));
    line(columns([[...heads[screen.language]], ...own.map((row) => cellsOf(screen, row))], [1, 2, 3, 4], "  "));
    for (const cause of new Set(own.flatMap(({ causes }) => causes.map(say))))
      line(paint("dim", `  * ${wrap(cause, width, "    ")}`));
  }
}

function headingOf({ indicator, area, published }: Reconciled): string {
  return `${indicator} · ${area} · ${published.owner} ${published.table ?? ""}`.trim();
}

function cellsOf({ language }: Terminal, { period, own, theirs, difference }: Reconciled): string[] {
  const share = difference?.share;
  return [
    sayPeriod(period, language),
    writeFigure(own, language),
    writeFigure(theirs, language),
    difference === undefined ? "" : writeFigure(difference.number, language, { sign: true }),
    share === undefined || isMissing(share) ? "" : writeFigure(share, language, { sign: true }),
  ];
}

const heads = {
  da: ["periode", "eget", "offentliggjort", "forskel", "i procent"],
  en: ["period", "own", "published", "difference", "per cent"],
} as const;
const nothing: Text = {
  da: "Ingen offentliggjort serie måler det, registeret kan beregne.",
  en: "No published series measures what the register can compute.",
};
