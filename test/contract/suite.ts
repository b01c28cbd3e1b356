import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportAudit, extractAudit, noteAuditEnd, readAudit, verifyAudit } from "#actions/audit.ts";
import { appointOwner, assessGoal, commentGoal, readComments } from "#actions/comment-goal.ts";
import { backupDatabase, databaseStatus, restoreDatabase } from "#actions/database.ts";
import { cancelJob, listJobs, readJob, startJob } from "#actions/jobs.ts";
import { openData } from "#actions/open-data.ts";
import type { Database } from "#actions/open-database.ts";
import { readParameters, writeParameter } from "#actions/parameters.ts";
import { findByNumber, keepPersonNumber, readPersonNumber } from "#actions/person-numbers.ts";
import { nameScenario, readScenarios, removeScenario } from "#actions/plan-scenarios.ts";
import { doNext, type JobWork } from "#actions/run-jobs.ts";
import { findSignedIn, signIn, signOut } from "#actions/sign-in.ts";
import { adoptPlan, beginPlan, listStored, readStored, restoreVersion, saveDraft } from "#actions/stored-plans.ts";
import { takeOverLog } from "#actions/take-over-log.ts";
import {
  addUnitOf,
  addUser,
  changeUser,
  endSessions,
  giveRole,
  listUnits,
  listUsers,
  takeRole,
} from "#actions/users.ts";
import { EVERYTHING } from "#core/access/decide.ts";
import type { SealedEntry } from "#core/audit/entry.ts";
import { parseDay } from "#core/calendar/day.ts";
import { BrokenInput } from "#core/faults/fault.ts";
import { appendAudit } from "#store/audit.ts";
import { verifyLog } from "#store/audit-log.ts";
import { addFollowUp, listFollowUp } from "#store/goals.ts";
import { migrations } from "#store/migrate.ts";
import { openStore } from "#store/open.ts";
import { parametersOn, setParameter } from "#store/parameters.ts";
import { secretsOf } from "#store/secrets.ts";
import { addVintage, listVintages } from "#store/series.ts";
import { listedSnapshots, listSnapshot, markWithdrawn } from "#store/snapshot-list.ts";
import { tableNames } from "#store/tables.ts";
import { filesIn, type Kind, testFolder } from "./databases.ts";
import {
  administrator,
  analyst,
  as,
  auditor,
  call,
  caseworker,
  faultsOf,
  head,
  neighbour,
  now,
  person,
  reader,
} from "./people.ts";

/** Written like a CPR number, and nobody's: there was no 29 February in 1905. */
const CANARY = "2902051234";

/** How many milliseconds a busy machine may take to make a database. */
const PATIENCE = 120_000;

