import { addDays, formatDay, isDay, OPEN_END, parseDay } from "../calendar/day.ts";
import type { Fault } from "../faults/fault.ts";
import { didYouMean } from "../text/nearest.ts";
import type { Text } from "../text/text.ts";
import { emptyValue } from "./columns.ts";
import { findCpr, mentionsCpr } from "./cpr.ts";
import { type Dialect, dayIn, isAmbiguousNumber, orderOf } from "./dialect.ts";
import { type Dictionary, intern } from "./dictionary.ts";
import type { Column, TableName } from "./schema.ts";

/** Why a cell cannot be read: a code of the fault table and the words that fill its message. */
export type Misread = Pick<Fault, "code" | "parameters">;

/** The codes a column takes, and what the list of them is called. */
export type KnownCodes = { readonly label: Text; readonly codes: ReadonlySet<string> };

/** What the cells of one column are read with. */
export type CellReading = {
  readonly table: TableName;
  readonly name: string;
  readonly column: Column;
  /** The words of the column; undefined for days and numbers. */
  readonly dictionary?: Dictionary;
  readonly dialect: Dialect;
  /** Undefined when any code will do. */
  readonly known?: KnownCodes;
  /** What a code of theirs is called here. */
  readonly translation?: ReadonlyMap<string, string>;
  /** Turns a CPR number into a pseudonym, when the column holds them; false when it is known not to. */
  readonly cpr?: ((digits: string) => string) | false;
};

/** The last day of what never ends, as case systems write it. */
const FOREVER = parseDay("9999-12-31");
const FIRST_DAY = parseDay("1850-01-01");
const LAST_DAY = parseDay("2100-12-31");

/** The number a cell becomes, or why it cannot be read: `2018-02-31` is no day. Space around the text is no part of it. */
export function readCell(reading: CellReading, text: string): number | Misread {
  const { name, column, cpr } = reading;
  const character = invisible.exec(text);
  if (character !== null)
    return misread(reading, "control-character", { character: codePoint(character[0].charCodeAt(0)) });
  const value = text.trim();
  if (value === "") return column.required ? misread(reading, "empty-cell") : emptyValue(name, column);
  if (formula.test(value)) return misread(reading, "formula-cell", { value });
  if (typeof cpr === "function") return readPerson(reading, value, cpr);
  return readers[column.type](reading, value);
}

