import { type Day, findDay } from "../calendar/day.ts";

/** What a CPR number tells about its person. */
export type CprFacts = { readonly birth: Day; readonly sex: "mand" | "kvinde" };

/**
 * The ten digits of a CPR number however it was written: with or without a hyphen, with the leading zero that a
 * spreadsheet drops, or with the letters of a replacement number. Undefined when the text has another form. The check
 * digit is not tested: since October 2007 numbers are given that fail it.
 *
 * @example findCpr("730190-1234") // "7301901234"
 */
export function findCpr(text: string): string | undefined {
  const match = /^(\d{5,6})[-– ]?(\d{4}|[A-Z]{2}\d{2}|[A-Z]{3}\d)$/i.exec(text);
  if (match === null) return undefined;
  const [day, serial] = [match[1].padStart(6, "0"), match[2].toUpperCase()];
  return isDayPart(day) ? day + serial : undefined;
}

/**
 * Whether ten digits written like a CPR number stand anywhere in a text. P-numbers, which begin with 100 to 103 and have
 * no hyphen, are not taken for one, nor digits within a UUID or a SHA-256, which the program names things by.
 */
export function mentionsCpr(text: string): boolean {
  return (text.replace(names, "").match(tenDigits) ?? []).some(
    (number) => isDayPart(number) && !/^10[0-3]\d{7}$/.test(number),
  );
}

/**
 * The text with everything written like a CPR number blotted out, for messages, logs and files; nine digits too, since
 * a leading zero may have been dropped.
 */
export function hideCpr(text: string): string {
  return text.replace(nameOrDigits, (whole, day?: string) =>
    day !== undefined && isDayPart(day.padStart(6, "0")) ? "[CPR]" : whole,
  );
}

const name = String.raw`\b(?:[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b`;
const names = new RegExp(name, "g");
const tenDigits = /(?<![0-9])\d{6}[-– ]{0,3}\d{4}(?![0-9])/g;
const nameOrDigits = new RegExp(String.raw`${name}|(?<![0-9])(\d{5,6})[-– ]{0,3}\d{4}(?![0-9])`, "g");

/**
 * Birthday and sex from ten digits. The seventh digit tells the century; the last is even for women; replacement
 * numbers have 60 added to the day. Undefined when the day never was, or the number has letters.
 *
 * @see CPR-kontoret, "Personnummeret i CPR", for the table of centuries
 * @example cprFacts("7301901234")?.sex // "kvinde"
 */
export function cprFacts(digits: string): CprFacts | undefined {
  if (!/^\d{10}$/.test(digits)) return undefined;
  const year = Number(digits.slice(4, 6));
  const birth = birthday(century(Number(digits[6]), year) + year, digits);
  return birth === undefined ? undefined : { birth, sex: Number(digits[9]) % 2 === 0 ? "kvinde" : "mand" };
}

function century(seventh: number, year: number): number {
  if (seventh <= 3) return 1900;
  if (seventh === 4 || seventh === 9) return year <= 36 ? 2000 : 1900;
  return year <= 57 ? 2000 : 1800;
}

/** The day that day and month of a CPR number make in a year; replacement numbers have 60 added to the day. */
function birthday(year: number, digits: string): Day | undefined {
  const day = Number(digits.slice(0, 2));
  return findDay(`${year}-${digits.slice(2, 4)}-${String(day > 60 ? day - 60 : day).padStart(2, "0")}`);
}

/** Whether digits can begin a CPR number. */
function isDayPart(digits: string): boolean {
  return birthday(2000, digits) !== undefined;
}
