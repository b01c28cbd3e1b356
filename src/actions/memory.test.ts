import { describe, expect, test } from "vitest";
import { memory } from "./memory.ts";

describe("A memory of results", () => {
  test("computes each key once, also when it is asked for again before it is ready", async () => {
    let computed = 0;
    const kept = memory<number>(2);
    const ask = (key: string) => kept(key, async () => ++computed);
    expect(await Promise.all([ask("a"), ask("a"), ask("b")])).toEqual([1, 1, 2]);
    expect(await ask("a")).toBe(1);
  });

  test("lets go of the one that was not asked for longest", async () => {
    const kept = memory<string>(2);
    const ask = (key: string, value: string) => kept(key, async () => value);
    await ask("a", "first");
    await ask("b", "first");
    await ask("a", "second");
    await ask("c", "first");
    expect(await ask("a", "third")).toBe("first");
    expect(await ask("b", "third")).toBe("third");
  });

  test("does not keep what failed", async () => {
    const kept = memory<string>(2);
    await expect(kept("a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await kept("a", async () => "yes")).toBe("yes");
  });
});