// Control characters, and the mark that stands for letters lost in an earlier conversion.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]/;
const formula = /^(?:[=@]|[+-](?!\s*[\d.,]+$))/;
const spoiled = /^(?:\(?null\)?|\\n|nan|n\/a|#.*[!?]|#n\/a|\d+(?:[.,]\d+)?e\+\d+)$/i;

const readers: Readonly<Record<Column["type"], (reading: CellReading, value: string) => number | Misread>> = {
  id: readId,
  text: readId,
  code: readCode,
  flag: readCode,
  day: readDay,
  datetime: readDatetime,
  number: readNumber,
};

function readPerson(reading: CellReading, value: string, pseudonym: (digits: string) => string): number | Misread {
  const digits = findCpr(value);
  return digits === undefined ? misread(reading, "not-a-cpr") : word(reading, pseudonym(digits));
}

function readId(reading: CellReading, value: string): number | Misread {
  const { column, cpr } = reading;
  if (spoiled.test(value)) return misread(reading, "spoiled-id", { value });
  if (cpr === undefined && isLikeCpr(column, value)) return misread(reading, "looks-like-cpr");
  return word(reading, value.replace(/\s+/g, " "));
}

/** Ids of persons may not be written as CPR numbers, other words not mention one; numbers of companies may look so. */
function isLikeCpr(column: Column, value: string): boolean {
  const list = column.type === "id" ? column.list : undefined;
  if (list === "company" || list === "cvr") return false;
  return mentionsCpr(value) || (list === "person" && value.length > 9 && findCpr(value) !== undefined);
}

function readCode(reading: CellReading, value: string): number | Misread {
  const { column, known, translation } = reading;
  const own = translation?.get(value) ?? value;
  const code = column.type === "code" && column.list === "municipality" ? own.replace(/^0(?=\d{3}$)/, "") : own;
  if (known === undefined) return readOpenCode(reading, code);
  if (known.codes.has(code)) return word(reading, code);
  const all = [...known.codes];
  const choose = { da: `Skriv en af: ${all.join(", ")}.`, en: `Write one of: ${all.join(", ")}.` };
  const see = { da: "Skriv en kode fra data/vocabulary.", en: "Write a code of data/vocabulary." };
  return misread(reading, "unknown-code", {
    value,
    list: known.label,
    hint: didYouMean(code, all, all.length <= 30 ? choose : see),
  });
}

/** A code of a list that is not kept here: any word, but no more of them than two bytes can number. */
function readOpenCode(reading: CellReading, code: string): number | Misread {
  const number = readId(reading, code);
  if (typeof number !== "number" || number <= MOST_CODES) return number;
  return misread(reading, "too-many-codes", { value: code, most: MOST_CODES });
}

const MOST_CODES = 65_535;

function readDay(reading: CellReading, value: string): number | Misread {
  const { name, dialect } = reading;
  const found = dayIn(value);
  if (found === undefined || !isDay(found)) return misread(reading, "not-a-day", { value });
  if (dialect.dates !== undefined && orderOf(value) !== dialect.dates)
    return misread(reading, "day-in-other-order", { value, order: orders[dialect.dates] });
  if (name === "to" && found === FOREVER) return OPEN_END;
  if (found < FIRST_DAY || found > LAST_DAY)
    return misread(reading, "day-out-of-range", { value, first: formatDay(FIRST_DAY), last: formatDay(LAST_DAY) });
  return name === "to" ? addDays(found, 1) : found;
}

const orders: Readonly<Record<"iso" | "danish", Text>> = {
  iso: { da: "2018-09-30", en: "2018-09-30" },
  danish: { da: "30-09-2018", en: "30-09-2018" },
};

/** A point of time as minutes since 1970; a date alone is its midnight. */
function readDatetime(reading: CellReading, value: string): number | Misread {
  const time = /[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?$/.exec(value);
  const day = readDay(reading, value.slice(0, time?.index ?? value.length));
  if (typeof day !== "number" || time === null) return typeof day === "number" ? day * 1440 : day;
  const [hours, minutes] = [Number(time[1]), Number(time[2])];
  if (hours > 23 || minutes > 59) return misread(reading, "not-a-day", { value });
  return day * 1440 + hours * 60 + minutes;
}

function readNumber(reading: CellReading, value: string): number | Misread {
  const { dialect, column, cpr } = reading;
  if (cpr === undefined && mentionsCpr(value)) return misread(reading, "looks-like-cpr");
  const match = /^[+-]?\d+(?:([.,])\d+)?$/.exec(value);
  if (match === null) return misread(reading, "not-a-number", { value, why: notDigits, example: "1234,50" });
  if (dialect.decimal === undefined && isAmbiguousNumber(value)) return misread(reading, "ambiguous-number", { value });
  if (dialect.decimal !== undefined && match[1] !== undefined && match[1] !== dialect.decimal)
    return misread(reading, "not-a-number", {
      value,
      why: otherMark(dialect.decimal),
      example: `0${dialect.decimal}5`,
    });
  const number = Number(value.replace(",", "."));
  const { above = Number.NEGATIVE_INFINITY, least = above, most = Number.POSITIVE_INFINITY } = column;
  if (number < least || number > most || number === column.above)
    return misread(reading, "number-out-of-bounds", { value, bounds: sayBounds(column) });
  return number;
}

const notDigits: Text = {
  da: "det skal være cifre med højst ét decimaltegn",
  en: "it must be digits with at most one decimal mark",
};

function otherMark(mark: string): Text {
  return { da: `filens decimaltegn er «${mark}»`, en: `the file's decimal mark is «${mark}»` };
}

function sayBounds({ above, least, most }: Column): Text {
  const low =
    above === undefined
      ? { da: `mindst ${least}`, en: `at least ${least}` }
      : { da: `over ${above}`, en: `above ${above}` };
  if (most === undefined) return low;
  return { da: `${low.da} og højst ${most}`, en: `${low.en} and at most ${most}` };
}

function word({ dictionary, table, name }: CellReading, value: string): number {
  if (dictionary === undefined) throw new Error(`${table}.${name} has no dictionary`);
  return intern(dictionary, value);
}

function misread({ name }: CellReading, code: Misread["code"], parameters: Misread["parameters"] = {}): Misread {
  return { code, parameters: { column: name, ...parameters } };
}

function codePoint(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}
