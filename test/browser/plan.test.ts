import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { barriers, chromiumPath, startBrowser, visit } from "./browser.ts";
import { type Served, serveHouse } from "./house.ts";

const PLAN = "/plans/aalborg-2018/document";
/** The check answers after a pause in typing; a busy machine takes its time. */
const soon = { timeout: 15_000 };
const printed = readFileSync(join(import.meta.dirname, "..", "..", "data", "plans", "aalborg-2018.yaml"), "utf8");

describe.skipIf(chromiumPath === undefined)("The page of a plan", () => {
  let served: Served;
  let browser: Browser;

  beforeAll(async () => {
    served = await serveHouse();
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  test("a head edits a goal, sees the check react, saves, adopts, and takes the former version up again", async () => {
    const { page, strayed } = await visit(browser, served.address, "demo-head");
    await page.goto(PLAN);
    const count = page.locator(".check-count");
    await expect.poll(() => count.textContent(), soon).toContain("3 regnestykker stemmer ikke");

    // Edit: the sentence's figure, and the check answers with both figures.
    await page.getByRole("button", { name: "Ret målet «Færre på kontanthjælp»" }).click();
    const figure = page.getByLabel("Måltal med enhed");
    await figure.fill("3.300 personer");
    await expect.poll(() => count.textContent(), soon).toContain("5 regnestykker stemmer ikke");
    await expect.poll(() => count.textContent(), soon).toContain("2 nye fund");
    const own = page.locator(".check-group").first();
    await expect.poll(() => own.textContent(), soon).toContain("2,9 %");
    await own.getByRole("button", { name: "Vis stedet" }).first().click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id), soon).toBe("goals.kontanthjaelp");

    // Not yet saved, it outlives a reload.
    page.once("dialog", (dialog) => dialog.accept());
    await page.reload();
    await expect.poll(() => count.textContent(), soon).toContain("5 regnestykker stemmer ikke");
    await page.getByText("Det, du skrev sidst uden at gemme").waitFor();
    await page.getByRole("button", { name: "Gem kladde" }).click();
    await page.getByText(/^Kladde, gemt af Demo/).waitFor();
    expect(await fileOf(page, "draft")).toBe(printed.replace("value: 3.400 personer", "value: 3.300 personer"));

    // Adopted with a note, told in words and figures.
    await page.getByRole("button", { name: "Vedtag" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("3.400 personer").waitFor();
    expect(await dialog.textContent()).toContain("−100 personer");
    await dialog.getByLabel("Hvad er besluttet").fill("Besluttet i udvalget, punkt 4");
    await dialog.getByRole("button", { name: "Vedtag" }).click();
    await page.getByText(/^2\. udgave, vedtaget/).waitFor();

    // The former version becomes the draft, to the letter.
    await page.getByRole("button", { name: "Udgaver" }).click();
    await page.getByText("Besluttet i udvalget, punkt 4").waitFor();
    expect(await barriers(page, "everything", ".plan-document")).toEqual([]);
    await page.getByRole("button", { name: "Gendan 1. udgave" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Gendan 1. udgave" }).click();
    await page.getByText(/^Kladde, gemt af Demo/).waitFor();
    expect(await fileOf(page, "draft")).toBe(printed);
    expect(strayed).toEqual([]);
  });

  test("two who edit at once lose nothing: the second is told, and writes on top of the first", async () => {
    const first = await visit(browser, served.address, "demo-analyst");
    const second = await visit(browser, served.address, "demo-head");
    const goal = "/plans/ballerup-2018/document";
    for (const { page } of [first, second]) await page.goto(goal);
    await retitle(first.page, 0, "Første skrev her");
    await retitle(second.page, 1, "Anden skrev her");
    await first.page.getByRole("button", { name: "Gem kladde" }).click();
    await first.page.getByText(/^Kladde, gemt af Demo/).waitFor();
    await second.page.getByRole("button", { name: "Gem kladde" }).click();
    await second.page.getByRole("heading", { name: "En anden har gemt i mellemtiden" }).waitFor();
    expect(await second.page.getByLabel("Titel, dansk").inputValue()).toBe("Anden skrev her");
    await second.page.getByRole("button", { name: "Læg mine ændringer oven på deres" }).click();
    await second.page.getByRole("heading", { name: "Første skrev her" }).waitFor();
    await second.page.getByRole("button", { name: "Gem kladde" }).click();
    await second.page.getByText("Gemt i kladden").waitFor();
    const text = await fileOf(second.page, "draft", "ballerup-2018");
    expect(text).toContain("Første skrev her");
    expect(text).toContain("Anden skrev her");
  });

  test("a file that is no plan can be taken in, and says where it is wrong", async () => {
    const { page } = await visit(browser, served.address, "demo-analyst");
    await page.goto("/plans/albertslund-2021/document");
    await page.locator(".plan-document").waitFor();
    const wrong = printed.replace("force: promise", "force: løfte");
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "plan.yaml", mimeType: "text/yaml", buffer: Buffer.from(wrong) });
    const line = printed.slice(0, printed.indexOf("force: promise")).split("\n").length;
    await page.getByRole("dialog").getByText(`linje ${line}, tegn`).waitFor();
  });

  test("cells of a spreadsheet are shown as they will stand, and what can be read in two ways is refused", async () => {
    const { page } = await visit(browser, served.address, "demo-analyst");
    await page.goto("/plans/vallensbaek-ishoej-2020/document");
    await page.locator(".plan-document").waitFor();
    await page.getByRole("button", { name: "Flere handlinger" }).click();
    await page.getByRole("menuitem", { name: "Indsæt tabel fra regneark" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Celler").fill("Ydelse\t2019\t2020\nDagpenge\t1.234\t12,5.3\n");
    await dialog.getByText("række 2, kolonne 3").waitFor();
    await dialog.getByLabel("Celler").fill("Ydelse\t2019\t2020\nDagpenge\t1.234\t1.250,5\n");
    await dialog.getByLabel("Tabellens navn").fill("Fra regnearket");
    await dialog.getByRole("button", { name: "Sæt ind i kladden" }).click();
    await page.locator("figcaption", { hasText: "Fra regnearket" }).waitFor();
    expect(await page.locator(".plan-table").last().textContent()).toContain("1.250,5");
  });

  test("who may not edit reads the document and its check, and is offered nothing else", async () => {
    const { page } = await visit(browser, served.address, "demo-reader");
    await page.goto(`${PLAN}?edit=kontanthjaelp`);
    await page.locator(".check-count").waitFor();
    await page.locator(".plan-goal").first().waitFor();
    for (const name of [/^Ret målet/, "Gem kladde", "Vedtag", "Acceptér"])
      expect(await page.getByRole("button", { name }).count()).toBe(0);
    expect(await page.locator(".goal-form").count()).toBe(0);
  });
});

/** Gives a goal of the plan another title, in its form. */
async function retitle(page: Page, nth: number, title: string): Promise<void> {
  await page.locator(".goal-name").nth(nth).click();
  await page.getByText("Om målet", { exact: true }).click();
  await page.getByLabel("Titel, dansk").fill(title);
  await page.locator(".check-count[aria-busy=false]").waitFor();
}

/** The text that the server hands out as a file. */
async function fileOf(page: Page, version: string, plan = "aalborg-2018"): Promise<string> {
  const response = await page.context().request.get(`/api/plans/${plan}/file?version=${version}`);
  return response.text();
}
