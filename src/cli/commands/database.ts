import type { Command } from "commander";
import type { Call } from "#actions/action.ts";
import { verifyAudit } from "#actions/audit.ts";
import { backupDatabase, databaseStatus, restoreDatabase } from "#actions/database.ts";
import { openDatabase, operator } from "#actions/open-database.ts";
import { fill, type Text } from "#core/text/text.ts";
import { now, today, userName } from "../clock.ts";
import { printJson, type Terminal, terminal } from "../terminal.ts";

export function addDatabaseCommands(program: Command): void {
  const screen = () => terminal(program.opts());
  const database = program.command("database").description("databasen: status, sikkerhedskopi, genskab");
  database
    .command("status")
    .description("hvilken database det er, hvor ny og hvor stor")
    .action(() => withDatabase(({ store }) => databaseStatus(store), screen(), statusText));
  database
    .command("backup <mappe>")
    .description("skriv hele databasen til en ny mappe")
    .action((folder: string) =>
      withDatabase(
        (call) => backupDatabase(call, { folder }),
        screen(),
        ({ tables }) => fill(backedUp, { tables: tables.length, folder }),
      ),
    );
  database
    .command("restore <mappe>")
    .description("sæt en sikkerhedskopi i stedet for det, databasen har")
    .option("--replace", "også når databasen ikke er tom")
    .action((folder: string, { replace }: { replace?: boolean }) =>
      withDatabase(
        (call) => restoreDatabase(call, { folder, replace: replace === true }),
        screen(),
        ({ manifest }) => fill(restored, { made: manifest.made }),
      ),
    );
  program
    .command("audit")
    .description("revisionsloggen")
    .command("verify")
    .description("find enhver sletning, ændring eller ombytning i loggen")
    .action(() =>
      withDatabase(
        (call) => verifyAudit(call, {}),
        screen(),
        (verdict) => {
          if (!verdict.whole) process.exitCode = 1;
          if (verdict.whole) return fill(whole, { count: verdict.entries });
          return fill(cut, { number: verdict.number, why: faults[verdict.why] });
        },
      ),
    );
}

/** Does one thing with the database as the operator of the machine, and closes it again. */
async function withDatabase<Result extends object>(
  work: (call: Call) => Promise<Result>,
  screen: Terminal,
  words: (result: Result) => Text,
): Promise<void> {
  const { store, secrets } = await openDatabase();
  try {
    const result = await work({ store, secrets, actor: operator(userName()), at: now(), today: today() });
    const said = words(result);
    if (screen.json) printJson(result);
    else screen.line(screen.say(said));
  } finally {
    await store.close();
  }
}

function statusText({ kind, server, schema, bytes }: Awaited<ReturnType<typeof databaseStatus>>): Text {
  return fill(status, { kind: kinds[kind], server, schema, size: Math.round(bytes / 1_000_000) });
}

const kinds = {
  embedded: { da: "indlejret", en: "embedded" },
  server: { da: "server", en: "server" },
} as const satisfies Readonly<Record<string, Text>>;

const status: Text = {
  da: "PostgreSQL {server} ({kind}), skema {schema}, {size} MB.",
  en: "PostgreSQL {server} ({kind}), schema {schema}, {size} MB.",
};
const backedUp: Text = { da: "{tables} tabeller er skrevet til {folder}.", en: "{tables} tables written to {folder}." };
const restored: Text = {
  da: "Databasen er genskabt, som den var {made}.",
  en: "The database is restored as it was {made}.",
};
const whole: Text = { da: "Loggen er hel: {count} linjer.", en: "The log is whole: {count} lines." };
const cut: Text = { da: "Loggen er ikke hel: linje {number} {why}.", en: "The log is not whole: line {number} {why}." };
const faults = {
  missing: { da: "mangler", en: "is missing" },
  altered: { da: "er ændret", en: "was altered" },
  "cut-off": { da: "og alt efter den er fjernet", en: "and everything after it was removed" },
  "head-altered": { da: "er ikke den sidste, der blev skrevet", en: "is not the last that was written" },
} as const satisfies Readonly<Record<string, Text>>;
