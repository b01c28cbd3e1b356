import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { smallRegister, writeFiles } from "../server/small-register.ts";
import { chromiumPath, startBrowser, visit } from "./browser.ts";
import { type Served, serveHouse } from "./house.ts";

const DATA = "/plans/aalborg-2018/data";
/** An import is a process of its own; a busy machine takes its time. */
const patience = { timeout: 200_000 };

describe.skipIf(chromiumPath === undefined)("The pages of data", { timeout: 600_000 }, () => {
  let served: Served;
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), "pejl-extract-"));
  const faulty = writeFiles(join(folder, "faulty"), smallRegister(true));
  const mended = writeFiles(join(folder, "mended"), smallRegister());

  beforeAll(async () => {
    served = await serveHouse();
    browser = await startBrowser();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    rmSync(folder, { recursive: true });
  });

  test("an analyst imports a faulty folder, mends it, answers the guard, and sees what came in", async () => {
    const { page, strayed } = await visit(browser, served.address, "demo-analyst");
    await page.goto("/plans/aalborg-2018/document");
    await page.getByRole("link", { name: "Data", exact: true }).waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("t");
    await page.getByRole("button", { name: "Indlæsning" }).click();

    // Faulty: nothing is imported, and each fault says where it stands, what stands there, and what to do.
    await send(page, faulty);
    await page.getByRole("heading", { name: "Ret dette" }).waitFor(patience);
    await page.getByText("Intet er indlæst: 6 fejl, af én slags.").waitFor();
    const group = page.getByRole("article");
    expect(await group.textContent()).toContain("benefits.csv, kolonne from");
    expect(await group.textContent()).toContain("Skriv en dag, der findes");
    expect(await group.getByRole("row").nth(1).locator("td").allTextContents()).toEqual(["2", "18", "2018-13-01"]);
    const dialect = page.getByRole("row", { name: /benefits\.csv/ });
    expect(await dialect.textContent()).toContain("adskilt af komma");

    // The address is the job's own: left and come back to, it says the same.
    await page.getByRole("link", { name: "Alle indlæsninger" }).click();
    await page.getByRole("link", { name: /Indlæsning af register «lille»/ }).click();
    await page.getByRole("button", { name: "Send igen" }).click();

    // Mended: it comes in.
    await send(page, mended);
    await page.getByText("«lille» er indlæst med 120 rækker.").waitFor(patience);
    await page.getByRole("link", { name: "Se, hvad der er indlæst" }).click();
    const held = page.locator("details[open]");
    await held.getByText("benefits.csv").waitFor();
    expect(await held.locator("summary").textContent()).toContain("120 rækker");

    // Under a new name the guard asks: nothing comes in without a reason, and the reason is kept.
    await page.getByRole("button", { name: "Indlæsning" }).click();
    await send(page, mended, "andet");
    await page.getByRole("heading", { name: "Importvagten spørger" }).waitFor(patience);
    const asked = page.url();
    await page.getByRole("button", { name: "Stop: indlæs ikke" }).click();
    await page.getByRole("cell", { name: "venter på svar" }).waitFor();
    await page.goto(asked);
    await page.getByRole("button", { name: "Fortsæt: indlæs alligevel" }).click();
    expect(page.url()).toBe(asked);
    await page.getByLabel("Hvorfor er det rigtigt?").fill("En prøve ved siden af den forrige");
    await page.getByRole("button", { name: "Fortsæt: indlæs alligevel" }).click();
    await page.getByText("«andet» er indlæst med 120 rækker.").waitFor(patience);
    await page.goto("/plans/aalborg-2018/me");
    await page.getByText("Begrundelse: En prøve ved siden af den forrige.").first().waitFor();
    expect(strayed).toEqual([]);
  });

  test("a head withdraws a register for a reason, which stands beside it", async () => {
    const { page } = await visit(browser, served.address, "demo-head");
    await page.goto(`${DATA}?part=snapshots`);
    await page.locator("summary").filter({ hasText: "andet" }).click();
    await page.getByRole("button", { name: "Træk tilbage …" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Hvorfor?").fill("Den var til prøve");
    await dialog.getByRole("button", { name: "Træk tilbage" }).click();
    await page.getByText(/Trukket tilbage .* af Demo Chef: «Den var til prøve»/).waitFor();
  });

  test("a reader finds the series, but neither imports nor reconciliation; by address they are told why", async () => {
    const { page } = await visit(browser, served.address, "demo-reader");
    await page.goto(`${DATA}?q=kontanthjælpsmodtagere`);
    await page.getByText("1 af 32 serier").waitFor();
    expect(await page.getByRole("group", { name: "Vis" }).first().getByRole("button").allTextContents()).toEqual([
      "Serier",
      "Registre",
    ]);
    await page.getByRole("link", { name: "Nettoledige kontanthjælpsmodtagere" }).click();
    await page.getByRole("heading", { name: "Hentninger og revision" }).waitFor();
    await page.goto(`${DATA}?part=imports`);
    await page.getByText("Ingen har indlæst noget endnu").waitFor();
    expect(await page.getByRole("button", { name: "Vælg mappe" }).count()).toBe(0);
  });

  test("an analyst takes in a series: a faulty file changes nothing and says where, the mended one can be seen", async () => {
    const { page, context } = await visit(browser, served.address, "demo-analyst");
    const known = async () => (await (await context.request.get("/api/series")).json()).series.length;
    const before = await known();
    await page.goto(DATA);
    await page.getByRole("button", { name: "Indlæs en fil …" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Indikator").selectOption("rekrutteringer");
    await dialog.getByLabel("Område").fill("Aalborg");

    await sendFile(dialog, "rekrutteringer.csv", "Måned;Rekrutteringer\njan-18;84\nfeb-18;otte\nmar-18;88\n");
    await dialog.getByRole("heading", { name: "Intet er indlæst: 1 fejl" }).waitFor();
    const fault = await dialog.getByRole("listitem").textContent();
    expect(fault).toContain("rekrutteringer.csv, linje 3, kolonne Rekrutteringer");
    expect(fault).toContain("«otte»");
    expect(fault).toMatch(/Skriv|Ret/);
    expect(await known()).toBe(before);

    await sendFile(dialog, "rekrutteringer.csv", "Måned;Rekrutteringer\njan-18;84\nfeb-18;91\nmar-18;88\n");
    await dialog.getByText("3 tal for 1 område, januar 2018 til marts 2018, er indlæst.").waitFor();
    expect(await known()).toBe(before + 1);
    await dialog.getByRole("link", { name: "Se serien" }).click();
    await page.getByRole("heading", { name: "Hentninger og revision" }).waitFor();
    await page.getByRole("heading", { name: /^Fra 84 i januar 2018 til 88 i marts 2018/ }).waitFor();
    await context.close();
  });

  test("an analyst takes in newer figures of the benchmark: a faulty file is refused whole, the mended one is compared on", async () => {
    const { page, context } = await visit(browser, served.address, "demo-analyst");
    await page.goto("/plans/aalborg-2018/compare?view=benchmark");
    const facts = page.locator(".place");
    const before = await facts.textContent();
    await page.getByRole("button", { name: "Indlæs nyere tal …" }).click();
    const dialog = page.getByRole("dialog");
    const head = "Kommune;Periode;Forventet antal;Faktisk antal\n";

    await sendFile(dialog, "benchmark.csv", `${head}Aalborg;2024;16.500;16.200\nAlbertslund;2024;2.450;mange\n`);
    await dialog.getByRole("heading", { name: "Intet er indlæst: 1 fejl" }).waitFor();
    const fault = await dialog.getByRole("listitem").textContent();
    expect(fault).toContain("benchmark.csv, linje 3, kolonne Faktisk antal");
    expect(fault).toContain("«mange»");
    await page.reload();
    expect(await facts.textContent()).toBe(before);

    await page.getByRole("button", { name: "Indlæs nyere tal …" }).click();
    await sendFile(dialog, "benchmark.csv", `${head}Aalborg;2024;16.500;16.200\nAlbertslund;2024;2.450;2.510\n`);
    await dialog.getByText("Tal for 2 kommuner er indlæst, 2024.").waitFor();
    await dialog.getByRole("button", { name: "Luk" }).last().click();
    await facts.getByText("16.200 fuldtidspersoner").waitFor();
    expect(await facts.textContent()).toContain("−300 fuldtidspersoner");
    await context.close();
  });
});

/** Chooses a file in a dialog and sends it. */
async function sendFile(dialog: Locator, name: string, content: string): Promise<void> {
  const file = { name, mimeType: "text/csv", buffer: Buffer.from(content) };
  await dialog.locator("input[type=file]").setInputFiles(file);
  await dialog.getByRole("button", { name: "Indlæs", exact: true }).click();
}

/** Chooses a folder and asks for it to be imported, under a name when one is told. */
async function send(page: Page, folder: string, name?: string): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Vælg mappe" }).click();
  await (await choosing).setFiles(folder);
  if (name !== undefined) await page.getByRole("textbox", { name: /^Navn/ }).fill(name);
  await page.getByRole("button", { name: "Tjek og indlæs" }).click();
  await page.waitForURL(/\/data\/imports\//);
}
