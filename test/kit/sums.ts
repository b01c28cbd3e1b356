import { addMonths, findDay, formatDay, weekday } from "#core/calendar/day.ts";

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/**
 * What a line of arithmetic comes to, as it would be written after its equals sign: a span of days (both included), a
 * number of months after a day, the weekday of a day, or a sum of numbers to six decimals.
 */
export function workedOut(line: string): string {
  const [left] = line.split(" = ");
  const span = /^(\S+)\.\.(\S+)$/.exec(left);
  if (span !== null) return String(dayAt(span[2]) - dayAt(span[1]) + 1);
  const later = /^(\d{4}-\S+) \+ (\d+) months?$/.exec(left);
  if (later !== null) return formatDay(addMonths(dayAt(later[1]), Number(later[2])));
  const day = findDay(left);
  if (day !== undefined) return weekdays[weekday(day) - 1];
  return String(Math.round(resultOf(left) * 1e6) / 1e6);
}

function dayAt(written: string) {
  const day = findDay(written);
  if (day === undefined) throw new Error(`${written} is no day`);
  return day;
}

/** The value of a sum of numbers, `+ - × /` and brackets. */
function resultOf(written: string): number {
  const tokens = written.match(/\d+(\.\d+)?|[-+×/()]/g) ?? [];
  if (tokens.join("") !== written.replaceAll(" ", "")) throw new Error(`${written} is no sum`);
  const atom = (): number => {
    const token = tokens.shift();
    if (token !== "(") return Number(token);
    const value = sum();
    if (tokens.shift() !== ")") throw new Error(`${written} lacks a bracket`);
    return value;
  };
  const product = () => {
    let value = atom();
    for (;;)
      if (tokens[0] === "×" && tokens.shift()) value *= atom();
      else if (tokens[0] === "/" && tokens.shift()) value /= atom();
      else return value;
  };
  const sum = (): number => {
    let value = product();
    for (;;)
      if (tokens[0] === "+" && tokens.shift()) value += product();
      else if (tokens[0] === "-" && tokens.shift()) value -= product();
      else return value;
  };
  const value = sum();
  if (tokens.length > 0) throw new Error(`${written} is no sum`);
  return value;
}
