import { addDays, type Day, formatDay, parseDay } from "#core/calendar/day.ts";
import type { PlainRegister, PlainRow } from "#core/register/from-rows.ts";
import { isTableName, type TableName } from "#core/register/schema.ts";
import { type Draws, drawsFrom, FIRST_DAY, LAST_DAY } from "./draws.ts";

/** A small register in which much that can go wrong does, and the day it is to be read as of. */
export type NastyRegister = {
  readonly number: number;
  readonly plain: PlainRegister & { readonly covers: Readonly<Record<string, readonly [string, string]>> };
  readonly asOf: string;
};

const municipalities = ["165", "851", "183"];
const benefits = [
  "dagpenge",
  "dagpenge",
  "kontanthjaelp",
  "kontanthjaelp",
  "sygedagpenge",
  "uddannelseshjaelp",
  "ledighedsydelse",
  "fleksjob",
  "loentilskud",
  "foertidspension",
];
const offers = ["virksomhedspraktik", "vejledning_opkvalificering", "ordinaer_uddannelse", "loentilskud"];
const units = ["nord", "syd"];
const companies = ["p1", "p2", "p3"];
const owned = [
  { p_number: "p1", cvr: "c1" },
  { p_number: "p2", cvr: "c1" },
  { p_number: "p3", cvr: "c2" },
];
const orders = ["j1", "j2", "j3"];

const EARLIEST_EXTRACT = parseDay("2016-06-15");

/** The register of a number. */
export function nastyRegister(number: number): NastyRegister {
  const draws = drawsFrom(number);
  const extracted = addDays(EARLIEST_EXTRACT, draws.whole(0, LAST_DAY - EARLIEST_EXTRACT));
  const asOf = draws.chance(0.5) ? extracted : addDays(extracted, -draws.whole(0, 150));
  const all = { ...personTables(draws), ...companyTables(draws), ...otherTables(draws) };
  const tables = Object.fromEntries(
    Object.entries(all)
      .filter(([name]) => name === "benefits" || !draws.chance(0.04))
      .map(([name, rows]) => [name, withCopies(draws, rows)]),
  );
  const names = Object.keys(tables).filter(isTableName);
  const covers = Object.fromEntries(names.map((name) => [name, coverOf(draws, name, extracted)]));
  return { number, plain: { extracted: formatDay(extracted), covers, tables }, asOf: formatDay(asOf) };
}

/** Now and then a row stands twice. */
function withCopies(draws: Draws, rows: readonly PlainRow[]): PlainRow[] {
  return rows.flatMap((row) => (draws.chance(0.08) ? [row, row] : [row]));
}

/** Most tables cover everything; some begin later, or end before the day of extraction. */
function coverOf(draws: Draws, _: TableName, extracted: Day): [string, string] {
  const from = draws.chance(0.06) ? addDays(FIRST_DAY, draws.whole(0, 200)) : parseDay("2010-01-01");
  const to = draws.chance(0.04) ? addDays(extracted, -draws.whole(0, 120)) : extracted;
  return [formatDay(from), formatDay(to)];
}

