import { broken } from "../../faults/fault.ts";
import { listOf } from "../columns.ts";
import { findNumber } from "../dictionary.ts";
import { type ColumnKind, columnsOf, type TableName } from "../schema.ts";
import { filter, join, type Stretches, withCodes } from "../stretches/list.ts";
import { lookUp, placed, type Steps, split, within } from "../stretches/steps.ts";
import { cover } from "../stretches/unite.ts";
import { ageBands, ageBandWords, ageRange, ageSteps } from "./ages.ts";
import { benefitDays, benefitOf } from "./benefits.ts";
import { durationWords, splitByDuration } from "./durations.ts";
import { ofOrder } from "./orders.ts";
import { personCodes } from "./persons.ts";
import { findRows, getColumn, isOfCompanies, isOfPersons, type Reading, remember } from "./reading.ts";
import { latestSteps, residenceSteps } from "./residence.ts";

/** Stretches cut so that each has one code of a dimension, and the words of the codes. */
export type Marked = { readonly stretches: Stretches; readonly words: readonly string[] };

/**
 * A dimension that the measure itself found out, and the code of it that a stretch's `kind` holds. In a register all
 * measures that tell a dimension tell it by the same words: their counts may share cells.
 */
export type OwnKind = {
  readonly dimension: string;
  readonly words: readonly string[];
  readonly codeOf: (kind: number) => number;
};

/** Where a dimension is a column of the table itself: the columns' names where they differ from the dimension's. */
const ownColumns: { readonly [T in TableName]?: Readonly<Record<string, string>> } = {
  benefits: { benefit: "benefit" },
  offers: { offer: "type", purpose: "purpose", sector: "sector", provider: "provider" },
  conversations: { conversation: "type" },
  sanctions: { sanction: "kind" },
  cvs: { cv: "kind" },
  programmes: { ground: "ground" },
  company_contacts: { contact: "kind" },
  cooperations: { cooperation: "kind" },
  job_orders: { occupation: "occupation" },
  survey_answers: { unit: "unit", question: "question", survey: "survey" },
  inquiries: { unit: "unit" },
  employment: { occupation: "occupation" },
  progression: { scale: "indicator" },
  populations: { municipality: "municipality", sex: "sex" },
  companies: { industry: "industry" },
};

const personDimensions = ["sex", "origin", "education", "age", "visitation", "unit", "benefit", "municipality"];
const companyDimensions = ["municipality", "industry"];
/** What a referral is told apart by through its job order. */
const orderDimensions = ["municipality", "occupation", "industry"];

/** Whether a dimension is told by the rows of a table themselves, or by the job order they name. */
export function isOwn(table: TableName, dimension: string): boolean {
  if (Object.hasOwn(ownColumns[table] ?? {}, dimension)) return true;
  if (dimension === "municipality" && (table === "benefits" || table === "companies" || table === "job_orders"))
    return true;
  return table === "referrals"
    ? orderDimensions.includes(dimension)
    : !companyDimensions.includes(dimension) && isOfCompanies(table);
}

/** Whether stretches of a table can be told apart by a dimension. */
export function applies(table: TableName, dimension: string, own: readonly OwnKind[] = []): boolean {
  if (own.some((one) => one.dimension === dimension) || Object.hasOwn(ownColumns[table] ?? {}, dimension)) return true;
  if (dimension === "duration") return table === "benefits";
  if (table === "referrals" && orderDimensions.includes(dimension)) return true;
  if (isOfPersons(table)) return personDimensions.includes(dimension);
  return isOfCompanies(table) && companyDimensions.includes(dimension);
}

