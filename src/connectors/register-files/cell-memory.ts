import type { Misread } from "#core/register/cell.ts";

/** Reads the cell that stands between two places of some bytes. */
export type ByteReader = (bytes: Uint8Array, from: number, to: number) => number | Misread;

/** Distinct cells that are remembered, before all are forgotten and read again. */
const MOST = 4_000_000;

/**
 * A reader that reads each distinct cell once and remembers what it became. Cells are told apart by their bytes, so
 * that only those never seen before are made into text.
 */
export function remembering(read: ByteReader): ByteReader {
  let memory = blankMemory();
  return (bytes, from, to) => {
    const hash = hashOf(bytes, from, to);
    const known = findEntry(memory, hash, bytes, from, to);
    if (known !== 0) return memory.values[known];
    if (memory.values.length > MOST) memory = blankMemory();
    const value = read(bytes, from, to);
    remember(memory, hash, bytes.subarray(from, to), value);
    return value;
  };
}

/**
 * An open hash table. Slots hold the numbers of entries, which begin at 1; the text of an entry lies from its start
 * until the next one's.
 */
type Memory = {
  slots: Int32Array;
  hashes: Int32Array;
  starts: Int32Array;
  texts: Uint8Array;
  readonly values: (number | Misread)[];
};

function blankMemory(): Memory {
  const entries = 1024;
  return {
    slots: new Int32Array(2 * entries),
    hashes: new Int32Array(entries),
    starts: new Int32Array(entries + 1),
    texts: new Uint8Array(16 * entries),
    values: [0],
  };
}

/** The number of the entry that has these bytes; 0 when none has. */
function findEntry(memory: Memory, hash: number, bytes: Uint8Array, from: number, to: number): number {
  const { slots, hashes, starts, texts } = memory;
  const mask = slots.length - 1;
  for (let slot = hash & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
    const entry = slots[slot];
    if (hashes[entry] !== hash || starts[entry + 1] - starts[entry] !== to - from) continue;
    let [at, same] = [starts[entry], from];
    while (same < to && texts[at] === bytes[same]) {
      at++;
      same++;
    }
    if (same === to) return entry;
  }
  return 0;
}

function remember(memory: Memory, hash: number, text: Uint8Array, value: number | Misread) {
  const entry = memory.values.push(value) - 1;
  if (entry >= memory.hashes.length) enlarge(memory);
  const start = memory.starts[entry];
  while (start + text.length > memory.texts.length)
    memory.texts = twice(memory.texts, new Uint8Array(2 * memory.texts.length));
  memory.texts.set(text, start);
  memory.starts[entry + 1] = start + text.length;
  memory.hashes[entry] = hash;
  place(memory.slots, hash, entry);
}

/** Twice the entries, and slots for them, so that at least half of the slots stay free. */
function enlarge(memory: Memory) {
  const entries = memory.hashes.length;
  memory.hashes = twice(memory.hashes, new Int32Array(2 * entries));
  memory.starts = twice(memory.starts, new Int32Array(2 * entries + 1));
  memory.slots = new Int32Array(4 * entries);
  for (let entry = 1; entry < entries; entry++) place(memory.slots, memory.hashes[entry], entry);
}

function place(slots: Int32Array, hash: number, entry: number) {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = entry;
}

function twice<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** FNV-1a, its bits mixed once more since the slot is taken from the lowest. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at], 0x01000193);
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ (hash >>> 12);
}
