import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";
import { ownFolders } from "#actions/open-data.ts";
import { broken } from "#core/faults/fault.ts";
import { hideCpr } from "#core/register/cpr.ts";

/** Serves the built pages: files by their hashed names for good, and the one page for every address of the program. */
export async function addPages(app: FastifyInstance, folder = join(ownFolders().var, "web")): Promise<void> {
  if (!existsSync(join(folder, "index.html"))) return;
  // Files are looked up when they are asked for: pages that are built anew are there at once.
  const assets = { root: join(folder, "assets"), prefix: "/assets/" };
  await app.register(fastifyStatic, { ...assets, index: false, cacheControl: false, setHeaders });
  app.get("/*", { schema: { hide: true } }, (request, reply) => {
    const path = request.url.split("?")[0];
    if (path.startsWith("/api/") || /\.[a-z0-9]+$/.test(path))
      throw broken("no-such-address", { address: hideCpr(path) });
    return reply.sendFile("index.html", folder, { cacheControl: false });
  });
}

function setHeaders(reply: FastifyReply, path: string) {
  const isHashed = /[/\\]assets[/\\]/.test(path);
  reply.header("cache-control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
}
