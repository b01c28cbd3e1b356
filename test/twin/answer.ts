import { codesOf } from "#core/vocabulary/dimension.ts";
import type { Facts, TwinCase, TwinNeed } from "./twin-case.ts";

/** How a dimension is looked up for a fact `f` of period `w`: the joins it takes, and the expression of its word. */
type LookUp = { readonly join?: string; readonly word: string };

const person = (table: string, as: string, column: string): LookUp => ({
  join: `LEFT JOIN ${table} ${as} ON ${as}.register = f.register AND ${as}.person_id = f.who AND ${as}.day = f.day`,
  word: `coalesce(${as}.${column}, 'uoplyst')`,
});

const ofPersons = {
  join: "LEFT JOIN persons p ON p.register = f.register AND p.person_id = f.who",
};

/** Whole years from birth to the last day of the period. */
const age = `date_sub('year', coalesce(p.birth_date, make_date(p.birth_year::INTEGER, 7, 1)), w.last)`;
const ageBand = `CASE WHEN ${age} IS NULL THEN 'uoplyst' WHEN ${age} >= 65 THEN '65-' WHEN ${age} < 16 THEN '0-15'
  WHEN ${age} < 20 THEN '16-19' ELSE format('{}-{}', ${age} // 5 * 5, ${age} // 5 * 5 + 4) END`;

const weeks = "(f.day - s.first) // 7";
const lookUps: Readonly<Record<string, LookUp>> = {
  sex: { ...ofPersons, word: "coalesce(p.sex, 'uoplyst')" },
  origin: { ...ofPersons, word: "coalesce(p.origin, 'uoplyst')" },
  education: { ...ofPersons, word: "coalesce(p.education, 'uoplyst')" },
  age: { ...ofPersons, word: ageBand },
  visitation: person("visit", "v", "category"),
  unit: person("unit_of_day", "u", "unit"),
  municipality: person("home", "h", "municipality"),
  benefit: person("benefit_of_day", "b", "benefit"),
  duration: {
    join: `JOIN spells s ON s.register = f.register AND s.person_id = f.who AND s.benefit = f.benefit
      AND s.municipality = f.municipality AND f.day >= s.first AND (f.day <= s.last OR NOT s.over)`,
    word: `CASE WHEN ${weeks} < 13 THEN '0-13' WHEN ${weeks} < 26 THEN '14-26' WHEN ${weeks} < 52 THEN '27-52'
      WHEN ${weeks} < 104 THEN '53-104' WHEN ${weeks} < 156 THEN '105-156' ELSE '157-' END`,
  },
};

/** The company of a fact on its day: of several rows the one that began last, then the first in the alphabet. */
const company = (column: string): LookUp => ({
  word: `coalesce(nullif((SELECT arg_min(coalesce(c.${column}, ''), (-epoch(c."from"), coalesce(c.${column}, '')))
    FROM companies c WHERE c.register = f.register AND c.p_number = f.who AND c."from" <= f.day
    AND coalesce(c."to", DATE '9999-01-01') >= f.day), ''), 'uoplyst')`,
});

function lookUp({ own = [], of = "persons" }: Facts, dimension: string): LookUp {
  if (own.includes(dimension)) return { word: `f.${dimension}` };
  return of === "companies" ? company(dimension) : lookUps[dimension];
}

/** The dimensions a half is broken down by. */
export function dimensionsOf({ by = [] }: TwinCase, { ignores = [] }: Facts): readonly string[] {
  return by.filter((dimension) => !ignores.includes(dimension));
}

/** One query that answers a half of a question for all registers: register, period, each dimension, value, persons. */
export function queryOf(question: TwinCase, facts: Facts): string {
  const by = dimensionsOf(question, facts).map((dimension) => ({ dimension, ...lookUp(facts, dimension) }));
  const filters = Object.entries(question.where ?? {}).filter(([dimension]) => !facts.ignores?.includes(dimension));
  const used = [
    ...by,
    ...filters.map(([dimension]) => lookUp(facts, dimension)).filter(({ join }) => !isOfBenefit(join)),
  ];
  const joins = [...new Set(used.flatMap(({ join }) => join ?? []))].join("\n");
  const dims = by.map(({ dimension, word }) => `${word} AS "${dimension}_"`);
  const names = by.map(({ dimension }) => `"${dimension}_"`);
  const columns = ["register", "period", ...names].join(", ");
  const cells = `SELECT f.register, f.period, w.first, w.last, f.who, f.day, f.weight${dims.map((dim) => `, ${dim}`).join("")}
    FROM (${facts.sql}) f JOIN windows w ON w.register = f.register AND w.period = f.period
    ${joins}
    WHERE ${["true", ...filters.map(([dimension, value]) => condition(facts, dimension, value))].join(" AND ")}`;
  const counted = facts.once === undefined ? cells : onceADay(cells, columns, facts.once);
  return `SELECT ${columns}, ${values[facts.reading]} AS value, count(DISTINCT who) AS persons FROM (${counted}) GROUP BY ${columns}`;
}

