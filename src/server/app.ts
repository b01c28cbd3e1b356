import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { createJsonSchemaTransform, serializerCompiler } from "fastify-type-provider-zod";
import { withoutCpr } from "#actions/without-cpr.ts";
import { broken } from "#core/faults/fault.ts";
import { hideCpr } from "#core/register/cpr.ts";
import { withExamples } from "./examples.ts";
import { failureNumber, type House } from "./house.ts";
import { addPages } from "./pages.ts";
import { findFaults, readPart, sendProblem } from "./problem.ts";
import type { Route } from "./route.ts";
import { routes } from "./routes.ts";
import { addProvider } from "./sign-in/provider.ts";
import { findVisitor } from "./sign-in/session.ts";
import { tagged } from "./tag.ts";

/** How many requests one address may make in ten seconds, and the largest body taken where no file is sent. */
const [REQUESTS, BODY] = [600, 2 * 1024 * 1024];

/** The server, ready to listen: every route under its rule, the pages, and the description of the whole. */
export async function makeApp(house: House, log: boolean | NodeJS.WritableStream = false): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: BODY,
    routerOptions: { ignoreTrailingSlash: true },
    trustProxy: process.env.PEJL_TRUST_PROXY === "1",
    logger: log !== false && {
      ...{ level: "warn", serializers: { req: loggedRequest } },
      ...(typeof log === "object" && { stream: log }),
    },
    // An address that cannot be read is answered before any hook has set its headers.
    frameworkErrors: (error, request, reply) => answerError(error, request, reply.headers(bareHeaders)),
  });
  // Parts of a request are read in the route, so that a fault names its key; their schemas are for the description.
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(serializerCompiler);
  await guard(app, house);
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply));
  app.setNotFoundHandler((request) => {
    throw broken("no-such-address", { address: hideCpr(request.url.split("?")[0]) });
  });
  await describe(app, house);
  for (const one of routes) addRoute(app, house, one);
  if (house.provider !== undefined) addProvider(app, house, house.provider);
  await addPages(app);
  return app;
}

const bareHeaders = {
  "content-security-policy": "default-src 'none';frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

/** Headers, cookies, limits, and the refusal of writes that do not come from our own pages. */
async function guard(app: FastifyInstance, house: House) {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        ...{ scriptSrc: ["'self'"], styleSrc: ["'self'"], fontSrc: ["'self'"], connectSrc: ["'self'"] },
        imgSrc: ["'self'", "data:", "blob:"],
        ...{ formAction: ["'self'"], frameAncestors: ["'none'"], baseUri: ["'none'"], manifestSrc: ["'self'"] },
      },
    },
    referrerPolicy: { policy: "no-referrer" },
    strictTransportSecurity: house.address.startsWith("https:") && { maxAge: 31_536_000 },
  });
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: 2 * 1024 ** 3, files: 40 } });
  await app.register(rateLimit, { max: REQUESTS, timeWindow: 10_000 });
  app.addHook("onRequest", async (request, reply) => {
    reply.header("permissions-policy", "camera=(), geolocation=(), microphone=()");
    if (!["GET", "HEAD"].includes(request.method) && !isOwn(request)) throw broken("foreign-request");
  });
}

/** A browser says which site a request comes from; no other site can set our header without being asked first. */
function isOwn({ headers }: FastifyRequest): boolean {
  const site = headers["sec-fetch-site"];
  return headers["x-pejlemaerke"] === "1" && (site === undefined || site === "same-origin");
}

async function describe(app: FastifyInstance, { version, address }: House) {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Pejlemærke", version, description: "Beskæftigelsesplaner som data · Employment plans as data" },
      servers: [{ url: address }],
    },
    transform: withExamples(createJsonSchemaTransform({})),
  });
  app.get("/api/openapi.json", { schema: { hide: true } }, () => app.swagger());
}

function addRoute(app: FastifyInstance, house: House, { endpoint, rule, answer }: Route) {
  const { method, path, summary, params, query, body, answer: schema } = endpoint;
  const isFile = schema.meta()?.file === true;
  app.route({
    method,
    url: path,
    schema: {
      summary: summary.da,
      description: `${summary.en} (${rule})`,
      tags: [path.split("/")[2]],
      params,
      querystring: query,
      ...(method !== "GET" && { body }),
      ...(!isFile && { response: { 200: schema } }),
    },
    handler: async (request, reply) => {
      const asked = {
        params: readPart(params, request.params ?? {}, "params"),
        query: readPart(query, request.query ?? {}, "query"),
        body: readPart(body, request.body ?? undefined, "body"),
      };
      withoutCpr(writtenIn(asked));
      const actor = await findVisitor(house, request, rule);
      const answered = await answer(asked, { house, actor, request, reply });
      return reply.sent ? reply : answered;
    },
    ...(method === "GET" && !isFile && { onSend: tagged }),
  });
}

/** Everything that a request says, to be searched; fractions are no numbers of persons. */
function writtenIn(asked: unknown): string {
  return JSON.stringify(asked, (_, value: unknown) =>
    typeof value === "number" && !Number.isInteger(value) ? undefined : value,
  );
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const faults = findFaults(error);
  if (faults !== undefined) return sendProblem(reply, faults);
  const number = failureNumber();
  const told = error instanceof Error ? hideCpr(error.stack ?? error.message) : String(error);
  request.log.error({ number, told }, "the program failed");
  return sendProblem(reply, broken("program-failed", { number }).faults);
}

/** What the log keeps of a request: never a query, which may hold what somebody searched for. */
function loggedRequest({ method, url }: { method: string; url: string }) {
  return { method, url: hideCpr(url.split("?")[0]) };
}
