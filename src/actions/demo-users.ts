import { ALL, EVERYTHING } from "#core/access/decide.ts";
import { isRole, type Role, roles } from "#core/access/role.ts";
import type { Text } from "#core/text/text.ts";
import { addAccount, addGrant, addLogin, listAccounts } from "#store/accounts.ts";
import { logOfProgram } from "./action.ts";
import type { Door } from "./sign-in.ts";

/** Who vouches for the invented users of the demo. */
export const demoIssuer = "demo";

/** The municipalities of the five plans: Aalborg, Albertslund, Ballerup, Vallensbæk and Ishøj. */
const municipalities = ["851", "165", "151", "187", "183"];

/** Those who look after the whole installation do so in the demo too. */
const everywhere: readonly Role[] = ["administrator", "auditor"];

/** An invented user: named after the role, so that nobody takes them for a person. */
export type DemoUser = { readonly id: string; readonly name: string; readonly role: Role; readonly label: Text };

/** One invented user a role, of all the municipalities of the demo. `id` is also how `demo` vouches for them. */
export const demoUsers: readonly DemoUser[] = Object.keys(roles)
  .filter(isRole)
  .map((role) => ({ id: `demo-${role}`, name: `Demo ${roles[role].da}`, role, label: roles[role] }));

/** Who the program does long work for in the demo. */
export const demoAdministrator = "demo-administrator";

/** Adds the invented users that the database lacks, with what they may do and their sign-in. Done again, it changes nothing. */
export async function prepareDemoUsers(door: Door): Promise<void> {
  await door.store.within(EVERYTHING, async (rows) => {
    const known = new Set((await listAccounts(rows)).map(({ id }) => id));
    const missing = demoUsers.filter(({ id }) => !known.has(id));
    for (const { id, name, role } of missing) {
      await addAccount(rows, { id, name, language: "da", active: true }, door.at);
      const where = everywhere.includes(role) ? [ALL] : municipalities;
      for (const municipality of where) await addGrant(rows, id, { id: `${id}-${municipality}`, role, municipality });
      await addLogin(rows, id, demoIssuer, id);
      const told = { act: "add-demo-user", subject: `user ${id}`, municipalities: where, outcome: "done" as const };
      await logOfProgram(rows, door, told);
    }
  });
}
