import type { Command } from "commander";
import { openData, openPlan } from "#actions/open-data.ts";
import { openRegister } from "#actions/open-register.ts";
import { publishPlan } from "#actions/publish-plan.ts";
import { formatDay, parseDay } from "#core/calendar/day.ts";
import { simulatedWords } from "#core/plans/register-series.ts";
import { fill, type Text } from "#core/text/text.ts";
import { today } from "../clock.ts";
import { drawing } from "../drawing.ts";
import { registerSetting } from "../register-setting.ts";
import { printJson, type Terminal, terminal, wrap } from "../terminal.ts";

export function addPublishCommand(program: Command): void {
  program
    .command("publish <plan>")
    .description("sider til byråd og borgere: uden login og script / pages for council and public")
    .requiredOption("--out <mappe>", "ny mappe, tom mappe eller en tidligere udgivelse, som så erstattes")
    .option("--as-of <dag>", "pr. den dag (2018-09-30); ellers i dag, eller da planens sidste tal blev endelige")
    .option("--register <register>", "beregn målene af et register: et snapshots id eller navn, eller en mappe")
    .addHelpText(
      "after",
      "\nEksempel:\n  pejl publish ballerup-2018 --out ballerup\n  pejl publish albertslund-2018 --register demo --out albertslund",
    )
    .action((plan: string, options: Publishing) => publish(terminal(program.opts()), plan, options));
}

type Publishing = { readonly out: string; readonly asOf?: string; readonly register?: string };

async function publish(screen: Terminal, id: string, { out, asOf, register }: Publishing): Promise<void> {
  const data = openData();
  const plan = openPlan(data, id);
  const opened = register === undefined ? undefined : await openRegister(register, registerSetting(data));
  const { publication, files } = publishPlan(data, plan, {
    out,
    language: screen.language,
    today: today(),
    drawing: drawing(),
    ...(asOf !== undefined && { asOf: parseDay(asOf) }),
    ...(opened && { register: opened }),
  });
  const result = {
    plan: publication.plan.id,
    out,
    asOf: formatDay(publication.asOf),
    goals: publication.goals.length,
    files: files.length,
  };
  const simulated = publication.register?.simulated === true;
  if (screen.json) {
    printJson({ ...result, simulated });
    return;
  }
  screen.line(wrap(screen.say(fill(done, result)), screen.width, ""));
  if (simulated) screen.line(screen.paint("yellow", screen.say(simulatedWords)));
}

const done: Text = {
  da: "Udgivet: {out}/index.html med {goals} mål, i alt {files} filer. Mappen kan lægges på enhver hjemmeside.",
  en: "Published: {out}/index.html with {goals} goals, {files} files in all. The folder can be put on any website.",
};
