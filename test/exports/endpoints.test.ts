import { parse } from "csv-parse/sync";
import readExcel from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { embedded } from "../contract/databases.ts";
import { openServer } from "./server.ts";

type Server = Awaited<ReturnType<typeof openServer>>;
type Ask = Awaited<ReturnType<Server["as"]>>;

describe.skipIf(embedded.bin() === undefined)("Figures for other programs", () => {
  let server: Server;
  let ask: Ask;

  beforeAll(async () => {
    server = await openServer();
    ask = await server.as("demo-reader");
  }, 120_000);
  afterAll(() => server.close());

  const overview = "/api/plans/aalborg-2018/overview";

  describe("as files", () => {
    it.for([
      ["csv", "text/csv", "aalborg-2018-maal-2018-09-30.csv"],
      ["excel.csv", "text/csv", "aalborg-2018-maal-2018-09-30.excel.csv"],
      [
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "aalborg-2018-maal-2018-09-30.xlsx",
      ],
      ["json-stat", "application/json", "aalborg-2018-maal-2018-09-30.json"],
      ["parquet", "application/vnd.apache.parquet", "aalborg-2018-maal-2018-09-30.parquet"],
    ] as const)("the goals come as %s", async ([format, type, name]) => {
      const { statusCode, headers, rawPayload } = await ask(`${overview}.${format}?asOf=2018-09-30`);
      expect([statusCode, headers["content-disposition"]]).toEqual([200, `attachment; filename="${name}"`]);
      expect(headers["content-type"]).toContain(type);
      expect(rawPayload.length).toBeGreaterThan(1000);
    });

    it("say the same of a goal as its page", async () => {
      const { goals } = (await ask(`${overview}?asOf=2018-09-30`)).json();
      const rows: Record<string, string>[] = parse((await ask(`${overview}.csv?asOf=2018-09-30`)).payload, {
        columns: true,
      });
      expect(new Set(rows.map(({ goal }) => goal)).size).toBe(goals.length);
      for (const { id, parts, verdict, latest, baseline } of goals) {
        if (parts !== 1) continue;
        const row = rows.find(({ goal }) => goal === id);
        expect([id, row?.goal_verdict]).toEqual([id, verdict.value]);
        expect([id, row?.latest, row?.latest_missing]).toEqual([id, String(latest.value ?? ""), latest.missing ?? ""]);
        expect([id, row?.baseline, row?.baseline_missing]).toEqual([
          ...[id, String(baseline.value ?? ""), baseline.missing ?? ""],
        ]);
      }
    });

    it("never lack a figure without saying why, but where a target is open", async () => {
      const rows: Record<string, string>[] = parse((await ask(`${overview}.csv`)).payload, { columns: true });
      for (const row of rows)
        for (const name of ["baseline", "latest", "distance"])
          expect([row.goal, name, row[name] === ""]).toEqual([row.goal, name, row[`${name}_missing`] !== ""]);
    });

    it("hold the lines of a goal's page", async () => {
      const goal = "/api/plans/ballerup-2018/goals/lav-ledighed";
      const { parts } = (await ask(`${goal}?asOf=2019-12-31`)).json();
      const rows: Record<string, string>[] = parse((await ask(`${goal}.csv?asOf=2019-12-31`)).payload, {
        columns: true,
      });
      const shown = parts.flatMap(
        ({ lines }: { lines: { kind: string; points: { period: string; value?: number }[] }[] }) =>
          lines.flatMap(({ kind, points }) => points.map(({ period, value }) => `${kind} ${period} ${value ?? ""}`)),
      );
      expect(rows.map(({ line, period, value }) => `${line} ${period} ${value}`)).toEqual(shown);
      expect(shown.length).toBeGreaterThan(2);
    });

    it("hold every observation of a series", async () => {
      const id = "dst-aup02-ledighedsprocent";
      const series = server.house.data.series().find((one) => one.id === id) ?? server.house.data.series()[0];
      const rows = parse((await ask(`/api/series/${series.id}.csv`)).payload, { columns: true });
      expect(rows.length).toBe(series.observations.length);
      const xlsx = await readExcel((await ask(`/api/series/${series.id}.xlsx?language=en`)).rawPayload);
      expect(xlsx.map(({ sheet }) => sheet)).toEqual(["Figures", "About the figures"]);
      expect(xlsx[0].data.length).toBe(series.observations.length + 1);
    });

    it.for([
      ["/api/series/no-such.csv", "unknown-series"],
      ["/api/plans/aalborg-2018/goals/no-such.csv", "not-there"],
      ["/api/plans/no-such/overview.csv", "not-there"],
    ] as const)("%s is answered with %s", async ([url, code]) => {
      const answer = await ask(url);
      expect([answer.statusCode, answer.json().code]).toEqual([404, code]);
    });

    it("of a register are for those who may explore it", async () => {
      const url = "/api/indicators/fuldtidspersoner/figures.csv?register=no-such&from=2018-01&to=2018-02&by=sex";
      expect((await ask(url)).statusCode).toBe(403);
      const answer = await (await server.as("demo-analyst"))(url);
      expect([answer.statusCode, answer.json().code]).toEqual([404, "unknown-snapshot"]);
    });

    it("stand in the description of the API", async () => {
      const { paths } = (await ask("/api/openapi.json")).json();
      expect(Object.keys(paths)).toEqual(
        expect.arrayContaining(["/api/plans/{plan}/overview.{format}", "/api/odata/{set}", "/api/session/programs"]),
      );
    });

    it("are refused in a form there is not", async () => {
      expect((await ask(`${overview}.docx`)).statusCode).toBe(422);
    });
  });

  describe("as OData", () => {
    it("say which sets there are, and what is in them", async () => {
      const { value } = (await ask("/api/odata")).json();
      expect(value.map(({ name }: { name: string }) => name)).toEqual(["Goals", "Figures", "Series", "Indicators"]);
      const metadata = await ask("/api/odata/$metadata");
      expect(metadata.headers["content-type"]).toContain("application/xml");
      expect(metadata.headers["odata-version"]).toBe("4.0");
      expect(metadata.payload).toContain('<Property Name="Latest" Type="Edm.Double">');
    });

    it("tell every row of a set apart by the key that is described", async () => {
      const { payload } = await ask("/api/odata/$metadata");
      for (const set of ["Goals", "Figures", "Series", "Indicators"]) {
        const [, type] = payload.split(`<EntityType Name="${set}Row">`);
        const key = [...type.split("</Key>")[0].matchAll(/PropertyRef Name="(\w+)"/g)].map(([, name]) => name);
        const declared = [...type.split("</EntityType>")[0].matchAll(/<Property Name="(\w+)"/g)].map(
          ([, name]) => name,
        );
        const rows = await allRows(ask, `/api/odata/${set}`);
        expect(rows.length).toBeGreaterThan(10);
        expect(Object.keys(rows[0])).toEqual(declared);
        const keys = rows.map((row) => JSON.stringify(key.map((name) => row[name])));
        expect([set, keys.length - new Set(keys).size]).toEqual([set, 0]);
      }
    });

    it("answer a question of an analyst", async () => {
      const filter = encodeURIComponent("Plan eq 'aalborg-2018' and Verdict eq 'not-met' and Latest ne null");
      const url = `/api/odata/Goals?$filter=${filter}&$select=Goal,Verdict,Latest&$orderby=Latest%20desc&$top=2&$count=true`;
      const answer = (await ask(url)).json();
      expect(answer["@odata.context"]).toBe("http://localhost:3000/api/odata/$metadata#Goals(Goal,Verdict,Latest)");
      expect(answer.value.length).toBe(Math.min(2, answer["@odata.count"]));
      for (const row of answer.value) expect(Object.keys(row)).toEqual(["Goal", "Verdict", "Latest"]);
    });

    it("go on page by page until all is given", async () => {
      const rows = await allRows(ask, "/api/odata/Series?$select=Series,Value");
      const observations = server.house.data.series().flatMap((one) => one.observations);
      expect(rows.length).toBe(observations.length);
      expect(rows.length).toBeGreaterThan(2000);
    });

    it.for([
      ["/api/odata/Goals?$expand=Parts", 501, "odata-unsupported"],
      ["/api/odata/Goals?$filter=Lateste%20gt%201", 400, "odata-unknown-name"],
      ["/api/odata/Goals?$filter=Latest%20gt%20'x'", 400, "odata-types"],
      ["/api/odata/Goals?$top=many", 400, "odata-syntax"],
    ] as const)("%s is answered with %i %s", async ([url, status, code]) => {
      const answer = await ask(url);
      expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
      expect(answer.headers["content-type"]).toContain("application/problem+json");
    });

    it("show only the plans of one's own municipalities", async () => {
      const all = await allRows(ask, "/api/odata/Goals?$select=Plan");
      expect(new Set(all.map(({ Plan }) => Plan)).size).toBe(5);
    });
  });

  describe("to a program with a token", () => {
    const headers = { "x-pejlemaerke": "1" };
    const make = (user: string) =>
      signInAnd(server, user, "POST", "/api/session/programs", { program: "Power BI", days: 30 });
    const asProgram = (url: string, authorization: string) => server.app.inject({ url, headers: { authorization } });

    it("are given as to the person, whether the token stands alone or as a password", async () => {
      const { token, expires } = (await make("demo-reader")).json();
      expect(expires).toBe("2026-12-22T08:30:00.000Z");
      const basic = Buffer.from(`anything:${token}`).toString("base64");
      for (const sent of [`Bearer ${token}`, `Basic ${basic}`]) {
        expect((await asProgram("/api/odata/Indicators", sent)).statusCode).toBe(200);
        expect((await asProgram(`${overview}.csv`, sent)).statusCode).toBe(200);
      }
    });

    it("and nothing else: no page, no person, no further token, and no browser can use it", async () => {
      const { token } = (await make("demo-analyst")).json();
      for (const url of [overview, "/api/audit", "/api/users"])
        expect([url, (await asProgram(url, `Bearer ${token}`)).statusCode]).toEqual([url, 401]);
      const authorization = `Bearer ${token}`;
      const payload = { program: "x", days: 1 };
      const again = {
        method: "POST",
        url: "/api/session/programs",
        headers: { ...headers, authorization },
        payload,
      } as const;
      expect((await server.app.inject(again)).statusCode).toBe(401);
      const browser = await server.app.inject({ url: `${overview}.csv`, cookies: { pejl_session: token } });
      expect(browser.statusCode).toBe(401);
    });

    it("until the person ends it", async () => {
      const { token } = (await make("demo-finance")).json();
      const finance = await server.as("demo-finance");
      const { sessions } = (await finance("/api/users/demo-finance/sessions")).json();
      expect(sessions.map(({ program }: { program?: string }) => program)).toContain("Power BI");
      const all = await signInAnd(server, "demo-finance", "DELETE", "/api/users/demo-finance/sessions");
      expect(all.statusCode).toBe(200);
      expect((await asProgram("/api/odata/Indicators", `Bearer ${token}`)).statusCode).toBe(401);
    });

    it("and only to those who may hand figures out", async () => {
      expect((await make("demo-administrator")).statusCode).toBe(403);
    });
  });

  test("every hand-out is in the log with the question and how much was given; so is a denial", async () => {
    const denied = await server.as("demo-administrator");
    expect((await denied(`${overview}.csv`)).statusCode).toBe(403);
    expect((await server.app.inject(`${overview}.csv`)).statusCode).toBe(401);
    const auditor = await server.as("demo-auditor");
    const { entries } = (await auditor("/api/audit?act=export-figures&limit=500")).json();
    const told = entries.map((one: Record<string, unknown>) => [one.outcome, one.subject, one.query, one.count]);
    expect(told).toContainEqual(["done", "plan aalborg-2018", "as of 2018-09-30 as csv", expect.any(Number)]);
    expect(told).toContainEqual(["done", "odata Series", expect.stringContaining("$skiptoken=2000"), 2000]);
    expect(told).toContainEqual(["denied", "851", undefined, undefined]);
  });
});

/** Does something else than reading, as a user of the demo. */
async function signInAnd({ app }: Server, user: string, method: "POST" | "DELETE", url: string, payload?: object) {
  const headers = { "x-pejlemaerke": "1" };
  const { cookies } = await app.inject({ method: "POST", url: "/api/session/demo", headers, payload: { user } });
  const held = Object.fromEntries(cookies.map(({ name, value }) => [name, value]));
  return app.inject({ method, url, headers, cookies: held, ...(payload && { payload }) });
}

type Row = Readonly<Record<string, unknown>>;

/** Every row of an answer, page by page as its links say. */
async function allRows(ask: Ask, first: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let url: string | undefined = first; url !== undefined; ) {
    const answer: { value: Row[]; "@odata.nextLink"?: string } = (await ask(url)).json();
    rows.push(...answer.value);
    url = answer["@odata.nextLink"]?.replace("http://localhost:3000", "");
  }
  return rows;
}
