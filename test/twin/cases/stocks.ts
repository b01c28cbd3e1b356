import { benefitDays, gross, support, type TwinCase } from "../twin-case.ts";

const ofBenefit = ["benefit", "municipality"];
const needs = [{ table: "benefits" }];
/** Who is ready for work is told by the visitation. */
const grossNeeds = [...needs, { table: "visitation", optional: true }];

function fullTime(question: Partial<TwinCase>): TwinCase {
  const numerator = { sql: benefitDays(), reading: "per-day", own: ofBenefit } as const;
  return { indicator: "fuldtidspersoner", needs, numerator, ...question };
}

function persons(question: Partial<TwinCase>): TwinCase {
  const numerator = { sql: benefitDays(), reading: "persons", own: ofBenefit } as const;
  return { indicator: "personer", needs, numerator, ...question };
}

/** Full-time persons. */
export const timeOn: readonly TwinCase[] = [
  fullTime({}),
  fullTime({ by: ["benefit", "municipality"] }),
  fullTime({ by: ["visitation", "sex"] }),
  fullTime({ by: ["duration", "benefit"] }),
  fullTime({ by: ["unit", "age"] }),
  fullTime({ by: ["education"], where: { benefit: "dagpenge+kontanthjaelp", age: "25-64" } }),
  fullTime({ by: ["municipality"], where: { visitation: "jobparat", origin: "dansk" } }),
  {
    indicator: "offentligt-forsoergede",
    needs,
    numerator: { sql: benefitDays("d.benefit <> 'fleksjob'"), reading: "per-day", once: "sum", own: ofBenefit },
  },
  {
    indicator: "offentligt-forsoergede",
    by: ["municipality", "age"],
    needs,
    numerator: { sql: benefitDays("d.benefit <> 'fleksjob'"), reading: "per-day", once: "sum", own: ofBenefit },
  },
  {
    indicator: "bruttoledige",
    by: ["benefit"],
    needs: grossNeeds,
    numerator: { sql: benefitDays(gross), reading: "per-day", own: ofBenefit },
  },
  {
    indicator: "nettoledige",
    needs: [...grossNeeds, { table: "offers" }],
    numerator: {
      sql: benefitDays(`${gross} AND NOT EXISTS (SELECT 1 FROM offer_days o
        WHERE o.register = d.register AND o.person_id = d.person_id AND o.day = d.day)`),
      reading: "per-day",
      own: ofBenefit,
    },
  },
  {
    indicator: "ledighedsydelse-andel",
    by: ["sex"],
    needs: [...needs, { table: "employment", optional: true }],
    numerator: { sql: benefitDays("d.benefit = 'ledighedsydelse'"), reading: "per-day", own: ofBenefit },
    denominator: {
      // A day of employment in flex jobs counts once, on days without the benefit.
      sql: `SELECT * EXCLUDE (municipality) FROM (${benefitDays("d.benefit IN ('ledighedsydelse', 'fleksjob')")})
        UNION ALL
        SELECT j.register, w.period, j.person_id, j.day, 1, 'fleksjob'
        FROM (SELECT DISTINCT register, person_id, unnest(generate_series("from",
          coalesce("to", as_of), INTERVAL 1 DAY))::DATE AS day
          FROM employment JOIN registers USING (register) WHERE kind = 'fleksjob') j
        JOIN windows w ON w.register = j.register AND j.day BETWEEN w.first AND w.last
        ANTI JOIN (SELECT * FROM benefit_of_day WHERE benefit = 'fleksjob') f
          ON f.register = j.register AND f.person_id = j.person_id AND f.day = j.day`,
      reading: "per-day",
      own: ["benefit"],
    },
  },
];

