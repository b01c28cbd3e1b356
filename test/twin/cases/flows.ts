import type { TwinCase, TwinNeed } from "../twin-case.ts";

const ofBenefit = ["benefit", "municipality"];
const begunNeeds = [{ table: "benefits", first: "(date_trunc('month', first - 1))::DATE" }];
const endedNeeds = [{ table: "benefits", last: "last_day(last + INTERVAL 1 DAY)" }];

const begunSpells = `SELECT s.register, w.period, s.person_id AS who, s.first AS day, 1 AS weight, s.benefit, s.municipality
  FROM spells s JOIN windows w ON w.register = s.register AND s.first BETWEEN w.first AND w.last`;

const endedSpells = `SELECT s.register, w.period, s.person_id AS who, s.last AS day, 1 AS weight, s.benefit, s.municipality,
    s.last - s.first + 1 AS days
  FROM spells s JOIN windows w ON w.register = s.register AND s.over AND s.last BETWEEN w.first AND w.last`;

const courseDays = `SELECT c.register, w.period, c.person_id AS who, c.day, 1 AS weight, c.type AS offer, c.sector
  FROM (SELECT *, unnest(generate_series(first, coalesce(last, as_of), INTERVAL 1 DAY))::DATE AS day
    FROM courses JOIN registers USING (register)) c
  JOIN windows w ON w.register = c.register AND c.day BETWEEN w.first AND w.last`;

/** Spells and courses that begin. */
export const begun: readonly TwinCase[] = [
  ...[["benefit", "municipality"], ["visitation", "age"], ["duration"], ["unit"]].map(
    (by): TwinCase => ({
      indicator: "tilgang",
      by,
      needs: begunNeeds,
      numerator: { sql: begunSpells, reading: "sum", own: ofBenefit },
    }),
  ),
  {
    indicator: "tilbud-paabegyndt",
    by: ["offer", "sector"],
    needs: [{ table: "offers", first: "first - 7" }],
    numerator: {
      sql: `SELECT c.register, w.period, c.person_id AS who, c.first AS day, 1 AS weight, c.type AS offer, c.sector
        FROM courses c JOIN windows w ON w.register = c.register AND c.first BETWEEN w.first AND w.last`,
      reading: "sum",
      own: ["offer", "sector"],
    },
  },
  {
    indicator: "tilbud-loebende",
    by: ["offer", "benefit"],
    needs: [{ table: "offers" }],
    numerator: { sql: courseDays, reading: "per-day", own: ["offer", "sector"] },
  },
];

const nextMonth = "(last + INTERVAL 1 MONTH)::DATE";

/** Spells that end. */
export const ended: readonly TwinCase[] = [
  ...[["benefit"], ["municipality", "sex"], ["duration"]].map(
    (by): TwinCase => ({
      indicator: "afgang",
      by,
      needs: endedNeeds,
      numerator: { sql: endedSpells, reading: "sum", own: ofBenefit },
    }),
  ),
  {
    indicator: "afgang",
    where: { benefit: "sygedagpenge" },
    by: ["visitation"],
    needs: [{ table: "benefits" }],
    numerator: { sql: endedSpells, reading: "sum", own: ofBenefit },
  },
  {
    indicator: "afgang",
    by: ["status"],
    needs: statusNeeds(nextMonth),
    numerator: { sql: withStatus(endedSpells, "INTERVAL 1 MONTH"), reading: "sum", own: [...ofBenefit, "status"] },
  },
  {
    indicator: "afgang",
    by: ["destination"],
    where: { benefit: "dagpenge+kontanthjaelp+uddannelseshjaelp" },
    needs: statusNeeds(nextMonth),
    numerator: { sql: withStatus(endedSpells, "INTERVAL 1 MONTH"), reading: "sum", own: [...ofBenefit, "destination"] },
  },
  {
    // The end is known at once, but not yet where the person is a month later.
    indicator: "afgang",
    by: ["destination"],
    where: { benefit: "sygedagpenge" },
    needs: statusNeeds(nextMonth, []),
    numerator: { sql: withStatus(endedSpells, "INTERVAL 1 MONTH"), reading: "sum", own: [...ofBenefit, "destination"] },
  },
  {
    indicator: "afgang",
    parameters: { months: "3" },
    by: ["destination", "benefit"],
    needs: statusNeeds("(last + INTERVAL 3 MONTH)::DATE"),
    numerator: { sql: withStatus(endedSpells, "INTERVAL 3 MONTH"), reading: "sum", own: [...ofBenefit, "destination"] },
  },
  {
    indicator: "varighed",
    by: ["benefit"],
    needs: endedNeeds,
    numerator: { sql: `SELECT * REPLACE (days / 7 AS weight) FROM (${endedSpells})`, reading: "sum", own: ofBenefit },
    denominator: { sql: endedSpells, reading: "sum", own: ofBenefit },
  },
];

