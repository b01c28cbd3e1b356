import type { Unit } from "#core/figures/unit.ts";
import { shortened, svgElement } from "./element.ts";
import { finish } from "./finish.ts";
import { fitted } from "./fitted.ts";
import { paint } from "./paint.ts";
import { layOutSankey, type PlacedFlow, type PlacedNode, type SankeyFlow, type SankeyNode } from "./sankey-layout.ts";
import type { Canvas, ChartWords } from "./state.ts";
import { fontSize } from "./type-size.ts";
import { writeValue } from "./value-axis.ts";

/** People between places over a period: where they came from on the left, where they went on the right. */
export type Sankey = ChartWords & {
  readonly unit: Unit;
  /** What stands above the two columns. */
  readonly heads: { readonly from: string; readonly to: string };
  readonly from: readonly SankeyNode[];
  readonly to: readonly SankeyNode[];
  readonly flows: readonly NamedFlow[];
};

/** A flow with its own name, by which a page finds it in the drawing, and what it says of itself. */
export type NamedFlow = SankeyFlow & { readonly id: string; readonly says: string };

const bar = 10;
const row = 20;
const top = 24;

/** Draws a Sankey diagram, without Plot. Each place is named with its number; a band is as thick as its people. */
export function sankey(state: Sankey, { document, width, height: wanted }: Canvas): SVGSVGElement {
  const { from, to, flows, heads } = state;
  const names = Math.min(Math.max(110, width * 0.24), 250);
  const height = (wanted ?? Math.max(320, Math.max(from.length, to.length) * (row + 24))) - top - 4;
  const layout = layOutSankey({ from, to }, flows, { height, row });
  const [left, right] = [names, width - names];
  // The thinnest bands lie on top, or they could not be pointed at.
  const bands = layout.flows
    .toSorted((a, b) => b.thick - a.thick)
    .map((flow) =>
      svgElement(
        document,
        "path",
        {
          ...{ d: band(flow, left + bar, right - bar), class: "chart-flow", "data-flow": flow.id },
          ...{ fill: paint.own, "fill-opacity": 0.28 },
        },
        [svgElement(document, "title", {}, [flow.says])],
      ),
    );
  const parts = [
    ...(["from", "to"] as const).map((side) =>
      svgElement(
        document,
        "text",
        {
          ...{ x: side === "from" ? left + bar : right - bar, y: 14, "font-weight": 600 },
          ...{ "text-anchor": side === "from" ? "end" : "start", class: "chart-head" },
        },
        [heads[side]],
      ),
    ),
    svgElement(document, "g", { transform: `translate(0,${top})` }, [
      ...bands,
      ...layout.from.flatMap((node) => nodeParts(node, "from", state, { document, at: left, room: names })),
      ...layout.to.flatMap((node) => nodeParts(node, "to", state, { document, at: right - bar, room: names })),
    ]),
  ];
  const whole = top + height + 4;
  const size = { width, height: whole, viewBox: `0 0 ${width} ${whole}`, "font-size": fontSize, fill: paint.ink };
  return finish(svgElement(document, "svg", size, parts), state);
}

function nodeParts(
  { label, value, top: y, height }: PlacedNode,
  side: "from" | "to",
  { unit, language }: Sankey,
  { document, at, room }: { readonly document: Document; readonly at: number; readonly room: number },
): SVGElement[] {
  const number = writeValue(value, unit, language);
  const name = fitted(label, room - 18 - number.length * 8);
  const words = side === "from" ? `${name} ${number}` : `${number} ${name}`;
  const x = side === "from" ? at - 6 : at + bar + 6;
  return [
    svgElement(document, "rect", { x: at, y, width: bar, height: Math.max(1, height), fill: paint.own }),
    svgElement(
      document,
      "text",
      {
        ...{ x, y: y + height / 2, dy: "0.35em", class: "chart-node" },
        "text-anchor": side === "from" ? "end" : "start",
      },
      [words, svgElement(document, "title", {}, [`${label}: ${number}`])],
    ),
  ];
}

/** A band between two columns: level at both ends. */
function band({ leaves, arrives, thick }: PlacedFlow<NamedFlow>, left: number, right: number): string {
  const middle = shortened((left + right) / 2);
  const [x1, x2] = [shortened(left), shortened(right)];
  const edge = (y1: number, y2: number) => [shortened(y1), shortened(y2)] as const;
  const [a, b] = edge(leaves, arrives);
  const [c, d] = edge(leaves + Math.max(0.75, thick), arrives + Math.max(0.75, thick));
  return `M${x1},${a}C${middle},${a} ${middle},${b} ${x2},${b}L${x2},${d}C${middle},${d} ${middle},${c} ${x1},${c}Z`;
}
