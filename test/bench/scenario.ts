import { setTimeout as wait } from "node:timers/promises";
import { spread } from "./clock.ts";
import { signIn, type User, withServer } from "./visit.ts";

const TURNS = 15;
/** Sampled futures of a whole run, as the page asks for them. */
const DRAWS = 200;
/** Milliseconds into a whole run at which the slider is turned on. */
const MEANWHILE = 300;

/**
 * A slider turned on the page of a simulated Aalborg: how long until the server has told what is expected now, while nothing
 * else is asked and while the whole run of the turn before draws its futures.
 */
export function benchScenario(): Promise<void> {
  return withServer(async (address) => {
    const user = await signIn(address, 0, "demo-analyst");
    console.log("A scenario tried on a plan of Aalborg, a year ahead");
    console.log(`  first look, which learns how people flow: ${(await timed(user, 0, 0)).toFixed(1)} s`);
    await timed(user, 0, DRAWS);
    const [quiet, whole, meanwhile]: number[][] = [[], [], []];
    for (let turn = 1; turn <= TURNS; turn++) {
      quiet.push(await timed(user, turn, 0));
      whole.push(await timed(user, turn, DRAWS));
      const running = timed(user, -turn, DRAWS);
      await wait(MEANWHILE);
      meanwhile.push(await timed(user, TURNS + turn, 0));
      await running;
    }
    console.log(`  a turn until what is expected: ${spread(quiet)} s`);
    console.log(`  a turn while the one before draws: ${spread(meanwhile)} s`);
    console.log(`  with intervals of ${DRAWS} futures and the chances of the plan's goals: ${spread(whole)} s`);
  });
}

/** Asks what another rate of leaving does, and the seconds until all of the answer is read. */
async function timed({ address, headers }: User, percent: number, draws: number): Promise<number> {
  const lever = { lever: "exits", benefit: "dagpenge", by: `${percent < 0 ? "-" : "+"}${Math.abs(percent)} %` };
  const body = JSON.stringify({ register: "simuleret-851", plan: "aalborg-2018", draws, levers: [lever] });
  const from = performance.now();
  const response = await fetch(`${address}/api/scenario`, {
    ...{ method: "POST", body, headers: { ...headers, "content-type": "application/json" } },
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(text.slice(0, 300));
  return (performance.now() - from) / 1000;
}
