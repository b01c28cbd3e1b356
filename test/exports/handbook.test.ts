import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { embedded } from "../contract/databases.ts";
import { read } from "../meta/tree.ts";
import { openServer } from "./server.ts";

const page = read("docs/handbook/tal-til-andre-programmer.md");
const asked = [...page.matchAll(/^GET (\S.*)$/gm)].map(([, url]) => url);

describe.skipIf(embedded.bin() === undefined)("The handbook's page on figures for other programs", () => {
  let server: Awaited<ReturnType<typeof openServer>>;
  beforeAll(async () => {
    server = await openServer();
  }, 120_000);
  afterAll(() => server.close());

  it.for(asked)("GET %s is answered", async (url) => {
    const ask = await server.as("demo-reader");
    const { statusCode, rawPayload, headers, json } = await ask(url.replaceAll(" ", "%20"));
    expect(statusCode).toBe(200);
    expect(rawPayload.length).toBeGreaterThan(200);
    if (String(headers["content-type"]).includes("odata")) expect(json().value).not.toEqual([]);
  });

  it("has examples", () => {
    expect(asked.length).toBeGreaterThan(10);
  });
});
