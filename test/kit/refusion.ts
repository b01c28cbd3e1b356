import { addDays, addMonths, type Day, parseDay, weekday } from "#core/calendar/day.ts";

/** A row of the table `benefits`, as written. */
type Row = Readonly<Record<string, string>>;

const MONTHS_LOOKED_BACK = 36;
const WEEKS_TO_RESTART = 52;

/** The state's share from a week of the count on. */
const ladder = [
  { week: 53, state: 0.2 },
  { week: 27, state: 0.3 },
  { week: 5, state: 0.4 },
  { week: 1, state: 0.8 },
];

/**
 * The week of the count that a day with a benefit lies in, and the state's share of it, found by going through the
 * person's weeks one by one: a week with a day of benefit adds one, and the count starts over when there are 52 whole
 * weeks without since it began and within three years.
 */
export function refusionOn(rows: readonly Row[], on: string) {
  let week = 0;
  let free: Day[] = [];
  for (let monday = mondayOf(firstDay(rows)); monday <= parseDay(on); monday = addDays(monday, 7)) {
    const paid = [0, 1, 2, 3, 4, 5, 6]
      .map((n) => addDays(monday, n))
      .find((day) => rows.some((row) => holds(row, day)));
    if (paid === undefined) {
      free.push(monday);
      continue;
    }
    const since = addMonths(paid, -MONTHS_LOOKED_BACK);
    if (free.filter((one) => one >= since).length >= WEEKS_TO_RESTART) [week, free] = [0, []];
    week++;
  }
  return { week, state: ladder.find((step) => week >= step.week)?.state };
}

function firstDay(rows: readonly Row[]): Day {
  return parseDay(rows.map(({ from }) => from).toSorted()[0]);
}

function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}

function holds({ from, to }: Row, day: Day): boolean {
  return parseDay(from) <= day && (to === "" || day <= parseDay(to));
}
