import { broken } from "#core/faults/fault.ts";
import type { Text } from "#core/text/text.ts";
import type { Rows } from "./connection.ts";
import { readText } from "./json.ts";

/** A scenario that a municipality keeps: its file's text, to the letter. */
export type KeptScenario = {
  readonly municipality: string;
  readonly id: string;
  readonly title: Text;
  readonly yaml: string;
  readonly by: string;
  readonly at: string;
};

/** Keeps a scenario; one of the same id is replaced. */
export async function keepScenario(rows: Rows, { title, ...scenario }: KeptScenario): Promise<void> {
  const row = { ...scenario, title: JSON.stringify(title) };
  await rows
    .insertInto("scenario")
    .values(row)
    .onConflict((on) => on.columns(["municipality", "id"]).doUpdateSet(row))
    .execute();
}

/** The scenarios of a municipality, the newest first. */
export async function keptScenarios(rows: Rows, municipality: string): Promise<KeptScenario[]> {
  const found = rows.selectFrom("scenario").selectAll().where("municipality", "=", municipality);
  const inOrder = await found.orderBy("at", "desc").orderBy("id").execute();
  return inOrder.map(({ title, ...scenario }) => ({ ...scenario, title: readText(title) }));
}

/** Keeps a scenario no longer. @throws BrokenInput not-there */
export async function dropScenario(rows: Rows, municipality: string, id: string): Promise<void> {
  const dropping = rows.deleteFrom("scenario").where("municipality", "=", municipality).where("id", "=", id);
  const { numDeletedRows } = await dropping.executeTakeFirst();
  if (numDeletedRows === 0n) throw broken("not-there", { kind: scenarioWord, id });
}

const scenarioWord = { da: "Scenariet", en: "The scenario" };
