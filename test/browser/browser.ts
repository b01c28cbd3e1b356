import { existsSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

/** A Chromium of the machine's own; undefined where there is none: then the stories are skipped, and counted. */
export const chromiumPath: string | undefined = [
  process.env.PEJL_CHROMIUM ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path !== "" && existsSync(path));

/** Starts the browser, cut off from everything but this machine. */
export function startBrowser(): Promise<Browser> {
  const args = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update"];
  return chromium.launch({
    executablePath: chromiumPath,
    args: [...args, "--disable-sync", "--no-first-run", "--lang=da-DK"],
  });
}

/** How a page is looked at. */
export type Look = { readonly width: 1440 | 390; readonly scheme: "light" | "dark" };

/** Every look there is; PEJL_LOOKS=all tries them, an ordinary run two that have all of it between them. */
export const everyLook: readonly Look[] = [
  { width: 1440, scheme: "light" },
  { width: 1440, scheme: "dark" },
  { width: 390, scheme: "light" },
  { width: 390, scheme: "dark" },
];

export const looks: readonly Look[] =
  process.env.PEJL_LOOKS === "all"
    ? everyLook
    : everyLook.filter(({ width, scheme }) => (width === 1440) === (scheme === "light"));

/** A visitor with a browser of their own: whatever they ask another host for is kept in `strayed`. */
export type Visitor = { readonly context: BrowserContext; readonly page: Page; readonly strayed: string[] };

/** Somebody who comes to the server, signed in as one of the demo's users unless told otherwise. */
export async function visit(browser: Browser, address: string, user?: string, look?: Look): Promise<Visitor> {
  const { width, scheme } = look ?? { width: 1440, scheme: "light" };
  const context = await browser.newContext({
    ...{ baseURL: address, locale: "da-DK", timezoneId: "Europe/Copenhagen", colorScheme: scheme },
    viewport: { width, height: width === 390 ? 844 : 900 },
  });
  const strayed: string[] = [];
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(data|blob|about):/.test(url)) strayed.push(url);
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  if (user !== undefined)
    await context.request.post("/api/session/demo", { data: { user }, headers: { "x-pejlemaerke": "1" } });
  return { context, page, strayed };
}

const demands = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const colours = ["color-contrast", "link-in-text-block"];

/**
 * What is wrong with a page for those who cannot see it, use a mouse, or tell colours: rule, element and why.
 *
 * @param apartFrom a part that is not looked at, having been seen on another page
 */
export async function barriers(
  page: Page,
  about: "everything" | "colours" = "everything",
  apartFrom?: string,
): Promise<string[]> {
  // No page has a frame within it: all can be looked at where it stands, without a page of axe's own.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (apartFrom !== undefined) axe.exclude(apartFrom);
  const { violations } = await (about === "colours" ? axe.withRules(colours) : axe.withTags(demands)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")}: ${failureSummary}`),
  );
}
