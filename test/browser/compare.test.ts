import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, startBrowser, visit } from "./browser.ts";
import { type Served, serveHouse } from "./house.ts";

describe.skipIf(chromiumPath === undefined)("Comparing municipalities", () => {
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

  test("two are held against each other: level and place, their courses, and every figure in a table", async () => {
    const { page, strayed, context } = await visit(browser, served.address, "demo-head");
    await page.goto("/plans/aalborg-2018/overview");
    await page.getByRole("link", { name: "Sammenlign", exact: true }).click();
    const lead = page.locator(".compare .lead");
    await lead.waitFor();
    const said = (await lead.textContent()) ?? "";
    expect(said).toMatch(/^Aalborg: .*nr\. \d+ af \d+/);
    const place = page.locator(".place");
    const rank = /nr\. \d+ af \d+/.exec(said)?.[0] ?? "";
    expect(await place.textContent()).toContain(rank);

    // The table behind the chart says of Aalborg what the sentence says.
    await page.getByRole("button", { name: "Tabel" }).first().click();
    const rows = page.locator(".rank-table tbody tr");
    await rows.first().waitFor();
    expect(await rows.count()).toBe(98);
    const own = (await page.locator(".rank-table tr[data-own]").textContent()) ?? "";
    expect(own).toContain("Aalborg");
    expect(own).toContain(rank.split(" ")[1]);

    // The other one: its level and place, in an address that can be sent.
    await page.getByRole("combobox", { name: "Kommune", exact: true }).selectOption({ label: "Albertslund" });
    await expect.poll(() => lead.textContent()).toMatch(/^Albertslund: /);
    expect(page.url()).toContain("area=165");
    const there = await visit(browser, served.address, "demo-head");
    await there.page.goto(page.url());
    await there.page.locator(".compare .lead").waitFor();
    expect(await there.page.locator(".compare .lead").textContent()).toBe(await lead.textContent());

    // Both courses, side by side.
    await page.goto(`/plans/aalborg-2018/compare?lines=165`);
    await page.getByText("Din egen og dem, du har valgt.").waitFor();
    const courses = page.locator(".compared-side .drawing").filter({ hasText: "Aalborg" });
    await courses.filter({ hasText: "Albertslund" }).first().waitFor();

    // Expected against actual, the gap as people.
    await page.getByRole("button", { name: "Forventet og faktisk" }).click();
    await expect.poll(() => lead.textContent()).toMatch(/fuldtidspersoner (flere|færre)/);
    expect(strayed).toEqual([]);
    await context.close();
    await there.context.close();
  });
});
