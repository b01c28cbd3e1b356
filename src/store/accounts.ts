import { type Actor, EVERYTHING, type Grant } from "#core/access/decide.ts";
import { isRole } from "#core/access/role.ts";
import { findDay, formatDay } from "#core/calendar/day.ts";
import { broken } from "#core/faults/fault.ts";
import { addOnce } from "./add-once.ts";
import { type Rows, withScope } from "./connection.ts";

/** Someone who can sign in. */
export type Account = {
  readonly id: string;
  /** The municipality they work for; none for those who look after the installation. */
  readonly municipality?: string;
  readonly name: string;
  readonly email?: string;
  readonly language: "da" | "en";
  readonly active: boolean;
};

/** A grant and the id by which it can be taken back. */
export type AccountGrant = Grant & { readonly id: string };

const kind = { da: "Brugeren", en: "The user" };

/** @throws BrokenInput already-there */
export async function addAccount(rows: Rows, account: Account, at: string): Promise<void> {
  const { id, municipality, name, email, language, active } = account;
  const row = { id, municipality: municipality ?? null, name, email: email ?? null, language, active, created: at };
  await addOnce(rows.insertInto("account").values(row), kind, id);
}

/** @throws BrokenInput not-there */
export async function changeAccount(rows: Rows, { id, municipality, name, email, language, active }: Account) {
  const set = { municipality: municipality ?? null, name, email: email ?? null, language, active };
  const { numUpdatedRows } = await rows.updateTable("account").set(set).where("id", "=", id).executeTakeFirst();
  if (numUpdatedRows === 0n) throw broken("not-there", { kind, id });
}

/** The accounts that may be seen, by name. */
export async function listAccounts(rows: Rows): Promise<(Account & { grants: AccountGrant[] })[]> {
  const accounts = await rows.selectFrom("account").selectAll().orderBy("name").execute();
  const grants = Map.groupBy(await rows.selectFrom("account_role").selectAll().execute(), ({ account }) => account);
  return accounts.map(({ municipality, email, created: _, ...rest }) => ({
    ...rest,
    municipality: municipality ?? undefined,
    email: email ?? undefined,
    grants: (grants.get(rest.id) ?? []).map(toGrant),
  }));
}

/**
 * What accounts are called, those too whose rows are not seen: whoever may read what somebody wrote or did may know who
 * it was.
 */
export async function namesOf(rows: Rows, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const named = () => rows.selectFrom("account").select(["id", "name"]).where("id", "in", wanted).execute();
  return new Map((await withScope(rows, EVERYTHING, named)).map(({ id, name }) => [id, name]));
}

/** @throws BrokenInput not-there */
export async function getAccount(rows: Rows, id: string): Promise<Account & { grants: AccountGrant[] }> {
  const account = (await listAccounts(rows)).find((one) => one.id === id);
  if (account === undefined) throw broken("not-there", { kind, id });
  return account;
}

/** Gives an account a role. */
export async function addGrant(rows: Rows, account: string, { id, role, municipality, ...rest }: AccountGrant) {
  const [from_day, to_day] = [rest.from, rest.to].map((day) => (day === undefined ? null : formatDay(day)));
  const row = { id, account, role, municipality, unit: rest.unit ?? null, from_day, to_day };
  await rows.insertInto("account_role").values(row).execute();
}

/** Takes a role back. */
export async function removeGrant(rows: Rows, account: string, id: string): Promise<void> {
  await rows.deleteFrom("account_role").where("account", "=", account).where("id", "=", id).execute();
}

/** Lets whom a provider of sign-ins calls `subject` sign in as an account. */
export async function addLogin(rows: Rows, account: string, issuer: string, subject: string): Promise<void> {
  await rows
    .insertInto("account_login")
    .values({ issuer, subject, account })
    .onConflict((on) => on.columns(["issuer", "subject"]).doUpdateSet({ account }))
    .execute();
}

/** The account that a provider's `subject` signs in as. */
export async function findAccountOf(rows: Rows, issuer: string, subject: string): Promise<string | undefined> {
  const found = rows.selectFrom("account_login").select("account").where("issuer", "=", issuer);
  return (await found.where("subject", "=", subject).executeTakeFirst())?.account;
}

/** Who acts when an account does; undefined when it is unknown or closed. */
export async function findActor(rows: Rows, id: string): Promise<Actor | undefined> {
  const account = await rows
    .selectFrom("account")
    .select(["id", "name"])
    .where("id", "=", id)
    .where("active", "=", true)
    .executeTakeFirst();
  if (account === undefined) return undefined;
  const grants = await rows.selectFrom("account_role").selectAll().where("account", "=", id).execute();
  return { ...account, grants: grants.map(toGrant) };
}

type GrantRow = {
  id: string;
  role: string;
  municipality: string;
  unit: string | null;
  from_day: string | null;
  to_day: string | null;
};

function toGrant({ id, role, municipality, unit, from_day, to_day }: GrantRow): AccountGrant {
  if (!isRole(role)) throw new Error(`The database names the role ${role}, which there is none of.`);
  return {
    ...{ id, role, municipality, unit: unit ?? undefined },
    ...{ from: findDay(from_day ?? ""), to: findDay(to_day ?? "") },
  };
}
