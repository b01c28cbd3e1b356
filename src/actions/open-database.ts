import { join } from "node:path";
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
