import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { locked } from "./lock.ts";

const folder = () => mkdtempSync(join(tmpdir(), "pejl-lock-"));

test("a second one is refused while the first works, and let in afterwards", async () => {
  const here = folder();
  await locked(here, 0, async () => {
    await expect(locked(here, 0, () => 1)).rejects.toThrow("En anden import er i gang");
  });
  expect(await locked(here, 0, () => 1)).toBe(1);
});

test("the lock of a killed process is gone with it", async () => {
  const here = folder();
  const lock = new URL("./lock.ts", import.meta.url).href;
  const program = `import { locked } from "${lock}"; await locked("${here}", 0, () => { console.log("held"); return new Promise(() => setInterval(() => {}, 1000)); });`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  await expect(locked(here, 0, () => 1)).rejects.toThrow("En anden import er i gang");
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(await locked(here, 0, () => 1)).toBe(1);
});
