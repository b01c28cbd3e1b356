import type { RegisterBacktest, RegisterBacktested } from "#actions/backtest-register.ts";
import { parseMonth, sayMonth } from "#core/calendar/month.ts";
import { writeNumber } from "#core/figures/write.ts";
import type { Accuracy } from "#core/forecast/series/accuracy.ts";
import { simulatedWords } from "#core/plans/register-series.ts";
import { fill, type Text } from "#core/text/text.ts";
import { columns, type Terminal, wrap } from "./terminal.ts";

/** How the forecasts of a register would have come out: by benefit, and by how many months ahead. */
export function registerBacktestLines(screen: Terminal, { municipalities, simulated, model }: RegisterBacktest): void {
  const { line, say, paint, width } = screen;
  if (simulated) line(paint("yellow", `▒▒ ${say(simulatedWords)} ▒▒`));
  for (const one of municipalities) municipalityLines(screen, one, model);
  line(`\n${paint("dim", wrap(say(words.meaning), width, ""))}`);
}

function municipalityLines(screen: Terminal, one: RegisterBacktested, model: string): void {
  const { line, say, paint, language } = screen;
  const month = (id: string) => sayMonth(parseMonth(id), language);
  const { municipality = "", origins, together, benefits, ahead } = one;
  line(
    paint(
      "bold",
      `${municipality} ${say(fill(words.head, { origins, from: month(one.from), to: month(one.to), model }))}`.trim(),
    ),
  );
  const rows = [
    ...benefits.map((own) => [own.benefit, ...cellsOf(screen, own)]),
    ...ahead.map((own, h) => [say(fill(words.ahead, { n: h + 1 })), ...cellsOf(screen, own)]),
    [say(words.together), ...cellsOf(screen, together)],
  ];
  line(columns([[...heads[language]], ...rows], [1, 2, 3, 4, 5, 6, 7, 8, 9], "  "));
}

function cellsOf({ language }: Terminal, one: Accuracy & { readonly smoothing: number }): string[] {
  const number = (value: number) => writeNumber(value, { language, decimals: 2 });
  const share = (value: number, sign = false) => `${writeNumber(100 * value, { language, decimals: 1, sign })} %`;
  return [
    `${one.count}`,
    ...[one.scaledError, one.seasonalNaive, one.drift, one.smoothing].map(number),
    `± ${share(one.off)}`,
    share(one.bias, true),
    share(one.covered80),
    share(one.covered95),
  ];
}

const heads = {
  da: ["", "antal", "fejl", "sidste år", "jævn", "udglatning", "ramte inden for", "skævhed", "i 80 %", "i 95 %"],
  en: ["", "count", "error", "last year", "even", "smoothing", "hit within", "bias", "in 80 %", "in 95 %"],
} as const;
const words = {
  head: {
    da: "{origins} prognoser, lavet hver tredje måned fra {from} til {to} ({model})",
    en: "{origins} forecasts, made every third month from {from} to {to} ({model})",
  },
  ahead: { da: "{n} mdr. frem", en: "{n} months ahead" },
  together: { da: "i alt", en: "together" },
  meaning: {
    da: "Fejl: summen af fejl som del af, hvad sidste års tal fejlede før; «sidste år», «jævn» og «udglatning» er de simple måder.",
    en: "Error: the sum of errors as part of what last year's figure was off by before; «last year», «even» and «smoothing» are the simple ways.",
  },
} as const satisfies Readonly<Record<string, Text>>;
