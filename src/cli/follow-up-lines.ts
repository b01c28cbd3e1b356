import type { FollowedUp } from "#actions/follow-up-plan.ts";
import { sayDay } from "#core/calendar/day.ts";
import { sayPeriod } from "#core/calendar/period.ts";
import { type Figure, isMissing, type MissingReason, missingWords } from "#core/figures/figure.ts";
import { writeFigure } from "#core/figures/write.ts";
import { chanceText } from "#core/forecast/goals/chance.ts";
import { isForeseen } from "#core/forecast/goals/foreseen.ts";
import { foreseenText } from "#core/forecast/goals/say.ts";
import { isBinding } from "#core/plans/count.ts";
import type { ExpectationResult } from "#core/plans/evaluation/expectations.ts";
import type { GoalResult, PartResult } from "#core/plans/evaluation/result.ts";
import { ruleTexts } from "#core/plans/evaluation/rules.ts";
import { demandText } from "#core/plans/evaluation/say.ts";
import { summaryOf } from "#core/plans/evaluation/summary.ts";
import { type Verdict, wordsOf } from "#core/plans/evaluation/verdict.ts";
import { simulatedWords } from "#core/plans/register-series.ts";
import type { Language, Text } from "#core/text/text.ts";
import { planHeading } from "./plan-lines.ts";
import { type Style, type Terminal, wrap } from "./terminal.ts";

/** A whole follow-up: the answer in a sentence, a line a goal by track, expectations against outturn, and the rules used. */
export function followedUpLines(screen: Terminal, followed: FollowedUp, all: boolean): void {
  const { line, say, paint, width, language } = screen;
  const { plan, asOf, goals, expectations, parameters, register } = followed;
  planHeading(screen, plan);
  line(`${say({ da: "pr.", en: "as of" })} ${sayDay(asOf, language)}`);
  if (register?.simulated) line(paint("yellow", `▒▒ ${say(simulatedWords)} ▒▒`));
  line();
  line(wrap(say(summaryOf(goals)), width, ""));
  for (const track of plan.tracks) {
    const shown = goals.filter(({ goal }) => goal.track === track.id && (all || isBinding(goal)));
    if (shown.length === 0) continue;
    line(`\n${paint("bold", say(track.title))}`);
    for (const result of shown) goalLine(screen, result);
  }
  if (expectations.length > 0) expectationLines(screen, expectations);
  line(`\n${paint("dim", say({ da: "Sådan dømmes der", en: "How verdicts are given" }))}`);
  for (const rule of ruleTexts(parameters)) line(paint("dim", `  ${wrap(say(rule), width, "  ")}`));
}

/** One goal: its verdict, figures, reason, notes and what stands beside it. */
export function goalLine(screen: Terminal, { goal, verdict, parts }: GoalResult): void {
  const { line, say, paint } = screen;
  const chances = parts.flatMap(({ foreseen }) => (isForeseen(foreseen) ? [say(chanceText(foreseen.chance))] : []));
  const chance = chances.length === 0 ? "" : `${paint("cyan", chances.join(" / "))}  `;
  line(`${painted(screen, verdict)}  ${chance}${say(goal.title)}  ${paint("dim", goal.id)}`);
  for (const part of parts) {
    if (parts.length > 1) line(`     ${painted(screen, part.verdict)}  ${say(part.label)}`);
    partLines(screen, part, parts.length > 1 ? "        " : "     ");
  }
}

function painted({ say, paint }: Terminal, verdict: Verdict): string {
  const { shape, word } = wordsOf(verdict);
  return paint(styleOf[verdict.value] ?? "dim", `${shape} ${say(word)}`);
}

const styleOf: Readonly<Partial<Record<string, Style>>> = {
  met: "green",
  "on-course": "green",
  "partly-met": "yellow",
  "at-risk": "yellow",
  "not-met": "red",
  "off-course": "red",
};

