import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { WrittenManifest } from "#core/register/manifest.ts";
import { clearLeftovers, getSnapshot, listSnapshots, liveSnapshots, publishFolder, startFolder } from "./folder.ts";
import { reinstateSnapshot, withdrawSnapshot } from "./withdraw.ts";

const newStore = () => mkdtempSync(join(tmpdir(), "pejl-folder-"));

function put(store: string, id: string, name = "by", imported = "2026-11-22T10:00:00Z"): void {
  const manifest: WrittenManifest = {
    format: 1,
    id,
    name,
    extracted: "2018-12-31",
    covers: {},
    simulated: false,
    tables: {},
    words: {},
    source: { folder: "by", files: [], others: [] },
    assumptions: [],
    notes: [],
    accepted: [],
    imported,
    keepUntil: "2031-11-22",
    program: "0",
  };
  const folder = startFolder(store);
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  publishFolder(store, folder, id);
}
const withdrawal = { at: "2026-11-22T11:00:00Z", by: "anna", reason: "forkert fil", erased: false };

test("snapshots are listed in the order they were imported", () => {
  const store = newStore();
  expect(listSnapshots(store)).toEqual([]);
  put(store, "bbbb", "by", "2026-12-01T10:00:00Z");
  put(store, "aaaa", "by", "2026-11-01T10:00:00Z");
  expect(listSnapshots(store).map(({ manifest }) => manifest.id)).toEqual(["aaaa", "bbbb"]);
});

test("a snapshot goes under its id, the beginning of it, and its name; of several, the last", () => {
  const store = newStore();
  put(store, "abcd1111", "by", "2026-11-01T10:00:00Z");
  put(store, "abcd2222", "by", "2026-12-01T10:00:00Z");
  expect(getSnapshot(store, "by").manifest.id).toBe("abcd2222");
  expect(getSnapshot(store, "abcd11").manifest.id).toBe("abcd1111");
  expect(() => getSnapshot(store, "abcd")).toThrow("abcd1111, abcd2222");
  expect(() => getSnapshot(store, "byen")).toThrow("Der er: by.");
});

test("what is unfinished cannot be seen, and is cleared away", () => {
  const store = newStore();
  put(store, "aaaa");
  writeFileSync(join(startFolder(store), "manifest.json"), "{");
  mkdirSync(join(store, "not-a-snapshot"));
  expect(listSnapshots(store)).toHaveLength(1);
  expect(clearLeftovers(store)).toHaveLength(1);
  expect(clearLeftovers(store)).toEqual([]);
  expect(listSnapshots(store)).toHaveLength(1);
});

test("a withdrawn snapshot is not used, is found by its id, and can be taken back", () => {
  const store = newStore();
  put(store, "aaaa1111");
  withdrawSnapshot(getSnapshot(store, "by"), withdrawal);
  expect(liveSnapshots(store)).toEqual([]);
  expect(() => getSnapshot(store, "by")).toThrow();
  expect(getSnapshot(store, "aaaa1111").withdrawn).toEqual(withdrawal);
  reinstateSnapshot(getSnapshot(store, "aaaa1111"));
  expect(getSnapshot(store, "by").withdrawn).toBeUndefined();
});

test("an erased snapshot keeps its manifest and loses its rows, even when killed half-way", () => {
  const store = newStore();
  put(store, "aaaa1111");
  const { folder } = getSnapshot(store, "by");
  withdrawSnapshot(getSnapshot(store, "by"), { ...withdrawal, erased: true });
  expect(existsSync(join(folder, "tables"))).toBe(false);
  mkdirSync(join(folder, "tables"));
  clearLeftovers(store);
  expect(existsSync(join(folder, "tables"))).toBe(false);
  expect(listSnapshots(store)).toHaveLength(1);
});
