import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { broken } from "#core/faults/fault.ts";
import type { Missing } from "#core/figures/figure.ts";
import type { Series } from "#core/indicators/series.ts";
import { didYouMean } from "#core/text/nearest.ts";
import type { Text } from "#core/text/text.ts";
import type { Term } from "#core/vocabulary/code-list.ts";
import type { Vocabulary } from "#core/vocabulary/vocabulary.ts";
import { parseJobindsats } from "../jobindsats/parse.ts";
import { decodeText } from "../tables/decode.ts";
import { parseDelimited } from "../tables/delimited.ts";
import { readObservations } from "../tables/observations.ts";
import type { Sheet } from "../tables/sheet.ts";
import type { Source, SourceSeries } from "./source.ts";

/** Reads the series that a source description finds in its file. @throws BrokenInput as `readObservations` */
export function readPublished(source: Source, folder: string, vocabulary: Vocabulary): Series[] {
  const path = join(folder, source.file);
  const bytes = readBytes(path);
  const sheet = readSheet(bytes, path);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const missing = Object.fromEntries(
    Object.entries(source.missing).map(([mark, { reason, note }]): [string, Missing] => [
      mark,
      { missing: reason, note },
    ]),
  );
  const { owner, table, licence, fetched, vintage, numbers } = source;
  return source.series
    .flatMap((series) => breakDown(series, source, vocabulary))
    .map(({ column, rows, status, ...series }): Series => {
      const { unit } = series;
      const percent = unit === "share" || unit === "share-points";
      const reading = { period: source.period, value: column, rows, unit, percent, numbers, missing, status };
      const observations = readObservations(sheet, { ...reading, area: { column: source.area } }, vocabulary.areas);
      return { ...series, owner, table, licence, fetched, vintage, sha256, observations };
    });
}

function readSheet(bytes: Uint8Array, path: string): Sheet {
  const text = decodeText(bytes);
  return path.endsWith(".jsonl") ? parseJobindsats(text, path) : parseDelimited(text, path);
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw broken("file-not-found", { file: path });
  }
}

/** One series for the total and one for each code that the file breaks it down by. */
function breakDown(series: SourceSeries, { by }: Source, { dimensions, lists }: Vocabulary): SourceSeries[] {
  if (by === undefined) return [series];
  const list = lists.get(dimensions.get(by.dimension)?.list ?? "");
  if (list === undefined) {
    const hint = didYouMean(by.dimension, dimensions.keys(), { da: "Se dimensions.yaml.", en: "See dimensions.yaml." });
    throw broken("unknown-reference", { kind: { da: "opdeling", en: "dimension" }, id: by.dimension, hint });
  }
  const parts = [...list.terms.values()].flatMap((term) =>
    (term.sources[by.names] ?? []).map((name) => partOf(series, term, by.dimension, { [by.column]: name })),
  );
  return [{ ...series, rows: { ...series.rows, [by.column]: by.total } }, ...parts];
}

function partOf(
  series: SourceSeries,
  term: Term,
  dimension: string,
  rows: Readonly<Record<string, string>>,
): SourceSeries {
  const titled = (language: keyof Text) => `${series.title[language]}: ${term.label[language]}`;
  return {
    ...series,
    id: `${series.id}-${term.id.replaceAll("_", "-")}`,
    title: { da: titled("da"), en: titled("en") },
    where: { ...series.where, [dimension]: term.id },
    rows: { ...series.rows, ...rows },
  };
}
