import type { Command } from "commander";
import { checkPlan } from "#actions/check-plan.ts";
import { followUpPlan } from "#actions/follow-up-plan.ts";
import { isTemplate, listPlans } from "#actions/list-plans.ts";
import { openData } from "#actions/open-data.ts";
import { checkJson, followUpJson } from "#api/plans.ts";
import type { Finding } from "#core/plans/arithmetic/finding.ts";
import { summaryOf } from "#core/plans/evaluation/summary.ts";
import { fill, type Text } from "#core/text/text.ts";
import { today } from "../clock.ts";
import { isUnsettled } from "../plan-lines.ts";
import { printJson, type Terminal, terminal, wrap } from "../terminal.ts";

export function addStartCommand(program: Command): void {
  program
    .command("start")
    .description("en side: hvordan de fem planer står / one page: how the five plans stand")
    .action(() => start(terminal(program.opts())));
}

/** One page: a line a plan, the findings that matter most, and what to type next. */
function start(screen: Terminal): void {
  const data = openData();
  const plans = listPlans(data)
    .filter((one) => !isTemplate(one))
    .map((one) => ({ checked: checkPlan(one), followed: followUpPlan(data, one, today()) }));
  if (screen.json) {
    printJson(
      plans.map(({ checked, followed }) => ({
        ...followUpJson(followed),
        ...checkJson(checked.plan, checked, checked.accepted),
      })),
    );
    return;
  }
  const { line, say, paint, width } = screen;
  line(paint("bold", "Pejlemærke"));
  line(say(fill(intro, { plans: plans.length })));
  for (const { checked, followed } of plans) {
    const wrong = checked.findings.filter((one) => !isUnsettled(one)).length;
    line(
      `\n${paint("bold", say(checked.plan.title))} ${paint("dim", `· ${checked.plan.organisation} · ${checked.plan.id}`)}`,
    );
    line(`  ${wrap(say(summaryOf(followed.goals)), width, "  ")}`);
    line(paint(wrong > 0 ? "yellow" : "dim", `  ${say(fill(arithmetic, { ran: checked.ran, wrong }))}`));
  }
  line(`\n${paint("bold", say(heading))}`);
  for (const { checked } of plans)
    for (const one of heaviest(checked.findings))
      line(`  ${paint("red", "!")} ${wrap(`${checked.plan.id}: ${say(one.message)}`, width, "    ")}`);
  line(`\n${paint("bold", say(next))}`);
  for (const [command, what] of commands) line(`  ${command.padEnd(44)} ${paint("dim", say(what))}`);
}

/** The two disagreements of a plan that weigh most. */
function heaviest(findings: readonly Finding[]): Finding[] {
  return findings.filter((one) => !isUnsettled(one) && one.weight === "high").slice(0, 2);
}

const intro: Text = {
  da: "{plans} beskæftigelsesplaner, regnet efter og fulgt op på deres egne perioder.",
  en: "{plans} employment plans, recomputed and followed up on their own periods.",
};
const arithmetic: Text = {
  da: "{ran} regnestykker regnet efter; {wrong} stemmer ikke.",
  en: "{ran} calculations recomputed; {wrong} do not agree.",
};
const heading: Text = { da: "Vigtigst at få rettet", en: "Most important to mend" };
const next: Text = { da: "Skriv nu", en: "Type next" };
const commands: readonly (readonly [string, Text])[] = [
  [
    "npx pejl follow-up ballerup-2018",
    { da: "et mål i hver linje, med dom og grund", en: "a line a goal, with verdict and reason" },
  ],
  [
    "npx pejl plan check albertslund-2018",
    {
      da: "alt, der ikke stemmer, og mål, der ikke kan afgøres",
      en: "everything that disagrees, and goals that cannot be settled",
    },
  ],
  ["npx pejl plan show aalborg-2018", { da: "hele planen", en: "the whole plan" }],
  ["npx pejl --help", { da: "alle kommandoer", en: "every command" }],
];
