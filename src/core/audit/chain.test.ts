import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type AuditHead, append, emptyHead, startWalk, type Verdict } from "./chain.ts";
import type { AuditEntry, SealedEntry } from "./entry.ts";

const mac = (text: string) => createHmac("sha256", "the test's key").update(text).digest("hex");

const entry: fc.Arbitrary<AuditEntry> = fc.record(
  {
    at: fc.constantFrom("2026-11-22T08:30:00.000Z", "2026-11-22T08:30:00.001Z"),
    actor: fc.string(),
    role: fc.string(),
    act: fc.string(),
    outcome: fc.constantFrom("done", "denied"),
    reason: fc.string(),
    municipalities: fc.array(fc.string()),
    unit: fc.string(),
    subject: fc.string(),
    persons: fc.array(fc.string()),
    query: fc.string(),
    count: fc.nat(),
  },
  { requiredKeys: ["at", "actor", "act", "outcome", "municipalities", "subject"] },
);

const log = fc.array(entry, { minLength: 2, maxLength: 12 }).map((entries) => {
  let head = emptyHead(mac);
  const sealed = entries.map((one) => {
    const next = append(one, head, mac);
    head = next.head;
    return next.entry;
  });
  return { sealed, head };
});

function walk(entries: readonly SealedEntry[], head: AuditHead, noted?: { number: number; seal: string }): Verdict {
  const { take, end } = startWalk(mac, noted);
  for (const one of entries) take(one);
  return end(head);
}

test("a log that nobody touched is whole", () => {
  fc.assert(
    fc.property(log, ({ sealed, head }) => {
      expect(walk(sealed, head)).toEqual({ whole: true, entries: sealed.length, seal: head.seal });
    }),
  );
  expect(walk([], emptyHead(mac))).toMatchObject({ whole: true, entries: 0 });
});

test("any deletion is found, of the last entry too", () => {
  fc.assert(
    fc.property(log, fc.nat(), ({ sealed, head }, at) => {
      expect(walk(sealed.toSpliced(at % sealed.length, 1), head).whole).toBe(false);
    }),
  );
});

test("any edit of any field is found where it stands", () => {
  const fields = ["at", "actor", "role", "act", "outcome", "reason", "unit", "subject", "query", "seal"] as const;
  fc.assert(
    fc.property(log, fc.nat(), fc.constantFrom(...fields), ({ sealed, head }, at, field) => {
      const index = at % sealed.length;
      const edited = sealed.with(index, { ...sealed[index], [field]: `${sealed[index][field] ?? ""}x` });
      expect(walk(edited, head)).toEqual({ whole: false, number: index + 1, why: "altered" });
    }),
  );
  fc.assert(
    fc.property(log, fc.nat(), ({ sealed, head }, at) => {
      const index = at % sealed.length;
      const { count, persons, municipalities } = sealed[index];
      const edits = [
        { count: (count ?? 0) + 1 },
        { persons: [...(persons ?? []), "p"] },
        { municipalities: [...municipalities, "851"] },
      ];
      for (const edit of edits)
        expect(walk(sealed.with(index, { ...sealed[index], ...edit }), head)).toMatchObject({ number: index + 1 });
    }),
  );
});

test("any swap of two entries is found, renumbered or not", () => {
  fc.assert(
    fc.property(log, fc.nat(), fc.nat(), ({ sealed, head }, a, b) => {
      const [i, j] = [a % sealed.length, b % sealed.length];
      fc.pre(i !== j);
      const swapped = sealed.with(i, sealed[j]).with(j, sealed[i]);
      expect(walk(swapped, head).whole).toBe(false);
      const renumbered = swapped.map((one, index) => ({ ...one, number: index + 1 }));
      expect(walk(renumbered, head).whole).toBe(false);
    }),
  );
});

test("an entry put in, and a head forged without the key, are found", () => {
  fc.assert(
    fc.property(log, fc.nat(), entry, ({ sealed, head }, at, forged) => {
      const index = at % (sealed.length + 1);
      const inserted = sealed.toSpliced(index, 0, { ...forged, number: index + 1, seal: "f".repeat(64) });
      expect(walk(inserted, head).whole).toBe(false);
      const shorter = sealed.slice(0, -1);
      const forgedHead = { ...head, number: shorter.length, seal: shorter.at(-1)?.seal ?? "" };
      expect(walk(shorter, forgedHead)).toMatchObject({ whole: false, why: "head-altered" });
    }),
  );
});

test("a log set back to an earlier end is found by an end noted elsewhere", () => {
  fc.assert(
    fc.property(log, ({ sealed, head }) => {
      let earlier = emptyHead(mac);
      for (const { number: _, seal: __, ...one } of sealed.slice(0, -1)) earlier = append(one, earlier, mac).head;
      expect(walk(sealed.slice(0, -1), earlier).whole).toBe(true);
      expect(walk(sealed.slice(0, -1), earlier, head)).toMatchObject({ whole: false, why: "cut-off" });
      expect(walk(sealed, head, { number: 1, seal: sealed[0].seal }).whole).toBe(true);
      expect(walk(sealed, head, { number: 1, seal: "another" })).toMatchObject({ number: 1, why: "altered" });
    }),
  );
});
