import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { addDays, type Day, formatDay, OPEN_END, parseDay } from "#core/calendar/day.ts";

/*
 * Deliveries of a small invented municipality, as a case system would make them month after month: what has happened by
 * the day of extraction, less what is registered late, with a correction now and then. The same seed gives the same
 * rows. It stands in for the simulator where the import is what is tested.
 */

/** A delivery before it is files: the rows of each table, without header. */
export type Delivery = {
  readonly name?: string;
  readonly extracted: Day;
  readonly tables: Readonly<Record<string, readonly Row[]>>;
};
export type Row = readonly string[];

export const columns: Readonly<Record<string, readonly string[]>> = {
  persons: ["person_id", "birth_date", "sex", "origin", "education"],
  residence: ["person_id", "municipality", "from", "to"],
  benefits: ["person_id", "benefit", "from", "to", "degree", "municipality"],
  visitation: ["person_id", "category", "from", "to"],
  offers: ["offer_id", "person_id", "type", "from", "to", "sector", "p_number", "hours_per_week", "price"],
  employment: ["person_id", "from", "to", "hours_per_week", "kind"],
  conversations: ["conversation_id", "person_id", "date", "type", "status"],
  companies: ["p_number", "name", "municipality", "employees", "from"],
  company_contacts: ["contact_id", "p_number", "date", "kind"],
  survey_answers: ["survey", "date", "question", "score"],
};

/** Something that happens: from when, until when, the day it is registered, and how it is written. */
type Fact = {
  readonly table: string;
  readonly from: Day;
  readonly to: Day;
  readonly known: Day;
  /** `to` is the last day as far as it is known. */
  readonly row: (to: string) => Row;
  /** From some day on it is written so instead. */
  readonly corrected?: { readonly on: Day; readonly row: (to: string) => Row };
};

const BEGINNING = parseDay("2015-01-01");
/** Everything happens within so many days. */
const DAYS = 2000;

type Chance = { readonly below: (n: number) => number; readonly pick: (from: readonly string[]) => string };

/** All that ever happens in the invented municipality. */
export function inventFacts(seed: number, persons = 500): Fact[] {
  const chance = chanceOf(seed);
  const lives = Array.from({ length: persons }, (_, i) => lifeOf(`S${seed}-${1000 + i}`, chance));
  const companies = Array.from({ length: 80 }, (_, i) => companyFacts(`100${1_000_000 + i}`, chance));
  const answers = Array.from({ length: 400 }, () => answerFact(chance));
  return [...lives.flat(), ...companies.flat(), ...answers];
}

/** What a delivery extracted on a day tells of it, covering the four years before. */
export function deliveryOn(facts: readonly Fact[], extracted: Day): Delivery {
  const tables: Record<string, Row[]> = Object.fromEntries(Object.keys(columns).map((table) => [table, []]));
  const first = addDays(extracted, -4 * 365);
  for (const { table, to, known, row, corrected } of facts) {
    if (known > extracted || to < first) continue;
    const last = to === OPEN_END || to > extracted ? "" : formatDay(addDays(to, -1));
    const written = corrected !== undefined && corrected.on <= extracted ? corrected.row : row;
    tables[table].push(written(last));
  }
  return { name: "eksempelby", extracted, tables };
}

/** Writes a delivery as a folder of register files, in place of what stands there. */
export function writeDelivery(folder: string, { name, extracted, tables }: Delivery): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const resources = Object.entries(tables).map(([table, rows]) => {
    const text = [columns[table], ...rows].map((row) => `${row.join(";")}\r\n`).join("");
    writeFileSync(join(folder, `${table}.csv`), text);
    const hash = `sha256:${createHash("sha256").update(text).digest("hex")}`;
    return { name: table, path: `${table}.csv`, bytes: Buffer.byteLength(text), hash };
  });
  const covers = `${formatDay(addDays(extracted, -4 * 365))}..${formatDay(extracted)}`;
  const described = { ...(name && { name }), extracted: formatDay(extracted), covers, resources };
  writeFileSync(join(folder, "datapackage.json"), JSON.stringify(described, undefined, 2));
  return folder;
}

