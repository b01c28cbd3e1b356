import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { barriers, chromiumPath, looks, startBrowser, visit } from "./browser.ts";
import { type Served, serveHouse } from "./house.ts";

const plan = "/plans/albertslund-2018";

describe.skipIf(chromiumPath === undefined)("Where we end, and what could move it", () => {
  let served: Served;
  let browser: Browser;

  beforeAll(async () => {
    served = await serveHouse();
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  test("a forecast is made while one waits or leaves, kept, and there at once the next time", {
    timeout: 300_000,
  }, async () => {
    const { page, strayed, context } = await visit(browser, served.address, "demo-head");
    await page.goto(`${plan}/overview`);
    await page.getByRole("link", { name: "Prognose", exact: true }).click();
    await page.getByRole("button", { name: "Lav prognosen" }).click();
    await page.getByRole("heading", { name: "Prognosen laves" }).waitFor();
    // Whoever leaves and comes back finds it further on.
    await page.goto(`${plan}/data`);
    await page.goto(`${plan}/forecast`);
    const lead = page.locator(".forecast .lead").filter({ hasText: "Vi ender på" });
    await lead.waitFor({ timeout: 240_000 });

    // The horizon and the benefit stand in the address, and the table says what the chart shows.
    await page.getByRole("combobox", { name: "Hvor langt frem" }).first().selectOption({ label: "6 måneder" });
    await expect.poll(() => page.url()).toContain("months=6");
    await page.getByRole("button", { name: "Tabel" }).first().click();
    const row = page.getByRole("row").filter({ hasText: "Kontanthjælp" }).first();
    expect(await row.textContent()).toMatch(/\d+ til \d+/);

    // A stream tells who, how many, and how many more than last year.
    await page.getByRole("button", { name: "Næste strøm" }).click();
    const told = page.getByRole("status").filter({ hasText: /^Fra .+ til .+: [\d.]+ person/ });
    expect(await told.textContent()).toMatch(/end året før|året før var det for få/);
    expect(await page.locator(".chart-flow-on").count()).toBe(1);

    // Somebody else finds it made.
    const there = await visit(browser, served.address, "demo-analyst");
    await there.page.goto(page.url());
    await there.page.locator(".forecast .lead").filter({ hasText: "Vi ender på" }).waitFor();
    expect(await there.page.getByRole("button", { name: "Lav prognosen" }).count()).toBe(0);
    await there.context.close();

    // Who may not see the register's sees what is published.
    const reader = await visit(browser, served.address, "demo-reader");
    await reader.page.goto(`${plan}/forecast`);
    await reader.page.getByText("Du har ikke adgang til prognoser af registret.").waitFor();
    await reader.page.locator(".forecast-series svg").first().waitFor();
    await reader.context.close();
    expect(strayed).toEqual([]);
    await context.close();
  });

  test("a lever turned by its arrow keys moves what depends on it, and the scenario is kept", {
    timeout: 180_000,
  }, async () => {
    const { page, strayed, context } = await visit(browser, served.address, "demo-head");
    await page.goto(`${plan}/scenario`);
    const lead = page.locator(".scenario-result .lead");
    await lead.filter({ hasText: "Ingen ændring" }).waitFor({ timeout: 120_000 });
    const lever = page.getByRole("slider", { name: "Tilgang udefra, A-dagpenge" });
    await lever.focus();
    for (let step = 0; step < 20; step++) await page.keyboard.press("ArrowRight");
    await expect.poll(() => page.url()).toContain("levers=inflow%7Edagpenge%7E20");
    await lead.filter({ hasText: /Mest flytter A-dagpenge: \+/ }).waitFor();
    expect(await lever.getAttribute("aria-valuetext")).toMatch(/^20 %, bliver /);

    // Kept under a name, it can be opened again and held against others.
    await page.getByRole("button", { name: "Gem …" }).click();
    await page.getByRole("textbox", { name: "Navn" }).fill("Flere nye på dagpenge");
    await page.getByRole("dialog").getByRole("button", { name: "Gem" }).click();
    await page.getByRole("combobox", { name: "Sammenlign med" }).waitFor();
    await page.getByRole("button", { name: "Nulstil" }).click();
    await lead.filter({ hasText: "Ingen ændring" }).waitFor();
    await page.getByRole("combobox", { name: "Åbn" }).selectOption({ label: "Flere nye på dagpenge" });
    await lead.filter({ hasText: "A-dagpenge" }).waitFor();
    await page.getByRole("link", { name: "Gør til mål" }).first().click();
    await page.getByRole("dialog").waitFor();
    expect(strayed).toEqual([]);
    await context.close();
  });

  test.for(looks)("the pages have no barriers at $width in $scheme", { timeout: 180_000 }, async (look) => {
    const { page, context } = await visit(browser, served.address, "demo-head", look);
    await page.goto(`${plan}/forecast?ends=open`);
    await page.locator("#ends ~ table, #ends ~ p").first().waitFor({ timeout: 60_000 });
    expect(await barriers(page)).toEqual([]);
    await page.goto(`${plan}/scenario?levers=inflow~dagpenge~20`);
    await page.locator("#scenario-goals").waitFor({ timeout: 120_000 });
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(look.width);
    await context.close();
  });
});
