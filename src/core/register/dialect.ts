import { findDay } from "../calendar/day.ts";

/** How a file writes numbers and dates; undefined where the file has none that tell. */
export type Dialect = { readonly decimal?: DecimalMark; readonly dates?: DateOrder };

export const decimalMarks = [".", ","] as const;
export type DecimalMark = (typeof decimalMarks)[number];

/** `2018-09-30` or `30-09-2018`. */
export const dateOrders = ["iso", "danish"] as const;
export type DateOrder = (typeof dateOrders)[number];

/** The dialect that most of some number cells and some date cells show. */
export function dialectOf(numbers: readonly string[], dates: readonly string[]): Dialect {
  const decimal = mostly(decimalMarks, numbers.map(shownMark));
  const order = mostly(dateOrders, dates.map(orderOf));
  return { ...(decimal && { decimal }), ...(order && { dates: order }) };
}

/** The order a date is written in; undefined when it is written as no date. A time of midnight may follow. */
export function orderOf(text: string): DateOrder | undefined {
  const date = dateOf(text);
  if (/^\d{4}-\d\d-\d\d$/.test(date)) return "iso";
  return /^\d\d-\d\d-\d{4}$/.test(date) ? "danish" : undefined;
}

/** The day that a date in either order names; undefined when there is no such day. */
export function dayIn(text: string): number | undefined {
  const date = dateOf(text);
  return findDay(date) ?? findDay(`${date.slice(6)}-${date.slice(3, 5)}-${date.slice(0, 2)}`);
}

/** Whether a number may be read in two ways: `1.234` is a thousand and more, or a little above one. */
export function isAmbiguousNumber(text: string): boolean {
  return /^-?\d{1,3}([.,]\d{3})$/.test(text);
}

/** The mark that can only part decimals. */
function shownMark(text: string): DecimalMark | undefined {
  const match = /^-?\d*([.,])\d+$/.exec(text);
  if (match === null || isAmbiguousNumber(text)) return undefined;
  return match[1] === "," ? "," : ".";
}

function dateOf(text: string): string {
  return text.replace(/[T ]00:00(:00(\.0+)?)?$/, "");
}

function mostly<T>(choices: readonly T[], shown: readonly (T | undefined)[]): T | undefined {
  const count = (choice: T) => shown.filter((one) => one === choice).length;
  const [most] = choices.toSorted((a, b) => count(b) - count(a));
  return count(most) > 0 ? most : undefined;
}
