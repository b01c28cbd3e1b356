import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parseMonth } from "#core/calendar/month.ts";
import { BrokenInput, faultLine } from "#core/faults/fault.ts";
import { computeIndicator, type IndicatorRequest } from "./compute-indicator.ts";
import { openData } from "./open-data.ts";

const data = openData();
const setting = { folders: data.folders, vocabulary: data.vocabulary, now: "2026-11-22T10:00:00Z", by: "test" };
const register = join(fileURLToPath(new URL("../..", import.meta.url)), "kit", "cases", "03-13-breakdown");
const january = { from: parseMonth("2018-01"), to: parseMonth("2018-01"), unit: "month" } as const;

async function faultsOf(asked: Partial<IndicatorRequest>): Promise<string[]> {
  try {
    await computeIndicator(data, { indicator: "personer", register, ...january, ...asked }, setting);
    return [];
  } catch (error) {
    if (error instanceof BrokenInput) return error.faults.map((fault) => faultLine(fault).en);
    throw error;
  }
}

describe("A code that does not exist is refused, where it would look like nobody", () => {
  it.each([
    [{ where: { benefit: "dagpengee" } }, "Did you mean «dagpenge»?"],
    [{ where: { municipality: "0165" } }, "Did you mean «165»?"],
    [{ where: { municipality: "Albertslund" } }, "Write a code, such as "],
    [{ where: { sex: "M" } }, "Choose one of: mand, kvinde"],
    [{ where: { age: "29-16" } }, "write 16-64, 30- or -29"],
    [{ where: { duration: "0-12" } }, "Did you mean «0-13»?"],
    [{ indicator: "afgang", where: { destination: "selvforsørget" } }, "Did you mean «selvforsoerget»?"],
    [{ indicator: "afgang", parameters: { precedence: "dagpenge sygdagpenge" } }, "Did you mean «sygedagpenge»?"],
    [{ indicator: "offentligt-forsoergede", parameters: { groups: "suport" } }, "Did you mean «support»?"],
    [{ indicator: "samarbejdsgrad", parameters: { kinds: "mentorer" } }, "Did you mean «mentor»?"],
    [{ indicator: "virksomhedsdaekning", parameters: { since: "last year" } }, "2020-01-01"],
  ])("%o", async (asked, hint) => {
    const faults = await faultsOf(asked);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(hint);
  });

  it("What is known of nobody is a code, and one that nobody in the register has", async () => {
    expect(await faultsOf({ where: { benefit: "uoplyst+revalidering", municipality: "400" } })).toEqual([]);
  });
});

describe("A span without a whole period is refused", () => {
  it.each([
    { from: parseMonth("2018-03"), to: parseMonth("2018-01") },
    { from: parseMonth("2018-02"), to: parseMonth("2018-04"), unit: "quarter" as const },
  ])("%o", async (asked) => {
    expect(await faultsOf(asked)).toHaveLength(1);
  });
});
