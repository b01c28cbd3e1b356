import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EVERYTHING } from "#core/access/decide.ts";
import { makeApp } from "#server/app.ts";
import { readExamples } from "#server/examples.ts";
import { routes } from "#server/routes.ts";
import { addUnit } from "#store/units.ts";
import { embedded } from "../contract/databases.ts";
import { cases } from "./cases.ts";
import { addPerson, ask, cookieOf, type Home, openHome, PATIENCE } from "./home.ts";

type Json = Record<string, unknown>;

const file = new URL("../../src/server/examples.json", import.meta.url);
const isWriting = process.env.PEJL_DOCS === "write";

/** Endpoints whose answer is a file, or no JSON. */
const files = new Set(
  routes.flatMap(({ endpoint: { method, path, answer } }) =>
    answer.meta()?.file === true ? [`${method} ${path}`] : [],
  ),
);
const keys = routes.map(({ endpoint: { method, path } }) => `${method} ${path}`);

describe.skipIf(embedded.bin() === undefined)("The description of the API", () => {
  let home: Home;
  let described: Json;

  beforeAll(async () => {
    home = await openHome();
    if (isWriting) writeFileSync(file, `${JSON.stringify(await takeExamples(home), undefined, 2)}\n`);
    const app = isWriting ? await makeApp(home.house) : home.app;
    described = (await ask(app, { method: "GET", path: "/api/openapi.json" })).json();
  }, PATIENCE);
  afterAll(() => home?.close(), PATIENCE);

  test("is OpenAPI 3.1 and has every endpoint, and no other", () => {
    expect(described.openapi).toBe("3.1.0");
    expect(
      operations()
        .map(({ key }) => key)
        .toSorted(),
    ).toEqual(keys.toSorted());
  });

  test("gives every operation a summary, its parameters and an answer", () => {
    for (const { key, operation } of operations()) {
      expect(operation.summary, key).toMatch(/\S/);
      expect(operation.responses, key).toBeDefined();
      const named = listOf(operation.parameters).filter((one) => one.in === "path");
      const inPath = [...key.matchAll(/:(\w+)/g)].map(([, name]) => name);
      expect(named.map(({ name }) => name).toSorted(), key).toEqual(inPath.toSorted());
      expect(
        named.every(({ required }) => required === true),
        key,
      ).toBe(true);
    }
  });

  test("refers to nothing that is not there, and knows only the types that JSON Schema has", () => {
    const types = ["object", "array", "string", "number", "integer", "boolean", "null"];
    for (const [path, node] of nodesOf(described, "#")) {
      if (typeof node.$ref === "string") expect(resolve(described, node.$ref), `${path} ${node.$ref}`).toBeDefined();
      if (typeof node.type === "string" && path.includes("/schema")) expect(types, path).toContain(node.type);
    }
  });

  test("has an example of every answer that is no file, and each fits its schema", () => {
    const examples = readExamples();
    expect(Object.keys(examples).toSorted()).toEqual(keys.filter((key) => !files.has(key)).toSorted());
    for (const { endpoint } of routes) {
      const key = `${endpoint.method} ${endpoint.path}`;
      const { body, answer } = examples[key] ?? {};
      if (files.has(key)) continue;
      expect(endpoint.answer.safeParse(answer).error, key).toBeUndefined();
      expect(endpoint.body.safeParse(body).error, key).toBeUndefined();
      expect(JSON.stringify(described), key).toContain(JSON.stringify(answer).slice(1, 60));
    }
  });

  function operations() {
    return Object.entries(objectOf(described.paths)).flatMap(([path, methods]) =>
      Object.entries(objectOf(methods)).map(([method, operation]) => ({
        key: `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`,
        operation: objectOf(operation),
      })),
    );
  }
});

/** The most letters of a text in an example. */
const LONGEST = 600;

/** Asks every endpoint once and keeps what was sent and answered; of long lists the first two, of long texts the beginning. */
async function takeExamples(home: Home): Promise<Json> {
  const grants = (["administrator", "auditor", "head", "analyst"] as const).map((role) => ({
    role,
    municipality: "all",
  }));
  await addPerson(home, "anna", ...grants);
  await addPerson(home, "target", { role: "reader", municipality: "851" });
  const unit = { id: "north", municipality: "851", name: "Center Nord" };
  await home.house.database.store.within(EVERYTHING, (rows) => addUnit(rows, unit));
  const examples: Json = {};
  for (const { endpoint } of routes) {
    const { method, path } = endpoint;
    const key = `${method} ${path}`;
    if (files.has(key)) continue;
    const sends = await cases[key]?.sends({ house: home.house, user: "anna", number: 1 });
    if (sends === undefined) continue;
    const response = await ask(home.app, { method, path, ...sends, cookie: await cookieOf(home, "anna") });
    if (response.statusCode !== 200) throw new Error(`${key}: ${response.body}`);
    examples[key] = {
      ...(sends.body !== undefined && { body: shortened(sends.body) }),
      answer: shortened(response.json()),
    };
  }
  return examples;
}

function shortened(value: unknown): unknown {
  if (typeof value === "string" && value.length > LONGEST) return `${value.slice(0, LONGEST)}…`;
  if (Array.isArray(value)) return value.slice(0, 2).map(shortened);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shortened(inner)]));
}

function* nodesOf(value: unknown, path: string): Generator<[string, Json]> {
  if (typeof value !== "object" || value === null || path.endsWith("/examples") || path.endsWith("/example")) return;
  if (!Array.isArray(value)) yield [path, objectOf(value)];
  for (const [key, inner] of Object.entries(value)) yield* nodesOf(inner, `${path}/${key}`);
}

function resolve(root: unknown, ref: string): unknown {
  const keys = ref.split("/").slice(1);
  return keys.reduce<unknown>((node, key) => objectOf(node)[key.replaceAll("~1", "/").replaceAll("~0", "~")], root);
}

function objectOf(value: unknown): Json {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(objectOf) : [];
}