/** Cuts stretches of a table by a dimension. @throws BrokenInput wrong-use when the table cannot be told apart by it */
export function mark(
  reading: Reading,
  table: TableName,
  dimension: string,
  stretches: Stretches,
  own: readonly OwnKind[] = [],
): Marked {
  const { dictionaries } = reading.register;
  const kind = own.find((one) => one.dimension === dimension);
  if (kind !== undefined)
    return { stretches: withCodes(stretches, (i) => kind.codeOf(stretches.kind[i])), words: kind.words };
  if (!applies(table, dimension)) throw cannotTell(table, dimension);
  const column = ownColumns[table]?.[dimension];
  if (column !== undefined) return markByColumn(reading, table, column, stretches);
  if (table === "referrals" && orderDimensions.includes(dimension)) return markByOrder(reading, dimension, stretches);
  switch (dimension) {
    case "municipality": {
      const there = placed(stretches, () => placeSteps(reading, table));
      return { stretches: { ...there, code: there.place }, words: dictionaries.municipality.words };
    }
    case "industry":
      return {
        stretches: split(stretches, latestSteps(reading, "companies", "industry", dictionaries.industry.words)),
        words: dictionaries.industry.words,
      };
    case "sex":
    case "origin":
    case "education": {
      const codes = personCodes(reading, dimension);
      const { words } = dictionaries[dimension === "education" ? "education-level" : dimension];
      return { stretches: withCodes(stretches, (i) => codes(stretches.person[i])), words };
    }
    case "age":
      return { stretches: split(stretches, ageSteps(reading, "bands", ageBands)), words: ageBandWords };
    case "visitation": {
      const { words } = dictionaries.visitation;
      return { stretches: split(stretches, latestSteps(reading, "visitation", "category", words)), words };
    }
    case "unit": {
      const { words } = dictionaries.unit;
      return { stretches: split(stretches, latestSteps(reading, "assignments", "unit", words)), words };
    }
    case "duration":
      return { stretches: splitByDuration(reading, stretches), words: durationWords };
    default:
      return { stretches: splitByBenefit(reading, stretches), words: dictionaries.benefit.words };
  }
}

/**
 * The parts of stretches of a table that fulfil a condition: one of the codes (joined by `+`) of a dimension, or of a
 * column of the table. Ages, and numbers, are ranges: `16-29`, `30-`, `-29`.
 */
export function keep(
  reading: Reading,
  table: TableName,
  name: string,
  value: string,
  stretches: Stretches,
  own: readonly OwnKind[] = [],
): Stretches {
  const isOwn = own.some((one) => one.dimension === name);
  const wanted = value.split("+").map((word) => word.trim());
  const column = columnNamed(table, name);
  if (name === "group" && table === "benefits") return keepGroups(reading, wanted, stretches);
  if (!isOwn && column !== undefined) return keepByColumn(reading, table, column, wanted, stretches);
  if (name === "age" && !isOwn) {
    const range = ageRange(wanted);
    return within(
      stretches,
      ageSteps(reading, value, (age) => (range(age) ? 1 : 0)),
    );
  }
  if (name === "benefit" && !isOwn) {
    const codes = new Set(wanted.map((word) => findNumber(reading.register.dictionaries.benefit, word)));
    return within(
      stretches,
      remember(reading, `on ${value}`, () => benefitSteps(reading, (code) => codes.has(code))),
    );
  }
  const marked = mark(reading, table, name, stretches, own);
  const codes = new Set(wanted.map((word) => (word === "uoplyst" ? 0 : marked.words.indexOf(word))));
  return filter(marked.stretches, (i) => codes.has(marked.stretches.code[i]));
}

function columnNamed(table: TableName, name: string): string | undefined {
  const own = ownColumns[table]?.[name];
  if (own !== undefined) return own;
  return name !== "municipality" && columnsOf(table).some(([column]) => column === name) ? name : undefined;
}

function kindOfColumn(table: TableName, column: string): ColumnKind {
  const found = columnsOf(table).find(([name]) => name === column);
  if (found === undefined) throw cannotTell(table, column);
  return found[1];
}

/** The words of a dimension that is a column of a table. */
export function wordsOfColumn({ register }: Reading, table: TableName, dimension: string): readonly string[] {
  const list = listOf(kindOfColumn(table, ownColumns[table]?.[dimension] ?? dimension));
  return list === undefined ? [""] : register.dictionaries[list].words;
}

