import { addUnitOf } from "#actions/users.ts";
import { parseDay } from "#core/calendar/day.ts";
import { openStore } from "#store/open.ts";
import { secretsOf } from "#store/secrets.ts";
import { administrator } from "../contract/people.ts";

// Writes until it is killed, four at a time, and says of each what the database has acknowledged.
const [wanted, round] = process.argv.slice(2);
const store = await openStore(JSON.parse(wanted));
const secrets = secretsOf("the secret of the kill tests, which is long enough");
const call = { store, secrets, actor: administrator, today: parseDay("2026-11-22") };

async function write(writer: string) {
  for (let n = 0; ; n++) {
    const id = `${round}-${writer}-${n}`;
    await addUnitOf({ ...call, at: new Date().toISOString() }, { id, municipality: "851", name: id });
    process.stdout.write(`${id}\n`);
  }
}

await Promise.all(["a", "b", "c", "d"].map(write));
