import type { Command } from "commander";
import { forecastRegister, type RegisterForecast } from "#actions/forecast-register.ts";
import { openData, openPlan } from "#actions/open-data.ts";
import { parseDay } from "#core/calendar/day.ts";
import { parsePeriod, sayPeriod } from "#core/calendar/period.ts";
import { writeFigure } from "#core/figures/write.ts";
import { flowMethodWords } from "#core/forecast/flow/words.ts";
import { chanceText } from "#core/forecast/goals/chance.ts";
import { simulatedWords } from "#core/plans/register-series.ts";
import { fill, type Text, verbatim } from "#core/text/text.ts";
import { registerSetting } from "../register-setting.ts";
import { columns, printJson, type Terminal, terminal, wrap } from "../terminal.ts";
import { drawsFrom, FEWEST_DRAWS, horizonFrom, seedFrom } from "../typed-numbers.ts";

export function addForecastCommand(program: Command): void {
  program
    .command("forecast")
    .description("prognose for hver ydelse ud fra, hvordan folk strømmer i et register / forecast from a register")
    .requiredOption("--register <register>", "et snapshots id eller navn, eller en mappe med registerfiler")
    .option("--as-of <dag>", "læs registeret, som det så ud den dag")
    .option("--months <antal>", "hvor mange måneder frem", "15")
    .option("--benefit <ydelse...>", "kun de ydelser, fx dagpenge kontanthjaelp")
    .option("--municipality <navn>", "kun den kommune, når registeret har flere")
    .option("--scenario <fil>", "hvis scenariet sker; se pejl scenario run for begge dele side om side")
    .option("--plan <plan>", "også chancen for at nå målene i en plan")
    .option("--nowcast", "også hvad de nyeste måneder ventes at blive, når alt er registreret; kræver ældre udtræk")
    .option("--seed <tal>", "frøet til tilfældet: samme frø, samme tal", "1")
    .option("--draws <antal>", "hvor mange fremtider der trækkes")
    .addHelpText("after", "\nEksempel:\n  pejl forecast --register demo --as-of 2018-12-31 --months 15")
    .action((asked: Asked) => forecast(terminal(program.opts()), asked));
}

type Asked = {
  readonly register: string;
  readonly asOf?: string;
  readonly months: string;
  readonly benefit?: readonly string[];
  readonly municipality?: string;
  readonly scenario?: string;
  readonly plan?: string;
  readonly nowcast?: boolean;
  readonly seed: string;
  readonly draws?: string;
};

async function forecast(screen: Terminal, asked: Asked): Promise<void> {
  const { register, asOf, months, benefit, municipality, scenario, plan, nowcast, seed, draws } = asked;
  const data = openData();
  const answer = await forecastRegister(
    data,
    {
      ...{ register, municipality, scenario, nowcast, months: horizonFrom(months), seed: seedFrom(seed) },
      ...(asOf !== undefined && { asOf: parseDay(asOf) }),
      ...(benefit !== undefined && { benefits: benefit.flatMap((codes) => codes.split(",")) }),
      ...(plan !== undefined && { plan: openPlan(data, plan) }),
      ...(draws !== undefined && { draws: drawsFrom(draws, FEWEST_DRAWS) }),
    },
    registerSetting(data),
  );
  if (screen.json) printJson(answer);
  else lines(screen, answer);
}

function lines(
  screen: Terminal,
  { rows, past, unit, withheld, neverLeft, goals, newest, ...made }: RegisterForecast,
): void {
  const { line, say, paint, language, width } = screen;
  const { model, asOf, seed, draws, simulated } = made;
  if (simulated) line(paint("yellow", `▒▒ ${say(simulatedWords)} ▒▒`));
  const from = { model, asOf, seed, draws, snapshot: made.snapshot.slice(0, 12) };
  line(paint("dim", wrap(say(fill(words.made, from)), width, "")));
  const figure = (value: number) => writeFigure({ value, unit }, language, { bare: true });
  for (const own of Map.groupBy(rows, ({ benefit, municipality }) => `${benefit} ${municipality ?? ""}`).values()) {
    const [{ benefit, municipality, method }] = own;
    line(`\n${paint("bold", `${benefit} ${municipality ?? ""}`.trim())} ${paint("dim", say(flowMethodWords[method]))}`);
    const cells = own.map(({ period, mean, lo80, hi80, lo95, hi95 }) => [
      sayPeriod(parsePeriod(period), language),
      figure(mean),
      `${figure(lo80)} – ${figure(hi80)}`,
      `${figure(lo95)} – ${figure(hi95)}`,
    ]);
    line(columns([[...heads[language]], ...cells], [1, 2, 3]));
    const before = past.find((one) => one.benefit === benefit && one.municipality === municipality);
    // Of a benefit that only just came there is nothing to measure by.
    if (before === undefined || !Number.isFinite(before.off)) continue;
    const share = (value: number) => verbatim(writeFigure({ value, unit: "share" }, language));
    const said = { off: share(before.off), covered: share(before.covered80), count: before.count };
    line(paint("dim", wrap(say(fill(words.past, said)), width, "")));
    if (before.scaledError >= before.seasonalNaive) line(paint("yellow", say(words.notBeaten)));
  }
  if (goals !== undefined) goalLines(screen, goals);
  if (newest !== undefined) newestLines(screen, newest);
  if (withheld.length > 0) line(`\n${say(fill(words.withheld, { benefits: withheld.join(", ") }))}`);
  if (neverLeft.length > 0) line(`\n${say(fill(words.neverLeft, { benefits: neverLeft.join(", ") }))}`);
  line(`\n${paint("dim", wrap(say(words.unit), width, ""))}`);
}

