import { addDays, type Day, dayOf, partsOf, weekday } from "./day.ts";

/** The last year in which store bededag was a holiday (lov nr. 214 af 6. marts 2023). */
const LAST_GREAT_PRAYER_DAY = 2023;

/** Public holidays by how many days they lie after Easter Sunday. */
const afterEaster = {
  skaertorsdag: -3,
  langfredag: -2,
  paaske: 1,
  storeBededag: 26,
  himmelfart: 39,
  pinse: 50,
} as const;

/**
 * Whether a day is a public holiday in Denmark, Sundays aside.
 *
 * @example isHoliday(parseDay("2018-12-26")) // true
 */
export function isHoliday(day: Day): boolean {
  const { year, month, day: date } = partsOf(day);
  if ((month === 1 && date === 1) || (month === 12 && (date === 25 || date === 26))) return true;
  const since = day - easterSunday(year);
  if (since === afterEaster.storeBededag) return year <= LAST_GREAT_PRAYER_DAY;
  return Object.values(afterEaster).some((days) => days === since);
}

/** Whether offices are open: no Saturday, Sunday or public holiday. */
export function isWorkday(day: Day): boolean {
  return weekday(day) <= 5 && !isHoliday(day);
}

/** The day so many working days after a day. */
export function addWorkdays(day: Day, workdays: number): Day {
  let at = day;
  for (let left = workdays; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkday(at)) left--;
  }
  return at;
}

/** The working days after a day, until another, that one included. */
export function workdaysBetween(from: Day, to: Day): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkday(day)) count++;
  return count;
}

/** Easter Sunday in the Gregorian calendar, by the anonymous algorithm printed in Nature, 20 April 1876. */
export function easterSunday(year: number): Day {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const moon = (19 * golden + century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - moon - (year % 4)) % 7;
  const shift = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const days = moon + sunday - 7 * shift + 114;
  return dayOf(year, Math.floor(days / 31), (days % 31) + 1);
}
