import { mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openSecrets, secretsOf } from "./secrets.ts";

const secrets = secretsOf("a secret of the test, which is long enough");

test("what is sealed can be opened for what it is bound to, and no two seals are alike", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, boundTo) => {
      const sealed = secrets.seal(text, boundTo);
      expect(secrets.open(sealed, boundTo)).toBe(text.toWellFormed());
      expect(secrets.seal(text, boundTo).equals(sealed)).toBe(false);
    }),
  );
});

test("a seal with any bit altered, or bound to another, cannot be opened", () => {
  const sealed = secrets.seal("6101011234", "851 p1");
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const altered = Buffer.from(sealed);
    altered[bit >> 3] ^= 1 << (bit & 7);
    expect(() => secrets.open(altered, "851 p1")).toThrow("forseglet med en anden nøgle");
  }
  expect(() => secrets.open(sealed, "851 p2")).toThrow("forseglet med en anden nøgle");
});

test("after a change of secret the former still opens, and what is sealed anew needs the new one", () => {
  const next = "the next secret of the test, long enough";
  const both = secretsOf(next, ["a secret of the test, which is long enough"]);
  expect(both.open(secrets.seal("x", "y"), "y")).toBe("x");
  expect(() => secrets.open(both.seal("x", "y"), "y")).toThrow("PEJL_FORMER_SECRETS");
});

test("a seal tells nothing of its text, and a lookup is the same for the same text only", () => {
  expect(secrets.seal("6101011234", "p").includes("6101011234")).toBe(false);
  expect(secrets.lookup("6101011234")).toEqual(secrets.lookup("6101011234"));
  expect(secrets.lookup("6101011234")).not.toEqual(secrets.lookup("6101011235"));
});

test("an installation without a secret writes one for itself, once; a short one is refused", () => {
  const folder = mkdtempSync(join(tmpdir(), "pejl-secret-"));
  const sealed = openSecrets(folder, {}).seal("x", "y");
  expect(openSecrets(folder, {}).open(sealed, "y")).toBe("x");
  expect(readFileSync(join(folder, "secret"), "utf8")).toMatch(/^[0-9a-f]{64}$/);
  expect(statSync(join(folder, "secret")).mode & 0o077).toBe(0);
  expect(() => openSecrets(folder, { PEJL_SECRET: "short" })).toThrow("openssl rand -hex 32");
});
