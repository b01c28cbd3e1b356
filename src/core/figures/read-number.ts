import { BrokenInput, type Fault } from "../faults/fault.ts";
import type { Text } from "../text/text.ts";

/** How a text writes numbers: `1.234,5` in Danish, `1,234.5` in English. */
export type Dialect = "da" | "en";

/** A number and how many decimals it was written with. */
export type WrittenNumber = { readonly value: number; readonly decimals: number };

/** In each dialect: the form of a number, its thousands mark and its decimal mark. */
const dialects = {
  da: {
    form: /^([+\-−]?)(\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/,
    thousands: ".",
    decimal: ",",
    example: "1.234,5",
  },
  en: {
    form: /^([+\-−]?)(\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?$/,
    thousands: ",",
    decimal: ".",
    example: "1,234.5",
  },
} as const;

/**
 * Reads a number by the dialect its text is declared to be in, never by guessing.
 * `1.23` is refused in Danish: three digits follow a thousands dot.
 *
 * @throws BrokenInput not-a-number
 * @example readNumber("2.860", "da") // { value: 2860, decimals: 0 }
 */
export function readNumber(text: string, dialect: Dialect): WrittenNumber {
  const number = findNumber(text, dialect);
  if (number === undefined) throw new BrokenInput([notANumber(text, dialect)]);
  return number;
}

/** As `readNumber`, undefined when the text is no number in the dialect. */
export function findNumber(text: string, dialect: Dialect): WrittenNumber | undefined {
  const { form, thousands } = dialects[dialect];
  const match = form.exec(text);
  if (match === null) return undefined;
  const [, sign, whole, decimals = ""] = match;
  const size = Number(`${whole.replaceAll(thousands, "")}.${decimals}`);
  return { value: sign === "-" || sign === "−" ? 0 - size : size, decimals: decimals.length };
}

/** The fault of a text that is no number, with what is wrong with it. */
export function notANumber(text: string, dialect: Dialect): Fault {
  return {
    code: "not-a-number",
    place: {},
    parameters: { value: text, why: whyNot(text, dialect), example: dialects[dialect].example },
  };
}

function whyNot(text: string, dialect: Dialect): Text {
  const { thousands, decimal } = dialects[dialect];
  if (!/^[+\-−]?[\d.,]*\d[\d.,]*$/.test(text))
    return { da: "der står andet end cifre", en: "there is more than digits in it" };
  if (text.includes(thousands))
    return {
      da: `der skal tre cifre efter hvert «${thousands}», og decimaler skrives med «${decimal}»`,
      en: `three digits follow each «${thousands}», and decimals are written with «${decimal}»`,
    };
  return { da: `«${decimal}» står forkert`, en: `«${decimal}» stands wrong` };
}
