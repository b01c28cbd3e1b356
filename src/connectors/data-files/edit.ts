import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import { parseYaml } from "./yaml.ts";

/** A value as a YAML file of ours writes it: every scalar is text. */
export type Written = string | readonly Written[] | { readonly [key: string]: Written };

/** What is to stand at a path: a value, or nothing any more. Of a map only the keys named are touched. */
export type Edit = { readonly path: readonly (string | number)[]; readonly value: Written | undefined };

/** A stretch of the text and what comes in its place. */
type Splice = { readonly from: number; readonly to: number; readonly text: string };

/**
 * Edits the text of a YAML file: every comment and every line that the edits do not name stays to the letter.
 *
 * @throws Error when a path leads through something that is no map or list
 * @example editYaml("goals:\n  - id: a # first\n    good: up\n", [{ path: ["goals", 0, "good"], value: "down" }]) // "goals:\n  - id: a # first\n    good: down\n"
 */
export function editYaml(text: string, edits: readonly Edit[]): string {
  return editOpen({ text, root: parseDocument(text, { schema: "failsafe" }).contents }, edits);
}

/** A text of YAML that was read once, to be edited more than once. */
export type OpenYaml = { readonly text: string; readonly root: Node | null; readonly value: unknown };

/** Reads a text to be edited; `file` is the name used in faults. @throws BrokenInput as `parseYaml` does */
export function openYaml(text: string, file: string): OpenYaml {
  const document = parseDocument(text, { schema: "failsafe", prettyErrors: false });
  if (document.errors.length > 0) parseYaml(text, file);
  return { text, root: document.contents, value: document.toJS({ maxAliasCount: 0 }) };
}

/** As `editYaml`, of a text that is open. */
export function editOpen({ text, root }: Pick<OpenYaml, "text" | "root">, edits: readonly Edit[]): string {
  const splices = [...Map.groupBy(edits, ({ path }) => JSON.stringify(path.slice(0, -1))).values()].flatMap(
    (together) => splicesIn(text, root, together),
  );
  // Applied from the end, so that no splice moves another; of two at one place the first is written first.
  return splices
    .map((splice, order) => ({ splice, order }))
    .toSorted((a, b) => b.splice.from - a.splice.from || b.order - a.order)
    .reduce((edited, { splice: { from, to, text: by } }) => edited.slice(0, from) + by + edited.slice(to), text);
}

/** Edits of one map, or of one list. */
function splicesIn(text: string, root: Node | null, edits: readonly Edit[]): Splice[] {
  const holder = edits[0].path.slice(0, -1).reduce<Node | null>(step, root);
  const changes = edits.map(({ path, value }): Change => [String(path.at(-1)), value]);
  if (isMap(holder)) return splicesOfMap(text, holder, changes);
  if (!isSeq(holder)) throw new Error(`nothing stands at ${edits[0].path.join(".")}`);
  return splicesOfList(text, holder, changes);
}

/** Changes items of a list; one beyond its end is added, and a list that loses all its items is written anew. */
function splicesOfList(text: string, list: YAMLSeq, changes: readonly Change[]): Splice[] {
  const items = list.items.filter(isNode);
  const gone = changes.flatMap(([key, value]) => (value === undefined ? (items[Number(key)] ?? []) : []));
  const added = changes.flatMap(([key, value]) => (value !== undefined && Number(key) >= items.length ? [value] : []));
  if (gone.length === items.length) return [anew(text, list, added)];
  const changed = changes.flatMap(([key, value]) => {
    const item = items[Number(key)];
    return value === undefined || item === undefined ? [] : splicesOf(text, item, value);
  });
  const taken = gone.map((item) => (list.flow === true ? withinBrackets(items, item) : wholeLines(text, item)));
  return [...changed, ...taken, ...(added.length === 0 ? [] : [itemsAfter(text, list, items, added)])];
}

