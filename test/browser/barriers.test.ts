import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { barriers, chromiumPath, type Look, looks, startBrowser, visit } from "./browser.ts";
import { type Served, serveHouse } from "./house.ts";
import { openPage, type PageType, pageTypes, prepareShown, type Shown } from "./page-types.ts";

const home = join(import.meta.dirname, "..", "..");

test("every route of the pages stands among the kinds of pages", () => {
  const rooms = readdirSync(join(home, "src", "web"), { withFileTypes: true }).filter((one) => one.isDirectory());
  const files = rooms
    .map(({ name }) => join(home, "src", "web", name))
    .flatMap((room) =>
      readdirSync(room)
        .filter((name) => name === "routes.ts")
        .map((name) => readFileSync(join(room, name), "utf8")),
    );
  const paths = files.flatMap((source) => [...source.matchAll(/path: "([^"]+)"/g)].map(([, path]) => path));
  const routes = paths
    .filter((path) => path !== "/plans/$plan")
    .map((path) => (path === "/" ? path : `/plans/$plan${path}`));
  expect(routes.length).toBeGreaterThan(10);
  const known = new Set(pageTypes({ job: "job", register: "register" }).flatMap(({ route }) => route ?? []));
  expect([...known].toSorted()).toEqual(routes.toSorted());
});

describe.skipIf(chromiumPath === undefined)("Every kind of page", () => {
  let served: Served;
  let browser: Browser;
  let shown: Shown;

  beforeAll(async () => {
    served = await serveHouse();
    browser = await startBrowser();
    shown = await prepareShown(served.address);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  /** The kinds of pages that are tried at a width and in a light. */
  function typesAt({ width, scheme }: Look): PageType[] {
    const isFirst = width === 1440 && scheme === "light";
    return pageTypes(shown).filter(({ isVariant }) => isFirst || isVariant !== true);
  }

  test.concurrent.for(looks)(
    "can be used by everyone at $width pixels, $scheme",
    { timeout: 600_000 },
    async (look) => {
      const found: string[] = [];
      for (const [user, types] of Map.groupBy(typesAt(look), (type) => type.user)) {
        const visitor = await visit(browser, served.address, user, look);
        await visitor.context.addInitScript(tellViolations);
        for (const type of types) {
          const complaints = await openPage(visitor.page, type);
          const wide = await visitor.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (wide > 0) complaints.push(`${wide} pixels too wide`);
          const about = look.scheme === "dark" ? "colours" : "everything";
          complaints.push(...(await barriers(visitor.page, about, type.seen)));
          found.push(...complaints.map((complaint) => `${type.name}: ${complaint}`));
        }
        found.push(...visitor.strayed.map((url) => `asked another host: ${url}`));
        await visitor.context.close();
      }
      expect(found).toEqual([]);
    },
  );

  test("an open menu, an open explanation and an open search keep nobody out", async () => {
    // The goals behind them have been looked at as a page.
    const seen = "table.goals tbody:not(:has([aria-expanded=true]))";
    const { page, context } = await visit(browser, served.address, "demo-head");
    await openPage(page, { name: "overview", at: `/plans/albertslund-2018/overview?register=${shown.register}` });
    await page.getByRole("button", { name: "Status" }).first().click();
    await page.getByRole("menu").waitFor();
    expect(await barriers(page, "everything", seen)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.locator(".column-latest .figure").first().click();
    expect(await barriers(page, "everything", seen)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await page.getByRole("combobox").waitFor();
    expect(await barriers(page, "everything", seen)).toEqual([]);
    await context.close();
  });
});

/** Tells in the console when a page tries what its content policy forbids. */
function tellViolations(): void {
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    console.error(`content policy: ${violatedDirective} ${blockedURI}`),
  );
}
