import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, startBrowser, visit } from "./browser.ts";
import { type Served, serveHouse } from "./house.ts";

describe.skipIf(chromiumPath === undefined)("Somebody who has never seen the program", { timeout: 60_000 }, () => {
  let served: Served;
  let browser: Browser;

  beforeAll(async () => {
    served = await serveHouse();
    browser = await startBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  test("comes from the bare address to a goal of another town in four presses, and every figure there explains itself", async () => {
    const { page, context, strayed } = await visit(browser, served.address);
    let presses = 0;
    const press = async (what: Locator) => {
      await what.click();
      presses += 1;
    };
    await page.goto("/");
    await press(page.getByRole("button", { name: "Chef" }));
    await page.locator("table.goals").waitFor();
    await press(page.locator(".header-plan"));
    await press(page.getByRole("menuitemradio", { name: /Jobcenter Aalborg/ }));
    const goals = page.getByRole("table", { name: "Hvordan står planen?" });
    await press(goals.getByRole("link", { name: "Færre på kontanthjælp", exact: true }));
    await page.getByRole("heading", { level: 1, name: "Færre på kontanthjælp" }).waitFor();
    expect(presses).toBe(4);
    expect(page.url()).toContain("/plans/aalborg-2018/goals/kontanthjaelp");

    await page.locator("svg .chart-small").first().waitFor();
    expect(await explainAll(page)).toBeGreaterThan(15);
    // So does the page of published figures alone, where there is no figure of the goal's own.
    await page.goto("/plans/aalborg-2018/goals/kontanthjaelp");
    await page.getByText("kan ikke afgøres").first().waitFor();
    expect(await explainAll(page)).toBeGreaterThan(5);
    expect(strayed).toEqual([]);
    await context.close();
  });
});

/** Presses the mark of every figure of a page, each of which must explain itself: how many there are. */
async function explainAll(page: Page): Promise<number> {
  await page.waitForLoadState("networkidle");
  expect(await unexplained(page)).toEqual([]);
  const marks = page.locator("main .figure");
  const count = await marks.count();
  const lacking: string[] = [];
  for (let at = 0; at < count; at++) lacking.push(...(await lacksOf(page, marks.nth(at))));
  expect(lacking).toEqual([]);
  return count;
}

/** Presses a figure's mark: what it does not tell of meaning, period, unit and source, unless it says why there is none. */
async function lacksOf(page: Page, mark: Locator): Promise<string[]> {
  await mark.click();
  const { title, told, words } = await page.locator(".popup:popover-open").evaluate((popup) => {
    const textsOf = (selector: string) => [...popup.querySelectorAll(selector)].map((one) => one.textContent ?? "");
    const found = { title: textsOf(".popup-title").join(), told: textsOf("dt"), words: textsOf("p").join(" ") };
    if (popup instanceof HTMLElement) popup.hidePopover();
    return found;
  });
  if (words.includes("Der er intet tal")) return /intet tal \S/.test(words) ? [] : [`${title}: no reason`];
  return ["Betyder", "Periode", "Måles i", "Kilde"]
    .filter((wanted) => !told.includes(wanted))
    .map((wanted) => `${title}: ${wanted}`);
}

/**
 * The texts with a figure that has no mark in the same line, row or chart. A day, a period, a place in the plan and the id
 * of a table are no figures; questions quote the plan and name the place, and notes are themselves explanations.
 */
function unexplained(page: Page): Promise<string[]> {
  return page.locator("main").evaluate((main) => {
    const month = "(januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)";
    const noFigures = [
      `(\\d{1,2}\\. )?${month} \\d{4}`,
      "\\b(19|20)\\d\\d\\b",
      "\\d+ måneder",
      "afsnit [\\d.]+, linje [\\d, –]+",
      "\\b[0-9a-f]{12}\\b",
      "[A-Z]+\\d+",
    ].map((pattern) => new RegExp(pattern, "g"));
    const lines = [...main.querySelectorAll("p, li, dd, td, th, h2, h3")].filter(
      (one) =>
        one.closest(".siblings, .page-line, .questions, .notes, .popup") === null &&
        one.querySelector("p, li") === null,
    );
    return lines.flatMap((one) => {
      const says = noFigures.reduce((words, pattern) => words.replace(pattern, ""), one.textContent ?? "");
      if (!/\d/.test(says)) return [];
      const around = one.closest(".chart-figure") ?? one;
      return around.querySelector(".figure") === null ? [one.textContent ?? ""] : [];
    });
  });
}
