import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { renumber, type Tables, tablesOf } from "#core/register/canonical.ts";
import { findColumn, listOf, type Register } from "#core/register/columns.ts";
import { registerFromRows } from "#core/register/from-rows.ts";
import { mergeRows } from "#core/register/merge.ts";
import { columnOf } from "#core/register/order.ts";
import { columnsOf } from "#core/register/schema.ts";
import { getSnapshot } from "./folder.ts";
import { openSnapshot } from "./open.ts";
import { type Content, tablePath, wordsPath, writeSnapshot } from "./write.ts";

type Plain = Parameters<typeof registerFromRows>[0]["tables"];

const about: Content["about"] = {
  name: "by",
  extracted: "2018-12-31",
  covers: { benefits: "2014-01-01..2018-12-31" },
  simulated: false,
  source: { folder: "by", files: [], others: [] },
  assumptions: [],
  notes: [],
  accepted: [],
  imported: "2026-11-22T10:00:00Z",
  keepUntil: "2031-11-22",
  program: "0",
};

function contentOf(plain: Plain): Content {
  const { tables, dictionaries } = registerFromRows({ extracted: "2018-12-31", tables: plain });
  const words = renumber(tables, dictionaries);
  const sorted: Tables = Object.fromEntries(tablesOf(tables).map((rows) => [rows.table, mergeRows(rows).rows]));
  return { tables: sorted, words, about };
}

/** Rows as words and numbers, whatever the words' numbers are. */
function plainly({ tables, dictionaries }: Register) {
  return tablesOf(tables).map((rows) => ({
    table: rows.table,
    rows: Array.from({ length: rows.count }, (_, i) =>
      columnsOf(rows.table).map(([name, kind]) => {
        const [list, value] = [listOf(kind), findColumn(rows, name)?.[i] ?? 0];
        return list === undefined ? value : dictionaries[list].words[value];
      }),
    ),
  }));
}

async function write(content: Content) {
  const store = mkdtempSync(join(tmpdir(), "pejl-store-"));
  const id = await writeSnapshot(store, content, async () => {});
  return { store, id, stored: getSnapshot(store, id) };
}

const row = fc.record({
  person_id: fc.constantFrom("å", "Ærø", "a b", "zz", "1"),
  benefit: fc.constantFrom("dagpenge", "kontanthjaelp"),
  from: fc.integer({ min: 10, max: 28 }).map((day) => `2018-01-${day}`),
  to: fc.constantFrom("", "2018-02-28"),
  degree: fc.constantFrom("", "0.5", "0.333333"),
  municipality: fc.constantFrom("", "165"),
});
const person = fc.record({
  person_id: fc.uuid(),
  sex: fc.constantFrom("", "kvinde"),
  birth_date: fc.constantFrom("", "1970-01-01"),
});

test("a register comes back as it was written, empty cells and all", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row), fc.array(person), async (benefits, persons) => {
      const plain = { benefits, persons };
      const register = registerFromRows({ extracted: "2018-12-31", tables: plain });
      const { stored } = await write(contentOf(plain));
      const opened = await openSnapshot(stored);
      const expected = {
        ...register,
        tables: Object.fromEntries(tablesOf(register.tables).map((rows) => [rows.table, mergeRows(rows).rows])),
      };
      const sorted = (one: Register) =>
        plainly(one).map(({ table, rows }) => ({ table, rows: rows.map((cells) => cells.join("|")).sort() }));
      expect(sorted(opened)).toEqual(sorted(expected));
    }),
    { numRuns: 15 },
  );
});

test("more rows than DuckDB takes at a time keep their order, in memory that threads share", async () => {
  const benefits = Array.from({ length: 9000 }, (_, i) => ({
    person_id: `p${i % 3000}`,
    benefit: "dagpenge",
    from: `201${i % 9}-01-01`,
    to: `201${i % 9}-0${2 + (i % 7)}-01`,
  }));
  const { stored } = await write(contentOf({ benefits }));
  const { tables } = await openSnapshot(stored);
  const person = columnOf(tables.benefits!, "person_id");
  expect(person.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(person.every((number, i) => i === 0 || person[i - 1] <= number)).toBe(true);
  expect(tables.benefits!.count).toBe(9000);
});

test("a register without rows is a register", async () => {
  const { stored } = await write(contentOf({ benefits: [], sanctions: [] }));
  expect((await openSnapshot(stored)).tables.sanctions?.count).toBe(0);
});

test("a file that is not the one that was written is refused", async () => {
  const content = contentOf({ benefits: [{ person_id: "a", benefit: "dagpenge", from: "2018-01-01" }] });
  for (const path of [tablePath, wordsPath]) {
    const { stored } = await write(content);
    const file = path(stored.folder, path === tablePath ? "benefits" : "person");
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.with(0, bytes[0] ^ 1));
    await expect(openSnapshot(stored)).rejects.toThrow("er beskadiget");
    rmSync(file);
    await expect(openSnapshot(stored)).rejects.toThrow("er beskadiget");
  }
});
