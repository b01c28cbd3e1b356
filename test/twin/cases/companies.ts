import type { TwinCase } from "../twin-case.ts";

/**
 * The companies of each period: those of which a row touches the days looked at, with at least so many employees on
 * average over the days on which the number is known.
 */
function base(entity: string, from: string, least: number): string {
  return `WITH looked AS (SELECT register, period, ${from} AS looked_from, first, last FROM windows),
    there AS (
      SELECT c.register, l.period, l.last, ${entity} AS id, c.municipality, c.industry, c.employees,
        greatest(c."from", looked_from) AS a, least(coalesce(c."to", DATE '9999-01-01'), l.last) AS b
      FROM companies c JOIN looked l ON l.register = c.register
        AND c."from" <= l.last AND coalesce(c."to", DATE '9999-01-01') >= l.looked_from),
    known AS (SELECT register, period, id, employees, unnest(generate_series(a, b, INTERVAL 1 DAY))::DATE AS day
      FROM there WHERE employees IS NOT NULL),
    big AS (SELECT register, period, id FROM known GROUP BY ALL
      HAVING sum(employees) / count(DISTINCT day) >= ${least})
    SELECT DISTINCT t.register, t.period, t.id AS who, t.last AS day, 1 AS weight, t.municipality
    FROM there t SEMI JOIN big b ON b.register = t.register AND b.period = t.period AND b.id = t.id`;
}

/** Those of the base with a counted cooperation that touches the days looked at: with whom, and which. */
function cooperating(companies: string, entity: string, from: string): string {
  return `SELECT b.*, p.party, o.kind AS cooperation FROM (${companies}) b
    JOIN windows w ON w.register = b.register AND w.period = b.period
    JOIN (SELECT DISTINCT o.*, coalesce(c.id, 'none') AS id FROM cooperations o LEFT JOIN (
      SELECT DISTINCT register, p_number, ${entity} AS id FROM companies c) c
      ON c.register = o.register AND c.p_number = o.p_number) o
    ON o.register = b.register AND o.id = b.who AND o."from" <= w.last
      AND coalesce(o."to", DATE '9999-01-01') >= ${from} AND o.kind <> 'voksenlaerling'
    JOIN (VALUES ('egen'), ('andre'), ('alle')) p(party)
      ON p.party = 'alle' OR (p.party = 'egen') = (o.municipality = b.municipality)`;
}

const YEAR = "(last + 1 - INTERVAL 12 MONTH)::DATE";
const yearNeeds = [
  { table: "companies", first: YEAR },
  { table: "cooperations", first: YEAR },
];

function collaboration(question: Partial<TwinCase>, entity = "c.p_number", party = "alle"): TwinCase {
  const companies = base(entity, YEAR, 1);
  const all = cooperating(companies, entity, YEAR.replace("last", "w.last"));
  const told = question.by?.includes("party") === true || question.where?.party !== undefined;
  return {
    indicator: "samarbejdsgrad",
    needs: yearNeeds,
    numerator: {
      sql: told ? all : `SELECT * FROM (${all}) WHERE party = '${party}'`,
      reading: "persons",
      own: ["municipality", "party", "cooperation"],
      of: "companies",
    },
    denominator: {
      sql: companies,
      reading: "persons",
      own: ["municipality"],
      ignores: ["party", "cooperation"],
      of: "companies",
    },
    ...question,
  };
}

/** Companies on the last day with more than two employees. */
const onLastDay = `SELECT c.register, w.period, c.p_number AS who, w.last AS day, 1 AS weight, c.municipality
  FROM companies c JOIN windows w ON w.register = c.register AND c."from" <= w.last
    AND coalesce(c."to", DATE '9999-01-01') >= w.last
  WHERE (SELECT sum(d.employees) FROM companies d WHERE d.register = c.register AND d.p_number = c.p_number
    AND d."from" <= w.last AND coalesce(d."to", DATE '9999-01-01') >= w.last) > 2`;

const SINCE = "(date_trunc('year', last))::DATE";
const contacted = `SELECT b.*, k.kind AS contact FROM (${onLastDay}) b
  JOIN windows w ON w.register = b.register AND w.period = b.period
  JOIN company_contacts k ON k.register = b.register AND k.p_number = b.who
    AND k.date BETWEEN ${SINCE.replace("last", "w.last")} AND w.last`;
const contactNeeds = [{ table: "companies" }, { table: "company_contacts", first: SINCE }];

/** Companies. */
export const companies: readonly TwinCase[] = [
  collaboration({ by: ["party"] }),
  collaboration({ by: ["municipality"] }),
  collaboration({ by: ["municipality", "cooperation"], where: { party: "andre" } }),
  collaboration({ parameters: { party: "egen" } }, "c.p_number", "egen"),
  collaboration({ parameters: { entity: "cvr" }, by: ["municipality"] }, "c.cvr"),
  {
    indicator: "virksomheder",
    parameters: { employees: "2" },
    by: ["municipality"],
    needs: [{ table: "companies" }],
    numerator: { sql: base("c.p_number", "first", 2), reading: "persons", own: ["municipality"], of: "companies" },
  },
  ...[["contact"], ["municipality"]].map(
    (by): TwinCase => ({
      indicator: "virksomhedsdaekning",
      by,
      needs: contactNeeds,
      numerator: { sql: contacted, reading: "persons", own: ["municipality", "contact"], of: "companies" },
      denominator: {
        sql: onLastDay,
        reading: "persons",
        own: ["municipality"],
        ignores: ["contact"],
        of: "companies",
      },
    }),
  ),
];
