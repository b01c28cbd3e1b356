import type { DataWords } from "../text/data/da.ts";
import type { Job, Report } from "./answers.ts";

/** How long a job still takes, judged by how long it has taken; undefined while it is too early to say. */
export function timeLeft(
  { begun, progress }: Pick<Job, "begun" | "progress">,
  now: number,
  words: Pick<DataWords["job"], "left" | "soon" | "minutes">,
): string | undefined {
  if (begun === undefined || progress < 0.05) return undefined;
  const minutes = (((now - Date.parse(begun)) / progress) * (1 - progress)) / 60_000;
  return words.left(minutes < 1 ? words.soon : words.minutes(Math.ceil(minutes)));
}

/** How many rows of a register were or can be loaded. */
export function rowsOf({ tables }: Report): number {
  return tables.reduce((sum, { loaded }) => sum + loaded, 0);
}

type WrittenTable = Report["tables"][number];

/** How a file was found to be written: `CSV, utf-8, adskilt af semikolon, decimalkomma`. */
export function dialectInWords({ file, written }: WrittenTable, words: DataWords["job"]): string {
  if (written === undefined) return "–";
  const { container, encoding, separator, decimal, dates } = written;
  if (container === "parquet") return "Parquet";
  const mark = lookUp(words.separator, separator) ?? separator;
  const parts = [
    container === "gzip" || file.endsWith(".gz") ? "gzip" : undefined,
    encoding,
    words.separated(mark),
    lookUp(words.decimal, decimal),
    lookUp(words.dates, dates),
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}

function lookUp(words: Readonly<Record<string, string>>, key: string | undefined): string | undefined {
  return key === undefined ? undefined : words[key];
}

/** What a table of a register is called. */
export function tableInWords(table: string, words: DataWords): string {
  return lookUp(words.tables, table) ?? table;
}
