import type { Browser, Download, Page } from "playwright-core";
import { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, startBrowser, type Visitor, visit } from "./browser.ts";
import { type Served, serveHouse } from "./house.ts";

describe.skipIf(chromiumPath === undefined)("The overview", () => {
  let served: Served;
  let browser: Browser;
  /** The overview of a plan on its simulated register. */
  let overview: string;

  beforeAll(async () => {
    served = await serveHouse();
    browser = await startBrowser();
    const { context } = await visit(browser, served.address, "demo-head");
    const { registers } = await (await context.request.get("/api/plans")).json();
    overview = `/plans/albertslund-2018/overview?register=${registers[0].id}`;
    await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  /** A head of department on the overview, or on another address. */
  async function arrive(at = overview, look?: Parameters<typeof visit>[3]): Promise<Visitor> {
    const visitor = await visit(browser, served.address, "demo-head", look);
    await visitor.page.goto(at);
    await visitor.page.locator("table.goals").waitFor();
    return visitor;
  }

  test("opens from the bare address on a plan: a sentence, the counts, and a row for every goal", async () => {
    const { page, strayed, context } = await arrive("/");
    expect(page.url()).toMatch(/\/plans\/[\w-]+\/overview/);
    const lead = (await page.locator(".overview .lead").textContent()) ?? "";
    const [, told, all] = /^(\d+) af (\d+) mål/.exec(lead) ?? [];
    const counts = await page.locator(".count b").allTextContents();
    expect(counts.map(Number).reduce((sum, n) => sum + n, 0)).toBe(Number(all));
    expect(Number(told)).toBeLessThanOrEqual(Number(all));
    expect(await rowsOf(page)).toBeGreaterThanOrEqual(Number(all));
    await page.getByText("Simulerede data: ingen virkelige personer").waitFor();
    expect(strayed).toEqual([]);
    await context.close();
  });

  test("is narrowed from its counts; the address tells it, Back undoes it, and a link sent on shows the same", async () => {
    const { page, context } = await arrive();
    const all = await rowsOf(page);
    const counted = page.locator("tbody tr:has(.goal-link)").filter({ hasNotText: "hensigt" });
    const count = page.locator(".count").first();
    const wanted = Number(await count.locator("b").textContent());
    await count.click();
    await expect.poll(() => counted.count()).toBe(wanted);
    expect(await rowsOf(page)).toBeLessThan(all);
    expect(page.url()).toContain("status=");
    await page.getByRole("button", { name: "Afstand", exact: true }).click();
    await expect.poll(() => page.url()).toContain("sort=distance");
    const titles = await page.locator(".goal-link").allTextContents();

    const colleague = await arrive(page.url());
    expect(await colleague.page.locator(".goal-link").allTextContents()).toEqual(titles);
    await colleague.context.close();

    await page.locator(".goal-link").first().click();
    await page.locator(".verdict-box").waitFor();
    await page.goBack();
    await page.locator("table.goals").waitFor();
    expect(await page.locator(".goal-link").allTextContents()).toEqual(titles);
    await context.close();
  });

  test("leads from a goal to why it stands as it does, and to what a figure means, in two presses", async () => {
    const { page, context } = await arrive();
    const row = page.locator("tbody tr", { has: page.locator(".column-latest .figure-words") });
    const shown = row.filter({ has: page.locator(".column-distance .figure-sign") }).first();
    const word = (await shown.locator(".column-verdict .verdict").textContent()) ?? "";
    await shown.locator(".verdict-link").click();
    const box = page.locator("#working");
    await box.waitFor();
    expect(await box.locator(".verdict-large").textContent()).toContain(word.trim());
    const steps = await box.locator(".working li").allTextContents();
    expect(steps.length).toBeGreaterThan(1);
    expect(steps.join(" ")).toMatch(/\d/);
    await page.locator(".goal-side .figure:not(.figure-absent)").first().click();
    const explained = page.locator(".popup:popover-open");
    await explained.waitFor();
    expect(await explained.locator("dt").allTextContents()).toEqual(expect.arrayContaining(["Betyder", "Kilde"]));
    await context.close();
  });

  test("is used with the keyboard alone", async () => {
    const { page, context } = await arrive();
    const key = (name: string) => page.keyboard.press(name);
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
    await key("Tab");
    expect(await focused()).toBe("Gå til indholdet");
    await key("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");

    await key("?");
    await page.getByRole("dialog", { name: "Genvejstaster" }).waitFor();
    await key("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });

    const titles = await page.locator(".goal-link").allTextContents();
    for (let step = 0; step < 80 && (await focused()) !== titles[0]; step++) await key("Tab");
    await key("ArrowDown");
    expect(await focused()).toBe(titles[1]);
    await key("ArrowRight");
    expect(await page.evaluate(() => document.activeElement?.closest("td") !== null)).toBe(true);
    await key("ArrowLeft");
    await key("Enter");
    await page.getByRole("heading", { level: 1, name: titles[1] }).waitFor();

    await key("g");
    await key("o");
    await page.locator("table.goals").waitFor();
    await key("/");
    const field = page.getByRole("combobox");
    await field.waitFor();
    await page.keyboard.type(titles[2]);
    await key("Enter");
    await page.getByRole("heading", { level: 1, name: titles[2] }).waitFor();
    await key("g");
    await key("o");
    await page.locator("table.goals").waitFor();
    await key("g");
    await key("m");
    await expect.poll(() => page.url()).toContain("/goals/");
    await context.close();
  });

  test("is taken along as Excel, with the figures of the page", async () => {
    const { page, context } = await arrive();
    await page.getByRole("button", { name: "Eksport" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: "Excel", exact: true }).click(),
    ]);
    const rows = await rowsIn(download);
    const titles = await page.locator(".goal-link").allTextContents();
    const figures = await page.locator("tbody td.column-latest").allTextContents();
    const read = titles.map((title, at) => [title, figureIn(figures[at] ?? "")] as const);
    const known = read.filter(([, figure]) => figure !== undefined);
    expect(known.length).toBeGreaterThan(0);
    for (const [title, figure] of known) {
      const row = rows.find((cells) => cells.includes(title));
      expect(row, title).toBeDefined();
      const numbers = row?.flatMap((cell) => (typeof cell === "number" ? shownAs(cell) : [])) ?? [];
      expect(numbers, title).toContain(figure);
    }
    await context.close();
  });

  test("speaks English when asked to, and Danish again", async () => {
    const { page, context } = await arrive();
    await page.getByRole("button", { name: /^Demo/ }).click();
    await page.getByRole("menuitemradio", { name: "English" }).click();
    await page.getByRole("link", { name: "Overview", exact: true }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    expect(await page.locator(".overview .lead").textContent()).toContain("goals");
    await page.getByRole("button", { name: /^Demo/ }).click();
    await page.getByRole("menuitemradio", { name: "Dansk" }).click();
    await page.getByRole("link", { name: "Overblik", exact: true }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("da");
    await context.close();
  });

  test("is read on a phone without moving sideways, every row with its headings", async () => {
    const { page, context } = await arrive(overview, { width: 390, scheme: "light" });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    const right = await page
      .locator("tbody td")
      .evaluateAll((cells) => Math.max(...cells.map((cell) => cell.getBoundingClientRect().right)));
    expect(right).toBeLessThanOrEqual(390);
    await context.close();
  });
});

/** How many goals are shown. */
function rowsOf(page: Page): Promise<number> {
  return page.locator(".goal-link").count();
}

/** The rows of the first sheet of a file that was downloaded. */
async function rowsIn(download: Download): Promise<readonly (readonly unknown[])[]> {
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  return readSheet(await download.path());
}

/** The number that a figure of the page begins with, as it is written there; undefined for a dash. */
function figureIn(words: string): string | undefined {
  return /^[−-]?[\d.]+(?:,\d+)?/.exec(words.trim())?.[0];
}

/** The ways the page may write a number: whole, or with one or two digits after the comma. */
function shownAs(number: number): string[] {
  return [number, number * 100].flatMap((one) =>
    [0, 1, 2].map((maximumFractionDigits) => one.toLocaleString("da-DK", { maximumFractionDigits }).replace("-", "−")),
  );
}