/** An item's part of the brackets, with the comma that goes with it. */
function withinBrackets(items: readonly Node[], item: Node): Splice {
  const at = items.indexOf(item);
  const [from, to] = at === 0 ? [rangeOf(item)[0], rangeOf(items[1])[0]] : [endOfNode(items[at - 1]), endOfNode(item)];
  return { from, to, text: "" };
}

function wholeLines(text: string, item: Node): Splice {
  return { from: lineStart(text, rangeOf(item)[0]), to: lineEnd(text, endOfNode(item)), text: "" };
}

/** New items after the last of their list, written like it: a line each, or within the brackets. */
function itemsAfter(text: string, list: YAMLSeq, items: readonly Node[], added: readonly Written[]): Splice {
  const written = added.map((one) => inline(one));
  const last = endOfNode(items[items.length - 1]);
  if (list.flow === true) return { from: last, to: last, text: written.map((one) => `, ${one}`).join("") };
  const dash = text.slice(lineStart(text, rangeOf(items[0])[0]), rangeOf(items[0])[0]);
  const at = lineEnd(text, last);
  const lines = written.map((one) => `${dash}${one}`).join("\n");
  return { from: at, to: at, text: text[at - 1] === "\n" ? `${lines}\n` : `\n${lines}` };
}

function step(node: Node | null, key: string | number): Node | null {
  const found: unknown = isSeq(node) ? node.items[Number(key)] : isMap(node) ? pairOf(node, String(key))?.value : null;
  return isNode(found) ? found : null;
}

type Change = readonly [key: string, value: Written | undefined];

/** Changes keys of a map; one that loses all its keys is written anew. */
function splicesOfMap(text: string, map: YAMLMap, changes: readonly Change[]): Splice[] {
  const gone = changes.flatMap(([key, value]) => (value === undefined ? (pairOf(map, key) ?? []) : []));
  const added = changes.flatMap(([key, value]): [string, Written][] =>
    value !== undefined && pairOf(map, key) === undefined ? [[key, value]] : [],
  );
  if (gone.length === map.items.length) return [anew(text, map, Object.fromEntries(added))];
  const changed = changes.flatMap(([key, value]) => {
    const old = pairOf(map, key)?.value;
    return value === undefined || !isNode(old) ? [] : splicesOf(text, old, value);
  });
  return [...changed, ...removals(text, map, gone), ...additions(text, map, added)];
}

/** A map is changed key by key, so that what stands beside the keys stays; anything else is written anew. */
function splicesOf(text: string, node: Node, value: Written): Splice[] {
  if (!isMap(node) || typeof value === "string" || isList(value)) return [anew(text, node, value)];
  const gone = keysOf(node).filter((key) => !Object.hasOwn(value, key));
  return splicesOfMap(text, node, [...gone.map((key): Change => [key, undefined]), ...Object.entries(value)]);
}

function anew(text: string, node: Node, value: Written): Splice {
  const from = rangeOf(node)[0];
  const whole = text.slice(from, endOfNode(node));
  const to = from + whole.trimEnd().length;
  const written = inline(value, isScalar(node) && node.type === "QUOTE_DOUBLE");
  return { from, to, text: text[from - 1] === ":" ? ` ${written}` : written };
}

/** New keys after the last one of their map, written like the others: a line each, or within the braces. */
function additions(text: string, map: YAMLMap, added: readonly (readonly [string, Written])[]): Splice[] {
  if (added.length === 0) return [];
  const written = added.map(([key, value]) => `${scalar(key, false)}: ${inline(value, false)}`);
  const last = endOf(map.items[map.items.length - 1]);
  if (map.flow === true) return [{ from: last, to: last, text: written.map((one) => `, ${one}`).join("") }];
  const first = startOf(map.items[0]);
  const indent = " ".repeat(first - lineStart(text, first));
  const at = lineEnd(text, last);
  const lines = written.map((one) => `${indent}${one}`).join("\n");
  return [{ from: at, to: at, text: text[at - 1] === "\n" ? `${lines}\n` : `\n${lines}` }];
}

