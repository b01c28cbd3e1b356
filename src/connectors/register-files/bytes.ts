import { createHash } from "node:crypto";
import { closeSync, createReadStream, openSync, readSync } from "node:fs";
import { TextDecoder } from "node:util";
import { createGunzip } from "node:zlib";
import { broken } from "#core/faults/fault.ts";
import type { Encoding } from "#core/register/mapping.ts";
import { type Text, verbatim } from "#core/text/text.ts";
import { parquetAsText } from "./parquet.ts";

/** How the bytes of a file hold its rows. */
export type Container = "text" | "gzip" | "parquet";

/** A file before it is read: what its bytes are, and in which encoding its text is. */
export type Look = {
  readonly container: Container;
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: Encoding;
  /** Whether its last byte ends a line. */
  readonly ended: boolean;
};

const CHUNK = 1 << 20;

/**
 * Reads a file through once, to know its encoding and that it is whole before any row of it is believed.
 *
 * @throws BrokenInput empty-file, not-text, mixed-encoding, damaged-file
 */
export async function lookAt(file: string): Promise<Look> {
  const container = containerOf(file);
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK })) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  const text =
    container === "parquet" ? { encoding: "utf-8" as const, ended: true } : await encodingOf(file, container);
  return { container, bytes, sha256: hash.digest("hex"), ...text };
}

/** The bytes of a file's text in pieces, without its byte-order mark. @throws BrokenInput damaged-file */
export async function* piecesOf(file: string, container: Container, pieceSize = CHUNK): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const piece of container === "parquet" ? parquetAsText(file) : bytesOf(file, container, pieceSize)) {
    yield isFirst && startsWith(piece, [0xef, 0xbb, 0xbf]) ? piece.subarray(3) : piece;
    isFirst = false;
  }
}

/** Enough of a file to know its header and how it writes numbers and dates. */
const HEAD = 1 << 17;

/** The beginning of a file's text, and whether that is all of it. @throws BrokenInput damaged-file */
export async function headOf(file: string, container: Container): Promise<{ bytes: Uint8Array; isAll: boolean }> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of piecesOf(file, container, HEAD)) {
    pieces.push(piece);
    length += piece.length;
    if (length >= HEAD) return { bytes: Buffer.concat(pieces), isAll: false };
  }
  return { bytes: Buffer.concat(pieces), isAll: true };
}

async function* bytesOf(file: string, container: Container, pieceSize = CHUNK): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(file, { highWaterMark: pieceSize });
  if (container !== "gzip") return yield* stream;
  const unpacked = createGunzip({ chunkSize: pieceSize });
  stream.on("error", (error) => unpacked.destroy(error));
  try {
    yield* stream.pipe(unpacked);
  } catch (error) {
    throw broken("damaged-file", { why: verbatim(error instanceof Error ? error.message : String(error)) }, { file });
  } finally {
    stream.destroy();
  }
}

/** UTF-8 when all of the file is, else Windows-1252; but a file that is both was joined from two. */
async function encodingOf(file: string, container: Container): Promise<Pick<Look, "encoding" | "ended">> {
  const strict = new TextDecoder("utf-8", { fatal: true });
  let [lastByte, isUtf8] = [0, true];
  for await (const chunk of bytesOf(file, container)) {
    lastByte = chunk.at(-1) ?? lastByte;
    isUtf8 &&= decodes(strict, chunk);
  }
  isUtf8 &&= decodes(strict);
  if (!isUtf8) await refuseMixed(file, container);
  return { encoding: isUtf8 ? "utf-8" : "windows-1252", ended: lastByte === 10 };
}

function decodes(decoder: TextDecoder, chunk?: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

/** Letters beyond ASCII that are right in UTF-8, in a file that is wrong in it elsewhere. */
async function refuseMixed(file: string, container: Container): Promise<void> {
  let [line, firstWrong, right] = [1, 0, false];
  const decoder = new TextDecoder("utf-8");
  for await (const piece of bytesOf(file, container)) {
    const text = decoder.decode(piece, { stream: true });
    right ||= /[\u0080-\ufffc]/.test(text);
    const wrong = firstWrong === 0 ? text.indexOf("\ufffd") : -1;
    if (wrong >= 0) firstWrong = line + lineBreaks(text.slice(0, wrong));
    line += lineBreaks(text);
  }
  if (right) throw broken("mixed-encoding", {}, { file, line: firstWrong });
}

function lineBreaks(text: string): number {
  return text.split("\n").length - 1;
}

function containerOf(file: string): Container {
  const head = firstBytes(file);
  if (head.length === 0) throw broken("empty-file", {}, { file });
  for (const [start, why] of notTables) if (startsWith(head, start)) throw broken("not-text", { why }, { file });
  if (startsWith(head, [0x1f, 0x8b])) return "gzip";
  return startsWith(head, [0x50, 0x41, 0x52, 0x31]) ? "parquet" : "text";
}

const notTables: readonly (readonly [readonly number[], Text])[] = [
  [[0xff, 0xfe], { da: "den er UTF-16", en: "it is UTF-16" }],
  [[0xfe, 0xff], { da: "den er UTF-16", en: "it is UTF-16" }],
  [
    [0x50, 0x4b, 0x03, 0x04],
    { da: "den er en Excel-projektmappe eller en zip-fil", en: "it is an Excel workbook or a zip file" },
  ],
  [[0xd0, 0xcf, 0x11, 0xe0], { da: "den er et gammelt Office-dokument", en: "it is an old Office document" }],
  [[0x25, 0x50, 0x44, 0x46], { da: "den er en PDF", en: "it is a PDF" }],
];

function startsWith(head: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => head[i] === byte);
}

function firstBytes(file: string): Uint8Array {
  const descriptor = openSync(file, "r");
  try {
    const head = new Uint8Array(8);
    return head.subarray(0, readSync(descriptor, head));
  } finally {
    closeSync(descriptor);
  }
}
