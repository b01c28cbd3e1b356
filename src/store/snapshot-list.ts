import type { Rows } from "./connection.ts";

/** A snapshot of the register as the database lists it; its manifest file is the truth. */
export type ListedSnapshot = {
  readonly id: string;
  readonly municipalities: readonly string[];
  readonly manifest: unknown;
  readonly listed: string;
  readonly withdrawn?: { readonly at: string; readonly reason: string };
};

/** Lists a snapshot; one listed already keeps its place. */
export async function listSnapshot(
  rows: Rows,
  { id, municipalities, manifest, listed }: ListedSnapshot,
): Promise<void> {
  const row = { id, municipalities: [...municipalities], manifest: JSON.stringify(manifest), listed };
  await rows
    .insertInto("snapshot")
    .values({ ...row, withdrawn: null, reason: null })
    .onConflict((on) => on.doNothing())
    .execute();
}

/** Marks a snapshot as withdrawn, and why. */
export async function markWithdrawn(rows: Rows, id: string, at: string, reason: string): Promise<void> {
  await rows.updateTable("snapshot").set({ withdrawn: at, reason }).where("id", "=", id).execute();
}

/** The snapshots that may be seen, the newest first. */
export async function listedSnapshots(rows: Rows): Promise<ListedSnapshot[]> {
  const found = await rows.selectFrom("snapshot").selectAll().orderBy("listed", "desc").execute();
  return found.map(({ withdrawn, reason, ...rest }) => ({
    ...rest,
    withdrawn: withdrawn === null ? undefined : { at: withdrawn, reason: reason ?? "" },
  }));
}

/** The municipalities whose a listed snapshot is; none when it is not listed. */
export async function ownersOf(rows: Rows, id: string): Promise<readonly string[]> {
  const found = rows.selectFrom("snapshot").select("municipalities").where("id", "=", id);
  return (await found.executeTakeFirst())?.municipalities ?? [];
}