/** What every database that the program runs on must do. `other` is the kind that backups are carried to. */
export function storeSuite(kind: Kind, other: Kind): void {
  const bin = kind.bin();
  describe.skipIf(bin === undefined)(kind.name, () => {
    const { folder, remove } = testFolder();
    const secrets = secretsOf("the secret of the contract's tests, long enough");
    let db: Database;

    beforeAll(async () => {
      db = { secrets, store: await openStore({ folder: join(folder, "database"), bin }) };
      for (const id of ["north", "south"])
        await as(db, administrator, addUnitOf, { id, municipality: "851", name: `Center ${id}` });
    }, PATIENCE);
    afterAll(async () => {
      await db?.store.close();
      remove();
    }, PATIENCE);

    describe("the schema", () => {
      test("is that of the migrations, numbered without gaps", async () => {
        expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1));
        expect((await databaseStatus(db.store)).schema).toBe(migrations.length);
      });

      test("has the tables that the program knows, and no other", async () => {
        const { rows } = await db.store.pool.query(
          "select table_name from information_schema.tables where table_schema = 'pejl' and table_name <> 'migration'",
        );
        expect(rows.map(({ table_name }) => table_name).toSorted()).toEqual([...tableNames].toSorted());
      });

      test("binds the program by the rules of every table that belongs to somebody", async () => {
        const free = ["session", "series_vintage", "audit_head"];
        const { rows } = await db.store.pool.query(
          "select relname from pg_class where relnamespace = 'pejl'::regnamespace and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)",
        );
        expect(rows.map(({ relname }) => relname).toSorted()).toEqual([...free, "migration"].toSorted());
      });

      test("of a newer program, or one whose steps were changed, is refused", async () => {
        const { pool } = db.store;
        await pool.query("insert into migration values (9999, '9999-future.sql', '')");
        expect(await faultsOf(openStore({ folder: join(folder, "database"), bin }))).toEqual(["database-newer"]);
        await pool.query("delete from migration where number = 9999");
        await pool.query("update migration set sha256 = 'x' || sha256 where number = 1");
        expect(await faultsOf(openStore({ folder: join(folder, "database"), bin }))).toEqual(["migration-changed"]);
        await pool.query("update migration set sha256 = substr(sha256, 2) where number = 1");
      });

      test("gives numbers as numbers, and days and moments as ISO text", async () => {
        const { rows } = await db.store.pool.query(
          "select count(*) as many, 12.5::numeric as share, date '2026-03-29' as day, timestamptz '2026-03-29 02:30+02' as moment, 1e20::float8 as big",
        );
        expect(rows[0]).toEqual({
          many: 1,
          share: 12.5,
          day: "2026-03-29",
          moment: "2026-03-29T00:30:00.000Z",
          big: 1e20,
        });
      });
    });

    describe("plans", () => {
      const data = openData();
      const yaml = readFileSync(join(data.folders.data, "plans", "aalborg-2018.yaml"), "utf8");
      const plan = "aalborg-2018";
      const title = { da: "Beskæftigelsesplan 2018", en: "Employment plan 2018" };

      test("are begun, drafted, adopted and drafted anew, every version kept to the letter", async () => {
        await as(db, analyst, beginPlan, { plan, municipalities: ["851"], title, yaml: "# endnu\r\n\tikke en plan" });
        const { draft } = await as(db, analyst, readStored, { plan });
        expect(draft).toMatchObject({ yaml: "# endnu\r\n\tikke en plan", revision: 1, by: "anna" });
        await as(db, analyst, saveDraft, { plan, yaml, onTopOf: 1 });
        const adopting = { plan, revision: 2, note: "Vedtaget", catalogue: data.catalogue };
        expect(await as(db, head, adoptPlan, adopting)).toBe(1);

        const second = yaml.replace("# ", "# Rettet. ");
        expect(await as(db, analyst, saveDraft, { plan, yaml: second, onTopOf: 0 })).toBe(1);
        expect(await as(db, head, adoptPlan, { ...adopting, revision: 1 })).toBe(2);
        expect(await as(db, analyst, restoreVersion, { plan, number: 1, onTopOf: 0 })).toBe(1);

        const read = await as(db, reader, readStored, { plan });
        expect(read.title).toEqual(title);
        expect(read.versions.map(({ number, by, note }) => [number, by, note])).toEqual([
          [2, "hanne", "Vedtaget"],
          [1, "hanne", "Vedtaget"],
        ]);
        expect(read.versions.map((version) => version.yaml)).toEqual([second, yaml]);
        expect(read.draft).toMatchObject({ yaml, revision: 1, basedOn: 1 });
      });

      test("that are not valid are not adopted, and say in which line", async () => {
        const revision = await as(db, analyst, saveDraft, {
          plan,
          yaml: "format: pejlemaerke-plan/1\nid: x\n",
          onTopOf: 1,
        });
        const adopting = as(db, head, adoptPlan, { plan, revision, note: "", catalogue: data.catalogue });
        await expect(adopting).rejects.toThrow("aalborg-2018.yaml:");
        expect((await as(db, reader, readStored, { plan })).versions).toHaveLength(2);
      });

      test("saved by two at once keep the first, and tell the second whose it is", async () => {
        const { draft } = await as(db, analyst, readStored, { plan });
        const onTopOf = draft?.revision ?? 0;
        const saves = [analyst, head].map((who) => as(db, who, saveDraft, { plan, yaml: `${who.id}: x`, onTopOf }));
        const outcomes = await Promise.allSettled(saves);
        expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
        const refused = outcomes.find(({ status }) => status === "rejected");
        expect(refused).toMatchObject({ reason: { faults: [{ code: "changed-meanwhile" }] } });
      });

      test("begun twice are refused, and versions are never changed, by SQL neither", async () => {
        const again = { plan, municipalities: ["851"], title, yaml };
        expect(await faultsOf(as(db, analyst, beginPlan, again))).toEqual(["already-there"]);
        const alter = db.store.within(EVERYTHING, (rows) =>
          rows.updateTable("plan_version").set({ note: "x" }).execute(),
        );
        await expect(alter).rejects.toThrow("never changed");
      });

      test("of another municipality are neither listed nor read, and drafts are not everyone's", async () => {
        expect(await as(db, neighbour, listStored, undefined)).toEqual([]);
        expect(await faultsOf(as(db, neighbour, readStored, { plan }))).toEqual(["not-permitted"]);
        expect(await faultsOf(as(db, reader, saveDraft, { plan, yaml, onTopOf: 0 }))).toEqual(["not-permitted"]);
        expect(
          await faultsOf(as(db, analyst, adoptPlan, { plan, revision: 1, note: "", catalogue: data.catalogue })),
        ).toEqual(["not-permitted"]);
        expect(await faultsOf(as(db, reader, readStored, { plan: "findes-ikke" }))).toEqual(["not-there"]);
      });

      test("carry comments and assessments, each with its former versions, and owners", async () => {
        const goal = "kontanthjaelp";
        const first = await as(db, caseworker, commentGoal, { plan, goal, says: "Tallet er først endeligt i maj." });
        await as(db, caseworker, commentGoal, { plan, goal, id: first.id, says: "Tallet er endeligt." });
        const assessment = await as(db, head, assessGoal, { plan, goal, says: "Færre flygtninge end ventet." });
        expect(
          (await as(db, reader, readComments, { plan, goal })).map(({ says, version }) => [says, version]),
        ).toEqual([
          ["Tallet er endeligt.", 2],
          ["Færre flygtninge end ventet.", 1],
        ]);
        const changing = { plan, goal, id: first.id, says: "Nej" };
        expect(await faultsOf(as(db, analyst, commentGoal, changing))).toEqual(["not-permitted"]);
        await as(db, caseworker, commentGoal, { ...changing, says: "" });
        expect((await as(db, reader, readComments, { plan })).map(({ id }) => id)).toEqual([assessment.id]);
        expect(await as(db, reader, readComments, { plan, every: true })).toHaveLength(4);

        await as(db, head, appointOwner, { plan, goal, unit: "south" });
        expect(await faultsOf(as(db, caseworker, commentGoal, { plan, goal, says: "Hej" }))).toEqual(["not-permitted"]);
      });

      test("have parameters that the administrator sets, from a day on", async () => {
        const setting = { municipality: "851", name: "smallest-cell", from: parseDay("2026-11-01"), value: 10 };
        expect(await faultsOf(as(db, head, writeParameter, setting))).toEqual(["not-permitted"]);
        await as(db, administrator, writeParameter, setting);
        const values = await as(db, reader, readParameters, { municipality: "851" });
        expect(values.get("smallest-cell")).toBe(10);
        expect(await faultsOf(as(db, neighbour, readParameters, { municipality: "851" }))).toEqual(["not-permitted"]);
      });

      test("are tried by scenarios that a municipality keeps, under an id each, and others do not see", async () => {
        const [municipality, id] = ["851", "virksomhedslukning"];
        const closing = { lever: "closing", benefit: "dagpenge", persons: "150", on: "2021-03-15" };
        const keeping = { data, municipality, id, title: "En stor arbejdsplads lukker", levers: [closing] };
        await as(db, analyst, nameScenario, keeping);
        await as(db, head, nameScenario, { ...keeping, levers: [{ ...closing, persons: "200" }] });
        const kept = await as(db, analyst, readScenarios, { municipality });
        expect(kept).toMatchObject([{ id, by: "hanne", title: { da: "En stor arbejdsplads lukker" } }]);
        expect(kept[0].levers).toEqual([{ ...closing, persons: "200" }]);
        await as(db, neighbour, nameScenario, { ...keeping, municipality: "165" });
        expect(await as(db, analyst, readScenarios, { municipality })).toHaveLength(1);

        expect(await faultsOf(as(db, reader, nameScenario, keeping))).toEqual(["not-permitted"]);
        expect(await faultsOf(as(db, neighbour, readScenarios, { municipality }))).toEqual(["not-permitted"]);
        const unknown = { ...keeping, levers: [{ ...closing, benefit: "dagpeng" }] };
        expect(await faultsOf(as(db, analyst, nameScenario, unknown))).toEqual(["unknown-code"]);
        await as(db, analyst, removeScenario, { municipality, id });
        expect(await faultsOf(as(db, analyst, removeScenario, { municipality, id }))).toEqual(["not-there"]);
        expect(await as(db, neighbour, readScenarios, { municipality: "165" })).toHaveLength(1);
      });

      test("take no CPR number into their texts", async () => {
        const says = `Borgeren ${CANARY.slice(0, 6)}-${CANARY.slice(6)} er i job.`;
        expect(await faultsOf(as(db, head, commentGoal, { plan, goal: "x", says }))).toEqual(["cpr-in-text"]);
      });

      test("keep their follow-up, the series' vintages, the list of snapshots and the parameters set for them", async () => {
        await db.store.within(["851:*"], async (rows) => {
          const entry = { goal: "x", says: "Ja" };
          await addFollowUp(rows, "f1", plan, { list: "answers", entry, by: "anna", at: now() });
          expect(await listFollowUp(rows, plan)).toMatchObject([{ list: "answers", entry, by: "anna" }]);

          const fetch = { series: "y30r21", fetched: parseDay("2026-11-01"), content: "æøå\n" };
          for (const vintage of ["2026-11-01-02", "2026-11-01-01"]) await addVintage(rows, { ...fetch, vintage });
          expect(await listVintages(rows, "y30r21")).toMatchObject([
            { vintage: "2026-11-01-01", ...fetch },
            { vintage: "2026-11-01-02" },
          ]);

          const snapshot = { id: "s1", municipalities: ["851"], manifest: { rows: 3 }, listed: now() };
          await listSnapshot(rows, snapshot);
          await listSnapshot(rows, { ...snapshot, manifest: { rows: 4 } });
          await markWithdrawn(rows, "s1", now(), "fejl i leveringen");
          expect(await listedSnapshots(rows)).toMatchObject([
            { manifest: { rows: 3 }, withdrawn: { reason: "fejl i leveringen" } },
          ]);

          const limit = { municipality: "851", name: "small-cell", by: "ada" };
          await setParameter(rows, { ...limit, from: parseDay("2026-01-01"), value: 5, at: now() });
          await setParameter(rows, { ...limit, from: parseDay("2026-07-01"), value: 10, at: now() });
          const values = ["2025-12-31", "2026-06-30", "2026-07-01"].map((day) =>
            parametersOn(rows, "851", parseDay(day)),
          );
          expect((await Promise.all(values)).map((map) => map.get("small-cell"))).toEqual([undefined, 5, 10]);
        });
        await db.store.within(["165:*"], async (rows) => {
          expect(await listedSnapshots(rows)).toEqual([]);
          expect(await listFollowUp(rows, plan)).toEqual([]);
          expect((await parametersOn(rows, "851", parseDay("2026-07-01"))).size).toBe(0);
          expect(await listVintages(rows, "y30r21")).toHaveLength(2);
        });
      });
    });

    describe("users", () => {
      const user = { id: "ulla", municipality: "851", name: "Ulla Å", language: "da" as const, active: true };
      const login = { issuer: "https://login.example.dk", subject: "ulla@851" };
      const localAdministrator = person("lars", { role: "administrator", municipality: "851" });
      const door = () => call(db, administrator);
      const expires = "2027-01-01T00:00:00.000Z";

      test("are added, given roles, sign in, act, and are signed out when they are closed", async () => {
        await as(db, localAdministrator, addUser, { user, login });
        const grant = { role: "caseworker" as const, municipality: "851", unit: "north", from: parseDay("2026-01-01") };
        const id = await as(db, localAdministrator, giveRole, { id: user.id, grant });
        const token = (await signIn(door(), login, expires)) ?? "";
        expect(await findSignedIn(door(), token)).toMatchObject({
          id: "ulla",
          name: "Ulla Å",
          grants: [{ id, ...grant }],
        });
        expect(await findSignedIn(door(), `${token}x`)).toBeUndefined();
        expect(await findSignedIn({ ...door(), at: expires }, token)).toBeUndefined();

        await as(db, localAdministrator, changeUser, { ...user, active: false });
        expect(await findSignedIn(door(), token)).toBeUndefined();
        expect(await signIn(door(), login, expires)).toBeUndefined();
        await as(db, localAdministrator, changeUser, user);
        await as(db, localAdministrator, takeRole, { id: user.id, grant: id });
        expect(await as(db, localAdministrator, listUsers, undefined)).toMatchObject([{ ...user, grants: [] }]);
      });

      test("end one session, or all their own, and no one else's", async () => {
        const [one, two] = [await signIn(door(), login, expires), await signIn(door(), login, expires)];
        await signOut(door(), one ?? "");
        expect(await findSignedIn(door(), one ?? "")).toBeUndefined();
        expect(await findSignedIn(door(), two ?? "")).toMatchObject({ id: "ulla" });
        expect(await faultsOf(as(db, caseworker, endSessions, { id: "ulla" }))).toEqual(["not-permitted"]);
        const ulla = person("ulla", { role: "reader", municipality: "851" });
        expect(await as(db, ulla, endSessions, { id: "ulla" })).toBe(1);
        expect(await findSignedIn(door(), two ?? "")).toBeUndefined();
      });

      test("of other municipalities are nobody's to change, and none gives a role wider than their own", async () => {
        expect(
          await faultsOf(as(db, localAdministrator, addUser, { user: { ...user, id: "x", municipality: "165" } })),
        ).toEqual(["not-permitted"]);
        const everywhere = { role: "head" as const, municipality: "all" };
        expect(await faultsOf(as(db, localAdministrator, giveRole, { id: user.id, grant: everywhere }))).toEqual([
          "not-permitted",
        ]);
        const moved = as(db, localAdministrator, changeUser, { ...user, municipality: "165" });
        expect(await faultsOf(moved)).toEqual(["not-permitted"]);
        expect(await as(db, person("x", { role: "auditor", municipality: "165" }), listUsers, undefined)).toEqual([]);
        expect(await as(db, caseworker, listUnits, undefined)).toMatchObject([{ id: "north" }, { id: "south" }]);
      });
    });

    describe("CPR numbers", () => {
      const place = { person: "p1", municipality: "851", unit: "north", worker: "carl" };

      test("are kept sealed, found, and opened for the person's own worker who says what for", async () => {
        await as(db, caseworker, keepPersonNumber, { ...place, cpr: CANARY });
        expect(await as(db, caseworker, findByNumber, { municipality: "851", cpr: CANARY })).toBe("p1");
        const read = (who: typeof head, reason?: string) => as(db, who, readPersonNumber, place, reason);
        expect(await read(caseworker, "indkaldelse til samtale")).toBe(CANARY);
        expect(await faultsOf(read(caseworker))).toEqual(["no-reason"]);
        expect(await faultsOf(read(head, "nysgerrig"))).toEqual(["not-permitted"]);
        const colleague = person("kim", { role: "caseworker", municipality: "851", unit: "north" });
        expect(await faultsOf(read(colleague, "vikar"))).toEqual(["not-permitted"]);
      });

      test("are in no row and no file of the database as anyone could read them", async () => {
        await as(db, caseworker, findByNumber, { municipality: "851", cpr: CANARY });
        await as(db, caseworker, readPersonNumber, place, `sagen om ${CANARY}`);
        await db.store.pool.query("checkpoint").catch(() => undefined);
        const holding = filesIn(folder).filter((file) => readFileSync(file).includes(CANARY));
        expect(holding).toEqual([]);
        const [{ reason }] = await as(db, auditor, readAudit, { act: "read-cpr", limit: 1 });
        expect(reason).toBe("sagen om [CPR]");
      });
    });

    describe("rows", () => {
      const unitsSeen = (scope: string[]) =>
        db.store.within(scope, async (rows) =>
          (await rows.selectFrom("person_number").select("person").execute()).map((row) => row.person),
        );

      test("are seen by municipality and unit, and not at all without a scope", async () => {
        const secret = db.secrets;
        await db.store.within(EVERYTHING, async (rows) => {
          for (const [id, unit] of [
            ["s1", "south"],
            ["n1", "north"],
            ["none", null],
          ] as const)
            await rows
              .insertInto("person_number")
              .values({
                person: id,
                municipality: "851",
                unit,
                worker: null,
                sealed: secret.seal(id, id),
                lookup: secret.lookup(id),
              })
              .execute();
        });
        expect((await unitsSeen(["851:*"])).toSorted()).toEqual(["n1", "none", "p1", "s1"]);
        expect((await unitsSeen(["851:", "851:north"])).toSorted()).toEqual(["n1", "none", "p1"]);
        expect(await unitsSeen(["851:"])).toEqual(["none"]);
        expect(await unitsSeen(["165:*", "165:north"])).toEqual([]);
        expect(await unitsSeen([])).toEqual([]);
        const { rows } = await db.store.pool.query("select * from person_number");
        expect(rows).toEqual([]);
      });

      test("cannot be written into what is not seen", async () => {
        const write = db.store.within(["165:*"], (rows) =>
          rows
            .insertInto("unit")
            .values({ id: "x", municipality: "851", name: "X", part_of: null, closed: null })
            .execute(),
        );
        await expect(write).rejects.toThrow("row-level security");
      });

      test("of a transaction that fails are not there", async () => {
        const write = db.store.within(EVERYTHING, async (rows) => {
          await rows
            .insertInto("unit")
            .values({ id: "y", municipality: "851", name: "Y", part_of: null, closed: null })
            .execute();
          throw new Error("halfway");
        });
        await expect(write).rejects.toThrow("halfway");
        expect((await as(db, reader, listUnits, undefined)).map(({ id }) => id)).toEqual(["north", "south"]);
      });
    });

    describe("jobs", () => {
      const ask = (input: unknown) => as(db, analyst, startJob, { kind: "count", input, municipality: "851" });
      const step = { da: "tæller", en: "counting" };

      test("are done with progress, and their result is kept", async () => {
        const id = await ask({ to: 3 });
        expect(await as(db, analyst, readJob, { id })).toMatchObject({ state: "waiting", progress: 0 });
        const seen: unknown[] = [];
        const count = async ({ job, report }: JobWork) => {
          await report(0.5, step);
          seen.push(await as(db, analyst, readJob, { id: job.id }));
          return { counted: job.input };
        };
        expect(await doNext(db, { count }, now, "w1")).toBe(true);
        expect(seen).toMatchObject([{ state: "running", progress: 0.5, step }]);
        expect(await as(db, analyst, readJob, { id })).toMatchObject({
          state: "done",
          progress: 1,
          result: { counted: { to: 3 } },
        });
        expect(await doNext(db, { count }, now, "w1")).toBe(false);
      });

      test("of a more urgent kind are done first", async () => {
        const askFor = (kind: string) => as(db, analyst, startJob, { kind, input: 1, municipality: "851" });
        const asked = [await askFor("slow"), await askFor("quick"), await askFor("quick")];
        const done: string[] = [];
        const work = async ({ job }: JobWork) => done.push(job.id);
        while (await doNext(db, { quick: work, slow: work }, now, "w1")) await null;
        expect(done.at(-1)).toBe(asked[0]);
        expect(new Set(done)).toEqual(new Set(asked));
      });

      test("are cancelled while they wait, and while they run", async () => {
        const waiting = await ask(1);
        await as(db, analyst, cancelJob, { id: waiting });
        const running = await ask(2);
        const count = async ({ job, report }: JobWork) => {
          await as(db, analyst, cancelJob, { id: job.id });
          await report(0.1);
          return "too late";
        };
        expect(await doNext(db, { count }, now, "w1")).toBe(true);
        for (const id of [waiting, running])
          expect(await as(db, analyst, readJob, { id })).toMatchObject({ state: "cancelled", result: undefined });
      });

      test("that fail tell their faults", async () => {
        const id = await ask(3);
        const count = () =>
          Promise.reject(new BrokenInput([{ code: "no-rows", place: { file: "x.csv" }, parameters: {} }]));
        await doNext(db, { count }, now, "w1");
        expect(await as(db, analyst, readJob, { id })).toMatchObject({
          state: "failed",
          faults: [{ code: "no-rows" }],
        });
      });

      test("of a worker that died are done by the next, three times at most, and the dead one's word no longer counts", async () => {
        const id = await ask(4);
        const inAnHour = (hours: number) => () => new Date(Date.parse(now()) + hours * 3_600_000).toISOString();
        const dies = () => new Promise<never>(() => undefined);
        const dead: Promise<boolean>[] = [];
        for (const hour of [0, 1, 2]) {
          dead.push(doNext(db, { count: dies }, inAnHour(hour), `dead ${hour}`));
          while ((await as(db, analyst, readJob, { id })).attempts <= hour)
            await new Promise((go) => setTimeout(go, 10));
        }
        expect(await doNext(db, { count: async () => 1 }, inAnHour(3), "w2")).toBe(false);
        expect(await as(db, analyst, readJob, { id })).toMatchObject({
          state: "failed",
          faults: [{ code: "job-failed" }],
        });

        const again = await ask(5);
        let release = () => {};
        const slow = async () =>
          new Promise<string>((done) => {
            release = () => done("slow");
          });
        const late = doNext(db, { count: slow }, now, "slow");
        while ((await as(db, analyst, readJob, { id: again })).state !== "running")
          await new Promise((go) => setTimeout(go, 10));
        expect(await doNext(db, { count: async () => "quick" }, inAnHour(1), "quick")).toBe(true);
        release();
        await late;
        expect(await as(db, analyst, readJob, { id: again })).toMatchObject({ state: "done", result: "quick" });
      });

      test("are taken by one worker each", async () => {
        const ids = await Promise.all(Array.from({ length: 12 }, (_, index) => ask(index)));
        const done: string[] = [];
        const count = async ({ job }: JobWork) => void done.push(job.id);
        const worker = async (name: string) => {
          while (await doNext(db, { count }, now, name)) await null;
        };
        await Promise.all(["a", "b", "c"].map(worker));
        expect(done.toSorted()).toEqual(ids.toSorted());
      });

      test("are told of to who asked and who leads", async () => {
        const id = await ask(6);
        expect(await faultsOf(as(db, caseworker, readJob, { id }))).toEqual(["not-permitted"]);
        expect(await faultsOf(as(db, neighbour, cancelJob, { id }))).toEqual(["not-permitted"]);
        expect(await as(db, caseworker, listJobs, { ownOnly: true })).toEqual([]);
        expect((await as(db, head, listJobs, { ownOnly: false }))[0]).toMatchObject({ id, askedBy: "anna" });
        await as(db, analyst, cancelJob, { id });
      });
    });

    describe("the audit log", () => {
      test("holds what was done and what was denied, by whom, in which role, and what for", async () => {
        const [denied] = await as(db, auditor, readAudit, { act: "read-cpr", outcome: "denied", limit: 1 });
        const [, done] = await as(db, auditor, readAudit, { act: "read-cpr", person: "p1" });
        expect(denied).toMatchObject({
          actor: "kim",
          outcome: "denied",
          reason: "not-own",
          municipalities: ["851"],
          unit: "north",
        });
        expect(denied.role).toBeUndefined();
        expect(done).toMatchObject({
          actor: "carl",
          role: "caseworker",
          reason: "indkaldelse til samtale",
          persons: ["p1"],
        });
        const lists = await as(db, auditor, readAudit, { act: "list-persons" });
        expect(lists[0]).toMatchObject({ query: "CPR number", count: 1 });
      });

      test("is read by those who may, each their part", async () => {
        expect(await faultsOf(as(db, reader, readAudit, {}))).toEqual(["not-permitted"]);
        const own = await as(db, caseworker, readAudit, { actor: "carl", limit: 500 });
        expect(new Set(own.map(({ actor }) => actor))).toEqual(new Set(["carl"]));
        const there = await as(db, neighbour, readAudit, { limit: 500 });
        expect(there.filter(({ municipalities }) => !municipalities.includes("165"))).toEqual([]);
        expect(there.length).toBeGreaterThan(0);
      });

      test("tells a citizen when, what and why, and not by whom", async () => {
        const lines = await as(db, head, extractAudit, { person: "p1", municipality: "851" });
        expect(lines[0]).toMatchObject({ act: "write-person", outcome: "done", role: "caseworker" });
        expect(JSON.stringify(lines)).not.toContain("carl");
        expect(lines.length).toBeGreaterThan(4);
        const elsewhere = await as(db, neighbour, extractAudit, { person: "p1", municipality: "165" });
        expect(elsewhere).toEqual([]);
      });

      test("is handed over whole, in order, to who may export it", async () => {
        const taken: SealedEntry[] = [];
        const count = await as(db, auditor, exportAudit, { take: (entry) => void taken.push(entry) });
        expect(taken.map(({ number }) => number)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
        expect(await faultsOf(as(db, administrator, exportAudit, { take: () => undefined }))).toEqual([
          "not-permitted",
        ]);
      });

      test("is added to by many at once without a gap", async () => {
        await Promise.all(Array.from({ length: 40 }, () => as(db, reader, listStored, undefined)));
        expect(await as(db, auditor, verifyAudit, {})).toMatchObject({ whole: true });
      });

      test("is never changed, by SQL neither", async () => {
        const change = db.store.within(EVERYTHING, (rows) => rows.deleteFrom("audit_entry").execute());
        await expect(change).rejects.toThrow("never changed");
      });

      test.for([
        ["an edit", "update audit_entry set actor = 'nobody' where number = 7", 7, "altered"],
        ["a deletion", "delete from audit_entry where number = 5", 5, "missing"],
        [
          "a deletion at the end",
          "delete from audit_entry where number = (select number from audit_head)",
          undefined,
          "cut-off",
        ],
        [
          "a swap",
          "update audit_entry set number = -number where number in (3, 4); update audit_entry set number = 7 + number where number < 0",
          3,
          "altered",
        ],
        ["a head set back", "update audit_head set number = number - 1", undefined, "head-altered"],
      ] as const)("shows %s by whoever took the lock off", async ([, statement, number, why]) => {
        let verdict: unknown;
        const meddling = db.store.within(EVERYTHING, async (rows) => {
          for (const lock of ["disable trigger user", "no force row level security"])
            await sql.raw(`alter table audit_entry ${lock}`).execute(rows);
          for (const one of statement.split(";")) await sql.raw(one).execute(rows);
          verdict = await verifyLog(rows, secrets.auditMac);
          throw new Error("undone");
        });
        await expect(meddling).rejects.toThrow("undone");
        expect(verdict).toMatchObject({ whole: false, why, ...(number === undefined ? {} : { number }) });
        expect(await as(db, auditor, verifyAudit, {})).toMatchObject({ whole: true });
      });
    });

    test("a log kept in a file before there was a database is taken over once, and checked first", async () => {
      const kept = join(folder, "kept");
      mkdirSync(kept);
      const about = { register: "s1", rows: 3 };
      for (const action of ["register-import", "register-withdraw"])
        await appendAudit(kept, { at: "2026-11-01T10:00:00Z", by: "anna", action, about });
      const file = readFileSync(join(kept, "audit.jsonl"), "utf8");
      const door = () => call(db, administrator);
      expect(await takeOverLog(door(), kept)).toBe(2);
      expect(await takeOverLog(door(), kept)).toBe(0);
      writeFileSync(join(kept, "audit.jsonl"), file);
      expect(await takeOverLog(door(), kept)).toBe(0);
      expect((await as(db, auditor, readAudit, { actor: "anna", act: "register-import" }))[0]).toMatchObject({
        at: "2026-11-01T10:00:00.000Z",
        subject: "register s1; rows 3",
      });
      writeFileSync(join(kept, "audit.jsonl"), file.replace("anna", "otto"));
      expect(await faultsOf(takeOverLog(door(), kept))).toEqual(["broken-audit"]);
      expect(await as(db, auditor, verifyAudit, {})).toMatchObject({ whole: true });
    });

    describe("a backup", () => {
      const folderOf = (name: string) => join(folder, name);

      test("holds every row, and is restored to the same on an empty database of the other kind", async () => {
        const otherBin = other.bin() ?? bin;
        const backup = folderOf("backup");
        const manifest = await as(db, administrator, backupDatabase, { folder: backup });
        expect(manifest.tables.map(({ name }) => name)).toEqual(tableNames);
        const elsewhere = { secrets, store: await openStore({ folder: folderOf("elsewhere"), bin: otherBin }) };
        try {
          const { audit } = await as(elsewhere, administrator, restoreDatabase, { folder: backup, replace: false });
          expect(audit).toMatchObject({ whole: true, entries: manifest.audit?.number });
          const again = await as(elsewhere, administrator, backupDatabase, { folder: folderOf("again") });
          const sums = (tables: typeof manifest.tables) =>
            Object.fromEntries(
              tables
                .filter(({ name }) => !name.startsWith("audit"))
                .map(({ name, rows, sha256 }) => [name, { rows, sha256 }]),
            );
          expect(sums(again.tables)).toEqual(sums(manifest.tables));
          const place = { municipality: "851", person: "p1" };
          expect(await as(elsewhere, caseworker, readPersonNumber, place, "efter flytning")).toBe(CANARY);
          expect(await as(elsewhere, neighbour, listStored, undefined)).toEqual([]);
        } finally {
          await elsewhere.store.close();
        }
      });

      test("in use is replaced only when asked, and goes back to what it was", async () => {
        const backup = folderOf("before");
        await as(db, administrator, backupDatabase, { folder: backup });
        await as(db, administrator, addUnitOf, { id: "later", municipality: "851", name: "Senere" });
        expect(await faultsOf(as(db, administrator, restoreDatabase, { folder: backup, replace: false }))).toEqual([
          "database-not-empty",
        ]);
        await as(db, administrator, restoreDatabase, { folder: backup, replace: true });
        expect((await as(db, reader, listUnits, undefined)).map(({ id }) => id)).toEqual(["north", "south"]);
      });

      test("that is damaged is refused, and the database is as it was", async () => {
        const backup = folderOf("damaged");
        await as(db, administrator, backupDatabase, { folder: backup });
        const file = join(backup, "tables", "plan_version.copy.gz");
        const bytes = readFileSync(file);
        bytes[bytes.length >> 1] ^= 1;
        writeFileSync(file, bytes);
        expect(await faultsOf(as(db, administrator, restoreDatabase, { folder: backup, replace: true }))).toEqual([
          "damaged-backup",
        ]);
        expect(
          await faultsOf(as(db, administrator, restoreDatabase, { folder: folderOf("none"), replace: true })),
        ).toEqual(["not-a-backup"]);
        expect((await as(db, reader, readStored, { plan: "aalborg-2018" })).versions).toHaveLength(2);
      });

      test("is nobody's but the administrator's of the installation, and never written over another", async () => {
        const local = person("lars", { role: "administrator", municipality: "851" });
        expect(await faultsOf(as(db, local, backupDatabase, { folder: folderOf("local") }))).toEqual(["not-permitted"]);
        expect(await faultsOf(as(db, administrator, backupDatabase, { folder: folderOf("backup") }))).toEqual([
          "already-there",
        ]);
      });

      test("shows, held against the log, that the log was set back", async () => {
        const end = await as(db, auditor, noteAuditEnd, undefined);
        await as(db, administrator, restoreDatabase, { folder: folderOf("before"), replace: true });
        expect(await as(db, auditor, verifyAudit, { noted: end })).toMatchObject({ whole: false });
      });
    });

    test("a database opened twice at once is one and the same", async () => {
      const stores = await Promise.all([1, 2, 3].map(() => openStore({ folder: join(folder, "database"), bin })));
      const started = await Promise.all(
        stores.map(({ pool }) => pool.query("select pg_postmaster_start_time()::text as at")),
      );
      expect(new Set(started.map(({ rows }) => rows[0].at)).size).toBe(1);
      await Promise.all(stores.map((store) => store.close()));
      expect(await db.store.within(EVERYTHING, (rows) => sql`select 1`.execute(rows))).toBeDefined();
    });
  });
}
