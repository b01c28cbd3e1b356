import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { formatDay } from "#core/calendar/day.ts";
import { broken } from "#core/faults/fault.ts";
import { isMissing, missingReasons } from "#core/figures/figure.ts";
import { day, id, period, seriesBreak, text, unit, where } from "#core/format/scalars.ts";
import { type Observation, observationStatuses, type Series } from "#core/indicators/series.ts";
import { verbatim } from "#core/text/text.ts";
import { writeWhole } from "./write.ts";

/** One line of the file: area, period, the number or why there is none, and the status. */
const line = z.tuple([
  z.string(),
  period,
  z.union([z.number(), z.strictObject({ missing: z.enum(missingReasons) })]),
  z.enum(observationStatuses),
]);

const stored = z
  .strictObject({
    format: z.literal("pejlemaerke-series/1"),
    id,
    title: text,
    owner: z.string(),
    table: z.string().optional(),
    indicator: id,
    where,
    unit,
    frequency: z.enum(["day", "month", "quarter", "half", "year"]),
    seasonal: z.enum(["none", "adjusted"]),
    fetched: day.optional(),
    vintage: z.string(),
    licence: z.string(),
    finalAfterMonths: z.number().int().min(0),
    breaks: z.array(seriesBreak),
    moment: text.optional(),
    proxyFor: z.array(z.strictObject({ indicator: id, where, why: text })),
    note: text.optional(),
    observations: z.array(line),
  })
  .transform(
    ({ format: _, observations, ...rest }): Series => ({
      ...rest,
      observations: observations.map(
        ([area, period, value, status]): Observation => ({
          area,
          period,
          value: typeof value === "number" ? { value, unit: rest.unit } : value,
          status,
        }),
      ),
    }),
  );

/** Keeps one fetch of a series beside its earlier ones, and answers where. A fetch once kept is never written over. */
export function keepSeries(series: Series, folder: string): string {
  const path = join(folder, series.id, `${series.vintage}.json`);
  if (!existsSync(path)) writeWhole(path, writeSeries(series));
  return path;
}

/** Every kept fetch of every series in a folder, of each series the oldest first; none when the folder is not there. */
export function readKeptSeries(folder: string): Series[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .toSorted()
    .flatMap((id) =>
      readdirSync(join(folder, id))
        .filter((name) => name.endsWith(".json"))
        .toSorted()
        .map((name) => parseSeries(join(folder, id, name))),
    );
}

function writeSeries({ observations, fetched, breaks, ...rest }: Series): string {
  const head = JSON.stringify(
    {
      format: "pejlemaerke-series/1",
      ...rest,
      ...(fetched === undefined ? {} : { fetched: formatDay(fetched) }),
      breaks: breaks.map(({ on, text }) => ({ on: formatDay(on), text })),
    },
    undefined,
    1,
  );
  const lines = observations.map(({ area, period, value, status }) =>
    JSON.stringify([area, period.id, isMissing(value) ? { missing: value.missing } : value.value, status]),
  );
  return `${head.slice(0, -"\n}".length)},\n "observations": [\n  ${lines.join(",\n  ")}\n ]\n}\n`;
}

function parseSeries(path: string): Series {
  const read = stored.safeParse(readJson(path));
  if (read.success) return read.data;
  const [{ path: at, message }] = read.error.issues;
  throw broken("broken-series", { why: verbatim(message) }, { file: path, path: at.join(".") });
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const why = verbatim(error instanceof Error ? error.message : String(error));
    throw broken("broken-series", { why }, { file: path });
  }
}
