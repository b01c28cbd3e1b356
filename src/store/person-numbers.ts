import { broken } from "#core/faults/fault.ts";
import type { Rows } from "./connection.ts";
import type { Secrets } from "./secrets.ts";

/** Whose a person is: the municipality, and where they are placed now. */
export type PersonPlace = {
  readonly person: string;
  readonly municipality: string;
  readonly unit?: string;
  readonly worker?: string;
};

/** Keeps a person's CPR number: sealed, bound to the person, and findable without being opened. */
export async function keepNumber(rows: Rows, place: PersonPlace, cpr: string, secrets: Secrets): Promise<void> {
  const { person, municipality, unit, worker } = place;
  const sealed = secrets.seal(cpr, bound(place));
  const lookup = secrets.lookup(cpr);
  const row = { unit: unit ?? null, worker: worker ?? null, sealed, lookup };
  await rows
    .insertInto("person_number")
    .values({ person, municipality, ...row })
    .onConflict((on) => on.columns(["municipality", "person"]).doUpdateSet(row))
    .execute();
}

/** Where a person is placed. @throws BrokenInput not-there */
export async function getPlace(rows: Rows, municipality: string, person: string): Promise<PersonPlace> {
  const found = rows.selectFrom("person_number").select(["person", "municipality", "unit", "worker"]);
  const row = await found.where("municipality", "=", municipality).where("person", "=", person).executeTakeFirst();
  if (row === undefined) throw broken("not-there", { kind, id: person });
  return { ...row, unit: row.unit ?? undefined, worker: row.worker ?? undefined };
}

/** The CPR number of a person. @throws BrokenInput not-there, wrong-secret */
export async function openNumber(rows: Rows, place: PersonPlace, secrets: Secrets): Promise<string> {
  const { municipality, person } = place;
  const found = rows.selectFrom("person_number").select("sealed").where("municipality", "=", municipality);
  const row = await found.where("person", "=", person).executeTakeFirst();
  if (row === undefined) throw broken("not-there", { kind, id: person });
  return secrets.open(row.sealed, bound(place));
}

/** Whom a CPR number belongs to in a municipality. */
export async function findPerson(rows: Rows, municipality: string, cpr: string, secrets: Secrets) {
  const found = rows.selectFrom("person_number").select("person").where("municipality", "=", municipality);
  return (await found.where("lookup", "=", secrets.lookup(cpr)).executeTakeFirst())?.person;
}

const kind = { da: "Personen", en: "The person" };

function bound({ municipality, person }: PersonPlace): string {
  return `person ${municipality} ${person}`;
}
