import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { breakdown } from "./breakdown.ts";
import { change, changesFromLastYear } from "./change.ts";
import { cones } from "./cones.ts";
import { goalLines } from "./goal-lines.ts";
import { rankedDots } from "./ranked-dots.ts";
import { sankey } from "./sankey.ts";
import { season, yearsOf } from "./season.ts";
import { sparkline } from "./sparkline.ts";
import type { Point } from "./state.ts";
import { svgText } from "./svg-text.ts";
import { tileMap } from "./tile-map.ts";
import { barsOf, type Waterfall, waterfall } from "./waterfall.ts";

const { document } = new JSDOM("").window;
const canvas = { document, width: 640 };

const months = ["2016", "2017", "2018"].flatMap((year) =>
  Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, "0")}`),
);
/** 3.600 falling by 10 a month; two months withheld, the last three preliminary. */
const points = months.map((period, at): Point => {
  if (at === 14 || at === 15) return { period, missing: "withheld" };
  return { period, value: 3600 - 10 * at, ...(at > 32 && { preliminary: true }) };
});
const words = { title: "Antallet faldt, men ikke nok", subtitle: "Fuldtidspersoner, Aalborg", language: "da" } as const;
const frame = { ...words, unit: "full-time-persons", fromZero: true } as const;
const own = { id: "851", label: "Aalborg", points };
const target = { period: "2018", high: 3400, label: "mål: højst 3.400" };
const cone = ["2018-12", "2019-01"].map((period) => ({ period, lo80: 3200, hi80: 3300, lo95: 3150, hi95: 3350 }));
const fall: Waterfall = {
  ...frame,
  from: { label: "2017", value: 3500 },
  steps: [
    { label: "Tilgang", change: -120 },
    { label: "Varighed", change: 60 },
  ],
  to: { label: "2018", value: 3430 },
};
const figures = [
  { code: "851", label: "Aalborg", own: true, value: 0.043 },
  { code: "825", label: "Læsø", missing: "too-small" as const },
];

const heads = { from: "Kom fra", to: "Gik til" };
const vessels = ["dagpenge", "kontanthjaelp", "arbejde", "tom"].map((id) => ({ id, label: id }));
const flows = [
  { from: "dagpenge", to: "arbejde", value: 300 },
  { from: "dagpenge", to: "kontanthjaelp", value: 40 },
  { from: "kontanthjaelp", to: "arbejde", value: 60 },
].map((one) => ({ ...one, id: `${one.from} ${one.to}`, says: `${one.value} gik til ${one.to}` }));

const every = {
  sparkline: sparkline({ ...words, points, target: 3400, cone }, { document, width: 160 }),
  "goal lines": goalLines({ ...frame, own, target, cone }, canvas),
  season: season({ ...frame, years: yearsOf(points) }, canvas),
  "change from last year": change({ ...frame, own: { ...own, points: changesFromLastYear(points) } }, canvas),
  breakdown: breakdown({ ...frame, groups: [own, { ...own, id: "x", label: "Under 30" }] }, canvas),
  "ranked dots": rankedDots({ ...frame, areas: figures.map(({ code, ...one }) => ({ id: code, ...one })) }, canvas),
  waterfall: waterfall(fall, canvas),
  cones: cones(
    {
      ...frame,
      groups: [
        { ...own, cone },
        { id: "x", label: "Ingen kendte", points: [], cone },
      ],
    },
    canvas,
  ),
  sankey: sankey({ ...words, unit: "persons", heads, from: vessels, to: vessels, flows }, canvas),
  "tile map": tileMap({ ...words, unit: "share", figures }, canvas),
};

describe.for(Object.entries(every))("The chart %s", ([, drawing]) => {
  it("is one picture with one name", () => {
    expect(drawing.getAttribute("role")).toBe("img");
    expect(drawing.getAttribute("aria-label")).toBe(`${words.title}. ${words.subtitle}`);
    expect(drawing.querySelectorAll("[aria-label], [aria-hidden]")).toHaveLength(0);
  });

  it("has nothing that a strict content policy refuses", () => {
    expect(drawing.querySelectorAll("style, script, [style]")).toHaveLength(0);
  });

  it("has no figure that is not a number, and names no colour but through a stylesheet", () => {
    expect(drawing.outerHTML).not.toMatch(/NaN|undefined|Infinity/);
    const colours = [...drawing.outerHTML.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, colour]) => colour);
    expect(
      colours.filter((colour) => !/^(none|currentColor|var\(--chart-[\w-]+, #[0-9a-f]{6}\))$/.test(colour)),
    ).toEqual([]);
  });

  it("is a drawing of its own as a file, with its title and its colours", () => {
    const file = svgText(drawing, words);
    const parsed = new JSDOM(file, { contentType: "image/svg+xml" }).window.document.documentElement;
    expect(parsed.tagName).toBe("svg");
    expect(parsed.textContent).toContain("Antallet faldt");
    expect(file).not.toMatch(/var\(|currentColor/);
  });
});

/** How many separate strokes the own line is drawn with. */
function strokes(drawing: SVGSVGElement, selector: string): number {
  return [...drawing.querySelectorAll(selector)].flatMap((path) => path.getAttribute("d")?.match(/M/g) ?? []).length;
}

describe("A line", () => {
  it("is broken where figures are withheld, and never drawn through them", () => {
    expect(strokes(every.sparkline, "path.chart-own:not(.chart-preliminary)")).toBe(2);
    expect(strokes(every["goal lines"], ".chart-own:not(.chart-preliminary) path")).toBe(2);
  });

  it("is broken where a period is left out, and where the series breaks", () => {
    const left = points.filter((_, at) => at !== 5);
    const broken = points.map((one, at) => (at === 8 ? { ...one, afterBreak: true } : one));
    const count = (some: readonly Point[]) =>
      strokes(
        sparkline({ ...words, points: some }, { document, width: 160 }),
        "path.chart-own:not(.chart-preliminary)",
      );
    expect([count(left), count(broken)]).toEqual([3, 3]);
  });

  it("is dashed with hollow marks where figures are preliminary", () => {
    expect(every["goal lines"].querySelector(".chart-preliminary")?.getAttribute("stroke-dasharray")).toBe("3 3");
    expect(every["goal lines"].querySelectorAll(".chart-hollow circle")).toHaveLength(3);
  });
});

describe("The course of a goal", () => {
  it("has its target as a dashed line with its number, and its forecast as a cone", () => {
    const drawing = every["goal lines"];
    expect(drawing.querySelector(".chart-target")?.getAttribute("stroke-dasharray")).toBe("6 4");
    expect(drawing.textContent).toContain("mål: højst 3.400");
    expect(drawing.querySelectorAll(".chart-cone-80 path, .chart-cone-95 path")).toHaveLength(2);
  });

  it("writes thousands as Danes do, and begins at zero", () => {
    expect(every["goal lines"].textContent).toContain("4.000");
    expect(every["goal lines"].querySelectorAll(".chart-zero")).toHaveLength(1);
  });

  it("says so when its axis does not begin at zero", () => {
    const cut = goalLines({ ...frame, fromZero: false, own }, canvas);
    expect(cut.textContent).toContain("Aksen begynder ikke ved 0");
  });

  it("can be drawn of a single figure, and of none", () => {
    const alone = goalLines({ ...frame, own: { ...own, points: [{ period: "2018", value: 7 }] } }, canvas);
    expect(alone.querySelectorAll(".chart-own-dot circle").length).toBeGreaterThan(0);
    const none = goalLines({ ...frame, own: { ...own, points: [{ period: "2018", missing: "withheld" }] } }, canvas);
    expect(none.querySelectorAll(".chart-own path")).toHaveLength(0);
  });
});

describe("A forecast", () => {
  it("opens from the last figure known, and is never a line alone", () => {
    const meant = cone.map((one) => ({ ...one, mean: 3250 }));
    const drawing = goalLines({ ...frame, own: { ...own, points: points.slice(0, 30) }, cone: meant }, canvas);
    expect(drawing.querySelectorAll(".chart-cone-mean path")).toHaveLength(1);
    expect(drawing.querySelectorAll(".chart-cone-80 path, .chart-cone-95 path")).toHaveLength(2);
    expect(every["goal lines"].querySelectorAll(".chart-cone-mean path")).toHaveLength(0);
  });

  it("has its numbers above it where it is one of many, each on a scale of its own", () => {
    const heads = [...every.cones.querySelectorAll(".chart-figure")].map((one) => one.textContent);
    expect(heads).toEqual(["3.250 → (3.200–3.300)", "– → (3.200–3.300)"]);
    expect(every.cones.querySelectorAll(".chart-cone-95 path")).toHaveLength(2);
  });
});

describe("A Sankey diagram", () => {
  it("names each place with everybody who leaves or reaches it, and leaves out those nobody does", () => {
    const named = [...every.sankey.querySelectorAll(".chart-node")].map((one) => one.firstChild?.textContent);
    expect(named).toEqual(["dagpenge 340", "kontanthjaelp 60", "40 kontanthjaelp", "360 arbejde"]);
  });

  it("has a band for each flow that says who and how many", () => {
    const bands = [...every.sankey.querySelectorAll(".chart-flow")];
    expect(bands.map((one) => one.getAttribute("data-flow"))).toEqual(
      flows.toSorted((a, b) => b.value - a.value).map(({ id }) => id),
    );
    expect(bands[0].querySelector("title")?.textContent).toBe("300 gik til arbejde");
  });
});

describe("Season and change", () => {
  it("have a line a year, and a bar for every month whose both figures are known", () => {
    expect(every.season.querySelectorAll(".chart-label text")).toHaveLength(3);
    // 24 months have a year before them; March and April 2017 and 2018 lack one of the two.
    expect(every["change from last year"].querySelectorAll(".chart-bar rect")).toHaveLength(20);
    expect(every["change from last year"].textContent).toContain("−120");
  });

  it("compare nothing across a break", () => {
    const broken = points.map((one, at) => (at === 24 ? { ...one, afterBreak: true } : one));
    const changes = changesFromLastYear(broken).filter(({ period }) => period.startsWith("2018"));
    expect(changes.filter((one) => "value" in one)).toEqual([]);
  });
});

describe("Areas side by side", () => {
  it("of which one has no figure say why, and draw none", () => {
    expect(every["ranked dots"].querySelectorAll(".chart-dot circle")).toHaveLength(1);
    expect(every["ranked dots"].textContent).toContain("for lille gruppe");
    expect(every["tile map"].querySelectorAll(".chart-tile:not(.chart-missing)")).toHaveLength(1);
    expect(every["tile map"].textContent).toContain("Læsø: for lille gruppe");
  });

  it("are small charts on one scale", () => {
    const ticks = [...every.breakdown.querySelectorAll(".chart-small")].map(
      (one) => one.textContent?.match(/4\.000/g)?.length,
    );
    expect(ticks).toEqual([1, 1]);
  });
});

describe("A waterfall", () => {
  it("adds up, and shows what its steps do not explain", () => {
    const bars = barsOf(fall);
    expect(bars.map(({ label, text }) => [label, text])).toEqual([
      ["2017", "3.500"],
      ["Tilgang", "−120"],
      ["Varighed", "+60"],
      ["Uforklaret", "−10"],
      ["2018", "3.430"],
    ]);
  });
});
