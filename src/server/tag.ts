import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";

/** Gives an answer its tag, and answers «not changed» to who has it already. */
export async function tagged(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  if (typeof payload !== "string" || reply.statusCode !== 200) return payload;
  const tag = `"${createHash("sha256").update(payload).digest("base64url").slice(0, 27)}"`;
  reply.header("etag", tag).header("cache-control", "private, no-cache");
  const held = (request.headers["if-none-match"] ?? "").split(/\s*,\s*/);
  if (!held.includes(tag)) return payload;
  reply.code(304);
  return "";
}
