import { once } from "node:events";
import { ownFolders } from "#actions/open-data.ts";
import { joinAreas } from "#core/vocabulary/area.ts";
import { makeApp } from "#server/app.ts";
import type { House } from "#server/house.ts";
import { openStore } from "#store/open.ts";
import { secretsOf } from "#store/secrets.ts";

/*
 * A server to be killed: it says when it is ready, waits for the word, opens the database, listens, and tells its port.
 * It knows no vocabulary, so that it is ready sooner.
 */
const [wanted, secret] = process.argv.slice(2);
const vocabulary = { areas: joinAreas([]), lists: new Map(), dimensions: new Map() };
const indicators = new Map();
const folders = ownFolders();
process.stdout.write("ready\n");
await once(process.stdin, "data");
const house: House = {
  data: { folders, vocabulary, indicators, catalogue: { vocabulary, indicators }, series: () => [] },
  database: { store: await openStore(JSON.parse(wanted)), secrets: secretsOf(secret) },
  clock: () => new Date().toISOString(),
  ...{ demo: false, address: "http://127.0.0.1", version: "killed" },
};
const app = await makeApp(house);
const address = await app.listen({ host: "127.0.0.1", port: 0 });
process.stdout.write(`${new URL(address).port}\n`);
