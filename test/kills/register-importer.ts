import { once } from "node:events";
import { importRegister } from "#actions/import-register.ts";
import { joinAreas } from "#core/vocabulary/area.ts";

/*
 * A process to be killed: it says when it is ready, waits for the word, and imports the folder it was given. Its
 * vocabulary is empty, so that it is ready sooner.
 */
const [home, folder, now] = process.argv.slice(2);
const vocabulary = { areas: joinAreas([]), lists: new Map(), dimensions: new Map() };
process.stdout.write("ready\n");
await once(process.stdin, "data");
const folders = { data: `${import.meta.dirname}/../../data`, var: home };
const { outcome, id } = await importRegister({ folder, accept: true }, { folders, vocabulary, now, by: "killed" });
process.stdout.write(`${outcome} ${id}\n`);
process.exit(0);