/** Different persons. */
export const personsWith: readonly TwinCase[] = [
  persons({}),
  persons({ by: ["benefit", "municipality"] }),
  persons({ by: ["visitation"] }),
  persons({ by: ["duration"] }),
  persons({ by: ["age", "sex", "origin"] }),
  persons({ by: ["unit"], where: { municipality: "165" } }),
  {
    indicator: "aktiverede",
    by: ["offer", "benefit"],
    needs: [{ table: "offers" }],
    numerator: {
      sql: `SELECT o.register, w.period, o.person_id AS who, o.day, 1 AS weight, o.type AS offer
        FROM offer_days o JOIN windows w ON w.register = o.register AND o.day BETWEEN w.first AND w.last`,
      reading: "persons",
      own: ["offer"],
    },
  },
  {
    indicator: "ordinaer-uddannelse-andel",
    by: ["municipality"],
    needs: [{ table: "offers" }],
    ...ordinaryEducation("persons"),
  },
  {
    indicator: "ordinaer-uddannelse-andel",
    parameters: { of: "days" },
    where: { benefit: "kontanthjaelp" },
    needs: [{ table: "offers" }],
    ...ordinaryEducation("sum"),
  },
  {
    indicator: "smaajob-andel",
    by: ["benefit"],
    needs: [...needs, { table: "employment" }],
    numerator: {
      sql: benefitDays(`EXISTS (SELECT 1 FROM employment e WHERE e.register = d.register AND e.person_id = d.person_id
        AND e.kind = 'ordinaer' AND e.hours_per_week > 0
        AND d.day BETWEEN e."from" AND coalesce(e."to", DATE '9999-01-01'))`),
      reading: "persons",
      own: ofBenefit,
    },
    denominator: { sql: benefitDays(), reading: "persons", own: ofBenefit },
  },
];

function ordinaryEducation(reading: "persons" | "sum"): Pick<TwinCase, "numerator" | "denominator"> {
  const days = (where: string) => `SELECT o.register, w.period, o.person_id AS who, o.day, 1 AS weight
    FROM offer_days o JOIN windows w ON w.register = o.register AND o.day BETWEEN w.first AND w.last WHERE ${where}`;
  return {
    numerator: { sql: days("o.type = 'ordinaer_uddannelse'"), reading, once: "greatest" },
    denominator: { sql: days("true"), reading, once: "greatest" },
  };
}

/** The persons of whom some days count, who are long-term on the last day of the period by the share of weeks or days. */
function often(where: string, least: string, looked: number, per: number, perLeast: number): string {
  return `WITH counted AS (SELECT DISTINCT register, person_id, day FROM benefit_days d WHERE ${where}),
    there AS (SELECT c.register, c.person_id, w.period, w.last FROM counted c
      JOIN windows w ON w.register = c.register AND c.day = w.last),
    blocks AS (SELECT t.register, t.person_id, t.period, t.last, (t.last - c.day) // ${per} AS block
      FROM there t JOIN counted c ON c.register = t.register AND c.person_id = t.person_id
        AND c.day BETWEEN t.last - ${looked - 1} AND t.last
      GROUP BY ALL HAVING count(*) >= ${perLeast}),
    long AS (SELECT register, person_id, period, last FROM blocks GROUP BY ALL HAVING count(*) >= ${least})
    SELECT l.register, l.period, l.person_id AS who, l.last AS day, 1 AS weight, d.benefit, d.municipality
    FROM long l JOIN benefit_days d ON d.register = l.register AND d.person_id = l.person_id AND d.day = l.last
    WHERE ${where}`;
}

/** As `often`, when the stretch of days that holds the last day, gaps of `gap` days bridged, has lasted long enough. */
function unbroken(where: string, least: number, gap: number): string {
  return `WITH counted AS (SELECT DISTINCT register, person_id, day FROM benefit_days d WHERE ${where}),
    marked AS (SELECT *, day - lag(day) OVER (PARTITION BY register, person_id ORDER BY day) > ${gap + 1} AS breaks
      FROM counted),
    stretches AS (SELECT *, count(*) FILTER (breaks) OVER (PARTITION BY register, person_id ORDER BY day) AS stretch
      FROM marked),
    begun AS (SELECT *, min(day) OVER (PARTITION BY register, person_id, stretch) AS begins FROM stretches)
    SELECT d.register, w.period, d.person_id AS who, d.day, 1 AS weight, d.benefit, d.municipality
    FROM benefit_days d JOIN begun b USING (register, person_id, day)
    JOIN windows w ON w.register = d.register AND d.day = w.last
    WHERE d.day - b.begins + 1 >= ${least} AND ${where}`;
}

function onLastDay(where: string): string {
  return `SELECT d.register, w.period, d.person_id AS who, d.day, 1 AS weight, d.benefit, d.municipality
    FROM benefit_days d JOIN windows w ON w.register = d.register AND d.day = w.last WHERE ${where}`;
}

function lookingBack(days: number) {
  return [{ table: "benefits", first: `least(first, last - ${days - 1})` }];
}