function personTables(draws: Draws) {
  const ids = ["a", "b", "c"].slice(0, draws.one([1, 1, 2, 2, 3]));
  const each = (make: (person_id: string) => PlainRow[]) => ids.flatMap(make);
  const some = (most: number, make: () => PlainRow) => (person_id: string) =>
    Array.from({ length: draws.whole(0, most) }, () => ({ person_id, ...make() }));
  return {
    persons: each((person_id) => (draws.chance(0.9) ? [{ person_id, ...personRow(draws) }] : [])),
    residence: each((person_id) => residenceRows(draws).map((row) => ({ person_id, ...row }))),
    benefits: each((person_id) => benefitRows(draws).map((row) => ({ person_id, ...row }))),
    visitation: each(
      some(3, () => ({ category: draws.one(["jobparat", "aktivitetsparat", "uddannelsesparat"]), ...draws.span() })),
    ),
    offers: each((person_id) => offerRows(draws, person_id)),
    employment: each(some(2, () => employmentRow(draws))),
    education: each(
      some(1, () => ({
        kind: draws.one(["bachelor", "fvu"]),
        ...draws.span(),
        completed: draws.maybe(0.5, ["ja", "nej"]),
        su: draws.maybe(0.9, ["ja", "nej"]),
      })),
    ),
    conversations: each((person_id) => conversationRows(draws, person_id)),
    recoveries: each(some(2, () => ({ date: aDate(draws), kind: draws.one(["delvis", "delvis", "fuld"]) }))),
    sanctions: each(some(2, () => ({ date: aDate(draws), kind: draws.one(["fradrag", "ophoer"]) }))),
    cvs: each(some(1, () => ({ approved: aDate(draws), kind: draws.maybe(0.8, ["cv", "kompetence_cv"]) }))),
    programmes: each(
      some(1, () => ({ kind: "integration", ...draws.span(), ground: draws.maybe(0.8, ["flygtning", "anden"]) })),
    ),
    progression: each(some(4, () => progressionRow(draws))),
    assignments: each(some(2, () => ({ unit: draws.one(units), ...draws.span() }))),
    referrals: each(
      some(2, () => ({
        job_order_id: draws.one(orders),
        date: aDate(draws),
        outcome: draws.maybe(0.9, ["ansat", "afslag"]),
      })),
    ),
  };
}

function aDate(draws: Draws): string {
  return formatDay(draws.day());
}

function personRow(draws: Draws): PlainRow {
  // Ages near the ends of bands, and one born on a leap day.
  const birth = draws.one([
    "1952-02-29",
    "1991-06-30",
    "1996-07-01",
    "1950-12-31",
    "2001-03-15",
    "1986-10-31",
    "1951-02-28",
  ]);
  const known = draws.whole(1, 10);
  return {
    birth_date: known > 2 ? birth : "",
    birth_year: known === 2 ? "1990" : "",
    sex: draws.maybe(0.9, ["mand", "kvinde"]),
    origin: draws.maybe(0.8, ["dansk", "ikke_vestlig"]),
    education: draws.maybe(0.8, ["grundskole", "bachelor"]),
  };
}

function residenceRows(draws: Draws): PlainRow[] {
  const rows: PlainRow[] = [];
  let to = "";
  for (let k = draws.whole(0, 3); k > 0; k--) {
    const span =
      rows.length === 0 && draws.chance(0.6) ? { from: "2010-01-01", to: draws.span().to } : spanNext(draws, to);
    const end = span.to === "" ? "" : draws.maybe(0.6, ["flyttet", "flyttet", "udvandret", "doed"]);
    rows.push({ municipality: draws.one(municipalities), ...span, end });
    to = span.to;
  }
  return rows;
}

function spanNext(draws: Draws, to: string) {
  return draws.chance(0.6) ? draws.spanAfter(to) : draws.span();
}

function benefitRows(draws: Draws): PlainRow[] {
  const rows: PlainRow[] = [];
  let last = { benefit: draws.one(benefits), municipality: draws.maybe(0.7, municipalities), to: "" };
  for (let k = draws.whole(0, 6); k > 0; k--) {
    const span = rows.length === 0 ? draws.span() : spanNext(draws, last.to);
    const isAlike = draws.chance(0.6);
    last = {
      benefit: isAlike ? last.benefit : draws.one(benefits),
      municipality: isAlike ? last.municipality : draws.maybe(0.7, municipalities),
      to: span.to,
    };
    rows.push({ ...last, ...span, degree: draws.maybe(0.4, ["0.5", "0.25", "0.75", "0.3", "1"]) });
  }
  return rows;
}

function offerRows(draws: Draws, person_id: string): PlainRow[] {
  const rows: PlainRow[] = [];
  let last = { type: draws.one(offers), to: "" };
  for (let k = draws.whole(0, 4); k > 0; k--) {
    const span = spanNext(draws, last.to);
    last = { type: draws.chance(0.6) ? last.type : draws.one(offers), to: span.to };
    rows.push({
      offer_id: `${person_id}${k}`,
      person_id,
      ...last,
      ...span,
      sector: draws.maybe(0.8, ["privat", "offentlig"]),
      hours_per_week: draws.maybe(0.7, ["37", "18.5", "10", "25"]),
    });
  }
  return rows;
}

