import { createHash } from "node:crypto";
import { type Day, findDay, formatDay } from "#core/calendar/day.ts";
import { addOnce } from "./add-once.ts";
import type { Rows } from "./connection.ts";

/** A fetch of a published series: the text of its file, whole. */
export type SeriesVintage = {
  readonly series: string;
  readonly vintage: string;
  readonly fetched?: Day;
  readonly content: string;
};

/** Keeps a fetch; one that is kept is never written over. @throws BrokenInput already-there */
export async function addVintage(rows: Rows, { series, vintage, fetched, content }: SeriesVintage): Promise<void> {
  const sha256 = createHash("sha256").update(content).digest("hex");
  const row = { series, vintage, fetched: fetched === undefined ? null : formatDay(fetched), sha256, content };
  await addOnce(
    rows.insertInto("series_vintage").values(row),
    { da: "Udgaven", en: "The vintage" },
    `${series} ${vintage}`,
  );
}

/** Every fetch of a series, the oldest first; of all series without one. */
export async function listVintages(rows: Rows, series?: string): Promise<SeriesVintage[]> {
  let query = rows.selectFrom("series_vintage").select(["series", "vintage", "fetched", "content"]);
  if (series !== undefined) query = query.where("series", "=", series);
  const found = await query.orderBy("series").orderBy("vintage").execute();
  return found.map(({ fetched, ...rest }) => ({ ...rest, fetched: findDay(fetched ?? "") }));
}
