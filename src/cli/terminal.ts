import { styleText } from "node:util";
import { type Language, say, type Text } from "#core/text/text.ts";

/** Where a command writes, in which language, and whether as data. */
export type Terminal = {
  readonly language: Language;
  readonly json: boolean;
  readonly width: number;
  readonly paint: (style: Style, words: string) => string;
  readonly line: (words?: string) => void;
  readonly say: (text: Text) => string;
};

export type Style = "bold" | "dim" | "green" | "yellow" | "red" | "cyan";

export function terminal(options: { readonly lang?: string; readonly json?: boolean }): Terminal {
  const language: Language = options.lang === "en" ? "en" : "da";
  const coloured = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
  return {
    language,
    json: options.json === true,
    width: Math.min(process.stdout.columns ?? 100, 120),
    paint: (style, words) => (coloured ? styleText(style, words, { validateStream: false }) : words),
    line: (words = "") => process.stdout.write(`${words}\n`),
    say: (text) => say(text, language),
  };
}

/** Data for another program. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, undefined, 2)}\n`);
}

/** Words broken into lines of at most a width, each after the first indented. */
export function wrap(words: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of words.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length > width - indent.length && line !== "") {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].join(`\n${indent}`);
}

/** Columns as wide as their widest cell; figures to the right where `right` says so. */
export function columns(rows: readonly (readonly string[])[], right: readonly number[] = [], indent = ""): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? "").length)));
  return rows
    .map((row) => {
      const cells = row.map((cell, at) => (right.includes(at) ? cell.padStart(widths[at]) : cell.padEnd(widths[at])));
      return `${indent}${cells.join("  ")}`.trimEnd();
    })
    .join("\n");
}