function lifeOf(id: string, chance: Chance): Fact[] {
  const { below, pick } = chance;
  const first = addDays(BEGINNING, below(DAYS));
  const person = [id, formatDay(addDays(parseDay("1960-01-01"), below(14_000))), pick(["mand", "kvinde"])];
  const [origin, education] = [pick(["dansk", "vestlig", "ikke_vestlig"]), pick(["grundskole", "bachelor", "phd"])];
  const facts = [
    factOf("persons", first, OPEN_END, () => [...person, origin, education], chance),
    factOf("residence", first, OPEN_END, (to) => [id, "165", formatDay(first), to], chance),
  ];
  for (let spell = 0, from = first; spell < 8; spell++) {
    const to = addDays(from, 40 + below(300));
    facts.push(...spellFacts(id, `${id}-${spell}`, from, to, chance));
    from = addDays(to, 1 + below(150));
  }
  return facts;
}

/** One spell on a benefit, with the conversation, the offer and the job that follow. */
function spellFacts(person: string, id: string, from: Day, to: Day, chance: Chance): Fact[] {
  const { below, pick } = chance;
  const benefit = pick(["dagpenge", "kontanthjaelp", "sygedagpenge", "ledighedsydelse"]);
  const degree = pick(["1", "1", "1", "0.5"]);
  const start = formatDay(from);
  const spell = (last: string) => [person, benefit, start, last, degree, "165"];
  const talk = addDays(from, 10);
  const [begun, ended] = [addDays(from, 20), addDays(from, 21 + below(60))];
  const offer = [pick(["virksomhedspraktik", "loentilskud", "mentor"]), formatDay(begun)];
  const place = [pick(["privat", "offentlig"]), `100${1_000_000 + below(80)}`, "37", String(1000 * below(20))];
  const hours = pick(["37", "20", "12"]);
  const job = [formatDay(addDays(to, 1)), addDays(to, 2 + below(100))] as const;
  return [
    {
      ...factOf("benefits", from, to, spell, chance),
      ...correction(from, (last) => spell(last).with(4, "0.8"), chance),
    },
    factOf("visitation", from, to, (last) => [person, "jobparat", start, last], chance),
    factOf("conversations", talk, talk, () => [`K${id}`, person, formatDay(talk), "jobsamtale", "afholdt"], chance),
    factOf("offers", begun, ended, (last) => [`T${id}`, person, ...offer, last, ...place], chance),
    factOf("employment", addDays(to, 1), job[1], (last) => [person, job[0], last, hours, "ordinaer"], chance),
  ];
}

function companyFacts(number: string, chance: Chance): Fact[] {
  const employees = String(1 + chance.below(60));
  const company = [number, `Eksempel ${number} A/S`, "165", employees, "2010-01-01"];
  const contacts = Array.from({ length: 8 }, (_, i) => {
    const on = addDays(BEGINNING, chance.below(DAYS));
    const kind = chance.pick(["besoeg", "telefon"]);
    return factOf("company_contacts", on, on, () => [`V${number}-${i}`, number, formatDay(on), kind], chance);
  });
  return [factOf("companies", BEGINNING, OPEN_END, () => company, chance), ...contacts];
}

function answerFact(chance: Chance): Fact {
  const on = addDays(BEGINNING, chance.below(DAYS));
  const score = String(1 + chance.below(5));
  return factOf("survey_answers", on, on, () => ["tilfredshed", formatDay(on), "samlet", score], chance);
}

/** Most is registered within a fortnight; one in twenty takes up to fifty days. */
function factOf(table: string, from: Day, to: Day, row: Fact["row"], { below }: Chance): Fact {
  const late = below(20) === 0 ? below(50) : below(15);
  return { table, from, to, row, known: addDays(from, late) };
}

/** One in a hundred is corrected some time. */
function correction(from: Day, row: Fact["row"], { below }: Chance): Pick<Fact, "corrected"> {
  return below(100) === 0 ? { corrected: { on: addDays(from, 30 + below(500)), row } } : {};
}

/** Numbers that look random and are the same each time (mulberry32). */
function chanceOf(seed: number): Chance {
  let state = seed;
  const below = (n: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * n);
  };
  return { below, pick: (from) => from[below(from.length)] };
}
