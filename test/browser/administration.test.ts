import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, startBrowser, visit } from "./browser.ts";
import { type Served, serveHouse } from "./house.ts";

const ADMINISTRATION = "/plans/aalborg-2018/administration";

describe.skipIf(chromiumPath === undefined)("The pages of administration", { timeout: 180_000 }, () => {
  let served: Served;
  let browser: Browser;

  beforeAll(async () => {
    served = await serveHouse();
    browser = await startBrowser();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  test("a caseworker is denied, and the auditor sees it in a log that is whole", async () => {
    const caseworker = await visit(browser, served.address, "demo-caseworker");
    await caseworker.page.goto(ADMINISTRATION);
    await caseworker.page.getByRole("heading", { name: "Mindste gruppe" }).waitFor();
    expect(await caseworker.page.getByRole("button", { name: "Brugere" }).count()).toBe(0);
    await caseworker.page.goto(`${ADMINISTRATION}?section=users`);
    await caseworker.page.getByRole("heading", { name: "Det må du ikke: din rolle giver ikke adgang." }).waitFor();

    const { page, strayed } = await visit(browser, served.address, "demo-auditor");
    await page.goto(ADMINISTRATION);
    await page.getByRole("button", { name: "Log", exact: true }).click();
    await page.getByRole("combobox", { name: "Udfald" }).selectOption("denied");
    await page.getByRole("combobox", { name: "Hvem" }).selectOption({ label: "Demo Sagsbehandler" });
    await page.getByRole("button", { name: "Vis", exact: true }).click();
    const line = page.getByRole("row", { name: /Demo Sagsbehandler ville se listen over brugere/ });
    expect(await line.first().textContent()).toContain("din rolle giver ikke adgang");
    expect(new URL(page.url()).searchParams.get("outcome")).toBe("denied");

    await page.getByRole("button", { name: "Efterprøv nu" }).first().click();
    await page.getByText(/^Loggen er hel: \d+ linjer\.$/).waitFor();

    // A CPR number is sought in no log: what is sought stands in the address.
    await page
      .getByRole("textbox", { name: /^Borger/ })
      .first()
      .fill("010180-1238");
    await page.getByRole("button", { name: "Vis", exact: true }).click();
    await page.getByRole("alert").getByText("ikke et CPR-nummer").waitFor();
    expect(page.url()).not.toContain("0101");
    expect(strayed).toEqual([]);
  });

  test("an administrator lets somebody in, gives and takes a role, and closes the user", async () => {
    const { page } = await visit(browser, served.address, "demo-administrator");
    await page.goto(`${ADMINISTRATION}?section=units`);
    await page.getByRole("button", { name: "Opret enhed" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: /^ID/ }).fill("nord");
    await dialog.getByRole("textbox", { name: "Navn" }).fill("Center Nord");
    await dialog.getByRole("button", { name: "Opret" }).click();
    await page.getByRole("button", { name: "Center Nord" }).waitFor();

    await page.getByRole("button", { name: "Brugere" }).click();
    await page.getByRole("button", { name: "Opret bruger" }).click();
    await page.getByRole("textbox", { name: /^ID/ }).fill("ny.bruger");
    await page.getByRole("textbox", { name: "Navn", exact: true }).fill("Et Menneske");
    await page.getByRole("combobox", { name: "Kommune" }).selectOption({ label: "Aalborg" });
    await page.getByRole("button", { name: "Opret" }).click();
    await page.getByText("Brugeren har ingen roller").waitFor();

    const giving = page.locator("form").filter({ hasText: "Giv en rolle" });
    await giving.getByRole("combobox", { name: "Rolle" }).selectOption("team-leader");
    await giving.getByRole("combobox", { name: "Kommune" }).selectOption({ label: "Aalborg" });
    await giving.getByRole("combobox", { name: "Enhed" }).selectOption({ label: "Center Nord" });
    await giving.getByLabel("Til dag").fill("2027-12-31");
    await giving.getByRole("button", { name: "Giv en rolle" }).click();
    await page.getByText("Teamleder · Aalborg, Center Nord (til 31. december 2027)").waitFor();
    await page.getByRole("button", { name: /^Tag rollen tilbage: Teamleder/ }).click();
    await page.getByText("Brugeren har ingen roller").waitFor();

    await page.getByLabel(/^Kan logge ind/).uncheck();
    await page.getByRole("button", { name: "Gem" }).click();
    await page.getByText("Gemt").waitFor();
    await page.getByRole("button", { name: "Alle brugere" }).click();
    expect(await page.getByRole("row", { name: /Et Menneske/ }).textContent()).toContain("lukket");
  });

  test("an administrator sets a limit from a day, which then says who set it, and refuses what lies beyond", async () => {
    const { page } = await visit(browser, served.address, "demo-administrator");
    await page.goto(`${ADMINISTRATION}?section=parameters&municipality=851`);
    await page.getByText("Aalborg bruger standarden for alle 6 grænser.").waitFor();
    const limit = page.getByRole("article").filter({ hasText: "Bånd om antal" });
    await limit.getByLabel("Nyt tal").fill("50");
    await limit.getByRole("button", { name: "Sæt fra en dag" }).click();
    await limit.getByRole("alert").waitFor();
    await limit.getByLabel("Nyt tal").fill("1,5");
    await limit.getByRole("button", { name: "Sæt fra en dag" }).click();
    await limit.getByText("standard: 1 %").waitFor();
    await limit.getByText("Sat før").click();
    await limit.getByText(/^1,5 % fra .* \(sat af Demo Administrator/).waitFor();
    await page.getByText("Aalborg har sat 1 af 6 grænser").waitFor();
  });

  test("everybody sees where they are signed in and ends a session of their own", async () => {
    const one = await visit(browser, served.address, "demo-finance");
    const two = await visit(browser, served.address, "demo-finance");
    await one.page.goto("/plans/aalborg-2018/overview");
    await one.page.getByRole("button", { name: /Demo Økonomi/ }).click();
    await one.page.getByRole("menuitem", { name: "Min side" }).click();
    await one.page.getByRole("button", { name: /^Log ud: en browser/ }).click();
    await one.page.getByText("1 login er sluttet").waitFor();
    await two.page.goto("/plans/aalborg-2018/me");
    await two.page.getByRole("heading", { name: "Prøv demoen" }).waitFor();
  });
});
