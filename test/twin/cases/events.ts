import type { TwinCase } from "../twin-case.ts";

/** Rows of a table with a date in the period. */
function dated(table: string, date: string, columns: string, where = "true", who = "person_id"): string {
  return `SELECT t.register, w.period, t.${who} AS who, t.${date} AS day, 1 AS weight${columns}
    FROM ${table} t JOIN windows w ON w.register = t.register AND t.${date} BETWEEN w.first AND w.last WHERE ${where}`;
}

const held = dated("conversations", "date", ", t.type AS conversation", "t.status = 'afholdt'");

/** The first partial recovery of each spell on sygedagpenge. */
const firstPartial = `SELECT DISTINCT r.register, w.period, r.person_id AS who, r.date AS day, 1 AS weight
  FROM (SELECT s.register, s.person_id, min(r.date) AS date
    FROM spells s JOIN recoveries r ON r.register = s.register AND r.person_id = s.person_id AND r.kind = 'delvis'
      AND r.date >= s.first AND (r.date <= s.last OR NOT s.over)
    WHERE s.benefit = 'sygedagpenge' GROUP BY s.register, s.person_id, s.municipality, s.first) r
  JOIN windows w ON w.register = r.register AND r.date BETWEEN w.first AND w.last`;

const begunSick = `SELECT s.register, w.period, s.person_id AS who, s.first AS day, 1 AS weight
  FROM spells s JOIN windows w ON w.register = s.register AND s.first BETWEEN w.first AND w.last
  WHERE s.benefit = 'sygedagpenge'`;

const orders = dated("job_orders", "received", ", t.occupation, t.municipality, t.positions", "true", "p_number");

function referredOrders(where: string): string {
  return `SELECT o.* FROM (${dated(
    "job_orders",
    "received",
    ", t.occupation, t.municipality, t.job_order_id",
    "true",
    "p_number",
  )}) o SEMI JOIN (SELECT * FROM referrals WHERE ${where}) r ON r.register = o.register AND r.job_order_id = o.job_order_id`;
}

const orderNeeds = [{ table: "job_orders" }];

/** Things that happen. */
export const events: readonly TwinCase[] = [
  {
    indicator: "samtaler",
    by: ["conversation", "benefit"],
    needs: [{ table: "conversations" }],
    numerator: { sql: held, reading: "sum", own: ["conversation"] },
  },
  {
    indicator: "samtaler",
    where: { benefit: "dagpenge+kontanthjaelp", visitation: "jobparat+uoplyst" },
    by: ["age"],
    needs: [{ table: "conversations" }],
    numerator: { sql: held, reading: "sum", own: ["conversation"] },
  },
  {
    indicator: "sanktioner",
    by: ["sanction", "municipality"],
    needs: [{ table: "sanctions" }],
    numerator: { sql: dated("sanctions", "date", ", t.kind AS sanction"), reading: "sum", own: ["sanction"] },
  },
  {
    indicator: "delvise-raskmeldinger-andel",
    by: ["sex"],
    needs: [
      { table: "recoveries" },
      { table: "benefits" },
      { table: "benefits", first: "(date_trunc('month', first - 1))::DATE" },
    ],
    numerator: { sql: firstPartial, reading: "sum" },
    denominator: { sql: begunSick, reading: "sum" },
  },
  {
    indicator: "virksomhedskontakter",
    by: ["contact", "municipality"],
    needs: [{ table: "company_contacts" }],
    numerator: {
      sql: dated("company_contacts", "date", ", t.kind AS contact", "true", "p_number"),
      reading: "sum",
      own: ["contact"],
      of: "companies",
    },
  },
  {
    indicator: "jobordrer",
    by: ["occupation", "industry"],
    needs: orderNeeds,
    numerator: { sql: orders, reading: "sum", own: ["occupation", "municipality"], of: "companies" },
  },
  {
    indicator: "jobordrer-stillinger",
    by: ["municipality"],
    needs: orderNeeds,
    numerator: {
      sql: `SELECT * REPLACE (positions AS weight) FROM (${orders})`,
      reading: "sum",
      own: ["occupation", "municipality"],
      of: "companies",
    },
  },
  {
    indicator: "rekrutteringer",
    by: ["municipality", "occupation"],
    needs: [{ table: "referrals" }],
    numerator: {
      sql: `SELECT r.register, w.period, r.person_id AS who, r.date AS day, 1 AS weight,
          coalesce(o.municipality, 'uoplyst') AS municipality, coalesce(o.occupation, 'uoplyst') AS occupation
        FROM referrals r JOIN windows w ON w.register = r.register AND r.date BETWEEN w.first AND w.last
        LEFT JOIN job_orders o ON o.register = r.register AND o.job_order_id = r.job_order_id
        WHERE r.outcome = 'ansat'`,
      reading: "sum",
      own: ["municipality", "occupation"],
    },
  },
  {
    indicator: "samtaler-pr-person",
    by: ["benefit"],
    needs: [{ table: "conversations" }, { table: "benefits" }],
    numerator: { sql: held, reading: "sum", own: ["conversation"] },
    denominator: {
      sql: `SELECT d.register, w.period, d.person_id AS who, d.day, degree AS weight, d.benefit FROM benefit_days d
        JOIN windows w ON w.register = d.register AND d.day BETWEEN w.first AND w.last`,
      reading: "per-day",
      own: ["benefit"],
    },
  },
];

