import { existsSync, readdirSync, readFileSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Day, formatDay } from "#core/calendar/day.ts";
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
    sha256: z.string().optional(),
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

/** A series as it came in, before it has a name among its fetches. */
export type Fetched = Omit<Series, "vintage"> & { readonly fetched: Day };

/** A kept fetch, and the file it is kept in. */
export type Kept = { readonly series: Series; readonly path: string };

/**
 * Keeps a fetch of a series beside its earlier ones, named by its day and a number: `2026-11-22-01`. A fetch that is
 * kept is never written over; one that brings nothing new on the same day is the one that is there.
 */
export function keepSeries(fetched: Fetched, folder: string): Kept {
  const day = formatDay(fetched.fetched);
  const ofDay = readFetches(folder, fetched.id).filter(({ series }) => series.vintage.startsWith(day));
  const same = ofDay.find(({ series }) => writeSeries(series) === writeSeries({ ...fetched, vintage: series.vintage }));
  if (same !== undefined) return same;
  const vintage = `${day}-${String(ofDay.length + 1).padStart(2, "0")}`;
  const path = join(folder, fetched.id, `${vintage}.json`);
  const series = { ...fetched, vintage };
  writeWhole(path, writeSeries(series));
  // A file below a folder does not change the folder's own time: it is set, so that who has read it knows.
  utimesSync(folder, new Date(), new Date());
  return { series, path };
}

/** Changes whenever a fetch is kept, by this program or another: what was read before is to be read again. */
export function keptStamp(folder: string): number {
  return existsSync(folder) ? statSync(folder).mtimeMs : 0;
}

/** Every kept fetch of every series in a folder, of each series the oldest first; none when the folder is not there. */
export function readKeptSeries(folder: string): Series[] {
  if (!existsSync(folder)) return [];
  const ids = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return ids
    .map(({ name }) => name)
    .toSorted()
    .flatMap((id) => readFetches(folder, id).map(({ series }) => series));
}

function readFetches(folder: string, id: string): Kept[] {
  const own = join(folder, id);
  if (!existsSync(own)) return [];
  return readdirSync(own)
    .filter((name) => name.endsWith(".json"))
    .toSorted()
    .map((name) => ({ series: parseSeries(join(own, name)), path: join(own, name) }));
}

/** The text of a file: the description with its keys in one order, and a line for each figure. */
function writeSeries(series: Series): string {
  const { id, title, owner, table, indicator, where, unit, frequency, seasonal, vintage, sha256, licence } = series;
  const { fetched, finalAfterMonths, breaks, moment, proxyFor, note, observations } = series;
  const head = {
    format: "pejlemaerke-series/1",
    ...{ id, title, owner, table, indicator, where, unit, frequency, seasonal },
    ...{ fetched: fetched === undefined ? undefined : formatDay(fetched), vintage, sha256, licence, finalAfterMonths },
    ...{ breaks: breaks.map(({ on, text }) => ({ on: formatDay(on), text })), moment, proxyFor, note },
  };
  const lines = observations.map(({ area, period, value, status }) =>
    JSON.stringify([area, period.id, isMissing(value) ? { missing: value.missing } : value.value, status]),
  );
  const described = JSON.stringify(head, undefined, 1).slice(0, -"\n}".length);
  return `${described},\n "observations": [\n  ${lines.join(",\n  ")}\n ]\n}\n`;
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
