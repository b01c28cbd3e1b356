import { benefitDays, gross, type TwinCase } from "../twin-case.ts";

/** For each period and person with scores of a scale and scorer on two days: how far the last lies over the first. */
function scores(byScale: boolean): string {
  const scale = byScale ? ", indicator AS scale" : "";
  return `WITH daily AS (
      SELECT p.register, w.period, w.last, person_id, indicator, "by", date,
        avg((score - score_min) / (score_max - score_min)) AS score
      FROM progression p JOIN windows w ON w.register = p.register AND p.date BETWEEN w.first AND w.last
      GROUP BY ALL),
    pairs AS (
      SELECT register, period, last, person_id, indicator, "by", arg_max(score, date) - arg_min(score, date) AS rise
      FROM daily GROUP BY ALL HAVING count(*) >= 2)
    SELECT register, period, person_id AS who, last AS day, sum(rise) AS rise, 1 AS weight${scale}
    FROM pairs GROUP BY ALL`;
}

/** In a flex job on both the first and the last day of the period: how much the weekly hours rose. */
const hours = `WITH sums AS (
    SELECT e.register, w.period, e.person_id, w.last,
      sum(hours_per_week) FILTER (e."from" <= w.first AND coalesce(e."to", DATE '9999-01-01') >= w.first) AS before,
      sum(hours_per_week) FILTER (e."from" <= w.last AND coalesce(e."to", DATE '9999-01-01') >= w.last) AS after
    FROM employment e JOIN windows w ON w.register = e.register WHERE e.kind = 'fleksjob' GROUP BY ALL)
  SELECT register, period, person_id AS who, last AS day, 1 AS weight, after - before AS rise FROM sums
  WHERE before IS NOT NULL AND after IS NOT NULL`;

/** What rose. */
export const risen: readonly TwinCase[] = [
  {
    indicator: "progression",
    by: ["sex"],
    needs: [{ table: "progression" }],
    numerator: { sql: `SELECT * FROM (${scores(false)}) WHERE rise > 1e-9`, reading: "persons" },
    denominator: { sql: scores(false), reading: "persons" },
  },
  {
    indicator: "progression",
    by: ["scale"],
    needs: [{ table: "progression" }],
    numerator: { sql: `SELECT * FROM (${scores(true)}) WHERE rise > 1e-9`, reading: "persons", own: ["scale"] },
    denominator: { sql: scores(true), reading: "persons", own: ["scale"] },
  },
  {
    indicator: "fleksjob-timer-op",
    needs: [{ table: "employment" }],
    numerator: { sql: `SELECT * FROM (${hours}) WHERE rise > 0`, reading: "persons" },
    denominator: { sql: hours, reading: "persons" },
  },
];

/** What falls due in spells by the contact rules of the test, and whether it was held in time. */
const due = `WITH rules(benefit, category, kinds, least, after_months, due_months, due_weeks, valid_to) AS (VALUES
    ('dagpenge', NULL, ['jobsamtale'], 1, 0, 1, 0, DATE '2016-12-31'),
    ('dagpenge', NULL, ['jobsamtale', 'opfoelgning'], 2, 1, 3, 0, NULL),
    ('kontanthjaelp', 'jobparat', ['jobsamtale'], 1, 0, 0, 3, NULL),
    ('sygedagpenge', NULL, ['opfoelgning'], 1, 0, 0, 2, NULL)),
  falls AS (
    SELECT s.*, r.* EXCLUDE (benefit), (s.first + to_months(after_months))::DATE AS counted_from,
      (s.first + to_months(due_months))::DATE + 7 * due_weeks AS due_day
    FROM spells s JOIN rules r ON r.benefit = s.benefit),
  there AS (
    SELECT f.*, w.period FROM falls f JOIN registers g USING (register)
    JOIN windows w ON w.register = f.register AND f.due_day BETWEEN w.first AND w.last
    LEFT JOIN visit v ON v.register = f.register AND v.person_id = f.person_id AND v.day = f.due_day
    WHERE due_day <= coalesce(valid_to, DATE '9999-01-01') AND (due_day <= f.last OR NOT f.over) AND due_day <= g.as_of
      AND (f.category IS NULL OR v.category = f.category))
  SELECT t.register, t.period, t.person_id AS who, t.due_day AS day, 1 AS weight, t.benefit, t.municipality,
    (SELECT count(*) FROM conversations c WHERE c.register = t.register AND c.person_id = t.person_id
      AND c.status = 'afholdt' AND list_contains(t.kinds, c.type) AND c.date BETWEEN t.counted_from AND t.due_day) >= t.least
      AS held
  FROM there t`;