/** The chance of each goal of a plan. */
function goalLines({ line, say, paint }: Terminal, goals: NonNullable<RegisterForecast["goals"]>): void {
  line(`\n${goals.length === 0 ? say(words.noGoals) : paint("bold", say(words.goals))}`);
  line(
    columns(
      goals.map(({ label, goal, chance }) => [say(chanceText(chance)), say(label), paint("dim", goal)]),
      [0],
    ),
  );
}

/** The newest months as they are told now, and as they are expected to be told in the end. */
function newestLines(
  { line, say, paint, language, width }: Terminal,
  newest: NonNullable<RegisterForecast["newest"]>,
): void {
  if ("missing" in newest) {
    line(`\n${wrap(say(newest.missing), width, "")}`);
    return;
  }
  line(`\n${paint("bold", say(words.newest))}`);
  const figure = (value: number) => writeFigure({ value, unit: "full-time-persons" }, language, { bare: true });
  const cells = newest.map(({ benefit, municipality, period, told, mean, lo80, hi80, lo95, hi95 }) => [
    `${benefit} ${municipality ?? ""}`.trim(),
    sayPeriod(parsePeriod(period), language),
    figure(told),
    figure(mean),
    `${figure(lo80)} – ${figure(hi80)}`,
    `${figure(lo95)} – ${figure(hi95)}`,
  ]);
  line(columns([[...newestHeads[language]], ...cells], [2, 3, 4, 5]));
}

const newestHeads = {
  da: ["ydelse", "måned", "registreret", "ventet", "80 af 100 gange", "95 af 100 gange"],
  en: ["benefit", "month", "registered", "expected", "80 times in 100", "95 times in 100"],
} as const;
const heads = {
  da: ["måned", "ventet", "80 af 100 gange", "95 af 100 gange"],
  en: ["month", "expected", "80 times in 100", "95 times in 100"],
} as const;
const words = {
  made: {
    da: "Register {snapshot}, som det så ud {asOf}; model {model}, frø {seed}, {draws} fremtider.",
    en: "Register {snapshot} as it was to be seen on {asOf}; model {model}, seed {seed}, {draws} futures.",
  },
  past: {
    da: "Prøvet på {count} tidligere måneder, op til et år frem: ramte i gennemsnit inden for ± {off}; {covered} kom inden for intervallet på 80 %.",
    en: "Tried on {count} past months, up to a year ahead: hit within ± {off} on average; {covered} came within the interval of 80 %.",
  },
  notBeaten: { da: "Sidste års tal ramte mindst lige så godt.", en: "Last year's figure hit at least as well." },
  goals: { da: "Chancen for at nå planens mål", en: "The chance of meeting the plan's goals" },
  noGoals: {
    da: "Ingen af planens mål har en chance, der kan regnes ud nu.",
    en: "No goal of the plan has a chance that can be told now.",
  },
  newest: { da: "De nyeste måneder, når alt er registreret", en: "The newest months when all is registered" },
  withheld: {
    da: "For få personer til at vise: {benefits}.",
    en: "Too few people to show: {benefits}.",
  },
  neverLeft: {
    da: "Ingen har forladt dem, så intet kan læres: {benefits}.",
    en: "Nobody has left them, so nothing can be learnt: {benefits}.",
  },
  unit: {
    da: "Fuldtidspersoner i måneden: personerne ved månedens begyndelse og slutning, omregnet som de seneste 24 måneders dage på ydelsen viser.",
    en: "Full-time persons in the month: the persons at its beginning and end, converted as the days on the benefit of the last 24 months show.",
  },
} as const satisfies Readonly<Record<string, Text>>;
