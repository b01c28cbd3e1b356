import type { ScenarioAnswer, ScenarioChance } from "#actions/run-scenario.ts";
import { parseMonth, sayMonth } from "#core/calendar/month.ts";
import { unitWords } from "#core/figures/unit.ts";
import { writeFigure, writeNumber } from "#core/figures/write.ts";
import { chanceText } from "#core/forecast/goals/chance.ts";
import { OUTSIDE } from "#core/forecast/scenario/run.ts";
import { simulatedWords } from "#core/plans/register-series.ts";
import { fill, type Text } from "#core/text/text.ts";
import { columns, type Terminal, wrap } from "./terminal.ts";

/** Prints what a scenario changes: its levers, each benefit in the last month, and the flows it changes most. */
export function scenarioLines(screen: Terminal, answer: ScenarioAnswer): void {
  const { line, say, paint, width } = screen;
  if (answer.simulated) line(paint("yellow", `▒▒ ${say(simulatedWords)} ▒▒`));
  line(`${paint("bold", say(answer.title))} ${paint("dim", answer.id)}`);
  for (const lever of answer.levers) line(wrap(`· ${say(lever)}`, width, "  "));
  if (answer.levers.length === 0) line(say(words.noLevers));
  line();
  stockLines(screen, answer);
  line();
  flowLines(screen, answer);
  line();
  if (answer.goals !== undefined) goalLines(screen, answer.goals);
  const { snapshot, asOf, seed, draws } = answer;
  line(paint("dim", wrap(say(fill(words.basis, { snapshot, asOf, seed, draws })), width, "")));
}

type Stock = ScenarioAnswer["stocks"][number];

/** How many flows are shown, and how many people there must be, or be more or fewer. */
const MOST_FLOWS = 12;
const FEWEST_PEOPLE = 0.5;

function stockLines({ line, say, language }: Terminal, answer: ScenarioAnswer): void {
  const last = answer.stocks.at(-1)?.month;
  const isShown = ({ month, baseline, scenario }: Stock) =>
    month === last && baseline.mean + scenario.mean >= FEWEST_PEOPLE;
  const rows = answer.stocks.filter(isShown);
  if (last === undefined) return;
  const against = answer.against?.title ?? words.expected;
  const head = [
    sayMonth(parseMonth(last), language),
    ...[against, words.with, words.difference, words.often].map(say),
    "",
  ];
  const cells = rows.map(({ label, unit, baseline, scenario, difference }) => {
    const whole = (value: number, sign = false) =>
      writeFigure({ value, unit }, language, { bare: true, decimals: 0, sign });
    return [
      ...[say(label), whole(baseline.mean), whole(scenario.mean), whole(difference.mean, true)],
      `${whole(difference.lo80, true)} – ${whole(difference.hi80, true)}`,
      say(unitWords[unit].name),
    ];
  });
  line(columns([head, ...cells], [1, 2, 3, 4]));
}

function flowLines({ line, say, language }: Terminal, { flows, stocks, months }: ScenarioAnswer): void {
  const labels = new Map<string, Text>([
    ...stocks.map(({ id, label }) => [id, label] as const),
    [OUTSIDE, words.outside],
  ]);
  const changed = flows
    .map((flow) => ({ ...flow, change: flow.scenario - flow.baseline }))
    .filter(({ change }) => Math.abs(change) >= FEWEST_PEOPLE)
    .toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change));
  if (changed.length === 0) {
    line(say(words.noFlows));
    return;
  }
  line(say(fill(words.flows, { months })));
  const nameOf = (id: string) => say(labels.get(id) ?? { da: id, en: id });
  const cells = changed
    .slice(0, MOST_FLOWS)
    .map(({ from, to, baseline, scenario, change }) => [
      `${nameOf(from)} → ${nameOf(to)}`,
      ...[baseline, scenario].map((people) => writeNumber(people, { language, decimals: 0 })),
      writeNumber(change, { language, decimals: 0, sign: true }),
    ]);
  line(columns(cells, [1, 2, 3], "  "));
}

function goalLines({ line, say }: Terminal, goals: readonly ScenarioChance[]): void {
  line(say(goals.length === 0 ? words.noGoals : words.goals));
  const cells = goals.map(({ label, goal, baseline, scenario }) => [
    ...[say(label), goal, say(chanceText(baseline)), "→", say(chanceText(scenario))],
  ]);
  if (cells.length > 0) line(columns(cells, [2, 4], "  "));
  line();
}

const words = {
  expected: { da: "ventet", en: "expected" },
  with: { da: "med scenariet", en: "with the scenario" },
  difference: { da: "forskel", en: "difference" },
  often: { da: "80 af 100 gange", en: "80 times in 100" },
  outside: { da: "udefra eller ud", en: "from outside, or out" },
  noLevers: {
    da: "Scenariet har ingen håndtag: det ændrer intet.",
    en: "The scenario has no levers: it changes nothing.",
  },
  flows: {
    da: "Personer, der går fra det ene til det andet i de {months} måneder: ventet, med scenariet, forskel",
    en: "People who go from one to the other within the {months} months: expected, with the scenario, difference",
  },
  goals: {
    da: "Chancen for at nå målene: ventet → med scenariet",
    en: "The chance of meeting the goals: expected → with the scenario",
  },
  noGoals: {
    da: "Ingen mål i planen er undervejs og kan fortælles af flowmodellen så langt frem.",
    en: "No goal of the plan is under way and can be told of by the flow model so far ahead.",
  },
  noFlows: { da: "Ingen strøm ændres.", en: "No flow is changed." },
  basis: {
    da: "Register {snapshot}, som det så ud {asOf}; {draws} fremtider, frø {seed}. Samme tilfælde møder begge sider, så forskellen er scenariets egen.",
    en: "Register {snapshot} as of {asOf}; {draws} futures, seed {seed}. The same chance meets both sides, so the difference is the scenario's own.",
  },
} as const satisfies Readonly<Record<string, Text>>;
