import { expect, test } from "vitest";
import { chromiumPath, looks, startBrowser, visit } from "./browser.ts";
import { keepPicture, pictureOf, writeGallery } from "./gallery.ts";
import { serveHouse } from "./house.ts";
import { openPage, pageTypes, prepareShown } from "./page-types.ts";

const isWritten = process.env.PEJL_GALLERY === "write" && chromiumPath !== undefined;

test.skipIf(!isWritten)("the gallery is written anew, on a town of its real size", { timeout: 600_000 }, async () => {
  const served = await serveHouse(undefined, { municipalities: ["165"], scale: 1 });
  const browser = await startBrowser();
  const types = pageTypes(await prepareShown(served.address));
  for (const look of looks)
    for (const type of types.filter((one) => pictureOf(one, look) !== undefined)) {
      const { page, context } = await visit(browser, served.address, type.user, look);
      expect(await openPage(page, type)).toEqual([]);
      await keepPicture(page, type, look);
      await context.close();
    }
  writeGallery(types, looks);
  await browser.close();
  await served.close();
});
