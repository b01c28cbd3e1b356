import { type Page, request } from "playwright-core";
import { sections } from "#web/administration/view.ts";
import { compareViews } from "#web/compare/view.ts";
import { parts } from "#web/data/view.ts";
import { sides } from "#web/plan/view.ts";

/** A kind of page: where one is found, whom it is shown to, and what the gallery says of it. */
export type PageType = {
  readonly name: string;
  /** The route as the router has it; undefined for what stands where there is no page. */
  readonly route?: string;
  readonly at: string;
  /** A user of the demo; nobody is signed in without one. */
  readonly user?: string;
  /** Whether it differs from the row above in little: then it is tried at full width in light only. */
  readonly isVariant?: boolean;
  /** A part of it that the row above shows too. */
  readonly seen?: string;
  /** In Danish, one line; what has none is not in the gallery. */
  readonly caption?: string;
};

/** What the pages of the tests are of: the check of a file, and a register. */
export type Shown = { readonly job: string; readonly register: string };

const head = "demo-head";
const plan = "/plans/albertslund-2018";
const goal = "budget-kontanthjaelp";

/** Every kind of page there is. A route without a row, or a part of a page without its own, fails the test. */
export function pageTypes({ job, register }: Shown): readonly PageType[] {
  return [
    {
      ...{ name: "sign-in", route: "/", at: "/" },
      caption: "Log ind: demoens opfundne brugere, eller kommunens eget login",
    },
    {
      ...{ name: "overview", route: "/plans/$plan/overview", at: `${plan}/overview?register=${register}`, user: head },
      caption: "Overblik: hvordan planen står, hvad der er vigtigst nu, og hvert mål med sin udvikling",
    },
    { name: "first-goal", route: "/plans/$plan/goals", at: `${plan}/goals`, user: head, isVariant: true },
    {
      ...{
        name: "goal",
        route: "/plans/$plan/goals/$goal",
        at: `${plan}/goals/${goal}?register=${register}`,
        user: head,
      },
      caption: "Mål: om det nås, udviklingen mod måltallet, og hvordan status er fundet",
    },
    ...["season", "change", "table"].map((chart) => ({
      ...{
        name: `goal-${chart}`,
        at: `${plan}/goals/${goal}?register=${register}&chart=${chart}`,
        user: head,
        isVariant: true,
      },
    })),
    {
      ...{ name: "plan", route: "/plans/$plan/document", at: `${plan}/document`, user: head },
      caption: "Plan: læst som dokument, med kontrollen af regnestykkerne ved siden af",
    },
    {
      ...{ name: "plan-editor", at: `${plan}/document?edit=${goal}`, user: head },
      seen: ".plan-goal[data-editing=false], #tables",
      caption: "Plan: et mål rettes som en sætning med felter",
    },
    ...sides.map((side) => ({
      ...{ name: `plan-${side}`, at: `${plan}/document?side=${side}&column=side`, user: head, seen: ".plan-document" },
      ...(side === "versions" && { caption: "Plan: udgaver, kladde og forskelle" }),
    })),
    {
      ...{ name: "indicators", route: "/plans/$plan/indicators", at: `${plan}/indicators`, user: head },
      caption: "Indikatorer: alt, planens mål kan måles på",
    },
    {
      ...{ name: "indicator", route: "/plans/$plan/indicators/$indicator", user: head },
      ...{ at: `${plan}/indicators/fuldtidspersoner` },
      caption: "Indikator: hvad tallet betyder, formel, kilde og brud",
    },
    {
      ...{ name: "explore", route: "/plans/$plan/indicators/$indicator/explore", user: head },
      ...{ at: `${plan}/indicators/fuldtidspersoner/explore` },
      caption: "Udforsk: tallet i enhver krydsning, periode og form",
    },
    {
      ...{ name: "forecast", route: "/plans/$plan/forecast", at: `${plan}/forecast?source=published`, user: head },
      caption: "Prognose: hvor tallene ender, med en vifte for, hvor sikkert det er",
    },
    { name: "scenario", route: "/plans/$plan/scenario", at: `${plan}/scenario`, user: head },
    ...compareViews.map((view) => ({
      ...{ name: `compare-${view}`, route: "/plans/$plan/compare", at: `${plan}/compare?view=${view}`, user: head },
      caption: { level: "Sammenlign: niveau og rang for sig", benchmark: "Sammenlign: forventet mod faktisk" }[view],
    })),
    ...parts.map(({ name }) => ({
      ...{ name: `data-${name}`, route: "/plans/$plan/data", at: `${plan}/data?part=${name}`, user: "demo-analyst" },
      caption: dataCaptions[name],
    })),
    {
      ...{ name: "series", route: "/plans/$plan/data/series/$series", user: "demo-analyst" },
      ...{ at: `${plan}/data/series/dst-aup02-ledighedsprocent` },
      caption: "Serie: tallene, hver hentning, og hvad den ændrede",
    },
    {
      ...{ name: "import", route: "/plans/$plan/data/imports/$job", user: "demo-analyst" },
      ...{ at: `${plan}/data/imports/${job}` },
      caption: "Indlæsning: hvor langt den er, og hvad der skal rettes",
    },
    ...sections.map(({ name }) => ({
      ...{ name: `administration-${name}`, route: "/plans/$plan/administration" },
      ...{
        at: `${plan}/administration?section=${name}`,
        user: name === "audit" ? "demo-auditor" : "demo-administrator",
      },
      caption: administrationCaptions[name],
    })),
    {
      ...{ name: "own-page", route: "/plans/$plan/me", at: `${plan}/me`, user: head },
      caption: "Min side: hvor man er logget ind, og hvad loggen siger om en selv",
    },
    { name: "not-found", at: "/nowhere", user: head },
    {
      ...{ name: "problem", at: "/plans/ingen-plan/overview", user: head },
      caption: "Når noget går galt: hvad der skete, og hvad man kan gøre",
    },
  ];
}

