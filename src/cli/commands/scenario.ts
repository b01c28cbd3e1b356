import type { Command } from "commander";
import { openData, openPlan } from "#actions/open-data.ts";
import { checkScenarioFile, runScenarioFile, scenarioAsGoal } from "#actions/run-scenario.ts";
import { parseDay } from "#core/calendar/day.ts";
import { defaultParameters } from "#core/plans/evaluation/parameters.ts";
import { fill, type Text } from "#core/text/text.ts";
import { registerSetting } from "../register-setting.ts";
import { scenarioLines } from "../scenario-lines.ts";
import { printJson, type Terminal, terminal, wrap } from "../terminal.ts";
import { drawsFrom, horizonFrom, seedFrom } from "../typed-numbers.ts";

export function addScenarioCommands(program: Command): void {
  const screen = () => terminal(program.opts());
  const scenario = program
    .command("scenario")
    .description("hvad nu hvis: et scenarie ved siden af det ventede / what if");
  scenario
    .command("run <fil>")
    .description("lad folk strømme med og uden scenariet")
    .requiredOption("--register <register>", "et snapshots id eller navn, eller en mappe med registerfiler")
    .option("--as-of <dag>", "læs registeret, som det så ud den dag")
    .option("--months <antal>", "hvor mange måneder frem", "15")
    .option("--against <fil>", "et andet scenarie at holde det op imod")
    .option("--plan <plan>", "også chancen for at nå målene i en plan, uden og med scenariet")
    .option("--municipality <navn>", "en af registerets kommuner")
    .option("--as-goal <ydelse>", "skriv det, scenariet venter af ydelsen, som kladde til et mål i en plan")
    .option("--track <id>", "sporet, målet hører til", "job")
    .option("--seed <tal>", "frøet til tilfældet: samme frø, samme tal", "1")
    .option("--draws <antal>", "hvor mange fremtider der trækkes")
    .addHelpText(
      "after",
      "\nEksempel:\n  pejl scenario run data/model/scenarios/virksomhedslukning.yaml --register demo",
    )
    .action((file: string, asked: Asked) => run(screen(), file, asked));
  scenario
    .command("check <fil>")
    .description("læs et scenarie, og sig, hvad det ændrer")
    .action((file: string) => check(screen(), file));
}

type Asked = {
  readonly register: string;
  readonly asOf?: string;
  readonly months: string;
  readonly against?: string;
  readonly plan?: string;
  readonly municipality?: string;
  readonly asGoal?: string;
  readonly track: string;
  readonly seed: string;
  readonly draws?: string;
};

async function run(
  screen: Terminal,
  file: string,
  { asOf, months, seed, draws, plan, asGoal, track, ...asked }: Asked,
): Promise<void> {
  const data = openData();
  const question = {
    ...{
      ...asked,
      file,
      months: horizonFrom(months),
      seed: seedFrom(seed),
      limit: defaultParameters.smallestGroup,
    },
    ...(asOf !== undefined && { asOf: parseDay(asOf) }),
    ...(draws !== undefined && { draws: drawsFrom(draws, 0) }),
    ...(plan !== undefined && { plan: openPlan(data, plan) }),
  };
  const answer = await runScenarioFile(data, question, registerSetting(data));
  if (asGoal !== undefined) screen.line(scenarioAsGoal(data, answer, asGoal, track) ?? screen.say(noGoal));
  else if (screen.json) printJson(answer);
  else scenarioLines(screen, answer);
}

const noGoal: Text = {
  da: "Scenariet ændrer intet af ydelsen, eller der er intet helt kvartal forude: der er intet mål at skrive.",
  en: "The scenario changes nothing of the benefit, or no whole quarter lies ahead: there is no goal to write.",
};

function check(screen: Terminal, file: string): void {
  const { scenario, levers } = checkScenarioFile(openData(), file);
  const { id, title, about } = scenario;
  if (screen.json) {
    printJson({ id, title, ...(about && { about }), levers });
    return;
  }
  const { line, say, paint, width } = screen;
  line(`${paint("bold", say(title))} ${paint("dim", id)}`);
  if (about !== undefined) line(wrap(say(about), width, ""));
  for (const lever of levers) line(wrap(`· ${say(lever)}`, width, "  "));
  line(paint("green", say(fill(sound, { levers: levers.length }))));
}

const sound: Text = {
  da: "Scenariet kan læses; {levers} håndtag. Om det kan lade sig gøre, ser du, når det køres på et register.",
  en: "The scenario can be read; {levers} levers. Whether it can be is seen when it is run on a register.",
};
