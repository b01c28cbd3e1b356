import { benefitDays, type TwinCase } from "../twin-case.ts";

const ofBenefit = ["benefit", "municipality"];
const needs = [{ table: "benefits" }, { table: "offers" }];

/** Days activated: with an offer, or on løntilskud; what kind of offer, and how much of the day by its hours. */
const activated = `SELECT register, person_id, day, type AS offer, coalesce(hours_per_week / 37, 1) AS hours
    FROM offer_days
  UNION ALL SELECT register, person_id, day, 'loentilskud', 1 FROM benefit_of_day WHERE benefit = 'loentilskud'`;

/** Benefit days that are activated, by the whole day or by hours, in all or by kind of offer. */
function activatedDays(weight: "1" | "hours", byOffer: boolean): string {
  const offer = byOffer ? ", a.offer" : "";
  return `SELECT d.register, w.period, d.person_id AS who, d.day, d.benefit, d.municipality${offer},
      least(1, ${weight === "1" ? "count(*)" : "sum(a.hours)"}) AS weight
    FROM (SELECT DISTINCT register, person_id, day, benefit, municipality FROM benefit_days) d
    JOIN (${activated}) a ON a.register = d.register AND a.person_id = d.person_id AND a.day = d.day
    JOIN windows w ON w.register = d.register AND d.day BETWEEN w.first AND w.last
    GROUP BY ALL`;
}

const allDays = { sql: benefitDays("true", "1"), reading: "sum", once: "greatest", own: ofBenefit } as const;

/** The share of time in activation. */
export const rate: readonly TwinCase[] = [
  {
    indicator: "aktiveringsgrad",
    by: ["benefit"],
    needs,
    numerator: { sql: activatedDays("1", false), reading: "sum", once: "greatest", own: ofBenefit },
    denominator: allDays,
  },
  {
    indicator: "aktiveringsgrad",
    by: ["offer", "municipality"],
    needs,
    numerator: { sql: activatedDays("1", true), reading: "sum", once: "greatest", own: [...ofBenefit, "offer"] },
    denominator: { ...allDays, ignores: ["offer"] },
  },
  {
    indicator: "aktiveringsgrad",
    parameters: { hours: "37" },
    by: ["visitation"],
    needs,
    numerator: { sql: activatedDays("hours", false), reading: "sum", once: "greatest", own: ofBenefit },
    denominator: allDays,
  },
  {
    indicator: "fuldtidsaktiverede",
    by: ["offer"],
    needs: [{ table: "offers" }],
    numerator: {
      sql: `SELECT o.register, w.period, o.person_id AS who, o.day, coalesce(o.hours_per_week / 37, 1) AS weight,
          o.type AS offer
        FROM offer_days o JOIN windows w ON w.register = o.register AND o.day BETWEEN w.first AND w.last`,
      reading: "per-day",
      own: ["offer"],
    },
  },
];

/** Benefit days of persons of whom something holds in the same period. */
function havingInPeriod(facts: string, own: string): string {
  return `SELECT b.*${own} FROM (${benefitDays()}) b
    JOIN (SELECT DISTINCT f.*, w.period FROM (${facts}) f
      JOIN windows w ON w.register = f.register AND f.day BETWEEN w.first AND w.last) h
    ON h.register = b.register AND h.person_id = b.who AND h.period = b.period`;
}

const onBenefit = { sql: benefitDays(), reading: "persons", own: ofBenefit } as const;

/** The share of persons of whom something holds in the period. */
export const shareOfPersons: readonly TwinCase[] = [
  {
    indicator: "aktiveringsberoerte",
    by: ["benefit"],
    needs,
    numerator: {
      sql: havingInPeriod(`SELECT register, person_id, day FROM (${activated})`, ""),
      reading: "persons",
      own: ofBenefit,
    },
    denominator: onBenefit,
  },
  {
    indicator: "aktiveringsberoerte",
    by: ["offer"],
    needs,
    numerator: {
      sql: havingInPeriod(`SELECT register, person_id, day, offer FROM (${activated})`, ", h.offer"),
      reading: "persons",
      own: [...ofBenefit, "offer"],
    },
    denominator: { ...onBenefit, ignores: ["offer"] },
  },
  {
    indicator: "sanktioner-andel",
    by: ["sanction", "municipality"],
    needs: [{ table: "benefits" }, { table: "sanctions" }],
    numerator: {
      sql: havingInPeriod(`SELECT register, person_id, date AS day, kind AS sanction FROM sanctions`, ", h.sanction"),
      reading: "persons",
      own: [...ofBenefit, "sanction"],
    },
    denominator: { ...onBenefit, ignores: ["sanction"] },
  },
  {
    indicator: "sanktioner-andel",
    where: { sanction: "fradrag", benefit: "dagpenge" },
    needs: [{ table: "benefits" }, { table: "sanctions" }],
    numerator: {
      sql: havingInPeriod(`SELECT register, person_id, date AS day, kind AS sanction FROM sanctions`, ", h.sanction"),
      reading: "persons",
      own: [...ofBenefit, "sanction"],
    },
    denominator: { ...onBenefit, ignores: ["sanction"] },
  },
];
