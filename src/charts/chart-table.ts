import { parsePeriod, sayPeriod } from "#core/calendar/period.ts";
import { type MissingReason, missingWords } from "#core/figures/figure.ts";
import { type Unit, unitWords } from "#core/figures/unit.ts";
import { writeFigure, writeNumber } from "#core/figures/write.ts";
import type { Language, Text } from "#core/text/text.ts";
import { isDrawn, type Line, type Point, type TargetLine } from "./state.ts";

/** One figure of a chart, as a row of the table behind it. */
export type ChartRow = {
  readonly period: string;
  readonly series: string;
  readonly value?: number;
  /** Why there is no value. */
  readonly missing?: MissingReason;
  readonly preliminary?: boolean;
};

/** What a chart shows, in whatever form it is drawn. */
export type Tabled = {
  readonly unit: Unit;
  readonly language: Language;
  readonly lines: readonly Line[];
  readonly target?: TargetLine;
};

/** Every figure of a chart, missing ones with their reason, line by line. */
export function chartRows({ lines, target, language }: Tabled): ChartRow[] {
  const own = lines.flatMap(({ label, points }) => points.map((point) => rowOf(label, point)));
  const bounds =
    target === undefined
      ? []
      : ([
          ["low", target.low],
          ["high", target.high],
        ] as const);
  return [
    ...own,
    ...bounds.flatMap(([bound, value]) =>
      value === undefined || target === undefined
        ? []
        : [{ period: target.period, series: boundWords[bound][language], value }],
    ),
  ];
}

function rowOf(series: string, point: Point): ChartRow {
  const { period } = point;
  if (!isDrawn(point)) return { period, series, missing: point.missing };
  return { period, series, value: point.value, ...(point.preliminary && { preliminary: true }) };
}

/** A row in words: its period, its series, and its figure with unit or the reason why there is none. */
export function wordsOfRow(row: ChartRow, unit: Unit, language: Language) {
  const { period, series, value, missing, preliminary } = row;
  const figure =
    value === undefined ? missingWords[missing ?? "no-data"][language] : writeFigure({ value, unit }, language);
  return {
    period: sayPeriod(parsePeriod(period), language),
    series,
    figure: preliminary ? `${figure} (${preliminaryWords[language]})` : figure,
    isMissing: value === undefined,
    isPreliminary: preliminary === true,
  };
}

/**
 * The rows as a file for a spreadsheet. Danish: semicolons, decimal commas and the mark that Excel knows UTF-8 by;
 * English: commas and points. Shares are written in per cent; numbers have no thousands mark.
 */
export function chartCsv(tabled: Tabled): string {
  const { unit, language } = tabled;
  const isShare = unit === "share" || unit === "share-points";
  const written = (value: number) => {
    const number = writeNumber(isShare ? value * 100 : value, {
      language,
      decimals: isShare ? 2 : unit === "full-time-persons" ? 1 : undefined,
    });
    return number.replace("−", "-").replaceAll(language === "da" ? "." : ",", "");
  };
  const rows = chartRows(tabled).map(({ period, series, value, missing, preliminary }) => [
    period,
    series,
    value === undefined ? "" : written(value),
    unitWords[unit].name[language],
    missing === undefined ? (preliminary ? preliminaryWords[language] : "") : missingWords[missing][language],
  ]);
  return csvText([heads[language], ...rows], language);
}

/** Rows as a file for a spreadsheet: with semicolons and the mark that Excel knows UTF-8 by in Danish, with commas in English. */
export function csvText(rows: readonly (readonly string[])[], language: Language): string {
  const separator = language === "da" ? ";" : ",";
  const quoted = (cell: string) =>
    [separator, '"', "\n"].some((mark) => cell.includes(mark)) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return `${language === "da" ? "\ufeff" : ""}${rows.map((row) => `${row.map(quoted).join(separator)}\r\n`).join("")}`;
}

const heads = {
  da: ["periode", "serie", "værdi", "enhed", "bemærkning"],
  en: ["period", "series", "value", "unit", "note"],
} as const;
const boundWords = {
  low: { da: "Mål, mindst", en: "Target, at least" },
  high: { da: "Mål, højst", en: "Target, at most" },
} as const satisfies Readonly<Record<string, Text>>;
const preliminaryWords: Text = { da: "foreløbigt", en: "preliminary" };