/** Keys and their values: whole lines, or their part of the braces with the comma that goes with it. */
function removals(text: string, map: YAMLMap, gone: readonly Pair[]): Splice[] {
  const { items } = map;
  const first = items.findIndex((one) => !gone.includes(one));
  // The first key shares its line with the dash or brace, which stays for the first key that is left.
  const head = first > 0 ? [{ from: startOf(items[0]), to: startOf(items[first]), text: "" }] : [];
  const rest = items.flatMap((pair, at): Splice[] => {
    if (at < first || !gone.includes(pair)) return [];
    if (map.flow === true) return [{ from: endOf(items[at - 1]), to: endOf(pair), text: "" }];
    return [{ from: lineStart(text, startOf(pair)), to: lineEnd(text, endOf(pair)), text: "" }];
  });
  return [...head, ...rest];
}

/**
 * Puts an item, written in block style without its dash, last in a list of the file's head; the list is made where there
 * is none. Answers with the line it begins on.
 */
export function appendItem(text: string, list: string, item: string): { text: string; line: number } {
  const root = parseDocument(text, { schema: "failsafe" }).contents;
  const pair = isMap(root) ? pairOf(root, list) : undefined;
  const filled = pair !== undefined && isSeq(pair.value) && pair.value.flow !== true && pair.value.items.length > 0;
  const lines = item.split("\n").map((line, at) => (at === 0 ? `  - ${line}` : `    ${line}`));
  const head = filled ? [""] : ["", `${list}:`];
  const at = filled ? lineEnd(text, endOf(pair)) : text.length;
  const before = text.slice(0, at).replace(/\n*$/, "\n");
  const emptied = pair !== undefined && !filled ? before.replace(new RegExp(`^${list}:.*\n`, "m"), "") : before;
  const written = `${emptied}${[...head, ...lines].join("\n")}\n`;
  return { text: `${written}${text.slice(at)}`, line: written.split("\n").length - lines.length };
}

/** A value on one line. */
export function inline(value: Written, quoted = false): string {
  if (typeof value === "string") return scalar(value, quoted);
  if (isList(value)) return `[${value.map((one) => inline(one, false)).join(", ")}]`;
  const pairs = Object.entries(value).map(([key, one]) => `${scalar(key, false)}: ${inline(one, false)}`);
  return pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`;
}

/** Text that means itself wherever it stands; everything else is quoted. */
const plain = /^[\p{L}\p{N}][\p{L}\p{N}_.%/()+–−-]*( [\p{L}\p{N}_.%/()+–−-]+)*$/u;

function scalar(value: string, quoted: boolean): string {
  return !quoted && plain.test(value) ? value : JSON.stringify(value);
}

function isList(value: Written): value is readonly Written[] {
  return Array.isArray(value);
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((one) => isScalar(one.key) && String(one.key.value) === key);
}

function keysOf(map: YAMLMap): string[] {
  return map.items.flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : []));
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value);
}

/** Where a pair's key begins. */
function startOf({ key }: Pair): number {
  return isNode(key) ? rangeOf(key)[0] : 0;
}

/** Where the last thing written of a pair ends, without the comments and blank lines after it. */
function endOf({ key, value }: Pair): number {
  return isNode(value) ? endOfNode(value) : isNode(key) ? rangeOf(key)[1] : 0;
}

function endOfNode(node: Node): number {
  if ((isMap(node) || isSeq(node)) && node.flow !== true) {
    const last: unknown = node.items.at(-1);
    if (isMap(node) && node.items.length > 0) return endOf(node.items[node.items.length - 1]);
    if (isNode(last)) return endOfNode(last);
  }
  return rangeOf(node)[1];
}

function rangeOf(node: Node): [number, number] {
  return [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

/** The beginning of the line after the one a stretch ends in; a stretch can itself end with its line. */
function lineEnd(text: string, end: number): number {
  const next = text.indexOf("\n", text[end - 1] === "\n" ? end - 1 : end);
  return next < 0 ? text.length : next + 1;
}
