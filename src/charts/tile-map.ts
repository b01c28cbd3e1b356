import { type MissingReason, missingWords } from "#core/figures/figure.ts";
import type { Unit } from "#core/figures/unit.ts";
import { svgElement } from "./element.ts";
import { finish } from "./finish.ts";
import { paint, shades } from "./paint.ts";
import type { Canvas, ChartWords } from "./state.ts";
import { tiles } from "./tiles.ts";
import { writeValue } from "./value-axis.ts";

/** A municipality's figure, or the reason why there is none. */
export type TileFigure = { readonly code: string; readonly label: string; readonly own?: boolean } & (
  | { readonly value: number }
  | { readonly missing: MissingReason }
);

/** The figures of municipalities, each on its tile. */
export type TileMap = ChartWords & { readonly unit: Unit; readonly figures: readonly TileFigure[] };

const columns = Math.max(...tiles.map(({ column }) => column)) + 1;
const rows = Math.max(...tiles.map(({ row }) => row)) + 1;

/**
 * Draws the municipalities as tiles, the darker the greater the figure, in five steps with as many in each. A tile
 * without a figure is white with a stroke through it, the own one has a frame. Needs no Plot.
 */
export function tileMap(state: TileMap, { document, width }: Canvas): SVGSVGElement {
  const { figures, unit, language } = state;
  // A place that has no width yet must not make tiles of less than nothing.
  const size = Math.max(8, width / columns);
  const byCode = new Map(figures.map((one) => [one.code, one]));
  const limits = limitsOf(figures.flatMap((one) => ("value" in one ? [one.value] : [])));
  const parts = tiles.map(({ code, column, row }) => {
    const figure = byCode.get(code);
    const step = figure !== undefined && "value" in figure ? stepOf(figure.value, limits) : undefined;
    const box = { x: column * size + 1, y: row * size + 1, width: size - 2, height: size - 2 };
    const inside = [
      svgElement(document, "rect", {
        ...box,
        fill: step === undefined ? paint.paper : shades[step],
        stroke: figure?.own ? paint.ink : paint.quiet,
        "stroke-width": figure?.own ? 3 : 0.5,
      }),
      // Between frame and tile lies a rim of paper: in the dark both are light.
      ...(figure?.own
        ? [
            svgElement(document, "rect", {
              ...{ x: box.x + 2.5, y: box.y + 2.5, width: box.width - 5, height: box.height - 5 },
              ...{ fill: "none", stroke: paint.paper, "stroke-width": 2 },
            }),
          ]
        : []),
      ...(step === undefined
        ? [
            svgElement(document, "line", {
              x1: box.x,
              x2: box.x + box.width,
              y1: box.y + box.height,
              y2: box.y,
              stroke: paint.quiet,
              "stroke-width": 0.5,
            }),
          ]
        : []),
      svgElement(document, "title", {}, [`${figure?.label ?? code}: ${wordsOf(figure, unit, language)}`]),
      svgElement(
        document,
        "text",
        {
          x: box.x + box.width / 2,
          y: box.y + box.height / 2,
          dy: "0.35em",
          "text-anchor": "middle",
          "font-size": Math.min(12, size / 3.1),
          "font-weight": figure?.own ? 700 : 400,
          fill:
            step === undefined
              ? paint.ink
              : step > 2
                ? "var(--chart-shade-light, #ffffff)"
                : "var(--chart-shade-dark, #10202c)",
        },
        [(figure?.label ?? code).slice(0, 4)],
      ),
    ];
    return svgElement(document, "g", { class: step === undefined ? "chart-tile chart-missing" : "chart-tile" }, inside);
  });
  const key = keyOf(limits, state, { document, width, top: rows * size + 12 });
  const height = Math.ceil(rows * size + 52);
  const whole = { width, height, viewBox: `0 0 ${width} ${height}`, fill: paint.ink };
  return finish(svgElement(document, "svg", whole, [...parts, ...key]), state);
}

/** The ends of five steps with as many figures in each: six of them, fewer where figures are alike. */
export function limitsOf(values: readonly number[]): number[] {
  if (values.length === 0) return [];
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return [...new Set([sorted[0], at(0.2), at(0.4), at(0.6), at(0.8), sorted[sorted.length - 1]])];
}

/** The step a value lies in, 0 for the least. */
function stepOf(value: number, limits: readonly number[]): number {
  const step = limits.slice(1).findIndex((limit, at) => value < limit || at === limits.length - 2);
  return Math.max(0, step);
}

/** What the shades stand for. */
function keyOf(
  limits: readonly number[],
  { unit, language }: TileMap,
  { document, width, top }: { readonly document: Document; readonly width: number; readonly top: number },
): SVGElement[] {
  const room = width / shades.length;
  return limits.slice(1).map((limit, at) => {
    const words = `${writeValue(limits[at], unit, language)}–${writeValue(limit, unit, language)}`;
    return svgElement(document, "g", { class: "chart-key" }, [
      svgElement(document, "rect", {
        x: at * room,
        y: top,
        width: room - 4,
        height: 12,
        fill: shades[at],
        stroke: paint.quiet,
        "stroke-width": 0.5,
      }),
      svgElement(document, "text", { x: at * room, y: top + 28, "font-size": Math.min(12, room / 7) }, [words]),
    ]);
  });
}

function wordsOf(figure: TileFigure | undefined, unit: Unit, language: TileMap["language"]): string {
  if (figure === undefined) return missingWords["no-data"][language];
  return "missing" in figure ? missingWords[figure.missing][language] : writeValue(figure.value, unit, language);
}
