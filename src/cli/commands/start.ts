import type { Command } from "commander";
import { checkPlan } from "#actions/check-plan.ts";
import { type FollowedUp, followUpPlan } from "#actions/follow-up-plan.ts";
import { isTemplate, listPlans } from "#actions/list-plans.ts";
import { type Data, type OpenPlan, openData } from "#actions/open-data.ts";
import { openRegister } from "#actions/open-register.ts";
import { demoMunicipality, demoName, hasDemo, prepareDemo } from "#actions/prepare-demo.ts";
import { checkJson, followUpJson } from "#api/plans.ts";
import type { Finding } from "#core/plans/arithmetic/finding.ts";
import { summaryOf } from "#core/plans/evaluation/summary.ts";
import { simulatedWords } from "#core/plans/register-series.ts";
import type { Register } from "#core/register/columns.ts";
import { fill, type Text } from "#core/text/text.ts";
import { today } from "../clock.ts";
import { isUnsettled, planHeading } from "../plan-lines.ts";
import { registerSetting } from "../register-setting.ts";
import { printJson, type Terminal, terminal, wrap } from "../terminal.ts";

export function addStartCommand(program: Command): void {
  program
    .command("start")
    .description("en side: hvordan de fem planer står / one page: how the five plans stand")
    .option("--no-demo", "uden det simulerede register")
    .action(({ demo }: { demo: boolean }) => start(terminal(program.opts()), demo));
}

/** One page: a line a plan, the findings that matter most, the same on simulated data, and what to type next. */
async function start(screen: Terminal, demo: boolean): Promise<void> {
  const data = openData();
  const open = listPlans(data).filter((one) => !isTemplate(one));
  const plans = open.map((one) => ({ checked: checkPlan(one), followed: followUpPlan(data, one, today()) }));
  if (screen.json) {
    const published = plans.map(({ checked, followed }) => ({
      ...followUpJson(followed),
      ...checkJson(checked.plan, checked, checked.accepted),
    }));
    const simulated = demo ? await followUpDemo(screen, data, open) : [];
    printJson({ published, simulated: simulated.map(followUpJson) });
    return;
  }
  const { line, say, paint, width } = screen;
  line(paint("bold", "Pejlemærke"));
  line(say(fill(intro, { plans: plans.length })));
  for (const { checked, followed } of plans) {
    const wrong = checked.findings.filter((one) => !isUnsettled(one)).length;
    line();
    planHeading(screen, checked.plan);
    line(`  ${wrap(say(summaryOf(followed.goals)), width, "  ")}`);
    line(paint(wrong > 0 ? "yellow" : "dim", `  ${say(fill(arithmetic, { ran: checked.ran, wrong }))}`));
  }
  line(`\n${paint("bold", say(heading))}`);
  for (const { checked } of plans)
    for (const one of heaviest(checked.findings))
      line(`  ${paint("red", "!")} ${wrap(`${checked.plan.id}: ${say(one.message)}`, width, "    ")}`);
  line(`\n${paint("bold", say(next))}`);
  for (const [command, what] of commands) line(`  ${command.padEnd(52)} ${paint("dim", say(what))}`);
  if (demo) await demoLines(screen, data, open);
}

/** The plans of the demo's municipality on its register; after the page, since making it the first time takes a while. */
async function demoLines(screen: Terminal, data: Data, plans: readonly OpenPlan[]): Promise<void> {
  const { line, say, paint, width } = screen;
  const simulated = await followUpDemo(screen, data, plans);
  line(paint("cyan", `\n▒ ${say(simulatedWords)} ▒`));
  for (const { plan, goals } of simulated) {
    planHeading(screen, plan);
    line(`  ${wrap(say(summaryOf(goals)), width, "  ")}`);
  }
}

async function followUpDemo(screen: Terminal, data: Data, plans: readonly OpenPlan[]): Promise<FollowedUp[]> {
  const register = await demoRegister(screen, data);
  const own = plans.filter(({ plan }) => plan.municipalities.every((code) => code === demoMunicipality));
  return own.map((one) => followUpPlan(data, one, today(), { register }));
}

/** The demo register, made the first time. */
async function demoRegister(screen: Terminal, data: Data): Promise<Register> {
  const setting = registerSetting(data);
  if (!hasDemo(setting)) {
    process.stderr.write(`${screen.say(making)}\n`);
    await prepareDemo(data, setting);
  }
  return openRegister(demoName, setting);
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
const making: Text = {
  da: "Laver det simulerede demoregister (kun første gang) …",
  en: "Making the simulated demo register (the first time only) …",
};
const heading: Text = { da: "Vigtigst at få rettet", en: "Most important to mend" };
const next: Text = { da: "Skriv nu", en: "Type next" };
const commands: readonly (readonly [string, Text])[] = [
  [
    "npx pejl follow-up ballerup-2018",
    { da: "et mål i hver linje, med dom og grund", en: "a line a goal, with verdict and reason" },
  ],
  [
    "npx pejl follow-up albertslund-2018 --register demo",
    { da: "de samme mål på det simulerede register", en: "the same goals on the simulated register" },
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