/** The status so long after the day of each fact, and where the person has gone. */
function withStatus(facts: string, after: string): string {
  return `SELECT f.*, status_seen(t.status, t.home, b.home) AS status,
      CASE WHEN status_seen(t.status, t.home, b.home) = 'forsoergelse' THEN p.benefit
        ELSE status_seen(t.status, t.home, b.home) END AS destination
    FROM (${facts}) f
    JOIN statuses b ON b.register = f.register AND b.person_id = f.who AND b.day = f.day
    JOIN statuses t ON t.register = f.register AND t.person_id = f.who AND t.day = (f.day + ${after})::DATE
    LEFT JOIN support_of_day p ON p.register = f.register AND p.person_id = f.who AND p.day = t.day`;
}

function statusNeeds(last: string, known: readonly TwinNeed[] = endedNeeds): TwinNeed[] {
  return [
    ...known,
    { table: "benefits", last },
    { table: "residence", last, optional: true },
    { table: "employment", last, optional: true },
    { table: "education", last, optional: true },
  ];
}

function statusAfterSpell(months: number, status: string, question: Partial<TwinCase>): TwinCase {
  const last = `(last + INTERVAL ${months} MONTH)::DATE`;
  const all = `SELECT * FROM (${withStatus(endedSpells, `INTERVAL ${months} MONTH`)})
    WHERE status NOT IN ('doed', 'fraflyttet')`;
  return {
    indicator: "status-efter-forloeb",
    needs: statusNeeds(last),
    numerator: {
      sql: `SELECT * FROM (${all}) WHERE ${status}`,
      reading: "sum",
      own: [...ofBenefit, "status", "destination"],
    },
    denominator: { sql: all, reading: "sum", own: ofBenefit, ignores: ["status", "destination"] },
    ...question,
    parameters: { months: String(months), ...question.parameters },
  };
}

const ofCourse = ["offer", "sector"];

/** Of courses of at least so many days that ended in the period: the days looked at, with the status on each. */
function courseWindow(first: string, last: string, days = 1): string {
  return `WITH over AS (
      SELECT c.*, w.period, row_number() OVER () AS course, ${first} AS looked_from, ${last} AS looked_to, b.home
      FROM courses c JOIN windows w ON w.register = c.register AND c.last BETWEEN w.first AND w.last
      JOIN statuses b ON b.register = c.register AND b.person_id = c.person_id AND b.day = c.last
      WHERE c.last - c.first + 1 >= ${days}),
    passed AS (SELECT o.* FROM over o JOIN registers r USING (register) WHERE looked_to <= as_of),
    seen AS (
      SELECT p.*, s.day AS looked_day, status_seen(s.status, s.home, p.home) AS status
      FROM passed p JOIN statuses s ON s.register = p.register AND s.person_id = p.person_id
        AND s.day BETWEEN p.looked_from AND p.looked_to),
    staying AS (
      SELECT *, bool_or(status IN ('doed', 'fraflyttet')) OVER (PARTITION BY course ORDER BY looked_day) AS gone FROM seen)
    SELECT * FROM staying WHERE NOT gone`;
}

/** The last of the days looked at after courses that ended in the period, of those whose days have passed. */
function lastPassed(until: string): string {
  return `(SELECT greatest(w.last, coalesce(max(e), w.last)) FROM (
    SELECT ${until.replaceAll("c.last", "d")} AS e
    FROM (SELECT unnest(generate_series(w.first, w.last, INTERVAL 1 DAY))::DATE AS d))
    WHERE e <= (SELECT r.as_of FROM registers r WHERE r.register = w.register))`;
}

function effect(
  rule: string,
  [first, until]: readonly [string, string],
  met: string,
  weight: string,
  question: Partial<TwinCase>,
  days = 1,
): TwinCase {
  const last = lastPassed(until);
  const courses = `SELECT register, any_value(period) AS period, any_value(person_id) AS who, any_value(last) AS day,
      any_value(type) AS offer, any_value(sector) AS sector, count(*) AS days, count(*) FILTER (${met}) AS met
    FROM (${courseWindow(first, until, days)}) GROUP BY register, course`;
  return {
    indicator: "effekt-efter-tilbud",
    needs: [{ table: "offers" }, ...statusNeeds(last, [])],
    numerator: {
      sql: `SELECT register, period, who, day, offer, sector, ${weight} AS weight FROM (${courses}) WHERE ${weight} > 0`,
      reading: "sum",
      own: ofCourse,
    },
    denominator: { sql: `SELECT *, 1 AS weight FROM (${courses})`, reading: "sum", own: ofCourse },
    ...question,
    parameters: rule === "" ? question.parameters : { rule, ...question.parameters },
  };
}

