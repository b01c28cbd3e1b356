import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenPlan, openData, openPlan } from "#actions/open-data.ts";
import { openRegister } from "#actions/open-register.ts";
import { type Published, publishPlan } from "#actions/publish-plan.ts";
import { simulateRegister } from "#actions/simulate-register.ts";
import { parseDay } from "#core/calendar/day.ts";
import { firstDay, parseMonth } from "#core/calendar/month.ts";
import { parsePeriod } from "#core/calendar/period.ts";
import { parsePrinted } from "#core/figures/printed.ts";
import { drawing } from "./drawing.ts";

const data = openData();
const today = parseDay("2026-11-22");
const attack = `</title><script>alert("x")</script>`;
let parent: string;
let ballerup: Published;
let albertslund: Published;

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), "pejl-publish-"));
  const request = { today, drawing: drawing() };
  ballerup = publishPlan(data, hostile(openPlan(data, "ballerup-2018")), {
    ...request,
    language: "da",
    out: join(parent, "ballerup"),
  });
  const span = { from: firstDay(parseMonth("2016-01")), to: firstDay(parseMonth("2019-07")) };
  const files = join(parent, "register");
  simulateRegister({ municipalities: ["165"], span, seed: 1, scale: 0.02, out: files }, data);
  const register = await openRegister(files, {
    folders: data.folders,
    vocabulary: data.vocabulary,
    now: "2026-11-22T00:00:00.000Z",
    by: "test",
    key: undefined,
  });
  albertslund = publishPlan(data, openPlan(data, "albertslund-2018"), {
    ...request,
    register,
    language: "da",
    out: join(parent, "albertslund"),
  });
}, 120_000);
afterAll(() => rmSync(parent, { recursive: true, force: true }));

/** A plan in whose words somebody wrote HTML, with two figures typed in by a named employee, one of three persons. */
function hostile(open: OpenPlan): OpenPlan {
  const [first, ...goals] = open.answered.goals;
  const title = { da: attack, en: attack };
  const said = { goal: first.id, source: "list", by: "B. Hansen", on: today, preliminary: false };
  const observation = (period: string, value: string) => ({
    ...said,
    period: parsePeriod(period),
    value: parsePrinted(value, "da"),
  });
  return {
    ...open,
    answered: { ...open.answered, goals: [{ ...first, title }, ...goals] },
    followUp: {
      ...open.followUp,
      observations: [observation("2017", "123 personer"), observation("2018", "3 personer")],
      assessments: [{ goal: first.id, says: attack, by: "B. Hansen", on: today }],
    },
  };
}

function textsOf({ folder, files }: Published, ending: string) {
  return files
    .filter((path) => path.endsWith(ending))
    .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
}

describe("A published plan", () => {
  it("has a page a goal, and a front page", () => {
    expect(ballerup.files).toContain("index.html");
    for (const { row } of ballerup.publication.goals) expect(ballerup.files).toContain(`maal/${row.goal.id}.html`);
    expect(readdirSync(parent).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("links only to what is in the folder", () => {
    for (const published of [ballerup, albertslund]) {
      const pages = new Map(textsOf(published, ".html").map(({ path, text }) => [path, text]));
      for (const [path, text] of pages)
        for (const [, target] of text.matchAll(/ (?:href|src)="([^"]*)"/g)) {
          const [file, anchor] = target.split("#");
          const place = file === "" ? path : join(dirname(path), file);
          expect(existsSync(join(published.folder, place)), `${path} → ${target}`).toBe(true);
          if (anchor !== undefined) expect(pages.get(place), `${path} → ${target}`).toContain(` id="${anchor}"`);
        }
    }
  });

  it("runs no script, asks nothing of the net, and has no inline style", () => {
    for (const { path, text } of [...textsOf(ballerup, ".html"), ...textsOf(albertslund, ".html")]) {
      expect(text, path).not.toMatch(/<(script|style|iframe|form|link [^>]*href="http)| style="| on\w+="/);
      expect(text.replaceAll("http://www.w3.org/2000/svg", ""), path).not.toMatch(/https?:\/\//);
    }
    for (const { text } of textsOf(ballerup, ".css")) expect(text).not.toMatch(/https?:|@import/);
  });

  it("shows what people wrote as they wrote it, never as HTML", () => {
    const [index] = textsOf(ballerup, "index.html");
    expect(new JSDOM(index.text).window.document.body.textContent).toContain(attack);
    expect(index.text).not.toContain("<script");
  });

  it("names no employee, and no figure of three persons typed in", () => {
    const all = ballerup.files.filter((path) => /\.(html|csv|json|svg)$/.test(path));
    const text = all.map((path) => readFileSync(join(ballerup.folder, path), "utf8")).join("\n");
    expect(text).not.toContain("Hansen");
    expect(text).toContain("123 personer");
    expect(text).not.toMatch(/[^\d.,]3 personer/);
  });

  it("marks a simulated register on every page, and published figures on none", () => {
    const banded = (published: Published) =>
      textsOf(published, ".html").filter(({ text }) => text.includes('class="band"')).length;
    expect(banded(albertslund)).toBe(textsOf(albertslund, ".html").length);
    expect(banded(ballerup)).toBe(0);
  });

  it("withholds small cells of a register, and there were some to withhold", () => {
    const rows = textsOf(albertslund, ".csv")
      .filter(({ path }) => path.startsWith("maal/"))
      .flatMap(({ text }) =>
        text
          .split("\r\n")
          .slice(1, -1)
          .map((line) => line.split(";")),
      );
    const small = rows.filter(([, series, value, unit]) => {
      const count = Number(value.replace(",", "."));
      return series === "Albertslund" && /personer|antal|virksomheder/.test(unit) && count > 0 && count < 5;
    });
    expect(small).toEqual([]);
    expect(rows.filter(([, , , , note]) => /små tal|lille gruppe/.test(note)).length).toBeGreaterThan(0);
  });

  it("is the same to the byte when it is made again", () => {
    const before = textsOf(ballerup, "").map(({ text }) => text);
    publishPlan(data, hostile(openPlan(data, "ballerup-2018")), {
      today,
      drawing: drawing(),
      language: "da",
      out: ballerup.folder,
    });
    expect(textsOf(ballerup, "").map(({ text }) => text)).toEqual(before);
  });
});
