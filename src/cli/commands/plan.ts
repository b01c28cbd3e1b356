import type { Command } from "commander";
import { checkPlan } from "#actions/check-plan.ts";
import { isTemplate, listPlans } from "#actions/list-plans.ts";
import { openData, openPlan } from "#actions/open-data.ts";
import { checkJson, planJson, planLine } from "#api/plans.ts";
import { counted } from "#core/plans/count.ts";
import type { Goal, Part } from "#core/plans/format/goal.ts";
import { planJsonSchema } from "#core/plans/format/json-schema.ts";
import { targetText } from "#core/plans/targets/say.ts";
import { findingLines, planHeading } from "../plan-lines.ts";
import { columns, printJson, type Terminal, terminal, wrap } from "../terminal.ts";

export function addPlanCommands(program: Command): void {
  const plan = program.command("plan").description("planer: vis, tjek / plans: show, check");
  plan
    .command("list")
    .description("alle planer, en linje hver")
    .action(() => list(terminal(program.opts())));
  plan
    .command("show <plan>")
    .description("en hel plan: mål, forventninger, tabeller, indsatser")
    .addHelpText(
      "after",
      "\nEksempel:\n  pejl plan show aalborg-2018\n  pejl --json plan show aalborg-2018 | jq .goals[0]",
    )
    .action((id: string) => show(terminal(program.opts()), id));
  plan
    .command("check [plan]")
    .description("regn alt efter, og find mål, der ikke kan afgøres, som de står; uden plan: alle")
    .option("--strict", "slut med 1, når der er fund, som ikke er accepteret")
    .addHelpText("after", "\nEksempel:\n  pejl plan check albertslund-2018\n  pejl plan check min-plan.yaml --strict")
    .action((id: string | undefined, options: { strict?: boolean }) =>
      check(terminal(program.opts()), id, options.strict === true),
    );
  plan
    .command("schema")
    .description("planformatets JSON Schema, til editorer")
    .action(() => printJson(planJsonSchema()));
}

function list(screen: Terminal): void {
  const plans = listPlans(openData());
  if (screen.json) {
    printJson(plans.map(({ plan }) => planLine(plan)));
    return;
  }
  const rows = plans.map(({ plan: one }) => [
    one.id,
    screen.say(one.title),
    one.organisation,
    one.period.id,
    `${one.goals.length} ${screen.say({ da: "mål", en: "goals" })}`,
  ]);
  screen.line(columns(rows, [4]));
}

function show(screen: Terminal, id: string): void {
  const { plan } = openPlan(openData(), id);
  if (screen.json) {
    printJson(planJson(plan));
    return;
  }
  planHeading(screen, plan);
  const { say, line, paint } = screen;
  for (const track of plan.tracks) {
    const goals = plan.goals.filter((goal) => goal.track === track.id);
    if (goals.length === 0) continue;
    line(`\n${paint("bold", say(track.title))}`);
    for (const goal of goals) goalLines(screen, goal);
  }
  const numbers = counted(plan);
  line();
  line(wrap(say(numbers), screen.width, ""));
}

function goalLines({ say, line, paint, width }: Terminal, goal: Goal): void {
  line(`  ${say(goal.title)}  ${paint("dim", `${goal.id} · ${goal.source.section}`)}`);
  const text = (part: Part) => (part.target === undefined ? "–" : say(targetText(part.target)));
  if (goal.parts.length === 1) line(`    ${text(goal.parts[0])}`);
  else for (const part of goal.parts) line(`    ${say(part.label)}: ${text(part)}`);
  for (const question of goal.questions)
    line(paint("yellow", `    ? ${wrap(`${question.id}: ${say(question.asks)}`, width, "      ")}`));
}

function check(screen: Terminal, id: string | undefined, strict: boolean): void {
  const data = openData();
  const plans = id === undefined ? listPlans(data).filter((one) => !isTemplate(one)) : [openPlan(data, id)];
  const checked = plans.map(checkPlan);
  if (
    strict &&
    checked.some(({ findings, accepted }) =>
      findings.some((one) => !accepted.some(({ finding }) => finding === one.id)),
    )
  )
    process.exitCode = 1;
  if (screen.json) {
    const results = checked.map((one) => checkJson(one.plan, one, one.accepted));
    printJson(id === undefined ? results : results[0]);
    return;
  }
  for (const one of checked) {
    planHeading(screen, one.plan);
    findingLines(screen, one);
    screen.line();
  }
}