const selfSupport = "status IN ('udvandret', 'fleksjob', 'uddannelse', 'arbejde', 'folkepension', 'selvforsoerget')";
const monthEnd = "last_day((c.last + INTERVAL 1 MONTH)::DATE)";
const stretch = ["(c.last + INTERVAL 1 MONTH)::DATE", "(c.last + INTERVAL 2 MONTH)::DATE"] as const;
const short = { parameters: { months: "1", until: "2" } };

/** Where people are after a spell or a course. */
export const statusAfter: readonly TwinCase[] = [
  statusAfterSpell(1, "status IN ('arbejde', 'uddannelse')", { by: ["benefit"] }),
  statusAfterSpell(3, "status IN ('arbejde', 'uddannelse')", { by: ["municipality"] }),
  statusAfterSpell(1, "true", { by: ["status"] }),
  statusAfterSpell(2, "true", { by: ["destination", "benefit"] }),
  statusAfterSpell(1, "status IN ('selvforsoerget', 'forsoergelse')", {
    where: { status: "selvforsoerget+forsoergelse" },
    by: ["sex"],
  }),
  {
    ...statusAfterSpell(1, "status = 'uddannelse' AND benefit = 'uddannelseshjaelp'", { by: ["sex"] }),
    indicator: "uddannelse-af-uddannelseshjaelp",
    needs: statusNeeds("(last + INTERVAL 1 MONTH)::DATE").map((need) =>
      need.table === "education" ? { ...need, optional: false } : need,
    ),
    denominator: {
      sql: `SELECT * FROM (${withStatus(endedSpells, "INTERVAL 1 MONTH")})
        WHERE status NOT IN ('doed', 'fraflyttet') AND benefit = 'uddannelseshjaelp'`,
      reading: "sum",
      own: ofBenefit,
    },
  },
  effect("", [monthEnd, monthEnd], selfSupport, "met", { by: ["offer"], parameters: { months: "1" } }),
  effect("any", stretch, selfSupport, "CASE WHEN met > 0 THEN 1 ELSE 0 END", {
    by: ["sector", "benefit"],
    ...short,
  }),
  effect("all", stretch, selfSupport, "CASE WHEN met = days THEN 1 ELSE 0 END", {
    by: ["municipality"],
    ...short,
  }),
  effect("share", stretch, selfSupport, "met / days", { by: ["sex"], ...short }),
  {
    ...effect(
      "",
      ["c.last + 14", "c.last + 28"],
      "status = 'arbejde'",
      "CASE WHEN met > 0 THEN 1 ELSE 0 END",
      { by: ["offer"] },
      5,
    ),
    indicator: "beskaeftigelse-efter-tilbud",
    parameters: { weeks: "2-4", days: "5" },
    needs: [
      { table: "offers" },
      ...statusNeeds(lastPassed("c.last + 28"), []).map((need) =>
        need.table === "employment" ? { ...need, optional: false } : need,
      ),
    ],
  },
];

/** Programmes begun so many years before the period, by the status on the anniversary. */
function cohortAfter(years: number): string {
  return `SELECT p.register, w.period, p.person_id AS who, t.day, 1 AS weight, coalesce(p.ground, 'uoplyst') AS ground,
      status_seen(t.status, t.home, b.home) AS status
    FROM programmes p
    JOIN statuses t ON t.register = p.register AND t.person_id = p.person_id
      AND t.day = (p."from" + INTERVAL ${years} YEAR)::DATE
    JOIN statuses b ON b.register = p.register AND b.person_id = p.person_id AND b.day = p."from"
    JOIN windows w ON w.register = p.register AND t.day BETWEEN w.first AND w.last
    WHERE status_seen(t.status, t.home, b.home) NOT IN ('doed', 'fraflyttet')`;
}

/** Entry cohorts. */
export const cohort: readonly TwinCase[] = [["ground"], ["sex"]].map(
  (by): TwinCase => ({
    indicator: "integration-kohorte",
    by,
    needs: [
      { table: "programmes", first: "(first - INTERVAL 1 YEAR)::DATE", last: "(last + 1 - INTERVAL 1 YEAR)::DATE - 1" },
      { table: "benefits" },
      { table: "residence", optional: true },
      { table: "employment", optional: true },
      { table: "education", optional: true },
    ],
    numerator: {
      sql: `SELECT * FROM (${cohortAfter(1)}) WHERE status IN ('arbejde', 'uddannelse')`,
      reading: "persons",
      own: ["ground"],
    },
    denominator: { sql: cohortAfter(1), reading: "persons", own: ["ground"] },
  }),
);