function markByColumn(reading: Reading, table: TableName, column: string, stretches: Stretches): Marked {
  const list = listOf(kindOfColumn(table, column));
  if (findRows(reading, table) === undefined || list === undefined) return { stretches, words: [""] };
  const codes = getColumn(reading, table, column);
  return {
    stretches: withCodes(stretches, (i) => codes[stretches.row[i]]),
    words: reading.register.dictionaries[list].words,
  };
}

function markByOrder(reading: Reading, dimension: string, stretches: Stretches): Marked {
  const { dictionaries } = reading.register;
  if (dimension === "industry") {
    const companyOf = ofOrder(reading, "p_number");
    const industryOn = lookUp(latestSteps(reading, "companies", "industry", dictionaries.industry.words));
    const codeOf = (i: number) => industryOn(companyOf(stretches.row[i]), stretches.from[i]);
    return { stretches: withCodes(stretches, codeOf), words: dictionaries.industry.words };
  }
  const list = dimension === "occupation" ? "occupation" : "municipality";
  const codeOf = ofOrder(reading, list);
  return { stretches: withCodes(stretches, (i) => codeOf(stretches.row[i])), words: dictionaries[list].words };
}

function keepByColumn(
  reading: Reading,
  table: TableName,
  column: string,
  wanted: readonly string[],
  stretches: Stretches,
): Stretches {
  if (findRows(reading, table) === undefined) return stretches;
  const values = getColumn(reading, table, column);
  const list = listOf(kindOfColumn(table, column));
  if (list === undefined) {
    const range = ageRange(wanted);
    return filter(stretches, (i) => range(values[stretches.row[i]]));
  }
  const dictionary = reading.register.dictionaries[list];
  const codes = new Uint8Array(dictionary.words.length);
  for (const word of wanted) {
    const code = word === "uoplyst" ? 0 : findNumber(dictionary, word);
    if (code !== undefined) codes[code] = 1;
  }
  return filter(stretches, (i) => codes[values[stretches.row[i]]] === 1);
}

function keepGroups({ law, register }: Reading, groups: readonly string[], stretches: Stretches): Stretches {
  const benefits = register.tables.benefits?.columns.benefit;
  if (benefits === undefined) return stretches;
  const words = register.dictionaries.benefit.words;
  const wanted = words.map((word) => groups.includes(law.benefitGroups.get(word) ?? ""));
  return filter(stretches, (i) => wanted[benefits[stretches.row[i]]]);
}

/** Where the persons, or the companies, of a table are on each day. */
function placeSteps(reading: Reading, table: TableName): Steps {
  if (!isOfCompanies(table)) return residenceSteps(reading);
  return latestSteps(reading, "companies", "municipality", reading.register.dictionaries.municipality.words);
}

/** The days on any benefit of those wanted, each once. */
function benefitSteps(reading: Reading, wanted: (benefit: number) => boolean): Stretches {
  const [days, benefits] = [benefitDays(reading), benefitOf(reading)];
  const covered = cover(filter(days, (i) => wanted(benefits[days.row[i]])));
  return withCodes(covered, () => 1);
}

/** Each stretch once for every benefit its person has, on the days of that benefit; and with no code on days without. */
function splitByBenefit(reading: Reading, stretches: Stretches): Stretches {
  const { words } = reading.register.dictionaries.benefit;
  const parts = words.map((_, benefit) => {
    if (benefit === 0)
      return within(
        stretches,
        benefitSteps(reading, () => true),
        true,
      );
    return within(
      stretches,
      benefitSteps(reading, (one) => one === benefit),
    );
  });
  return join(...parts.map((part, benefit) => withCodes(part, () => benefit)));
}

function cannotTell(table: TableName, dimension: string) {
  return broken("wrong-use", {
    why: { da: `${table} kan ikke opdeles efter ${dimension}`, en: `${table} cannot be broken down by ${dimension}` },
    hint: { da: "Vælg en af indikatorens opdelinger.", en: "Choose one of the indicator's dimensions." },
  });
}
