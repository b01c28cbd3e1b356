import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Issuer, openIssuer } from "../server/issuer.ts";
import { chromiumPath, startBrowser, visit } from "./browser.ts";
import { type Served, serveHouse } from "./house.ts";

const OVERVIEW = "/plans/aalborg-2018/overview?status=cannot-be-settled";

describe.skipIf(chromiumPath === undefined)("Signing in", () => {
  let issuer: Issuer;
  let served: Served;
  let browser: Browser;

  beforeAll(async () => {
    issuer = await openIssuer();
    served = await serveHouse((address) => {
      issuer.trust(`${address}/sign-in/done`);
      return issuer.setting;
    });
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    issuer?.close();
  });

  test("goes through the municipality's own provider, to the page that was asked for, and out again", async () => {
    const { page, strayed, context } = await visit(browser, served.address);
    await page.goto(OVERVIEW);
    const door = page.getByRole("link", { name: "Log ind med kommunens login" });
    await door.waitFor();
    expect(strayed).toEqual([]);
    await door.click();
    await enter(page, "hanne");
    await page.locator("table.goals").waitFor();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(OVERVIEW);
    await page.getByText("Navn hanne").waitFor();

    await page.getByRole("button", { name: /Navn hanne/ }).click();
    await page.getByRole("menuitem", { name: "Log ud" }).click();
    await door.waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    expect(await page.locator("table.goals").count()).toBe(0);
    expect((await context.request.get("/api/plans/aalborg-2018/overview")).status()).toBe(401);
    await context.close();
  });

  test("a session that ended elsewhere leads to the door with a word of why, and back to the same page", async () => {
    const { page, context } = await visit(browser, served.address);
    await page.goto(OVERVIEW);
    await page.getByRole("link", { name: "Log ind med kommunens login" }).click();
    await enter(page, "hanne");
    await page.locator("table.goals").waitFor();
    const ended = await context.request.delete("/api/session", { headers: { "x-pejlemaerke": "1" } });
    expect(ended.ok()).toBe(true);

    await page.locator(".goal-link").first().click();
    await page.getByRole("alert").getByText("Du er logget ud").waitFor();
    const goal = page.url();
    expect(goal).toContain("/goals/");
    // The provider still knows who it is, and asks nothing.
    await page.getByRole("link", { name: "Log ind med kommunens login" }).click();
    await page.locator(".verdict-box").waitFor();
    expect(page.url()).toBe(goal);
    await context.close();
  });

  test("whom the provider gives no role is told so", async () => {
    const { page, context } = await visit(browser, served.address);
    await page.goto(OVERVIEW);
    await page.getByRole("link", { name: "Log ind med kommunens login" }).click();
    await enter(page, "gaest");
    await page.getByText("sign-in-refused").waitFor();
    await context.close();
  });
});

/** Fills in the provider's own pages: who one is, and that it may be told. */
async function enter(page: Page, login: string): Promise<void> {
  await page.locator("input[name=login]").fill(login);
  await page.locator("input[name=password]").fill("any");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}
