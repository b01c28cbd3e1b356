import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { barriers, chromiumPath, startBrowser, type Visitor, visit } from "./browser.ts";
import { type Served, serveHouse } from "./house.ts";

describe.skipIf(chromiumPath === undefined)("The page of a goal", () => {
  let served: Served;
  let browser: Browser;
  let register: string;

  beforeAll(async () => {
    served = await serveHouse();
    browser = await startBrowser();
    const { context } = await visit(browser, served.address, "demo-head");
    const { registers } = await (await context.request.get("/api/plans")).json();
    register = registers[0].id;
    await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  /** Somebody on the page of a goal of Aalborg's plan. */
  async function arrive(goal: string, user = "demo-head"): Promise<Visitor> {
    const visitor = await visit(browser, served.address, user);
    await visitor.page.goto(`/plans/aalborg-2018/goals/${goal}?register=${register}`);
    await visitor.page.locator(".verdict-large").waitFor();
    return visitor;
  }

  test("tells whom the figure is made of, by the dimension one asks for, and who they are", async () => {
    const { context, page } = await arrive("kontanthjaelp");
    const groups = page.locator("section", { has: page.getByRole("heading", { name: "Hvem tallet består af" }) });
    await groups.locator("svg .chart-small").first().waitFor();
    expect(await groups.locator("svg .chart-small").count()).toBeGreaterThan(5);
    await groups.getByRole("button", { name: "Køn" }).click();
    await groups.locator("svg .chart-group", { hasText: "Kvinde" }).waitFor();
    expect(await groups.locator("svg .chart-group").count()).toBe(2);
    await groups.getByRole("button", { name: "Tabel" }).click();
    await groups.getByRole("columnheader", { name: "Kvinde" }).waitFor();
    expect(page.url()).toContain("by=sex&groups=table");
    expect(await page.locator(".persons").count()).toBe(0);
    await page.getByRole("button", { name: "Vis personerne" }).click();
    await page.locator(".persons code").first().waitFor();
    expect(await page.locator(".persons li").count()).toBe(50);
    expect(await barriers(page)).toEqual([]);
    await context.close();
  });

  test("changes its status at once when somebody shows that a milestone was reached", async () => {
    const { context, page } = await arrive("ny-ungestrategi");
    const verdict = page.locator(".verdict-large");
    expect(await verdict.innerText()).toContain("kan ikke afgøres");
    await page.getByRole("button", { name: "Tilføj dokumentation" }).click();
    const form = page.locator(".entering form");
    await form.locator("input[name=done]").fill("2018-05-15");
    await form.locator("input[name=what]").fill("Byrådets dagsorden");
    await form.getByRole("button", { name: "Gem" }).click();
    await verdict.filter({ hasText: "i mål" }).waitFor();
    await page.getByText("Nået 15. maj 2018").waitFor();
    await context.close();
  });

  test("takes a figure of the municipality's own, and refuses one in another unit with the reason", async () => {
    const { context, page } = await arrive("rekrutteringer");
    await page.getByRole("button", { name: "Indtast et tal" }).click();
    const form = page.locator(".entering form");
    await form.locator("input[name=period]").fill("2018");
    await form.locator("input[name=value]").fill("12 %");
    await form.locator("input[name=source]").fill("Egen liste");
    await form.getByRole("button", { name: "Gem" }).click();
    await form.locator(".problem-line").waitFor();
    await form.locator("input[name=value]").fill("1.043 rekrutteringer");
    await form.getByRole("button", { name: "Gem" }).click();
    await page.getByRole("row", { name: /2018 1\.043 .*Egen liste Demo Chef/ }).waitFor();
    await context.close();
  });

  test("lets a text be rewritten and taken back, and keeps what it said", async () => {
    const { context, page } = await arrive("kontanthjaelp");
    await page.locator(".writing textarea").fill("Vi begyndte senere.");
    await page.getByRole("button", { name: "Gem" }).click();
    await page.getByRole("button", { name: "Skriv om" }).click();
    await page.locator(".saying textarea").fill("Vi begyndte et kvartal senere.");
    await page.locator(".saying").getByRole("button", { name: "Gem" }).click();
    await page.getByText("1 tidligere udgave").click();
    await page.getByText("Vi begyndte senere.", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Tag tilbage" }).click();
    await page.getByRole("button", { name: "Tag tilbage" }).click();
    await page.getByText("Ingen har skrevet noget om målet.").waitFor();
    await context.close();
  });

  test("lets one who may appoint who answers for it, and shows the name to those who may not", async () => {
    const { context, page } = await arrive("kontanthjaelp", "demo-team-leader");
    await page.getByRole("button", { name: "Giv en ansvaret" }).click();
    await page.locator("select[name=person]").selectOption("demo-team-leader");
    await page.locator(".facts").getByRole("button", { name: "Gem" }).click();
    await page.locator(".facts").getByText("Demo Teamleder").waitFor();
    await context.close();
    const reader = await arrive("kontanthjaelp", "demo-reader");
    await reader.page.locator(".facts").getByText("Demo Teamleder").waitFor();
    expect(await reader.page.getByRole("button", { name: "Skift" }).count()).toBe(0);
    expect(await reader.page.getByRole("button", { name: "Vis personerne" }).count()).toBe(0);
    await reader.context.close();
  });

  test("is begun from a figure that somebody explored, narrowed as it was", async () => {
    const { context, page } = await visit(browser, served.address, "demo-head");
    const explored = "where=benefit:kontanthjaelp&by=sex";
    await page.goto(`/plans/aalborg-2018/indicators/fuldtidspersoner/explore?data=${register}&${explored}`);
    await page.getByRole("link", { name: "Brug i et mål" }).click();
    const dialog = page.getByRole("dialog", { name: "Nyt mål" });
    await dialog.getByText("Måles ved Fuldtidspersoner, Kontanthjælp.").waitFor();
    await dialog.getByLabel("Køn").selectOption("kvinde");
    await dialog.getByRole("button", { name: "Nyt mål" }).click();
    const form = page.locator(".goal-form");
    await form.getByText("Måling").click();
    await form.getByText("Køn").first().waitFor();
    const values = await form.locator("select, input").evaluateAll(valuesOf);
    expect(values).toEqual(expect.arrayContaining(["kvinde", "kontanthjaelp"]));
    await context.close();
  });
});

function valuesOf(fields: (SVGElement | HTMLElement)[]): string[] {
  return fields.map((field) => String(Reflect.get(field, "value")));
}
