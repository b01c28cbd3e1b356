import { z } from "zod";
import { getColumn, type Reading } from "../reading/reading.ts";
import { select, selection } from "../reading/selection.ts";
import { add, endOfPerson, filter, type Stretches, type StretchList, startList } from "../stretches/list.ts";
import { during, type Measure } from "./measure.ts";
import { flagWord } from "./options.ts";

/**
 * Persons for whom something rose in the period: the last score over the first, or the weekly hours on the last day over
 * those on the first day; or everyone of whom both are known.
 */
const spec = selection.extend({
  measure: z.literal("risen"),
  compare: z.enum(["scores", "hours"]),
  everyone: flagWord,
});

export const risen: Measure<typeof spec> = {
  spec,
  table: ({ table }) => table,
  needs: ({ table }) => [during(table)],
  count: (reading, { compare, everyone, ...of }, asked) => {
    const rows = select(reading, of);
    const rises = compare === "scores" ? scoreRises(reading, rows, asked.has("scale")) : hourRises(reading, rows);
    return {
      stretches: everyone ? rises : filter(rises, (i) => rises.weight[i] > SAME),
      value: "persons",
    };
  },
};

/** A rise smaller than this is floating point, not progress. */
const SAME = 1e-9;

/**
 * For each person and window with scores of a scale by one scorer on at least two days: how far they rose, of several
 * scales and scorers in all; or of each scale.
 */
function scoreRises(reading: Reading, rows: Stretches, byScale: boolean): Stretches {
  const rises = startList();
  for (let start = 0; start < rows.count; ) {
    const end = endOfPerson(rows, start);
    for (const w of reading.windows.periods.keys()) addScoreRises(rises, reading, rows, start, end, w, byScale);
    start = end;
  }
  return rises;
}

function addScoreRises(
  rises: StretchList,
  reading: Reading,
  rows: Stretches,
  start: number,
  end: number,
  w: number,
  byScale: boolean,
): void {
  const { bounds } = reading.windows;
  const [scales, scorers] = [getColumn(reading, "progression", "indicator"), getColumn(reading, "progression", "by")];
  const scored = new Map<string, number[]>();
  for (let i = start; i < end; i++) {
    const row = rows.row[i];
    if (rows.from[i] < bounds[w] || rows.from[i] >= bounds[w + 1] || !Number.isFinite(scaled(reading, row))) continue;
    const key = `${scales[row]} ${scorers[row]}`;
    scored.set(key, [...(scored.get(key) ?? []), i]);
  }
  const compared = [...scored.values()].filter((own) => rows.from[own[0]] < rows.from[own[own.length - 1]]);
  if (compared.length === 0) return;
  const groups = byScale ? Map.groupBy(compared, ([first]) => scales[rows.row[first]]).values() : [compared];
  for (const group of groups) {
    const rise = group.reduce((sum, own) => sum + riseOf(reading, rows, own), 0);
    const last = group[0][group[0].length - 1];
    add(rises, rows.person[start], bounds[w + 1] - 1, bounds[w + 1], rise, rows.row[last], rows.place[last]);
  }
}

function riseOf(reading: Reading, rows: Stretches, own: readonly number[]): number {
  const meanOn = (day: number) => {
    const scores = own.filter((i) => rows.from[i] === day).map((i) => scaled(reading, rows.row[i]));
    return scores.reduce((sum, score) => sum + score, 0) / scores.length;
  };
  return meanOn(rows.from[own[own.length - 1]]) - meanOn(rows.from[own[0]]);
}

function scaled(reading: Reading, row: number): number {
  const [score, least, most] = ["score", "score_min", "score_max"].map(
    (name) => getColumn(reading, "progression", name)[row],
  );
  return (score - least) / (most - least);
}

/** For each person and window with weekly hours on both the first and the last day: how much they rose. */
function hourRises(reading: Reading, rows: Stretches): Stretches {
  const { bounds } = reading.windows;
  const rises = startList();
  const weekly = rows.count === 0 ? [] : getColumn(reading, "employment", "hours_per_week");
  for (let start = 0; start < rows.count; ) {
    const end = endOfPerson(rows, start);
    for (const w of reading.windows.periods.keys()) {
      const hoursOn = (day: number) => {
        let [jobs, hours] = [0, 0];
        for (let i = start; i < end; i++)
          if (rows.from[i] <= day && day < rows.to[i]) [jobs, hours] = [jobs + 1, hours + weekly[rows.row[i]]];
        return jobs === 0 ? Number.NaN : hours;
      };
      const rise = hoursOn(bounds[w + 1] - 1) - hoursOn(bounds[w]);
      if (!Number.isNaN(rise))
        add(rises, rows.person[start], bounds[w + 1] - 1, bounds[w + 1], rise, rows.row[start], rows.place[start]);
    }
    start = end;
  }
  return rises;
}