function partLines({ line, say, paint, width, language }: Terminal, part: PartResult, indent: string): void {
  const { verdict, demand, baseline, latest, context, notes } = part;
  const print = (words: string) => line(`${indent}${wrap(words, width, indent)}`);
  print(say(verdict.reason));
  const figures = [
    ...(isMissing(baseline)
      ? []
      : [
          `${say({ da: "udgangspunkt", en: "baseline" })} ${asPrinted(baseline, language)}${baseline.period === undefined ? "" : ` (${sayPeriod(baseline.period, language)})`}`,
        ]),
    ...(demand === undefined ? [] : [`${say({ da: "mål", en: "target" })} ${say(demandText(demand))}`]),
    ...(isMissing(latest)
      ? []
      : [
          `${say({ da: "senest", en: "latest" })} ${asPrinted(latest, language)}${latest.period === undefined ? "" : ` (${sayPeriod(latest.period, language)})`}`,
        ]),
  ];
  const expected = foreseenText(part.foreseen);
  if (figures.length > 0) line(paint("dim", `${indent}${wrap(figures.join(" · "), width, indent)}`));
  if (expected !== undefined) line(paint("dim", `${indent}${wrap(say(expected), width, indent)}`));
  if (verdict.family === "cannot-be-settled")
    line(
      paint("cyan", `${indent}→ ${wrap(`${say(verdict.settles)}${commandFor(verdict.value)}`, width, `${indent}  `)}`),
    );
  for (const { title, area, figure, why } of context.slice(0, 3)) {
    const period = figure.period === undefined ? "" : `, ${sayPeriod(figure.period, language)}`;
    const reason = why === undefined ? "" : ` · ${say({ da: "kun beslægtet", en: "only related" })}: ${say(why)}`;
    line(
      paint(
        "dim",
        `${indent}≈ ${wrap(`${say(title)} (${area}${period}): ${writeFigure(figure, language)}${reason}`, width, `${indent}  `)}`,
      ),
    );
  }
  for (const note of notes) line(paint("dim", `${indent}* ${wrap(say(note), width, `${indent}  `)}`));
}

/** The command that gives what a goal lacks, where there is one. */
function commandFor(reason: MissingReason): string {
  const command = commands[reason];
  return command === undefined ? "" : ` (pejl ${command})`;
}

const commands: Readonly<Partial<Record<MissingReason, string>>> = {
  "no-indicator": "observe",
  "no-data": "observe",
  "no-baseline": "answer",
  "no-period": "answer",
  "no-direction": "answer",
  contradictory: "answer",
  "no-evidence": "evidence",
};

function expectationLines(screen: Terminal, expectations: readonly ExpectationResult[]): void {
  const { line, say, paint, language, width } = screen;
  line(`\n${paint("bold", say(heading))}`);
  for (const id of new Set(expectations.map((one) => one.id))) {
    const rows = expectations.filter((one) => one.id === id);
    const [{ expectation, series }] = rows;
    line(`  ${say(expectation.title)} · ${expectation.by}`);
    for (const { period, expected, actual, difference, preliminary } of rows) {
      const came = isMissing(actual) ? say(missingWords[actual.missing]) : asPrinted(actual, language);
      const error = isMissing(difference)
        ? ""
        : ` · ${say({ da: "forskel", en: "difference" })} ${writeFigure(difference, language, { sign: true })}`;
      const note = preliminary ? ` (${say({ da: "foreløbigt", en: "preliminary" })})` : "";
      line(
        `    ${sayPeriod(period, language)}: ${say({ da: "ventet", en: "expected" })} ${asPrinted(expected, language)} · ${say({ da: "blev", en: "came" })} ${came}${error}${note}`,
      );
    }
    if (series !== undefined)
      line(
        paint(
          "dim",
          `    ${wrap(`${series.owner} ${series.table ?? ""} ${series.note === undefined ? "" : say(series.note)}`.trim(), width, "    ")}`,
        ),
      );
  }
}

const heading: Text = { da: "Forventninger holdt op mod det, der kom", en: "Expectations held against what came" };

/** A figure as its source printed it, else written out. */
function asPrinted(figure: Figure, language: Language): string {
  return language === "da" && figure.printed !== undefined && /[^\d.,]/.test(figure.printed)
    ? figure.printed
    : writeFigure(figure, language);
}
