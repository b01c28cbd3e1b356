import { setTimeout as wait } from "node:timers/promises";
import { signIn, type User, withServer } from "./visit.ts";

const USERS = 20;
/** Pages that each user opens, and the milliseconds they look at one before the next. */
const [PAGES, LOOK] = [15, 500];
const ROWS = 500_000;
/** The longest, in seconds, that is measured while rows are imported. */
const LONGEST = 180;

const plan = "aalborg-2018";

/** What each page asks the server for. */
const pages: Readonly<Record<string, readonly string[]>> = {
  overview: ["/api/session", "/api/plans", `/api/plans/${plan}/overview`],
  "overview on the register": [`/api/plans/${plan}/overview?register=simuleret-851`],
  goal: [`/api/plans/${plan}/goals/minister-kontanthjaelp`, `/api/plans/${plan}/comments?goal=minister-kontanthjaelp`],
  indicators: ["/api/indicators", "/api/vocabulary"],
  indicator: ["/api/indicators/fuldtidspersoner"],
  compare: ["/api/compare/series", "/api/compare?area=851&series=dst-auk01-kontanthjaelp"],
  data: ["/api/jobs"],
  administration: ["/api/users", "/api/units", "/api/parameters?municipality=851", "/api/audit?limit=50"],
};

/** How long a page's data took, in milliseconds. */
type Times = Map<string, number[]>;

/**
 * Twenty users who open page after page of a simulated Aalborg, on this machine: how long until a page has all its data,
 * quiet and while half a million rows are imported. Bounded in pages and in time.
 */
export function benchServer(): Promise<void> {
  return withServer(async (address) => {
    const users = await Promise.all(Array.from({ length: USERS }, (_, i) => signIn(address, i)));
    for (const page of Object.keys(pages)) await open(users[0], page);
    report("quiet", await openAll(users, () => false));
    const analyst = await signIn(address, USERS, "demo-analyst");
    const job = await startImport(analyst);
    let isOver = false;
    const ending = ended(analyst, job).finally(() => {
      isOver = true;
    });
    const during = await openAll(users, () => isOver);
    const told = await ending;
    report(`while ${ROWS} rows are imported (${told})`, during);
  });
}

/** Every user opens pages, each beginning with another; until they have opened enough, or it is over. */
async function openAll(users: readonly User[], isOver: () => boolean): Promise<Times> {
  const times: Times = new Map(Object.keys(pages).map((page) => [page, []]));
  const names = Object.keys(pages);
  const one = async (user: User, number: number) => {
    await wait((number * LOOK) / USERS);
    for (let n = 0; n < PAGES && !isOver(); n++) {
      const page = names[(number + n) % names.length];
      times.get(page)?.push(await open(user, page));
      await wait(LOOK);
    }
  };
  await Promise.all(users.map(one));
  return times;
}

async function open({ address, headers }: User, page: string): Promise<number> {
  const from = performance.now();
  await Promise.all(
    pages[page].map(async (path) => {
      const response = await fetch(address + path, { headers });
      const text = await response.text();
      if (response.status !== 200) throw new Error(`${path}: ${text.slice(0, 300)}`);
    }),
  );
  return performance.now() - from;
}

/** Sends the rows and asks for their import; the job's id. */
async function startImport({ address, headers }: User): Promise<string> {
  const form = new FormData();
  form.append("files", new Blob([makeRows()]), "benefits.csv");
  form.append("files", new Blob([JSON.stringify({ name: "bench", extracted: "2026-10-31" })]), "datapackage.json");
  const sent = await fetch(`${address}/api/register/uploads?municipality=851`, { method: "POST", body: form, headers });
  const { upload } = await sent.json();
  const body = JSON.stringify({ municipality: "851", upload, accept: true });
  const asked = { ...headers, "content-type": "application/json" };
  const started = await fetch(`${address}/api/register/imports`, { method: "POST", body, headers: asked });
  return (await started.json()).job;
}

/** Waits until a job is over, and tells how it ended. */
async function ended({ address, headers }: User, job: string): Promise<string> {
  const from = performance.now();
  for (;;) {
    const told = await (await fetch(`${address}/api/jobs/${job}`, { headers })).json();
    const seconds = (performance.now() - from) / 1000;
    if (!["waiting", "running"].includes(told.state) || seconds > LONGEST)
      return `${told.result?.outcome ?? told.state} in ${seconds.toFixed(0)} s`;
    await wait(1000);
  }
}

function makeRows(): string {
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const month = String(1 + (i % 9)).padStart(2, "0");
    return `B${i % 90_000},kontanthjaelp,20${10 + (i % 16)}-${month}-01,20${10 + (i % 16)}-${month}-2${i % 9},1,851`;
  });
  return `person_id,benefit,from,to,degree,municipality\n${rows.join("\n")}\n`;
}

function report(when: string, times: Times): void {
  const all = [...times.values()].flat();
  console.log(`${USERS} users at once, ${when}: ${all.length} pages`);
  for (const [page, of] of [...times, ["every page", all] as const])
    if (of.length > 0) console.log(`  ${page.padEnd(26)} p50 ${at(of, 0.5)} ms   p95 ${at(of, 0.95)} ms`);
}

function at(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(0).padStart(5);
}
