import type { BacktestFigures, SeriesBacktestAnswer } from "#actions/backtest-series.ts";
import { parsePeriod, sayPeriod } from "#core/calendar/period.ts";
import { writeFigure, writeNumber } from "#core/figures/write.ts";
import type { Accuracy } from "#core/forecast/series/accuracy.ts";
import { fill, type Text } from "#core/text/text.ts";
import { columns, type Terminal, wrap } from "./terminal.ts";

/** How good the forecasts of a series, and the chances given from them, have been: the figures, without a stretch if one was named, and where last year did as well. */
export function seriesBacktestLines(screen: Terminal, answer: SeriesBacktestAnswer): void {
  const { line, say, paint, width } = screen;
  const period = (id: string) => sayPeriod(parsePeriod(id), screen.language);
  const { series, areas, from, to, all, without, notBeaten } = answer;
  line(`${paint("bold", series)} ${say(fill(words.head, { areas, from: period(from), to: period(to) }))}`);
  figureLines(screen, words.all, all);
  if (without !== undefined) figureLines(screen, fill(words.without, { periods: period(without.periods) }), without);
  const asked = { count: notBeaten.length, areas };
  line(`\n${wrap(say(fill(notBeaten.length === 0 ? words.allBeaten : words.notBeaten, asked)), width, "")}`);
  line(paint("dim", wrap(say(words.meaning), width, "")));
}

function figureLines(screen: Terminal, title: Text, { together, ahead, chances }: BacktestFigures): void {
  const { line, say, paint, language } = screen;
  line(`\n${paint("bold", say(title))}`);
  const rows = ahead.map((one, h) => [say(fill(words.ahead, { n: h + 1 })), ...cellsOf(screen, one)]);
  line(
    columns(
      [[...heads[language]], ...rows, [say(words.together), ...cellsOf(screen, together)]],
      [1, 2, 3, 4, 5, 6, 7, 8],
      "  ",
    ),
  );
  chanceLines(screen, chances);
}

/** Of each made target Brier's score, and the chances given beside what came of them. */
function chanceLines({ line, say, paint, language }: Terminal, chances: BacktestFigures["chances"]): void {
  const number = (value: number) => writeNumber(value, { language, decimals: 3 });
  const percent = (value: number) => writeFigure({ value, unit: "share" }, language, { decimals: 0 });
  for (const { says, count, brier, brierOfRate, bands } of chances) {
    const asked = { target: says, count, brier: number(brier), rate: number(brierOfRate) };
    line(`\n  ${say(fill(words.chance, asked))}`);
    const rows = bands.map((band) => [
      `${percent(band.from)} – ${percent(band.to)}`,
      `${band.count}`,
      percent(band.given),
      percent(band.met),
    ]);
    line(paint("dim", columns([[...bandHeads[language]], ...rows], [1, 2, 3], "    ")));
  }
}

function cellsOf({ language }: Terminal, one: Accuracy): string[] {
  const number = (value: number) => writeNumber(value, { language, decimals: 3 });
  const share = (value: number, sign = false) => writeFigure({ value, unit: "share" }, language, { sign });
  return [
    `${one.count}`,
    ...[one.scaledError, one.seasonalNaive, one.drift].map(number),
    `± ${share(one.off)}`,
    share(one.bias, true),
    share(one.covered80),
    share(one.covered95),
  ];
}

const heads = {
  da: ["", "antal", "fejl", "sidste år", "jævn", "ramte inden for", "skævhed", "i 80 %", "i 95 %"],
  en: ["", "count", "error", "last year", "even", "hit within", "bias", "in 80%", "in 95%"],
} as const;
const bandHeads = {
  da: ["sandsynlighed", "antal", "i snit", "kom"],
  en: ["chance", "count", "on average", "came"],
} as const;
const words = {
  head: { da: "i {areas} områder, {from} – {to}", en: "in {areas} areas, {from} – {to}" },
  all: { da: "Alle perioder", en: "All periods" },
  without: { da: "Uden {periods}", en: "Without {periods}" },
  ahead: { da: "{n} frem", en: "{n} ahead" },
  together: { da: "i alt", en: "together" },
  notBeaten: {
    da: "I {count} af {areas} områder ramte sidste års tal mindst lige så godt.",
    en: "In {count} of {areas} areas last year's figure hit at least as well.",
  },
  allBeaten: {
    da: "I alle {areas} områder var fejlen mindre, end hvis man havde gættet på sidste års tal.",
    en: "In all {areas} areas the error was smaller than that of last year's figure.",
  },
  chance: {
    da: "Mål: {target}. Brier {brier}, mod {rate} for den samme andel hver gang ({count} gange)",
    en: "Target: {target}. Brier {brier}, against {rate} for the same share each time ({count} times)",
  },
  meaning: {
    da: "Fejl: summen af fejl som del af, hvad gæt på sidste års tal fejlede før; «sidste år» og «jævn» er de to simple gæt.",
    en: "Error: the sum of errors as part of what last year's figure was off by before; «last year» and «even» are the two simple guesses.",
  },
} as const satisfies Readonly<Record<string, Text>>;