const yearBack = [
  { table: "benefits", first: "(first - INTERVAL 12 MONTH)::DATE" },
  { table: "conversations", first: "(first - INTERVAL 12 MONTH)::DATE" },
];

/** Conversations in time. */
export const timely: readonly TwinCase[] = [
  {
    indicator: "samtaler-rettidige",
    by: ["sex"],
    needs: yearBack,
    numerator: {
      sql: `SELECT * FROM (SELECT *, bool_and(held) OVER (PARTITION BY register, period, who) AS ok FROM (${due})) WHERE ok`,
      reading: "persons",
      own: ["benefit", "municipality"],
    },
    denominator: { sql: due, reading: "persons", own: ["benefit", "municipality"] },
  },
  {
    indicator: "samtaler-rettidige",
    by: ["benefit"],
    needs: yearBack,
    numerator: {
      sql: `SELECT * FROM (SELECT *, bool_and(held) OVER (PARTITION BY register, period, who, benefit) AS ok FROM (${due}))
        WHERE ok`,
      reading: "persons",
      own: ["benefit", "municipality"],
    },
    denominator: { sql: due, reading: "persons", own: ["benefit", "municipality"] },
  },
];

/** The population, or labour force, of ages that the register's groups fill without a gap, in the very period. */
function inhabitants(amount: string, from: number, to: number): string {
  const periods = `(VALUES ('2016', DATE '2016-01-01', DATE '2016-12-31'), ('2017', DATE '2017-01-01', DATE '2017-12-31'),
    ('2016Q2', DATE '2016-04-01', DATE '2016-06-30'), ('2016Q4', DATE '2016-10-01', DATE '2016-12-31'),
    ('2016-03', DATE '2016-03-01', DATE '2016-03-31'), ('2017-03', DATE '2017-03-01', DATE '2017-03-31'))`;
  return `SELECT p.register, w.period, NULL AS who, w.first AS day, sum(p.${amount}) AS weight, p.municipality
    FROM populations p JOIN ${periods} n(name, a, b) ON n.name = p.period
    JOIN windows w ON w.register = p.register AND w.first = n.a AND w.last = n.b
    WHERE p.age_from >= ${from} AND p.age_to <= ${to}
    GROUP BY ALL HAVING sum(p.age_to - p.age_from + 1) = ${to - from + 1}`;
}

/** Shares of the population. */
export const population: readonly TwinCase[] = [
  {
    indicator: "fuldtidspersoner-andel-befolkning",
    by: ["municipality"],
    needs: [{ table: "benefits" }],
    numerator: { sql: benefitDays(), reading: "per-day", own: ["benefit", "municipality"] },
    denominator: { sql: inhabitants("population", 16, 66), reading: "sum", own: ["municipality"], of: "rows" },
    without: "no-denominator",
  },
  {
    indicator: "ledighedsprocent",
    by: ["benefit"],
    needs: [{ table: "benefits" }, { table: "visitation", optional: true }],
    numerator: { sql: benefitDays(gross), reading: "per-day", own: ["benefit", "municipality"] },
    denominator: {
      sql: inhabitants("labour_force", 16, 64),
      reading: "sum",
      own: ["municipality"],
      ignores: ["benefit"],
      of: "rows",
    },
    without: "no-denominator",
  },
];