function onceADay(cells: string, columns: string, once: "sum" | "greatest"): string {
  const weight = once === "sum" ? "least(1, sum(weight))" : "max(weight)";
  return `SELECT ${columns}, any_value(first) AS first, any_value(last) AS last, who, day, ${weight} AS weight
    FROM (${cells}) GROUP BY ${columns}, who, day`;
}

const values = {
  "per-day": "sum(weight) / any_value(last - first + 1)",
  sum: "sum(weight)",
  persons: "count(DISTINCT who)",
  mean: "avg(weight)",
  median: "median(weight)",
} as const;

/** A person can have several benefits on a day: whoever has one of those wanted is counted, once. */
function isOfBenefit(join: string | undefined): boolean {
  return join === lookUps.benefit.join;
}

function condition(facts: Facts, dimension: string, value: string): string {
  const codes = codesOf(value);
  if (dimension === "age")
    return `(${codes
      .map((range) => range.split("-"))
      .map(([from, to]) => `(${age} BETWEEN ${from || 0} AND ${to || 999})`)
      .join(" OR ")})`;
  const list = codes.map((code) => `'${code}'`).join(", ");
  const { join, word } = lookUp(facts, dimension);
  if (isOfBenefit(join))
    return `EXISTS (SELECT 1 FROM benefit_of_day x WHERE x.register = f.register AND x.person_id = f.who
      AND x.day = f.day AND x.benefit IN (${list}))`;
  return `${word} IN (${list})`;
}

/** What breakdowns and filters take of other tables than those that are counted. */
const behind: Readonly<Record<string, string>> = {
  visitation: "visitation",
  unit: "assignments",
  benefit: "benefits",
  municipality: "residence",
};
const ofPerson = ["sex", "origin", "education", "age"];

/** A benefit without a municipality is the residence's. */
const payers: TwinNeed = {
  table: "residence",
  optional: true,
  where: "EXISTS (SELECT 1 FROM benefits b WHERE b.register = w.register AND b.municipality IS NULL)",
};

/** Whether what is counted is told apart by the benefit and its municipality. */
function isOfBenefits({ own = [] }: Facts): boolean {
  return own.includes("benefit") && own.includes("municipality");
}

/** One query that says why there is no figure: register, period, reason; nothing of periods that have one. */
export function missingQuery(question: TwinCase): string {
  const dimensions = [...(question.by ?? []), ...Object.keys(question.where ?? {})];
  const halves = [question.numerator, ...(question.denominator ? [question.denominator] : [])];
  const looked = halves.flatMap((half) =>
    dimensions.filter((one) => !half.own?.includes(one) && !half.ignores?.includes(one)).map((one) => ({ half, one })),
  );
  const tables = looked.flatMap(({ half: { of = "persons" }, one }) => {
    if (of === "companies") return ["companies"];
    return of === "persons" && one in behind ? [behind[one]] : [];
  });
  const needs: readonly TwinNeed[] = [
    ...question.needs,
    ...tables.map((table) => ({ table })),
    ...(halves.some((half) => isOfBenefits(half) && dimensions.includes("municipality")) ? [payers] : []),
  ];
  const asksPersons = looked.some(({ half: { of = "persons" }, one }) => of === "persons" && ofPerson.includes(one));
  const rows = needs.map(
    ({ table, first = "first", last = "last", optional = false, where = "true" }) =>
      `SELECT w.register, period, w.last, '${table}' AS name, ${optional} AS optional,
        (${first})::DATE AS need_first, (${last})::DATE AS need_last FROM windows w WHERE ${where}`,
  );
  if (asksPersons)
    rows.push(`SELECT register, period, last, 'persons', false, DATE '9999-01-01', DATE '0001-01-01' FROM windows`);
  const population =
    question.without === undefined
      ? "NULL"
      : `CASE WHEN NOT EXISTS (SELECT 1 FROM covers c WHERE c.register = n.register AND c.name = 'populations')
          THEN '${question.without}' END`;
  return `SELECT register, period, reason FROM (
    SELECT n.register, n.period, CASE
        WHEN bool_or(c.name IS NULL AND NOT optional) THEN 'no-data'
        WHEN any_value(n.last) > any_value(as_of) OR bool_or(need_last > as_of AND c.name IS NOT NULL) THEN 'not-yet-published'
        WHEN bool_or(need_first < c.first OR need_last > c.last) THEN 'outside-coverage'
        ELSE any_value(${population}) END AS reason
    FROM (${rows.join("\nUNION ALL\n")}) n JOIN registers r ON r.register = n.register
    LEFT JOIN covers c ON c.register = n.register AND c.name = n.name
    GROUP BY n.register, n.period) WHERE reason IS NOT NULL`;
}
