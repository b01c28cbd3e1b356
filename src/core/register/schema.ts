import type { CodeList } from "./codes.ts";

/** What an opaque id names. Two columns of one kind hold the same ids. */
export type IdKind =
  | "person"
  | "company"
  | "cvr"
  | "offer"
  | "conversation"
  | "contact"
  | "job-order"
  | "agreement"
  | "unit"
  | "worker"
  | "provider"
  | "fund"
  | "scale"
  | "survey"
  | "question"
  | "account"
  | "period";

/** What a column holds; `list` is the dictionary that its ids or codes are words of. */
export type ColumnKind =
  | { readonly type: "id"; readonly list: IdKind }
  | { readonly type: "code"; readonly list: CodeList }
  | { readonly type: "flag"; readonly list: "answer" }
  | { readonly type: "day" | "datetime" | "number" | "text" };

/** One column of the exchange format. */
export type Column = ColumnKind & {
  readonly required: boolean;
  /** The value of an empty cell, when that means something else than unknown. */
  readonly ifEmpty?: number;
  /** The bounds of a number: above `above`, at least `least`, at most `most`. */
  readonly above?: number;
  readonly least?: number;
  readonly most?: number;
};

const id = <const L extends IdKind>(list: L) => ({ type: "id", list, required: false }) as const;
const code = <const L extends CodeList>(list: L) => ({ type: "code", list, required: false }) as const;
const day = { type: "day", required: false } as const;
const datetime = { type: "datetime", required: false } as const;
const text = { type: "text", required: false } as const;
const flag = { type: "flag", list: "answer", required: false } as const;
const number = { type: "number", required: false } as const;
const amount = { ...number, least: 0 } as const;
const must = <const K extends { readonly required: false }>(column: K): Must<K> => ({ ...column, required: true });
type Must<K> = Omit<K, "required"> & { readonly required: true };

const person = must(id("person"));
/** `to` is the last day in a file; empty means still running. */
const span = { from: must(day), to: day } as const;
const openSpan = { from: day, to: day } as const;
const scored = {
  score: must(number),
  score_min: { ...number, ifEmpty: 1 },
  score_max: { ...number, ifEmpty: 5 },
} as const;

/**
 * The tables of the register exchange format, version 1, and their columns. Only `benefits` must be there; every other
 * table adds what can be computed.
 */
export const tables = {
  persons: {
    person_id: person,
    birth_date: day,
    birth_year: { ...number, least: 1850, most: 2100 },
    sex: code("sex"),
    origin: code("origin"),
    education: code("education-level"),
    unemployment_fund: id("fund"),
  },
  residence: { person_id: person, municipality: must(code("municipality")), ...span, end: code("residence-end") },
  benefits: {
    person_id: person,
    benefit: must(code("benefit")),
    ...span,
    degree: { ...number, ifEmpty: 1, above: 0, most: 1 },
    municipality: code("municipality"),
  },
  visitation: { person_id: person, category: must(code("visitation")), ...span },
  offers: {
    offer_id: must(id("offer")),
    person_id: person,
    type: must(code("offer-type")),
    ...span,
    purpose: code("purpose"),
    sector: code("sector"),
    p_number: id("company"),
    provider: id("provider"),
    hours_per_week: { ...amount, most: 168 },
    price: amount,
  },
  employment: {
    person_id: person,
    ...span,
    hours_per_week: must({ ...amount, most: 168 }),
    kind: code("employment-kind"),
    p_number: id("company"),
    occupation: code("occupation"),
    job_order_id: id("job-order"),
  },
  education: { person_id: person, kind: must(code("education-kind")), ...span, completed: flag, su: flag },
  conversations: {
    conversation_id: must(id("conversation")),
    person_id: person,
    date: must(day),
    type: must(code("conversation-type")),
    form: code("conversation-form"),
    status: must(code("conversation-status")),
    worker: id("worker"),
  },
  recoveries: { person_id: person, date: must(day), kind: must(code("recovery-kind")) },
  sanctions: { person_id: person, date: must(day), kind: must(code("sanction-kind")) },
  cvs: { person_id: person, approved: must(day), kind: code("cv-kind") },
  programmes: { person_id: person, kind: must(code("programme-kind")), ...span, ground: code("programme-ground") },
  jobgoals: { person_id: person, rank: code("goal-rank"), occupation: must(code("occupation")), ...openSpan },
  progression: { person_id: person, date: must(day), indicator: must(id("scale")), ...scored, by: code("scored-by") },
  assignments: { person_id: person, unit: must(id("unit")), worker: id("worker"), ...span },
  companies: {
    p_number: must(id("company")),
    cvr: id("cvr"),
    name: text,
    municipality: must(code("municipality")),
    industry: code("industry"),
    industry_version: code("industry-version"),
    employees: amount,
    ...openSpan,
  },
  company_contacts: {
    contact_id: must(id("contact")),
    p_number: must(id("company")),
    date: must(day),
    kind: must(code("contact-kind")),
    worker: id("worker"),
  },
  cooperations: {
    p_number: must(id("company")),
    kind: must(code("cooperation-kind")),
    ...span,
    municipality: must(code("municipality")),
  },
  job_orders: {
    job_order_id: must(id("job-order")),
    p_number: must(id("company")),
    occupation: must(code("occupation")),
    positions: must(amount),
    received: must(day),
    deadline: day,
    closed: day,
    outcome: code("order-outcome"),
    municipality: must(code("municipality")),
  },
  referrals: {
    job_order_id: must(id("job-order")),
    person_id: person,
    date: must(day),
    outcome: code("referral-outcome"),
  },
  agreements: {
    agreement_id: must(id("agreement")),
    p_number: must(id("company")),
    kind: must(code("agreement-kind")),
    ...span,
  },
  costs: {
    person_id: id("person"),
    offer_id: id("offer"),
    account: id("account"),
    date: must(day),
    amount: must(number),
    kind: code("cost-kind"),
  },
  survey_answers: {
    survey: must(id("survey")),
    date: must(day),
    question: must(id("question")),
    ...scored,
    unit: id("unit"),
  },
  inquiries: { received: must(datetime), answered: datetime, unit: id("unit") },
  populations: {
    municipality: must(code("municipality")),
    period: must(id("period")),
    age_from: must(amount),
    age_to: must(amount),
    sex: code("sex"),
    population: must(amount),
    employed: amount,
    labour_force: amount,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Column>>>>;

export type TableName = keyof typeof tables;
export type ColumnName<T extends TableName> = keyof (typeof tables)[T] & string;

/** Whether a word names a table of the format. */
export function isTableName(word: string): word is TableName {
  return Object.hasOwn(tables, word);
}

/** The columns of a table in the order of the format. */
export function columnsOf(table: TableName): readonly (readonly [name: string, column: Column])[] {
  return Object.entries(tables[table]);
}
