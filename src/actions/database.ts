import { EVERYTHING } from "#core/access/decide.ts";
import type { Verdict } from "#core/audit/chain.ts";
import type { Manifest } from "#store/archive/manifest.ts";
import { restoreBackup } from "#store/archive/read.ts";
import { writeBackup } from "#store/archive/write.ts";
import { verifyLog } from "#store/audit-log.ts";
import { latest } from "#store/migrate.ts";
import type { Store } from "#store/open.ts";
import { type Action, action } from "./action.ts";

/** Writes the whole database to a new folder; answers with what is in it. @throws BrokenInput already-there */
export const backupDatabase: Action<{ folder: string }, Manifest> = action({
  act: "backup-database",
  on: () => "installation",
  does: ({ store, at }, { folder }) => writeBackup(store, folder, at),
  tells: (_, { tables }) => ({ subject: "database", count: rowsOf(tables) }),
});

/** What was restored, and whether its audit log is whole: it is not when it was sealed with another secret. */
export type Restored = { readonly manifest: Manifest; readonly audit: Verdict };

/** Puts a backup in the place of what the database holds. @throws BrokenInput when it cannot, the database untouched */
export const restoreDatabase: Action<{ folder: string; replace: boolean }, Restored> = action({
  act: "restore-database",
  on: () => "installation",
  does: async ({ store, secrets }, { folder, replace }) => {
    const manifest = await restoreBackup(store, folder, replace);
    const verify = store.within(EVERYTHING, (rows) => verifyLog(rows, secrets.auditMac, manifest.audit));
    return { manifest, audit: await verify };
  },
  tells: (_, { manifest }) => ({ subject: `database as of ${manifest.made}`, count: rowsOf(manifest.tables) }),
});

function rowsOf(tables: Manifest["tables"]): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}

/** How the database stands. */
export type DatabaseStatus = {
  readonly kind: Store["kind"];
  readonly server: string;
  readonly schema: number;
  readonly bytes: number;
};

/** Which database it is, how new and how large; tells nothing of what is in it, so anyone on the machine may ask. */
export async function databaseStatus({ kind, pool }: Store): Promise<DatabaseStatus> {
  const { rows } = await pool.query(
    "select current_setting('server_version') as server, pg_database_size(current_database()) as bytes",
  );
  return { kind, schema: latest, ...rows[0] };
}