const dataCaptions = {
  sources: "Data: serierne, deres kilder, og om de er nye",
  imports: "Data: et register sendes, tjekkes og indlæses",
  snapshots: "Data: registrene, som de er indlæst",
  reconciliation: "Data: egne tal holdt mod offentliggjorte",
} as const;

const administrationCaptions = {
  users: "Administration: brugere og deres roller",
  units: "Administration: enheder",
  parameters: "Administration: grænser og parametre",
  audit: "Administration: loggen over, hvem der har set og gjort hvad",
} as const;

/** Sends a file that is no register and asks for it to be checked; the check, and the register of the house. */
export async function prepareShown(baseURL: string): Promise<Shown> {
  const asking = await request.newContext({ baseURL, extraHTTPHeaders: { "x-pejlemaerke": "1" } });
  await asking.post("/api/session/demo", { data: { user: "demo-analyst" } });
  const buffer = Buffer.from("id;fra;til\n1;2018-01-01;aldrig\n");
  const multipart = { files: { name: "benefits.csv", mimeType: "text/csv", buffer } };
  const sent = await asking.post("/api/register/uploads?municipality=165", { multipart });
  const { upload } = await sent.json();
  const data = { municipality: "165", upload, name: "fejl" };
  const { job } = await (await asking.post("/api/register/checks", { data })).json();
  const { registers } = await (await asking.get("/api/plans")).json();
  await asking.dispose();
  return { job, register: registers[0].id };
}

/** Opens a page and waits until it stands still: what the browser complained of meanwhile. */
export async function openPage(page: Page, { name, at }: PageType): Promise<string[]> {
  const complaints: string[] = [];
  const hear = (message: { type(): string; text(): string }) => {
    const isExpected = name === "problem" && /status of 404/.test(message.text());
    if (message.type() === "error" && !isExpected) complaints.push(message.text());
  };
  page.on("console", hear);
  await page.goto(at);
  await page.locator("main h1").first().waitFor({ state: "attached" });
  await page.waitForLoadState("networkidle");
  await page.locator("main [aria-busy=true]").waitFor({ state: "detached" });
  page.off("console", hear);
  return complaints;
}
