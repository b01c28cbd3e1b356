import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { broken } from "#core/faults/fault.ts";
import { locked } from "./lock.ts";

const auditLine = z.object({
  at: z.string(),
  by: z.string(),
  action: z.string(),
  /** What it was done to; never a CPR number. */
  about: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  previous: z.string(),
});

/** What was done, by whom and when. */
export type AuditEntry = Omit<z.output<typeof auditLine>, "previous">;

/** How many milliseconds one process waits for another's line. */
const PATIENCE = 5000;

/**
 * Adds a line to `audit.jsonl` of a folder and waits until the disk has it. Each line carries the hash of the one
 * before, so that none can be altered or taken out unseen. A line that a killed process left unfinished was never
 * reported as written, and goes.
 */
export async function appendAudit(folder: string, entry: AuditEntry): Promise<void> {
  await locked(join(folder, ".audit"), PATIENCE, () => {
    const path = auditPath(folder);
    const file = openSync(path, existsSync(path) ? "r+" : "w+");
    try {
      const { line, end } = lastLine(file);
      ftruncateSync(file, end);
      writeSync(file, `${JSON.stringify({ ...entry, previous: hashOf(line) })}\n`, end);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  });
}

/** Every entry of the log. @throws BrokenInput broken-audit, at the first line that does not follow from the one before */
export function readAudit(folder: string): AuditEntry[] {
  const path = auditPath(folder);
  const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n").slice(0, -1) : [];
  return lines.map((line, i) => {
    const { previous, ...entry } = auditLine.parse(JSON.parse(line));
    if (previous !== hashOf(lines[i - 1] ?? "")) throw broken("broken-audit", { line: i + 1, file: "audit.jsonl" });
    return entry;
  });
}

function auditPath(folder: string): string {
  return join(folder, "audit.jsonl");
}

/** The last whole line of a file and the place after it. */
function lastLine(file: number): { line: string; end: number } {
  const size = fstatSync(file).size;
  for (let length = 4096; ; length *= 2) {
    const from = Math.max(0, size - length);
    const tail = Buffer.alloc(size - from);
    readSync(file, tail, 0, tail.length, from);
    const end = tail.lastIndexOf("\n");
    const start = end <= 0 ? -1 : tail.lastIndexOf("\n", end - 1);
    if (start >= 0 || from === 0)
      return { line: tail.toString("utf8", start + 1, Math.max(0, end)), end: from + end + 1 };
  }
}

function hashOf(line: string): string {
  return createHash("sha256").update(line).digest("hex");
}
