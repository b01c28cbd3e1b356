import { existsSync, readFileSync } from "node:fs";
import type { SwaggerTransform } from "@fastify/swagger";
import { z } from "zod";

/** A request and its answer, as the server gave it: by «GET /api/plans». The tests write them and hold them true. */
const example = z.object({ body: z.unknown().optional(), answer: z.unknown().optional() });
const file = new URL("examples.json", import.meta.url);

/** The examples of the API's description. */
export function readExamples(): Readonly<Record<string, z.output<typeof example>>> {
  return existsSync(file) ? z.record(z.string(), example).parse(JSON.parse(readFileSync(file, "utf8"))) : {};
}

/** Adds to the schemas of each endpoint the example there is of it. */
export function withExamples(transform: SwaggerTransform): SwaggerTransform {
  const examples = readExamples();
  return (described) => {
    const { schema, url } = transform(described);
    const { body, answer } = examples[`${described.route.method} ${described.route.url}`] ?? {};
    const response: unknown = schema.response;
    return {
      url,
      schema: {
        ...schema,
        ...(schema.body !== undefined && { body: shown(schema.body, body) }),
        ...(isObject(response) && { response: { ...response, 200: shown(response[200], answer) } }),
      },
    };
  };
}

function shown(schema: unknown, value: unknown): unknown {
  return isObject(schema) && value !== undefined ? { ...schema, examples: [value] } : schema;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