/** Orders that somebody was referred to. */
export const eventsPer: readonly TwinCase[] = [
  {
    indicator: "formidlingsgrad",
    by: ["occupation"],
    needs: [...orderNeeds, { table: "referrals" }],
    numerator: { sql: referredOrders("true"), reading: "sum", own: ["occupation", "municipality"], of: "companies" },
    denominator: { sql: orders, reading: "sum", own: ["occupation", "municipality"], of: "companies" },
  },
  {
    indicator: "besaettelsesgrad",
    by: ["municipality"],
    needs: [...orderNeeds, { table: "referrals" }],
    numerator: {
      sql: referredOrders("outcome = 'ansat'"),
      reading: "sum",
      own: ["occupation", "municipality"],
      of: "companies",
    },
    denominator: { sql: referredOrders("true"), reading: "sum", own: ["occupation", "municipality"], of: "companies" },
  },
];

/** Answers to surveys and inquiries. */
export const answers: readonly TwinCase[] = [
  {
    indicator: "tilfredshed",
    by: ["question", "unit"],
    needs: [{ table: "survey_answers" }],
    numerator: {
      sql: `SELECT t.register, w.period, t.line AS who, t.date AS day,
          (score - score_min) / (score_max - score_min) AS weight, question, coalesce(unit, 'uoplyst') AS unit
        FROM survey_answers t JOIN windows w ON w.register = t.register AND t.date BETWEEN w.first AND w.last`,
      reading: "mean",
      own: ["question", "unit"],
      of: "rows",
    },
  },
  {
    indicator: "svartid",
    by: ["unit"],
    needs: [{ table: "inquiries" }],
    numerator: { sql: inquiries("answered <= due"), reading: "sum", own: ["unit"], of: "rows" },
    denominator: {
      sql: inquiries("answered IS NOT NULL OR due < as_of"),
      reading: "sum",
      own: ["unit"],
      of: "rows",
    },
  },
  {
    indicator: "svartid-median",
    needs: [{ table: "inquiries" }],
    numerator: {
      sql: `SELECT * REPLACE ((SELECT count(*) FROM working_days d WHERE d.day > q.day AND d.day <= q.answered) AS weight)
        FROM (${inquiries("answered IS NOT NULL")}) q`,
      reading: "median",
      own: ["unit"],
      of: "rows",
    },
  },
];

/** Inquiries received in the period, due the fifth working day after. */
function inquiries(where: string): string {
  return `SELECT * FROM (
    SELECT t.register, w.period, t.line AS who, t.received AS day, 1 AS weight, coalesce(t.unit, 'uoplyst') AS unit,
      t.answered, t.as_of, (SELECT d.day FROM working_days d WHERE d.number = 5 + (
        SELECT count(*) FROM working_days b WHERE b.day <= t.received)) AS due
    FROM inquiries t JOIN windows w ON w.register = t.register AND t.received BETWEEN w.first AND w.last)
    WHERE ${where}`;
}