function grossLookingBack(days: number) {
  return lookingBack(days).flatMap((need) => [need, { ...need, table: "visitation", optional: true }]);
}

const spellsOnLastDay = `SELECT s.register, w.period, s.person_id AS who, w.last AS day, 1 AS weight,
    w.last - s.first + 1 AS days, s.benefit, s.municipality
  FROM spells s JOIN windows w ON w.register = s.register AND s.first <= w.last AND (s.last >= w.last OR NOT s.over)`;

/** What is on the last day of a period. */
export const onDay: readonly TwinCase[] = [
  {
    indicator: "langtidsledige",
    parameters: { window: "6", days: "4", share: "80 %" },
    by: ["sex"],
    needs: grossLookingBack(42),
    numerator: { sql: often(gross, "5", 42, 7, 4), reading: "persons", own: ofBenefit },
  },
  {
    indicator: "langtidsledige-andel",
    parameters: { window: "6", rule: "unbroken", gap: "8" },
    by: ["benefit"],
    needs: grossLookingBack(42),
    numerator: { sql: unbroken(gross, 42, 8), reading: "persons", own: ofBenefit },
    denominator: { sql: onLastDay(gross), reading: "persons", own: ofBenefit },
  },
  {
    indicator: "langtidsforsoergede",
    parameters: { days: "70", gap: "28" },
    by: ["benefit", "municipality"],
    needs: lookingBack(70),
    numerator: { sql: unbroken(support, 70, 28), reading: "persons", own: ofBenefit },
  },
  {
    indicator: "langtidsforsoergede-andel",
    parameters: { days: "95", rule: "share" },
    by: ["visitation"],
    needs: lookingBack(95),
    numerator: { sql: often(support, "0.8 * 95", 95, 1, 1), reading: "persons", own: ofBenefit },
    denominator: { sql: onLastDay(support), reading: "persons", own: ofBenefit },
  },
  {
    indicator: "loebende-forloeb",
    by: ["benefit", "municipality"],
    needs,
    numerator: { sql: spellsOnLastDay, reading: "sum", own: ofBenefit },
  },
  {
    indicator: "loebende-forloeb",
    by: ["unit"],
    where: { benefit: "dagpenge+sygedagpenge" },
    needs,
    numerator: { sql: spellsOnLastDay, reading: "sum", own: ofBenefit },
  },
  {
    indicator: "varighed-loebende",
    by: ["benefit"],
    needs,
    numerator: {
      sql: `SELECT * REPLACE (days / 7 AS weight) FROM (${spellsOnLastDay})`,
      reading: "sum",
      own: ofBenefit,
    },
    denominator: { sql: spellsOnLastDay, reading: "sum", own: ofBenefit },
  },
  {
    indicator: "cv-andel",
    by: ["benefit"],
    needs: [...needs, { table: "cvs" }],
    numerator: {
      sql: `SELECT b.* FROM (${beyond(21)}) b SEMI JOIN cvs c
        ON c.register = b.register AND c.person_id = b.who AND c.approved <= b.day`,
      reading: "persons",
      own: ofBenefit,
    },
    denominator: { sql: beyond(21), reading: "persons", own: ofBenefit },
  },
  {
    indicator: "cv-andel",
    parameters: { grace: "3" },
    by: ["cv"],
    needs: [...needs, { table: "cvs" }],
    numerator: {
      sql: `SELECT b.*, coalesce(c.kind, 'uoplyst') AS cv FROM (${beyond(3)}) b JOIN cvs c
        ON c.register = b.register AND c.person_id = b.who AND c.approved <= b.day`,
      reading: "persons",
      own: [...ofBenefit, "cv"],
    },
    denominator: { sql: beyond(3), reading: "persons", own: ofBenefit, ignores: ["cv"] },
  },
];

/** On a benefit on the last day, in a spell that has then lasted more than so many days. */
function beyond(days: number): string {
  return `SELECT d.register, w.period, d.person_id AS who, d.day, 1 AS weight, d.benefit, d.municipality
    FROM benefit_days d JOIN windows w ON w.register = d.register AND d.day = w.last
    JOIN spells s ON s.register = d.register AND s.person_id = d.person_id AND s.benefit = d.benefit
      AND s.municipality = d.municipality AND d.day BETWEEN s.first AND s.last
    WHERE d.day - s.first + 1 > ${days}`;
}
