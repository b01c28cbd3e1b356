import { once } from "node:events";
import { PassThrough } from "node:stream";
import type { FastifyReply } from "fastify";
import type { Action } from "#actions/action.ts";
import type { Asked, Endpoint } from "#api/endpoint.ts";
import { callFor, type Route } from "./route.ts";

/** A file as it is handed out: its name, its type, and what comes before everything else. */
type FileHead = { readonly name: string; readonly type: string; readonly head: string };

/** Hands on a piece of a file, and waits while the one who reads it is slower. */
type Write = (piece: string) => Promise<void>;

/**
 * An endpoint whose answer is a file that its action writes piece by piece. A denial is told as ever, since nothing is
 * sent before the first piece.
 *
 * @example fileRoute(exportAudit, actions.exportAudit, { name: "log.csv", type: "text/csv", head }, (_, write) => ({ take: … }))
 */
export function fileRoute<E extends Endpoint, Input>(
  endpoint: E,
  action: Action<Input, unknown>,
  head: FileHead,
  input: (asked: Asked<E>, write: Write) => Input,
): Route {
  return {
    endpoint,
    rule: action.act,
    answer: async (asked: Asked<E>, visit) => {
      const { stream, isBegun, write } = openFile(visit.reply, head);
      try {
        await action(callFor(visit), input(asked, write));
        await write("");
        stream.end();
      } catch (error) {
        if (!isBegun()) throw error;
        stream.destroy(error instanceof Error ? error : undefined);
      }
      return visit.reply;
    },
  };
}

function openFile(reply: FastifyReply, { name, type, head }: FileHead) {
  const stream = new PassThrough();
  let begun = false;
  const begin = () => {
    begun = true;
    stream.write(head);
    void reply.type(type).header("content-disposition", `attachment; filename="${name}"`).send(stream);
  };
  const write: Write = async (piece) => {
    if (!begun) begin();
    if (stream.destroyed) throw new Error("nobody reads the file any more");
    if (!stream.write(piece)) await Promise.race([once(stream, "drain"), once(stream, "close")]);
  };
  return { stream, isBegun: () => begun, write };
}

/** A line of CSV as machines read it: every cell quoted, and none that a spreadsheet takes for a formula. */
export function csvLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) => `"${cell.replace(/^(?=[=+\-@\t\r])/, "'").replaceAll('"', '""')}"`);
  return `${quoted.join(",")}\r\n`;
}
