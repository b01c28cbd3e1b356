import type { Command } from "commander";
import { acceptFinding, answerQuestion, assessGoal, observeGoal, recordEvidence } from "#actions/add-to-follow-up.ts";
import { followUpPlan } from "#actions/follow-up-plan.ts";
import { openData, openPlan } from "#actions/open-data.ts";
import { openRegister } from "#actions/open-register.ts";
import { followUpJson } from "#api/plans.ts";
import { formatDay, parseDay } from "#core/calendar/day.ts";
import type { Text } from "#core/text/text.ts";
import { today, userName } from "../clock.ts";
import { followedUpLines, goalLine } from "../follow-up-lines.ts";
import { registerSetting } from "../register-setting.ts";
import { printJson, type Terminal, terminal } from "../terminal.ts";

export function addFollowUpCommands(program: Command): void {
  const screen = () => terminal(program.opts());
  program
    .command("follow-up <plan>")
    .description("hvordan planens mål står / how the plan's goals stand")
    .option("--as-of <dag>", "pr. den dag (2018-09-30); ellers i dag, eller da planens sidste tal blev endelige")
    .option("--register <register>", "beregn målene af et register: et snapshots id eller navn, eller en mappe")
    .option("--all", "vis også hensigter / intentions too")
    .addHelpText(
      "after",
      "\nEksempel:\n  pejl follow-up ballerup-2018\n  pejl follow-up albertslund-2018 --as-of 2018-09-30 --register demo",
    )
    .action((plan: string, options: Following) => followUp(screen(), plan, options));
  program
    .command("answer <plan> <goal> <question>")
    .description("besvar et spørgsmål til et mål / answer a question on a goal")
    .option("--reading <id>", "en af spørgsmålets læsninger")
    .option("--value <værdi>", "en værdi, som i planfilen: «2018», «3.500 fuldtidspersoner»")
    .option("--note <tekst>", "hvorfor")
    .option("--by <navn>", "hvem svarer", userName())
    .addHelpText(
      "after",
      "\nEksempel:\n  pejl answer ballerup-2018 loentilskud retning --reading mindst --by 'B. Hansen'",
    )
    .action(
      (
        plan: string,
        goal: string,
        question: string,
        options: Said & { reading?: string; value?: string; note?: string },
      ) => added(screen(), plan, goal, () => answerQuestion(openData(), plan, { goal, question, ...stamped(options) })),
    );
  program
    .command("observe <plan> <goal>")
    .description("indtast et eget tal for et mål / enter a figure of your own for a goal")
    .requiredOption("--period <periode>", "2018-06, 2018Q2, 2018, end of 2018")
    .requiredOption("--value <tal>", "med enhed: «3.450 fuldtidspersoner»")
    .requiredOption("--source <tekst>", "hvor tallet er fra")
    .option("--part <id>", "målets del, når det har flere")
    .option("--preliminary", "tallet kan stadig ændres")
    .option("--by <navn>", "hvem indtaster", userName())
    .addHelpText(
      "after",
      "\nEksempel:\n  pejl observe aalborg-2018 rekrutteringer --period 2018 --value '1.043 rekrutteringer' --source 'Virksomhedscentrets liste'",
    )
    .action(
      (
        plan: string,
        goal: string,
        options: Said & { period: string; value: string; source: string; part?: string; preliminary?: boolean },
      ) => added(screen(), plan, goal, () => observeGoal(openData(), plan, { goal, ...stamped(options) })),
    );
  program
    .command("evidence <plan> <goal>")
    .description("dokumentér en milepæl / enter evidence for a milestone")
    .requiredOption("--done <dag>", "dagen, 2018-06-30")
    .requiredOption("--what <tekst>", "hvad der viser det")
    .option("--not-reached", "milepælen blev ikke nået")
    .option("--part <id>", "målets del, når det har flere")
    .option("--link <adresse>", "hvor det kan ses")
    .option("--by <navn>", "hvem indtaster", userName())
    .addHelpText(
      "after",
      "\nEksempel:\n  pejl evidence albertslund-2018 jobnet-maalrettede-opslag --done 2018-10-01 --what 'Opslag kan målrettes'",
    )
    .action(
      (
        plan: string,
        goal: string,
        {
          notReached,
          ...options
        }: Said & { done: string; what: string; notReached?: boolean; part?: string; link?: string },
      ) =>
        added(screen(), plan, goal, () =>
          recordEvidence(openData(), plan, { goal, ...stamped(options), reached: notReached !== true }),
        ),
    );
  program
    .command("accept <plan> <finding>")
    .description("acceptér et fund fra plan check: det går på rettelseslisten / accept a finding")
    .requiredOption("--reason <tekst>", "hvorfor")
    .option("--by <navn>", "hvem accepterer", userName())
    .addHelpText(
      "after",
      "\nEksempel:\n  pejl accept albertslund-2018 'tables.budget.i-alt.b2017:sum' --reason 'Trykfejl, rettet i budgettet'",
    )
    .action((plan: string, finding: string, options: Said & { reason: string }) =>
      acceptFinding(openData(), plan, { finding, ...stamped(options) }),
    );
  program
    .command("assess <plan> <goal>")
    .description("skriv kommunens egen vurdering af et mål / the municipality's own assessment")
    .requiredOption("--says <tekst>", "vurderingen")
    .option("--by <navn>", "hvem vurderer", userName())
    .action((plan: string, goal: string, options: Said & { says: string }) =>
      added(screen(), plan, goal, () => assessGoal(openData(), plan, { goal, ...stamped(options) })),
    );
}

type Said = { readonly by: string };

function stamped<T extends Said>(options: T): T & { readonly on: string } {
  return { ...options, on: formatDay(today()) };
}

type Following = { readonly asOf?: string; readonly register?: string; readonly all?: boolean };

async function followUp(screen: Terminal, plan: string, { asOf, register, all }: Following): Promise<void> {
  const data = openData();
  const opened = register === undefined ? undefined : await openRegister(register, registerSetting(data));
  const day = asOf === undefined ? undefined : parseDay(asOf);
  const followed = followUpPlan(data, openPlan(data, plan), today(), { asOf: day, register: opened });
  if (screen.json) printJson(followUpJson(followed));
  else followedUpLines(screen, followed, all === true);
}

/** Adds something to a goal and shows how it then stands. */
function added(screen: Terminal, plan: string, goal: string, add: () => void): void {
  add();
  const data = openData();
  const followed = followUpPlan(data, openPlan(data, plan), today());
  const result = followed.goals.find((one) => one.goal.id === goal);
  if (screen.json)
    printJson({ ...followUpJson({ ...followed, goals: result === undefined ? [] : [result], expectations: [] }) });
  else if (result !== undefined) {
    screen.line(screen.say(saved));
    goalLine(screen, result);
  }
}

const saved: Text = { da: "Gemt. Målet står nu sådan:", en: "Saved. The goal now stands so:" };
