import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Look } from "./browser.ts";
import type { PageType } from "./page-types.ts";

const folder = join(import.meta.dirname, "..", "..", "docs", "gallery");

/** What the gallery shows besides every page at full width in light: the two that are read most, on a phone and in the dark. */
const alsoNarrow = ["overview", "goal"];
const alsoDark = ["overview"];

/** The picture's file in `docs/gallery`; undefined for what the gallery leaves out. */
export function pictureOf({ name, caption }: PageType, { width, scheme }: Look): string | undefined {
  if (caption === undefined) return undefined;
  if (width === 1440 && scheme === "light") return `${name}.jpg`;
  if (width === 390 && scheme === "light" && alsoNarrow.includes(name)) return `${name}-390.jpg`;
  return width === 1440 && scheme === "dark" && alsoDark.includes(name) ? `${name}-dark.jpg` : undefined;
}

/** Keeps a picture of an open page, as much of it as is seen at once or somewhat more. */
export async function keepPicture(page: Page, type: PageType, look: Look): Promise<void> {
  const file = pictureOf(type, look);
  if (file === undefined) return;
  mkdirSync(folder, { recursive: true });
  const { whole, isScrolled } = await page.evaluate(() => {
    return { whole: document.documentElement.scrollHeight, isScrolled: scrollY > 0 };
  });
  const quality = { path: join(folder, file), type: "jpeg", quality: 70 } as const;
  // A page that went to a place of its own is shown there.
  if (isScrolled) {
    await page.screenshot(quality);
    return;
  }
  const height = Math.min(whole, look.width === 390 ? 1700 : 1400);
  const clip = { x: 0, y: 0, width: look.width, height };
  await page.screenshot({ ...quality, fullPage: true, clip });
}

/** Writes the page that shows the pictures, each with its line. */
export function writeGallery(types: readonly PageType[], looks: readonly Look[]): void {
  const shown = types.flatMap((type) =>
    looks.flatMap((look) => {
      const file = pictureOf(type, look);
      const how = look.width === 390 ? ", på telefon" : look.scheme === "dark" ? ", mørkt" : "";
      return file === undefined ? [] : [`## ${type.caption}${how}\n\n![${type.caption}${how}](${file})\n`];
    }),
  );
  writeFileSync(join(folder, "README.md"), `${preface}\n${shown.join("\n")}`);
}

const preface = `# Siderne i billeder

Hver slags side, som den ser ud med simulerede data og opfundne brugere: ingen virkelige personer. Billederne skrives af
\`PEJL_GALLERY=write npm run test:browser -- test/browser/gallery.test.ts\`.
`;