function employmentRow(draws: Draws): PlainRow {
  return {
    ...draws.span(),
    hours_per_week: draws.one(["37", "20", "19.9", "10", "10", "0"]),
    kind: draws.maybe(0.9, ["ordinaer", "ordinaer", "fleksjob", "skaanejob"]),
  };
}

function conversationRows(draws: Draws, person_id: string): PlainRow[] {
  return Array.from({ length: draws.whole(0, 6) }, (_, k) => ({
    conversation_id: `${person_id}${k}`,
    person_id,
    date: aDate(draws),
    type: draws.one(["jobsamtale", "jobsamtale", "opfoelgning", "cv_samtale"]),
    status: draws.one(["afholdt", "afholdt", "afholdt", "udeblevet", "planlagt"]),
  }));
}

function progressionRow(draws: Draws): PlainRow {
  return {
    date: aDate(draws),
    indicator: draws.one(["tro", "mestring"]),
    score: String(draws.whole(1, 5)),
    score_max: draws.maybe(0.2, ["10"]),
    by: draws.maybe(0.3, ["borger"]),
  };
}

function companyTables(draws: Draws) {
  const some = (most: number, make: (k: number) => PlainRow) =>
    Array.from({ length: draws.whole(0, most) }, (_, k) => make(k));
  return {
    companies: some(5, () => ({
      ...draws.one(owned),
      municipality: draws.one(municipalities),
      industry: draws.maybe(0.8, ["41", "85"]),
      employees: draws.maybe(0.85, ["0", "1", "2", "3", "40"]),
      ...(draws.chance(0.4) ? { from: "", to: "" } : draws.span()),
    })),
    company_contacts: some(4, (k) => ({
      contact_id: `k${k}`,
      p_number: draws.one(companies),
      date: aDate(draws),
      kind: draws.one(["besoeg", "moede", "telefon"]),
    })),
    cooperations: some(4, () => ({
      p_number: draws.one(companies),
      kind: draws.one(["loentilskud", "fleksjob", "virksomhedspraktik", "voksenlaerling"]),
      ...draws.span(),
      municipality: draws.one(municipalities),
    })),
    job_orders: orders
      .filter(() => draws.chance(0.7))
      .map((job_order_id) => ({
        job_order_id,
        p_number: draws.one(companies),
        occupation: draws.one(["2411", "5223"]),
        positions: String(draws.whole(1, 4)),
        received: aDate(draws),
        municipality: draws.one(municipalities),
      })),
  };
}

function otherTables(draws: Draws) {
  const some = (most: number, make: () => PlainRow) => Array.from({ length: draws.whole(0, most) }, make);
  return {
    survey_answers: some(4, () => ({
      survey: "maaling",
      date: aDate(draws),
      question: draws.one(["q1", "q2"]),
      score: String(draws.whole(1, 5)),
      score_max: draws.maybe(0.2, ["7"]),
      unit: draws.maybe(0.8, units),
    })),
    inquiries: some(4, () => {
      const received = draws.day();
      const answered = `${formatDay(addDays(received, draws.whole(0, 12)))}T15:30`;
      return {
        received: `${formatDay(received)}T09:15`,
        answered: draws.maybe(0.8, [answered]),
        unit: draws.maybe(0.8, units),
      };
    }),
    populations: populationRows(draws),
  };
}

/** The population of two municipalities in some periods, now in one age group and now in two. */
function populationRows(draws: Draws): PlainRow[] {
  return ["165", "851"].flatMap((municipality) =>
    ["2016", "2017", "2016Q2", "2016-03", "2017-03", "2016Q4"].flatMap((period) => {
      const ages = draws.one([
        [["16", "64"]],
        [["16", "66"]],
        [
          ["16", "29"],
          ["30", "64"],
          ["65", "66"],
        ],
        [],
      ]);
      return ages.map(([age_from, age_to]) => ({
        municipality,
        period,
        age_from,
        age_to,
        population: String(draws.whole(50, 99)),
        labour_force: String(draws.whole(10, 49)),
      }));
    }),
  );
}
