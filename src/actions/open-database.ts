import { join } from "node:path";
import { type Actor, ALL } from "#core/access/decide.ts";
import { openStore, type Store } from "#store/open.ts";
import { openSecrets, type Secrets } from "#store/secrets.ts";
import { type Folders, ownFolders } from "./open-data.ts";

/** The database and the secret that opens what is sealed in it. */
export type Database = { readonly store: Store; readonly secrets: Secrets };

/** Opens the server that `DATABASE_URL` names, or else the embedded database in `var/database`. */
export async function openDatabase(folders: Folders = ownFolders(), environment = process.env): Promise<Database> {
  const secrets = openSecrets(folders.var, environment);
  const url = environment.DATABASE_URL;
  return { secrets, store: await openStore(url ? { url } : { folder: join(folders.var, "database") }) };
}

/**
 * Who works at the machine itself, as with the commands: whoever can read the database's folder looks after the
 * installation. Logged under their name there.
 */
export function operator(userName: string): Actor {
  const grants = (["administrator", "auditor"] as const).map((role) => ({ role, municipality: ALL }));
  return { id: `machine ${userName}`, name: userName, grants };
}
