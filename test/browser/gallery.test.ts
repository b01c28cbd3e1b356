import { setTimeout as wait } from "node:timers/promises";
import { request } from "playwright-core";
import { expect, test } from "vitest";
import { chromiumPath, everyLook, startBrowser, visit } from "./browser.ts";
import { keepPicture, pictureOf, writeGallery } from "./gallery.ts";
import { serveHouse } from "./house.ts";
import { openPage, type PageType, pageTypes, prepareShown } from "./page-types.ts";

const isWritten = process.env.PEJL_GALLERY === "write" && chromiumPath !== undefined;

test.skipIf(!isWritten)("the gallery is written anew, on a town of its real size", { timeout: 600_000 }, async () => {
  const served = await serveHouse(undefined, { municipalities: ["165"], scale: 1 });
  const browser = await startBrowser();
  const shown = await prepareShown(served.address);
  await makeForecast(served.address, shown.register);
  const types = pageTypes(shown).map((type) => ({ ...type, ...onForecast[type.name] }));
  for (const look of everyLook)
    for (const type of types.filter((one) => pictureOf(one, look) !== undefined)) {
      const { page, context } = await visit(browser, served.address, type.user, look);
      expect(await openPage(page, type)).toEqual([]);
      await keepPicture(page, type, look);
      await context.close();
    }
  writeGallery(types, everyLook);
  await browser.close();
  await served.close();
});

/** Pages that show more where a forecast has been made. */
const onForecast: Readonly<Record<string, Partial<PageType>>> = {
  forecast: { at: "/plans/albertslund-2018/forecast" },
  scenario: {
    at: "/plans/albertslund-2018/scenario?levers=inflow~dagpenge~-20",
    caption: "Hvad nu hvis: håndtag, og hvad der følger med",
  },
};

/** Asks for the forecast of a register, and waits until it is there. */
async function makeForecast(baseURL: string, register: string): Promise<void> {
  const asking = await request.newContext({ baseURL, extraHTTPHeaders: { "x-pejlemaerke": "1" } });
  await asking.post("/api/session/demo", { data: { user: "demo-head" } });
  const query = { register, municipality: "165" };
  expect((await asking.post("/api/forecast", { data: query })).status()).toBe(200);
  for (;;) {
    const { forecast } = await (await asking.get("/api/forecast", { params: query })).json();
    if (forecast !== undefined) break;
    await wait(1000);
  }
  await asking.dispose();
}
