import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runJobs, type Workers } from "#actions/run-jobs.ts";
import { takeRole } from "#actions/users.ts";
import { callOf } from "#server/house.ts";
import { jobKinds } from "#server/jobs.ts";
import { embedded } from "../contract/databases.ts";
import { administrator } from "../contract/people.ts";
import { addPerson, ask, codeOf, cookieOf, type Home, openHome, PATIENCE } from "./home.ts";
import { smallRegister } from "./small-register.ts";

describe.skipIf(embedded.bin() === undefined)("A register that is sent to the server", { timeout: PATIENCE }, () => {
  let home: Home;
  let workers: Workers;
  const cookies: Record<string, string> = {};

  beforeAll(async () => {
    home = await openHome();
    await addPerson(home, "anna", { role: "analyst", municipality: "851" });
    await addPerson(home, "albert", { role: "analyst", municipality: "165" });
    for (const id of ["anna", "albert"]) cookies[id] = await cookieOf(home, id);
    workers = work();
  }, PATIENCE);
  afterAll(async () => {
    await workers?.stop();
    await home?.close();
  }, PATIENCE);

  let imports = 0;
  const kinds = () => jobKinds(home.house, () => imports++);
  const work = () => runJobs(home.house.database, kinds(), home.house.clock);

  async function send(files: Readonly<Record<string, string>>, user = "anna", municipality = "851") {
    const query = { municipality };
    const asking = { method: "POST", path: "/api/register/uploads", query, files } as const;
    return ask(home.app, { ...asking, cookie: cookies[user] });
  }

  async function start(what: "checks" | "imports", body: object, user = "anna"): Promise<string> {
    const path = `/api/register/${what}`;
    const response = await ask(home.app, { method: "POST", path, body, cookie: cookies[user] });
    expect(response.statusCode, response.body).toBe(200);
    return response.json().job;
  }

  const read = async (job: string, user = "anna") =>
    (await ask(home.app, { method: "GET", path: "/api/jobs/:job", params: { job }, cookie: cookies[user] })).json();

  /** Asks again and again how far a job is, until it is over. */
  async function over(job: string, user = "anna") {
    for (;;) {
      const told = await read(job, user);
      if (!["waiting", "running"].includes(told.state)) return told;
      await wait(100);
    }
  }

  const uploads = () => readdirSync(join(home.folder, "uploads", "851"));
  const later = { ...smallRegister(), "datapackage.json": JSON.stringify({ name: "ny", extracted: "2018-12-31" }) };

  test("is checked, and what would change in the goals is told before it is let in", async () => {
    const { upload } = (await send(later)).json();
    const { result } = await over(await start("checks", { municipality: "851", upload }));
    expect(result.outcome).toBe("checked");
    const [changed] = result.goals;
    expect(changed).toMatchObject({ plan: "aalborg-2018", moved: expect.any(Number) });
    expect(changed.moved).toBeGreaterThan(0);
    for (const { before, after } of changed.turned) expect(before.value).not.toBe(after.value);
  });

  test("is checked, its faults told by file, line, column and value, and what to do", async () => {
    const { upload, files } = (await send(smallRegister(true))).json();
    expect(files.map(({ name }: { name: string }) => name)).toEqual([
      "benefits.csv",
      "persons.csv",
      "datapackage.json",
    ]);
    const job = await over(await start("checks", { municipality: "851", upload }));
    expect(job).toMatchObject({ state: "done", progress: 1, label: { da: "Tjek af register" } });
    expect(job.result).toMatchObject({ outcome: "checked", name: "lille", faultCount: 6, municipalities: ["851"] });
    expect(job.result.faults[0]).toMatchObject({ file: "benefits.csv", path: "from", count: 6 });
    expect(job.result.faults[0].places[0]).toEqual({ line: 2, column: 18, value: "2018-13-01" });
    for (const words of [job.result.faults[0].says, job.result.faults[0].mend]) expect(words.da).not.toBe(words.en);
    const faulty = await over(await start("imports", { municipality: "851", upload }));
    expect(faulty.result.outcome).toBe("faulty");
    expect(uploads()).toContain(upload);
  });

  test("is imported once a human has answered the guard, listed, and its files go", async () => {
    const { upload } = (await send(later)).json();
    const stopped = await over(await start("imports", { municipality: "851", upload }));
    expect(stopped.result).toMatchObject({ outcome: "stopped", findings: [{ rule: "new-name" }] });
    const before = imports;
    const imported = await over(await start("imports", { municipality: "851", upload, accept: true }));
    expect(imports, "whoever keeps follow-ups ready is told").toBe(before + 1);
    expect(imported.result).toMatchObject({ outcome: "imported", name: "ny", municipalities: ["851"] });
    expect(uploads()).not.toContain(upload);
    const { registers } = (await ask(home.app, { method: "GET", path: "/api/plans", cookie: cookies.anna })).json();
    expect(registers.map(({ name }: { name: string }) => name)).toContain("ny");
    const others = (await ask(home.app, { method: "GET", path: "/api/plans", cookie: cookies.albert })).json();
    expect(others.registers).toEqual([]);
  });

  test("is refused when it is another municipality's, or another's upload", async () => {
    const { upload } = (await send(later, "albert", "165")).json();
    const job = await over(await start("imports", { municipality: "165", upload, accept: true }, "albert"), "albert");
    expect(job).toMatchObject({ state: "failed", faults: [{ code: "register-of-another" }] });
    expect((await over(await start("checks", { municipality: "851", upload }))).faults[0].code).toBe("not-there");
    expect(codeOf(await send(later, "albert"))).toBe("not-permitted");
  });

  test("is not kept when a file is none of a register's, and lies where only the program reads", async () => {
    const before = uploads();
    for (const name of ["run.sh", "..%2fx.csv", ".csv", "a.exe"])
      expect(codeOf(await send({ ...later, [name]: "x" })), name).toBe("file-not-taken");
    const none = { method: "POST", path: "/api/register/uploads", query: { municipality: "851" } } as const;
    expect(codeOf(await ask(home.app, { ...none, cookie: cookies.anna }))).toBe("bad-request");
    expect(uploads()).toEqual(before);
    const { upload } = (await send(later)).json();
    expect(statSync(join(home.folder, "uploads", "851", upload)).mode & 0o077).toBe(0);
  });

  test("keeps its place when the program stops, and its result after", async () => {
    const { upload } = (await send(later)).json();
    await workers.stop();
    const job = await start("checks", { municipality: "851", upload });
    expect((await read(job)).state).toBe("waiting");
    workers = work();
    expect((await over(job)).state).toBe("done");
    await workers.stop();
    workers = work();
    expect((await read(job)).result.name).toBe("ny");
  });

  test("is laid back when the program stops amid the work, and cancelled on demand: then nothing is imported", async () => {
    const body = { municipality: "851", from: "2014-01", to: "2020-12", scale: 0.2 };
    const asking = { method: "POST", path: "/api/register/simulations", body, cookie: cookies.anna } as const;
    const { job } = (await ask(home.app, asking)).json();
    const running = async () => {
      while ((await read(job)).state === "waiting") await wait(20);
      await wait(300);
    };
    await running();
    await workers.stop();
    expect((await read(job)).state).toBe("waiting");
    workers = work();
    await running();
    await ask(home.app, { method: "DELETE", path: "/api/jobs/:job", params: { job }, cookie: cookies.anna });
    expect((await over(job)).state).toBe("cancelled");
    const { registers } = (await ask(home.app, { method: "GET", path: "/api/plans", cookie: cookies.anna })).json();
    expect(registers.map(({ name }: { name: string }) => name)).not.toContain("simuleret-851-x0.2");
  });

  test("is not imported for somebody who has lost the right meanwhile", async () => {
    const { upload } = (await send(later)).json();
    await workers.stop();
    const job = await start("imports", { municipality: "851", upload, accept: true });
    await takeRole(callOf(home.house, administrator), { id: "anna", grant: "anna-0" });
    workers = work();
    await addPerson(home, "anders", { role: "analyst", municipality: "851" });
    cookies.anders = await cookieOf(home, "anders");
    expect(await over(job, "anders")).toMatchObject({ state: "failed", faults: [{ code: "not-permitted" }] });
    expect(existsSync(join(home.folder, "uploads", "851", upload))).toBe(true);
  });
});
