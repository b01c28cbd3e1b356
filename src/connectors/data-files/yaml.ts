import { readFileSync } from "node:fs";
import { isCollection, isMap, isScalar, LineCounter, type Node, type ParsedNode, parseDocument, visit } from "yaml";
import type { z } from "zod";
import { BrokenInput, broken, type Fault, type Place } from "#core/faults/fault.ts";
import { faultsOf } from "#core/faults/issues.ts";
import { verbatim } from "#core/text/text.ts";

type Path = readonly PropertyKey[];

/** A YAML file whose every scalar is still text, and which remembers where each value stands. */
export type YamlFile = {
  readonly file: string;
  readonly text: string;
  readonly value: unknown;
  /** Where the value at a path stands; the nearest enclosing one when nothing stands there. */
  readonly placeOf: (path: Path) => Place;
};

/**
 * Reads a YAML file in the failsafe schema: numbers, dates and booleans stay the text that was written.
 *
 * @throws BrokenInput file-not-found, not-utf8, not-yaml, duplicate-key
 */
export function readYamlFile(path: string): YamlFile {
  return parseYaml(decodeUtf8(readBytes(path), path), path);
}

/** Reads a file and checks it against a schema. @throws BrokenInput with every fault of the file. */
export function readChecked<T extends z.ZodType>(path: string, schema: T): z.output<T> {
  return check(readYamlFile(path), schema);
}

/** The typed value of a file, or every fault in it with line and column. */
export function check<T extends z.ZodType>(file: YamlFile, schema: T): z.output<T> {
  const result = schema.safeParse(file.value);
  if (result.success) return result.data;
  throw new BrokenInput(
    faultsOf(result.error.issues, { valueAt: (at) => textAt(file.value, at), placeOf: file.placeOf }),
  );
}

/** Parses YAML text as `readYamlFile` does; `file` is the name used in faults. */
export function parseYaml(text: string, file: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: "failsafe", lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  if (document.errors.length > 0)
    throw new BrokenInput(
      document.errors.map((error): Fault => {
        const place = placeAt(error.pos[0]);
        if (error.code === "DUPLICATE_KEY")
          return { code: "duplicate-key", place, parameters: { key: keyOnLine(text, error.pos[0]) } };
        return { code: "not-yaml", place, parameters: { why: verbatim(error.message) } };
      }),
    );
  visit(document, {
    Alias: (_, { range }) => {
      throw broken("not-yaml", { why: noAliases }, placeAt(range?.[0] ?? 0));
    },
  });
  const placeOf = (path: Path): Place => {
    const named = path.map(String).join(".");
    const offset = offsetOf(document.contents, path);
    return { ...placeAt(offset), ...(named === "" ? {} : { path: named }) };
  };
  return { file, text, value: document.toJS({ maxAliasCount: 0 }), placeOf };
}

/** An alias could make a small file as large as memory, and hides from a reader what a key says. */
const noAliases = {
  da: "en værdi kan ikke hentes fra et andet sted med *; skriv den, hvor den hører til",
  en: "a value cannot be taken from elsewhere by *; write it where it belongs",
};

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "EISDIR"))
      throw broken("file-not-found", { file: path });
    throw error;
  }
}

/** Bytes as text; a file in another encoding is refused at its first wrong byte. */
export function decodeUtf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const before = validStart(bytes);
    const lines = before.split("\n");
    const byte = `0x${bytes[new TextEncoder().encode(before).length].toString(16)}`;
    throw broken("not-utf8", { byte }, { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 });
  }
}

/** The text before the first byte that is no UTF-8, found by halving. */
function validStart(bytes: Uint8Array): string {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodeStart(bytes, middle) === undefined) bad = middle;
    else good = middle;
  }
  return decodeStart(bytes, good) ?? "";
}

/** The whole characters among the first bytes; undefined when some of them are none. */
function decodeStart(bytes: Uint8Array, length: number): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, length), {
      stream: true,
    });
  } catch {
    return undefined;
  }
}

/** The offset of the deepest node on a path; for a missing key, of the map that lacks it. */
function offsetOf(root: ParsedNode | Node | null, path: Path): number {
  let offset = start(root) ?? 0;
  let node: Node | null = root;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (pair === undefined) return offset;
      offset = start(pair.value) ?? start(pair.key) ?? offset;
      node = isNode(pair.value) ? pair.value : null;
    } else if (isCollection(node)) {
      const item = node.items[Number(step)];
      offset = start(item) ?? offset;
      node = isNode(item) ? item : null;
    } else return offset;
  }
  return offset;
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isCollection(value);
}

function start(node: unknown): number | undefined {
  return isNode(node) && node.range ? node.range[0] : undefined;
}

function keyOnLine(text: string, offset: number): string {
  return (
    text
      .slice(offset)
      .match(/^[^:\n]*/)?.[0]
      .trim() ?? ""
  );
}

function textAt(value: unknown, path: Path): string | undefined {
  let at: unknown = value;
  for (const step of path) {
    if (typeof at !== "object" || at === null) return undefined;
    at = Reflect.get(at, step);
  }
  if (at === undefined) return undefined;
  return typeof at === "object" ? JSON.stringify(at).slice(0, 60) : String(at);
}
